package chat.waddle.directory.invite;

import chat.waddle.directory.field.FieldChecks;
import chat.waddle.directory.secret.Secrets;
import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.command.CommandTypes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Codes that let people join communities; at most 1,000 living ones each. Thread-safe.
public final class Invites {
    private static final int PAGE_LIMIT = 100;
    private static final int USES_LIMIT = 1_000_000;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final DirectoryStore store;
    private final InstantSource clock;
    private final Secrets secrets;

    public Invites(DirectoryStore store, InstantSource clock, Secrets secrets) {
        this.store = store;
        this.clock = clock;
        this.secrets = secrets;
    }

    public static void register(CommandTypes.Builder types) {
        types.add(40, "create_invite", CreateInvite.class);
        types.add(41, "use_invite", UseInvite.class);
        types.add(42, "give_back_use", GiveBackUse.class);
        types.add(43, "revoke_invite", RevokeInvite.class);
    }

    /// Makes an invite in the name of the origin's actor.
    ///
    /// @param maxUses null for any number
    /// @param expiresAt null for never
    public InviteOutcome create(
            WaddleId waddle, @Nullable Integer maxUses, @Nullable Instant expiresAt, Origin origin) {
        FieldChecks checks = new FieldChecks();
        if (maxUses != null && (maxUses < 1 || maxUses > USES_LIMIT)) {
            checks.refuse("maxUses", "out_of_range", "Must be 1 to " + USES_LIMIT + ".");
        }
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            checks.refuse("expiresAt", "in_the_past", "Must lie in the future.");
        }
        if (!checks.passed()) {
            return new InviteOutcome.Invalid(checks.problems());
        }
        Long expiry = expiresAt == null ? null : expiresAt.toEpochMilli();
        return store.commit(new CreateInvite(waddle, secrets.code(), maxUses, expiry, origin), origin);
    }

    /// The invite of a code, if it could be used now.
    public Optional<Invite> find(String code) {
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        long now = clock.millis();
        return store.read(session -> session.sql(InviteSql.class).usable(code, now));
    }

    /// Takes one use; of many who ask for the last one at once, one gets it.
    public Optional<Invite> consume(String code, Origin origin) {
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        return store.commit(new UseInvite(code), origin);
    }

    /// Gives a use back when the shard refused the one who took it.
    public void giveBack(String code, Origin origin) {
        store.commit(new GiveBackUse(code), origin);
    }

    /// The invites of a community that could be used now, newest first.
    ///
    /// @param before the id of the last one of the page before, or null
    public List<Invite> list(WaddleId waddle, @Nullable Long before, int limit) {
        long from = before == null ? Long.MAX_VALUE : before;
        long now = clock.millis();
        return store.read(
                session -> session.sql(InviteSql.class).list(waddle, from, now, Math.clamp(limit, 1, PAGE_LIMIT)));
    }

    /// Ends an invite.
    ///
    /// @return false when the community has no such one
    public boolean revoke(WaddleId waddle, String code, Origin origin) {
        return CODE.matcher(code).matches() && store.commit(new RevokeInvite(waddle, code, origin), origin);
    }
}
