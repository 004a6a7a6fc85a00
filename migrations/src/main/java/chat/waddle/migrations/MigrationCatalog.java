package chat.waddle.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// All steps of one kind of file, versions 1, 2, 3 … without a gap, and the `application_id` that marks the kind.
public record MigrationCatalog(String schemaName, int applicationId, List<Migration> migrations) {
    public MigrationCatalog {
        migrations = List.copyOf(migrations);
        if (migrations.isEmpty()) {
            throw new IllegalArgumentException("Schema " + schemaName + " has no migration");
        }
        for (int i = 0; i < migrations.size(); i++) {
            if (migrations.get(i).version() != i + 1) {
                throw new IllegalArgumentException("Schema " + schemaName + " needs version " + (i + 1)
                        + " where it lists " + migrations.get(i).label());
            }
        }
    }

    /// Loads the steps that `index.txt` in the resource folder lists, one file name per line, in order.
    /// A jar cannot be listed like a folder, hence the list. `resourceFolder` begins and ends with `/`.
    static MigrationCatalog load(String schemaName, int applicationId, String resourceFolder) {
        List<Migration> migrations = new ArrayList<>();
        for (String line : text(resourceFolder + "index.txt").lines().toList()) {
            String fileName = line.strip();
            if (!fileName.isEmpty()) {
                migrations.add(Migration.parse(fileName, text(resourceFolder + fileName)));
            }
        }
        return new MigrationCatalog(schemaName, applicationId, migrations);
    }

    /// The version a file of this schema has after its last step.
    public int latestVersion() {
        return migrations.size();
    }

    Migration step(int version) {
        return migrations.get(version - 1);
    }

    private static String text(String resource) {
        try (InputStream in = MigrationCatalog.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
