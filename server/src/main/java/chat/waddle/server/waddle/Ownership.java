package chat.waddle.server.waddle;

import chat.waddle.community.TransferOwnership;
import chat.waddle.directory.account.Profiles;
import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.Waddle;
import chat.waddle.directory.waddle.WaddleOutcome;
import chat.waddle.directory.waddle.WaddleRegistry;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Request;

/// Hands waddles over: the shard first, which knows the members, then the directory.
///
/// A crash in between is healed by the [MembershipMirror], which takes the shard's word. Thread-safe; blocks.
final class Ownership {
    private final WaddleRegistry registry;
    private final Profiles profiles;
    private final MembershipMirror mirror;

    Ownership(WaddleRegistry registry, Profiles profiles, MembershipMirror mirror) {
        this.registry = registry;
        this.profiles = profiles;
        this.mirror = mirror;
    }

    /// @return the entry with its new owner
    Waddle transfer(Visit visit, UserId to, Request request, Origin origin) {
        if (visit.access().owner() && !mayOwn(to) && visit.shard().access(to).isPresent()) {
            throw WaddleProblems.noSuchOwner();
        }
        TransferOwnership handOver = new TransferOwnership(visit.user(), to);
        CommunityProblems.valueOf(mirror.change(visit.shard(), handOver, to, request, origin));
        WaddleOutcome outcome = registry.transfer(visit.waddle(), to, origin);
        if (outcome instanceof WaddleOutcome.NoSuchOwner) {
            // The account was closed in this very moment: the former owner stays it.
            TransferOwnership back = new TransferOwnership(to, visit.user());
            CommunityProblems.valueOf(mirror.change(visit.shard(), back, visit.user(), request, origin));
        }
        return WaddleProblems.changed(outcome);
    }

    private boolean mayOwn(UserId user) {
        return profiles.account(user)
                .map(account -> account.accountStatus().mayEnter())
                .orElse(false);
    }
}
