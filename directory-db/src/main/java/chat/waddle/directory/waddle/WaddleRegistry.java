package chat.waddle.directory.waddle;

import chat.waddle.directory.field.FieldChecks;
import chat.waddle.directory.field.FieldProblem;
import chat.waddle.directory.secret.Secrets;
import chat.waddle.directory.shard.ShardId;
import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.command.CommandTypes;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The communities: their names, entries and lives. Thread-safe.
///
/// A new one is reserved, then its file is made, then it is activated; what stays reserved is found by
/// [WaddleCatalogue#unfinished] and abandoned.
public final class WaddleRegistry {
    private static final int DISPLAY_NAME_LENGTH = 100;
    private static final int DESCRIPTION_LENGTH = 2000;

    private final DirectoryStore store;
    private final Secrets secrets;
    private final WaddleLimits limits;
    private final InstantSource clock;

    public WaddleRegistry(DirectoryStore store, Secrets secrets, WaddleLimits limits, InstantSource clock) {
        this.store = store;
        this.secrets = secrets;
        this.limits = limits;
        this.clock = clock;
    }

    public static void register(CommandTypes.Builder types) {
        types.add(30, "reserve_waddle", ReserveWaddle.class);
        types.add(31, "move_waddle", MoveWaddle.class);
        types.add(32, "rename_waddle", RenameWaddle.class);
        types.add(33, "patch_waddle", PatchWaddle.class);
        types.add(34, "transfer_waddle", TransferWaddle.class);
        types.add(35, "remove_waddle", RemoveWaddle.class);
    }

    /// Takes a name and a shard id.
    public ReserveOutcome reserve(
            String name, String displayName, String description, boolean isPublic, UserId owner, Origin origin) {
        FieldChecks checks = new FieldChecks();
        String checkedName = WaddleNames.check(checks, name);
        String checkedDisplayName = checks.name("displayName", displayName, DISPLAY_NAME_LENGTH);
        String checkedDescription = checks.prose("description", description, DESCRIPTION_LENGTH);
        if (!checks.passed()) {
            return new ReserveOutcome.Invalid(checks.problems());
        }
        ShardId shard = new ShardId(secrets.shardId());
        return store.commit(
                new ReserveWaddle(
                        checkedName,
                        checkedDisplayName,
                        checkedDescription,
                        isPublic,
                        owner,
                        shard,
                        limits.ownedByOne(),
                        origin),
                origin);
    }

    /// Opens a reserved community whose file stands ready.
    public WaddleOutcome activate(WaddleId waddle, Origin origin) {
        return move(waddle, Transition.ACTIVATE, "", origin);
    }

    /// Forgets a reserved community whose file could not be made.
    ///
    /// @return false when there is none or it was activated
    public boolean abandon(WaddleId waddle, Origin origin) {
        return store.commit(new RemoveWaddle(waddle, Long.MIN_VALUE, origin), origin);
    }

    public WaddleOutcome suspend(WaddleId waddle, String reason, Origin origin) {
        return move(waddle, Transition.SUSPEND, reason, origin);
    }

    public WaddleOutcome resume(WaddleId waddle, String reason, Origin origin) {
        return move(waddle, Transition.RESUME, reason, origin);
    }

    /// Deletes a community so that it can be brought back for 30 days; it keeps its name as long.
    public WaddleOutcome tombstone(WaddleId waddle, String reason, Origin origin) {
        return move(waddle, Transition.TOMBSTONE, reason, origin);
    }

    /// Brings a deleted community back; afterwards it is active.
    public WaddleOutcome undelete(WaddleId waddle, String reason, Origin origin) {
        return move(waddle, Transition.UNDELETE, reason, origin);
    }

    /// Forgets a deleted community whose 30 days are over; delete its files first.
    ///
    /// @return false when there is none or its time is not over
    public boolean purge(WaddleId waddle, Origin origin) {
        return store.commit(new RemoveWaddle(waddle, deletedBefore(), origin), origin);
    }

    private WaddleOutcome move(WaddleId waddle, Transition transition, String reason, Origin origin) {
        FieldChecks checks = new FieldChecks();
        String checkedReason = checks.prose("reason", reason, 1000);
        if (!checks.passed()) {
            return new WaddleOutcome.Invalid(checks.problems());
        }
        return store.commit(new MoveWaddle(waddle, transition, checkedReason, deletedBefore(), origin), origin);
    }

    private long deletedBefore() {
        return clock.instant().minus(limits.undeleteWithin()).toEpochMilli();
    }

    /// Changes the unique name; the old one leads to the community from now on.
    public WaddleOutcome rename(WaddleId waddle, String name, Origin origin) {
        FieldChecks checks = new FieldChecks();
        String checked = WaddleNames.check(checks, name);
        if (!checks.passed()) {
            return new WaddleOutcome.Invalid(checks.problems());
        }
        return store.commit(new RenameWaddle(waddle, checked, origin), origin);
    }

    public WaddleOutcome patch(WaddleId waddle, WaddlePatch patch, Origin origin) {
        FieldChecks checks = new FieldChecks();
        WaddlePatch checked = check(checks, patch);
        if (!checks.passed()) {
            return new WaddleOutcome.Invalid(checks.problems());
        }
        return store.commit(new PatchWaddle(waddle, checked, origin), origin);
    }

    /// What is wrong with a new name and other new values, so that both can be refused before either is written.
    ///
    /// @param name null for no new one
    public List<FieldProblem> faults(@Nullable String name, WaddlePatch patch) {
        FieldChecks checks = new FieldChecks();
        if (name != null) {
            WaddleNames.check(checks, name);
        }
        check(checks, patch);
        return checks.problems();
    }

    private static WaddlePatch check(FieldChecks checks, WaddlePatch patch) {
        return new WaddlePatch(
                Optional.ofNullable(patch.displayName())
                        .map(text -> checks.name("displayName", text, DISPLAY_NAME_LENGTH))
                        .orElse(null),
                Optional.ofNullable(patch.description())
                        .map(text -> checks.prose("description", text, DESCRIPTION_LENGTH))
                        .orElse(null),
                picture(checks, "iconUrl", Optional.ofNullable(patch.iconUrl())).orElse(null),
                picture(checks, "bannerUrl", Optional.ofNullable(patch.bannerUrl()))
                        .orElse(null),
                patch.isPublic(),
                patch.features(),
                patch.isVerified());
    }

    private static Optional<String> picture(FieldChecks checks, String field, Optional<String> url) {
        return url.map(text -> text.isEmpty() ? text : checks.pictureUrl(field, text));
    }

    /// Writes down a new owner. The shard, which knows the members, is asked first by the caller.
    public WaddleOutcome transfer(WaddleId waddle, UserId owner, Origin origin) {
        return store.commit(new TransferWaddle(waddle, owner, origin), origin);
    }
}
