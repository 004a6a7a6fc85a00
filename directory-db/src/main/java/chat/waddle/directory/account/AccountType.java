package chat.waddle.directory.account;

import org.jdbi.v3.core.enums.DatabaseValue;

/// What kind of account it is.
public enum AccountType {
    /// Came in by name alone, without a password.
    @DatabaseValue("guest")
    GUEST,
    @DatabaseValue("member")
    MEMBER,
    @DatabaseValue("bot")
    BOT,
    /// The author of an imported history; nobody can sign in as it.
    @DatabaseValue("imported")
    IMPORTED,
    /// Runs this server.
    @DatabaseValue("operator")
    OPERATOR;

    public String stored() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
