package chat.waddle.directory;

import chat.waddle.directory.account.AccountCommands;
import chat.waddle.directory.audit.AuditLog;
import chat.waddle.directory.ban.GlobalBans;
import chat.waddle.directory.bookmark.Bookmarks;
import chat.waddle.directory.conversation.ConversationShards;
import chat.waddle.directory.erasure.Erasures;
import chat.waddle.directory.export.Exports;
import chat.waddle.directory.invite.Invites;
import chat.waddle.directory.membership.Memberships;
import chat.waddle.directory.notification.Notifications;
import chat.waddle.directory.reminder.Reminders;
import chat.waddle.directory.session.Sessions;
import chat.waddle.directory.settings.UserSettings;
import chat.waddle.directory.shard.Shards;
import chat.waddle.directory.status.UserStatuses;
import chat.waddle.directory.store.DirectoryProgram;
import chat.waddle.directory.waddle.WaddleRegistry;
import chat.waddle.migrations.MigrationOutcome;
import chat.waddle.migrations.Migrator;
import chat.waddle.migrations.Schema;
import chat.waddle.sqlite.Identity;
import chat.waddle.sqlite.SqliteFile;
import chat.waddle.sqlite.SqliteThreads;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.CommandTypes;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.EngineListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/// Makes and opens the directory's file.
final class DirectoryFile {
    private static final String FILE_ID = "directory";
    private static final String FIRST_ROW =
            "INSERT INTO shard_meta (one, file_id, owner_id, created_at_ms) VALUES (1, ?, 0, ?)";

    private DirectoryFile() {}

    static Engine open(
            DirectoryConfig config,
            SqliteThreads threads,
            InstantSource clock,
            EngineListener listener,
            DirectoryProgram program) {
        Migrator migrator = new Migrator(Schema.DIRECTORY.catalog(), clock);
        SqliteFile.Upgrade upgrade = connection -> {
            MigrationOutcome _ = migrator.migrate(connection);
        };
        int applicationId = Schema.DIRECTORY.applicationId();
        if (!Files.exists(config.file())) {
            create(config.file(), upgrade, clock);
        }
        Identity identity =
                new Identity(applicationId, FILE_ID, Schema.DIRECTORY.catalog().latestVersion());
        SqliteFile file = new SqliteFile(config.file(), identity, upgrade, config.options(), threads);
        Engine.Setup setup = new Engine.Setup(types(), program, clock, listener, config.highWaterMark());
        return Engine.open(file, config.options(), setup);
    }

    /// Under another name first, so that a start which is killed half-way leaves no half-made directory behind.
    private static void create(Path file, SqliteFile.Upgrade upgrade, InstantSource clock) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            for (String part : List.of("", "-wal", "-shm", "-journal")) {
                Files.deleteIfExists(unfinished.resolveSibling(unfinished.getFileName() + part));
            }
            SqliteFile.create(
                    unfinished, Schema.DIRECTORY.applicationId(), upgrade, session -> identify(session, clock));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            SqliteFile.syncFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + file.getFileName(), e);
        }
    }

    private static int identify(WriteSession session, InstantSource clock) throws SQLException {
        var insert = session.kept(FIRST_ROW);
        insert.setString(1, FILE_ID);
        insert.setLong(2, clock.millis());
        return insert.executeUpdate();
    }

    static CommandTypes types() {
        CommandTypes.Builder types = CommandTypes.builder();
        AccountCommands.register(types);
        Erasures.register(types);
        Exports.register(types);
        Sessions.register(types);
        WaddleRegistry.register(types);
        UserSettings.register(types);
        UserStatuses.register(types);
        Bookmarks.register(types);
        Reminders.register(types);
        Notifications.register(types);
        Memberships.register(types);
        Invites.register(types);
        GlobalBans.register(types);
        AuditLog.register(types);
        Shards.register(types);
        ConversationShards.register(types);
        return types.build();
    }
}
