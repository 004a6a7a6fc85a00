package chat.waddle.erasure;

import chat.waddle.ids.UserId;
import chat.waddle.report.ReportReason;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.RecordedPerson;
import chat.waddle.sqlite.command.Stamp;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything a waddle's file says of one account, apart from messages and reactions.
///
/// In the statements ?1 is the account's public id, ?2 the small number of the member, 0 where it never was one.
///
/// @param member the small number in the file, or 0
record PersonRows(UserId user, int member, boolean isActive, boolean isOwner) {
    private static final String FIND = "SELECT m.num, m.state = 'active', m.num = (SELECT owner FROM waddle_settings)"
            + " FROM members m WHERE m.user_id = ?";
    private static final String NAMED_ELSEWHERE = "SELECT EXISTS (SELECT 1 FROM bans WHERE user_id = ?1)"
            + " OR EXISTS (SELECT 1 FROM reports WHERE reporter = ?1)";

    private static final List<String> END_MEMBERSHIP = List.of(
            "UPDATE members SET nickname = NULL, timeout_until_ms = NULL, notification_level = 'all' WHERE num = ?2",
            "DELETE FROM member_roles WHERE member = ?2",
            "DELETE FROM overwrites WHERE subject_type = 'user' AND subject = ?2",
            "DELETE FROM read_states WHERE member = ?2",
            "DELETE FROM thread_followers WHERE member = ?2",
            "DELETE FROM slow_mode_posts WHERE member = ?2",
            "DELETE FROM client_message_ids WHERE author = ?2",
            "DELETE FROM bans WHERE user_id = ?1");
    private static final String LEAVE =
            "UPDATE members SET state = 'left', left_at_ms = ?3 WHERE num = ?2 AND state = 'active'";
    private static final String CLOSE_STAY =
            "UPDATE member_stays SET left_at_ms = ?3, ended_by = 'left' WHERE member = ?2 AND left_at_ms IS NULL";
    private static final String COUNT_MEMBERS =
            "UPDATE waddle_settings SET members_seq = ?, member_count = member_count - ?";
    private static final List<String> ERASE_WORDS = List.of(
            "UPDATE reports SET text = NULL, note = NULL WHERE author = ?2 OR reporter = ?1",
            "UPDATE reports SET note = NULL WHERE reviewed_by = ?1",
            "UPDATE bans SET reason = NULL WHERE banned_by = ?1",
            "UPDATE robot_interactions SET request = '{}', observation = NULL, response = NULL, error = NULL"
                    + " WHERE asked_by = ?2",
            "UPDATE robots SET description = NULL WHERE owner = ?2",
            "UPDATE rooms SET title = NULL WHERE type IN ('support', 'escalated')"
                    + " AND channel IN (SELECT num FROM channels WHERE created_by = ?2)",
            "UPDATE support_rooms SET issue_id = NULL, issue_description = NULL"
                    + " WHERE channel IN (SELECT num FROM channels WHERE created_by = ?2)",
            "UPDATE support_rooms SET closing_notes = NULL WHERE closed_by = ?2",
            "UPDATE escalations SET reason = NULL WHERE created_by = ?2",
            "UPDATE escalations SET notes = NULL WHERE ended_by = ?2",
            "UPDATE threads SET title = 'Deleted' WHERE created_by = ?2",
            "DELETE FROM mentions WHERE kind = 2 AND target = ?1");

    private static final String AUDITED = "UPDATE audit_log SET reason = NULL, changes = '[]', is_redacted = 1"
            + " WHERE (reason IS NOT NULL OR changes <> '[]') AND (";
    private static final String ABOUT = "(resource_type = 'member' AND resource_id = ?1)"
            + " OR (action = 'waddle.transfer' AND (resource_id = ?1 OR actor = ?1))";
    private static final String ABOUT_OR_BY = ABOUT + " OR actor = ?1 OR (resource_type = 'report' AND resource_id IN"
            + " (SELECT id FROM reports WHERE author = ?2 OR reporter = ?1))";

    private static final String REPORTS = "SELECT id FROM reports WHERE author = ?2 OR reporter = ?1";
    private static final String FILES = "SELECT id, object_key FROM message_attachments WHERE owner = ?2";
    private static final String UNATTACHED = " AND (message_id IS NULL OR deleted_at_ms IS NOT NULL)";

    /// How a pseudonym takes the place of the account's id.
    private static final List<String> RENAME = List.of(
            "UPDATE members SET user_id = ?3 WHERE num = ?2",
            "UPDATE message_edits SET edited_by = ?3 WHERE edited_by = ?1",
            "UPDATE messages SET deleted_by = ?3 WHERE deleted_at_ms IS NOT NULL AND deleted_by = ?1",
            "UPDATE arrivals SET deleted_by = ?3 WHERE deleted_by = ?1",
            "UPDATE reports SET reporter = ?3 WHERE reporter = ?1",
            "UPDATE reports SET reviewed_by = ?3 WHERE reviewed_by = ?1",
            "UPDATE bans SET banned_by = ?3 WHERE banned_by = ?1",
            "UPDATE member_roles SET granted_by = ?3 WHERE granted_by = ?1",
            "UPDATE rooms SET pair_low = min(pair_low + pair_high - ?1, ?3), pair_high = max(pair_low + pair_high - ?1, ?3)"
                    + " WHERE type = 'direct' AND ?1 IN (pair_low, pair_high)",
            "DELETE FROM mentions WHERE kind = 2 AND target = ?1",
            "UPDATE audit_log SET actor = ?3, is_redacted = 1 WHERE actor = ?1",
            "UPDATE audit_log SET resource_id = ?3, is_redacted = 1 WHERE resource_id = ?1"
                    + " AND (resource_type = 'member' OR action = 'waddle.transfer')");

    /// What stands in commands of a person's words, and of words about a person.
    private static final Set<String> WORDS = Set.of(
            "content",
            "metadata",
            "clientMessageId",
            "nickname",
            "title",
            "issueId",
            "issueDescription",
            "closingNotes",
            "notes",
            "reason",
            "text",
            "note",
            "emoji",
            "request",
            "observation",
            "response",
            "error");
    private static final Set<String> NAMES = Set.of("nickname", "reason", "clientMessageId");

    /// @return null for an account that the file does not know
    static @Nullable PersonRows find(WriteSession transaction, UserId user) throws SQLException {
        var select = transaction.kept(FIND);
        select.setLong(1, user.value());
        try (var row = select.executeQuery()) {
            if (row.next()) {
                return new PersonRows(user, row.getInt(1), row.getInt(2) != 0, row.getInt(3) != 0);
            }
        }
        var elsewhere = transaction.kept(NAMED_ELSEWHERE);
        elsewhere.setLong(1, user.value());
        try (var row = elsewhere.executeQuery()) {
            return row.next() && row.getInt(1) != 0 ? new PersonRows(user, 0, false, false) : null;
        }
    }

    /// Before the reports are changed: they tell which lines are about the account.
    int redactAudit(WriteSession transaction, ErasureMode mode) throws SQLException {
        return update(transaction, AUDITED + (mode == ErasureMode.DELETE ? ABOUT_OR_BY : ABOUT) + ")");
    }

    /// Takes the account out of the recorded commands.
    ///
    /// @return how many were changed
    int eraseRecorded(WriteSession transaction, ErasureMode mode, long pseudonym) throws SQLException {
        Set<String> fields = mode == ErasureMode.DELETE ? WORDS : NAMES;
        RecordedPerson recorded = new RecordedPerson(
                user.value(), pseudonym, (field, value, _) -> fields.contains(field) && !isReportReason(value));
        List<Long> about = new ArrayList<>();
        if (mode == ErasureMode.DELETE) {
            about.addAll(longs(transaction, REPORTS));
            about.addAll(longs(transaction, FILES));
        }
        return recorded.erase(transaction, about);
    }

    private static boolean isReportReason(String value) {
        return Arrays.stream(ReportReason.values())
                .anyMatch(reason -> reason.name().equals(value));
    }

    void endMembership(WriteSession transaction, Stamp stamp, ErasureMode mode) throws SQLException {
        for (String sql : END_MEMBERSHIP) {
            update(transaction, sql);
        }
        for (String sql : List.of(LEAVE, CLOSE_STAY)) {
            var end = prepared(transaction, sql);
            end.setLong(3, stamp.timeMillis());
            end.executeUpdate();
        }
        var count = transaction.kept(COUNT_MEMBERS);
        count.setLong(1, stamp.seq());
        count.setInt(2, isActive ? 1 : 0);
        count.executeUpdate();
        if (mode == ErasureMode.DELETE) {
            for (String sql : ERASE_WORDS) {
                update(transaction, sql);
            }
        }
    }

    /// Removes the rows of the account's files: all of them with its messages, else those that no message carries.
    ///
    /// @return the objects that they named
    List<String> removeFiles(WriteSession transaction, ErasureMode mode) throws SQLException {
        String which = mode == ErasureMode.DELETE ? "" : UNATTACHED;
        List<String> objects = new ArrayList<>();
        try (var row = prepared(transaction, FILES + which).executeQuery()) {
            while (row.next()) {
                objects.add(row.getString(2));
            }
        }
        if (!objects.isEmpty()) {
            update(transaction, "DELETE FROM message_attachments WHERE owner = ?2" + which);
        }
        return objects;
    }

    /// Puts a pseudonym in the place of the account's id.
    void rename(WriteSession transaction, long pseudonym) throws SQLException {
        for (String sql : RENAME) {
            PreparedStatement statement = prepared(transaction, sql);
            if (sql.contains("?3")) {
                statement.setLong(3, pseudonym);
            }
            statement.executeUpdate();
        }
    }

    private List<Long> longs(WriteSession transaction, String sql) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (var row = prepared(transaction, sql).executeQuery()) {
            while (row.next()) {
                found.add(row.getLong(1));
            }
        }
        return found;
    }

    private int update(WriteSession transaction, String sql) throws SQLException {
        return prepared(transaction, sql).executeUpdate();
    }

    private PreparedStatement prepared(WriteSession transaction, String sql) throws SQLException {
        PreparedStatement statement = transaction.kept(sql);
        statement.setLong(1, user.value());
        if (sql.contains("?2") || sql.contains("?3")) {
            statement.setInt(2, member);
        }
        return statement;
    }
}
