package chat.waddle.server.waddle;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.JoinMember;
import chat.waddle.community.LeaveMember;
import chat.waddle.community.Member;
import chat.waddle.directory.invite.Invite;
import chat.waddle.directory.invite.Invites;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.ProblemException;
import chat.waddle.shard.Shard;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.command.Request;

/// Lets people into waddles and out again. Joining where one is already a member changes nothing. Thread-safe; blocks.
final class Joining {
    private final WaddleGate gate;
    private final Invites invites;
    private final MembershipMirror mirror;

    Joining(WaddleGate gate, Invites invites, MembershipMirror mirror) {
        this.gate = gate;
        this.invites = invites;
        this.mirror = mirror;
    }

    /// The use of the invite is taken first, so that the last one is taken once, and given back to who is not let in.
    WaddleId byInvite(String code, UserId user, Request request, Origin origin) {
        WaddleId waddle = invites.find(code).map(Invite::waddle).orElseThrow(Joining::noSuchInvite);
        Shard shard = gate.shard(waddle);
        if (shard.access(user).isPresent()) {
            return waddle;
        }
        if (invites.consume(code, origin).isEmpty()) {
            throw noSuchInvite();
        }
        CommunityOutcome<Member> outcome;
        try {
            outcome = mirror.change(shard, new JoinMember(user), user, request, origin);
        } catch (StorageException failure) {
            if (nothingHappened(failure.kind())) {
                invites.giveBack(code, origin);
            }
            throw failure;
        }
        if (!(outcome instanceof CommunityOutcome.Done<Member>)) {
            invites.giveBack(code, origin);
        }
        CommunityProblems.valueOf(outcome);
        return waddle;
    }

    /// Where it is unknown whether somebody joined, the invite stays used.
    private static boolean nothingHappened(StorageException.Kind kind) {
        return switch (kind) {
            case LIMIT_REACHED, DISK_FULL, OVERLOADED, CLOSED -> true;
            case IO, DAMAGED, MISSING, NEWER, DEADLINE, DEFECT -> false;
        };
    }

    /// A waddle that is not public cannot be told from none by who is no member.
    WaddleId publicly(String idOrName, UserId user, Request request, Origin origin) {
        var route = gate.route(idOrName);
        Shard shard = gate.shard(route.waddle());
        if (shard.access(user).isPresent()) {
            return route.waddle();
        }
        if (!route.isPublic()) {
            throw CommunityProblems.noSuchWaddle();
        }
        CommunityProblems.valueOf(mirror.change(shard, new JoinMember(user), user, request, origin));
        return route.waddle();
    }

    void leave(Visit visit, Request request, Origin origin) {
        LeaveMember leave = new LeaveMember(visit.user());
        CommunityProblems.valueOf(mirror.change(visit.shard(), leave, visit.user(), request, origin));
    }

    static ProblemException noSuchInvite() {
        return new Problem.NotFound("no_such_invite", "This invite cannot be used, or not any more.").asException();
    }
}
