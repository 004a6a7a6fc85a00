package chat.waddle.directory.account;

import org.jdbi.v3.core.enums.DatabaseValue;

/// Whether an account may sign in.
public enum AccountStatus {
    @DatabaseValue("pending-verification")
    PENDING_VERIFICATION,
    @DatabaseValue("active")
    ACTIVE,
    @DatabaseValue("suspended")
    SUSPENDED,
    /// A tombstone: the id stays known, the person's data is gone.
    @DatabaseValue("deleted")
    DELETED;

    public boolean mayEnter() {
        return this == PENDING_VERIFICATION || this == ACTIVE;
    }

    public String stored() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
