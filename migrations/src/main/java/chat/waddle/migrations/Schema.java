package chat.waddle.migrations;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The two kinds of database file, told apart by their `application_id`.
public enum Schema {
    /// The one central file: accounts, sessions, waddles and where they live.
    DIRECTORY(0x57444401),
    /// The file of one community.
    WADDLE(0x57444402);

    private static final Map<Schema, MigrationCatalog> CATALOGS = new ConcurrentHashMap<>();

    private final int applicationId;

    Schema(int applicationId) {
        this.applicationId = applicationId;
    }

    public int applicationId() {
        return applicationId;
    }

    /// The steps of this schema; loaded once, at first use.
    public MigrationCatalog catalog() {
        return CATALOGS.computeIfAbsent(this, Schema::load);
    }

    String resourceFolder() {
        return "/chat/waddle/migrations/" + name().toLowerCase(Locale.ROOT) + "/";
    }

    private MigrationCatalog load() {
        return MigrationCatalog.load(name().toLowerCase(Locale.ROOT), applicationId, resourceFolder());
    }
}
