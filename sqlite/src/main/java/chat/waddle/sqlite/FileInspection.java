package chat.waddle.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Finds out whether a file is the one expected, and whether it is sound.
final class FileInspection {
    private static final long INLINE_CHECK_BYTES = 4L << 20;
    private static final int FINDINGS_LIMIT = 20;

    private FileInspection() {}

    /// @throws StorageException DAMAGED or NEWER
    static void requireExpected(ReadSession session, Path path, Identity identity) throws SQLException {
        requireIdentity(session, path, identity);
        if (session.number("PRAGMA page_count") * Connections.PAGE_BYTES <= INLINE_CHECK_BYTES) {
            List<String> findings = findings(session, "PRAGMA quick_check(3)");
            if (!findings.isEmpty()) {
                throw damaged(path, "fails its check: " + findings.getFirst());
            }
        }
    }

    private static void requireIdentity(ReadSession session, Path path, Identity identity) throws SQLException {
        long applicationId = session.number("PRAGMA application_id");
        if (applicationId != identity.applicationId()) {
            throw damaged(path, "has application_id " + applicationId + ", expected " + identity.applicationId());
        }
        long version = session.number("PRAGMA user_version");
        if (version > identity.schemaVersion()) {
            throw new StorageException(
                    StorageException.Kind.NEWER,
                    path.getFileName() + " has schema " + version + "; this program knows up to "
                            + identity.schemaVersion() + ". Start it with the newer program.");
        }
        try (var row = session.kept("SELECT file_id FROM shard_meta").executeQuery()) {
            String found = row.next() ? row.getString(1) : "none";
            if (!identity.fileId().equals(found)) {
                throw damaged(path, "says it is file " + found + ", expected " + identity.fileId());
            }
        } catch (SQLException e) {
            if (StorageException.kindOf(e) == StorageException.Kind.DEFECT) {
                throw damaged(path, "has no identity row");
            }
            throw e;
        }
    }

    private static StorageException damaged(Path path, String what) {
        return new StorageException(StorageException.Kind.DAMAGED, path.getFileName() + " " + what + ".");
    }

    static CheckReport check(WriteSession session, List<String> fullTextTables) throws SQLException {
        List<String> findings = new ArrayList<>();
        try {
            findings.addAll(findings(session, "PRAGMA quick_check(" + FINDINGS_LIMIT + ")"));
            checkForeignKeys(session, findings);
            for (String table : fullTextTables) {
                checkFullText(session, table, findings);
            }
        } catch (SQLException e) {
            if (StorageException.kindOf(e) != StorageException.Kind.DAMAGED) {
                throw e;
            }
            findings.add("the check stopped at damage: " + e.getMessage());
        }
        return new CheckReport(findings);
    }

    private static void checkForeignKeys(WriteSession session, List<String> findings) throws SQLException {
        try (var row = session.kept("PRAGMA foreign_key_check").executeQuery()) {
            while (row.next() && findings.size() < FINDINGS_LIMIT) {
                findings.add("a row of " + row.getString(1) + " refers to a missing row of " + row.getString(3));
            }
        }
    }

    private static void checkFullText(WriteSession session, String table, List<String> findings) throws SQLException {
        try {
            session.transaction(transaction -> {
                transaction.execute("INSERT INTO " + table + "(" + table + ") VALUES ('integrity-check')");
                return true;
            });
        } catch (SQLException e) {
            if (StorageException.kindOf(e) != StorageException.Kind.DAMAGED) {
                throw e;
            }
            findings.add("the full-text index " + table + " is damaged");
        }
    }

    private static List<String> findings(Session session, String pragma) throws SQLException {
        List<String> findings = new ArrayList<>();
        try (var row = session.kept(pragma).executeQuery()) {
            while (row.next()) {
                if (!"ok".equals(row.getString(1))) {
                    findings.add(row.getString(1));
                }
            }
        }
        return findings;
    }
}
