package chat.waddle.directory.erasure;

import chat.waddle.directory.account.Burial;
import chat.waddle.directory.session.EndReason;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.RecordedPerson;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Takes what is left of an erased account out of the directory: ended sign-ins, mirrored memberships, the words of the
/// audit log and of the recorded commands.
record ClearAccount(UserId user) implements Change<ClearAccount.Cleared> {
    private static final List<String> REDACT = List.of(
            "UPDATE audit_log SET ip_pseudonym = '', user_agent = '', is_redacted = 1"
                    + " WHERE actor_id = ?1 AND (ip_pseudonym <> '' OR user_agent <> '')",
            "UPDATE audit_log SET changes = '{}', reason = '', is_redacted = 1"
                    + " WHERE resource_type = 'user' AND resource_id = CAST(?1 AS TEXT)"
                    + " AND (changes <> '{}' OR reason <> '')");
    private static final Set<String> WORDS = Set.of(
            "email",
            "username",
            "firstName",
            "lastName",
            "displayName",
            "avatarUrl",
            "bio",
            "locale",
            "timezone",
            "timeZone",
            "chatPreferences",
            "more",
            "notificationSound",
            "nickname",
            "emoji",
            "text",
            "note",
            "reason",
            "passwordHash",
            "checkedHash",
            "newHash",
            "ipPseudonym",
            "userAgent");

    /// @param auditLines lines of the audit log that lost words
    /// @param recordedCommands commands that were emptied
    public record Cleared(int auditLines, int recordedCommands) {}

    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Cleared> apply(Applying applying) {
        try {
            new Burial(applying, user).clearLeftOver();
            int lines = 0;
            for (String sql : REDACT) {
                var redact = applying.transaction().kept(sql);
                redact.setLong(1, user.value());
                lines += redact.executeUpdate();
            }
            int commands = new RecordedPerson(user.value(), user.value(), ClearAccount::isPersonal)
                    .erase(applying.transaction(), List.of());
            return Applied.changed(new Cleared(lines, commands), 0, user.value());
        } catch (SQLException e) {
            throw StorageException.of("clear an account", e);
        }
    }

    private static boolean isPersonal(String field, String value, Set<String> beside) {
        boolean reasonOfEnd = field.equals("reason")
                && Arrays.stream(EndReason.values())
                        .anyMatch(reason -> reason.name().equals(value));
        boolean nameOfToken = field.equals("name") && beside.contains("scopes");
        return nameOfToken || (WORDS.contains(field) && !reasonOfEnd);
    }
}
