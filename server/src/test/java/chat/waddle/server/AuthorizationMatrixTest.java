package chat.waddle.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.Permission;
import chat.waddle.community.RolePreset;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Method;
import chat.waddle.server.http.Route;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everybody on every route: who is let in and how the others are refused follows from the route's access, and from a
/// small table where the handler knows more.
class AuthorizationMatrixTest {
    private static final int LET_IN = 200;
    private static final String OWNER = "OWNER";

    /// What a route needs for the request that [Things] makes of it, beyond its access: a permission, or to own.
    private static final Map<String, String> BEYOND_ACCESS = Map.ofEntries(
            Map.entry("deleteWaddle", OWNER),
            Map.entry("transferWaddle", OWNER),
            Map.entry("removeMember", "KICK_MEMBERS"),
            Map.entry("updateMember", "MANAGE_NICKNAMES"),
            Map.entry("updateThread", "MANAGE_THREADS"),
            Map.entry("postMessage", "SEND_MESSAGES"),
            Map.entry("editMessage", OWNER), // its author
            Map.entry("deleteMessage", "MANAGE_MESSAGES"),
            Map.entry("restoreMessage", "MANAGE_MESSAGES"),
            Map.entry("getMessageHistory", "READ_EDIT_HISTORY"),
            Map.entry("uploadAttachment", "ATTACH_FILES"),
            Map.entry("deleteAttachment", "MANAGE_FILES"),
            Map.entry("explainPermissions", "MANAGE_ROLES"),
            Map.entry("getRoom", "MANAGE_ROOMS"),
            Map.entry("updateRoom", "MANAGE_ROOMS"),
            Map.entry("getTranscript", "SUPERVISE_TRANSCRIPTS"),
            Map.entry("listRoomParticipants", "MANAGE_ROOMS"),
            Map.entry("addRoomParticipant", "ADMINISTRATOR"),
            Map.entry("updateRoomParticipant", "ADMINISTRATOR"),
            Map.entry("removeRoomParticipant", "ADMINISTRATOR"),
            Map.entry("askRobotInRoom", "ADMINISTRATOR"),
            Map.entry("leaseInteraction", "MANAGE_ROBOTS"),
            Map.entry("getInteraction", "MANAGE_ROBOTS"),
            Map.entry("updateInteraction", "MANAGE_ROBOTS"),
            Map.entry("revokeInvite", "MANAGE_INVITES"));

    /// Routes that a time-out does not close though they change something: leaving, reading on, what one is told of.
    private static final Set<String> OPEN_IN_TIMEOUT = Set.of("leaveWaddle", "markRead", "setChannelNotifications");

    /// Where others' things are hidden instead of refused.
    private static final Set<String> HIDDEN = Set.of(
            "revokeInvite",
            "restoreMessage",
            "getInteraction",
            "updateInteraction",
            "getRoom",
            "updateRoom",
            "getTranscript",
            "listRoomParticipants",
            "addRoomParticipant",
            "updateRoomParticipant",
            "removeRoomParticipant",
            "askRobotInRoom");

    private static final Set<String> READING = Set.of("", "VIEW_CHANNELS", "READ_HISTORY", "SEARCH");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void nobodyGetsInWhoMustNotAndEverybodyWhoMay() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Cast cast = Cast.of(server);
            List<String> wrong = new ArrayList<>();
            int number = 0;
            int asked = 0;
            for (Route route : server.routes()) {
                for (Map.Entry<Role, Person> each : cast.people().entrySet()) {
                    int expected = expected(cast, route, each.getKey());
                    boolean spoils = expected == LET_IN && route.method() != Method.GET;
                    Things things = spoils ? cast.fresh(server, route, "fresh-" + number++) : cast.shared();
                    int status = ask(server, cast, route, things, each.getKey());
                    if (spoils) {
                        cast.makeRoom(server, things);
                    }
                    asked++;
                    if (status != expected) {
                        wrong.add(route.operationId() + " by " + each.getKey() + ": " + status + " instead of "
                                + expected);
                    }
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(asked).isGreaterThan(500);
        }
    }

    private static int expected(Cast cast, Route route, Role role) {
        return switch (route.access()) {
            case Access.Public _ -> LET_IN;
            case Access.SignedIn _ -> role == Role.ANONYMOUS ? 401 : LET_IN;
            case Access.Operator _ -> operatorsOnly(role);
            case Access.Member need -> member(cast, route, need, role);
            case Access.Participant _ -> role == Role.ANONYMOUS ? 401 : 404; // see ConversationMatrixTest
        };
    }

    private static int operatorsOnly(Role role) {
        if (role == Role.ANONYMOUS) {
            return 401;
        }
        return role == Role.OPERATOR ? LET_IN : 403;
    }

    private static int member(Cast cast, Route route, Access.Member need, Role role) {
        return switch (role) {
            case ANONYMOUS -> 401;
            case STRANGER, OTHER_OWNER, EX_MEMBER, BANNED, OPERATOR -> 404;
            case TIMED_OUT -> inTimeout(route, need);
            case GUEST, MEMBER, MODERATOR, ADMIN, OWNER -> {
                String inner = BEYOND_ACCESS.getOrDefault(route.operationId(), "");
                if (cast.holds(role, need.permission()) && cast.holds(role, inner)) {
                    yield LET_IN;
                }
                yield HIDDEN.contains(route.operationId()) ? 404 : 403;
            }
        };
    }

    private static int inTimeout(Route route, Access.Member need) {
        boolean reads = route.method() == Method.GET && READING.contains(need.permission());
        if (OPEN_IN_TIMEOUT.contains(route.operationId())) {
            return LET_IN;
        }
        if (HIDDEN.contains(route.operationId())) {
            return 404;
        }
        return reads && !BEYOND_ACCESS.containsKey(route.operationId()) ? LET_IN : 403;
    }

    /// 401, 403 or 404 where that is why; anything else means that the request was let in.
    private static int ask(CommunityServer server, Cast cast, Route route, Things things, Role role) {
        Person who = cast.person(server, route, role);
        HttpResponse<String> answer =
                server.raw(who, route.method().name(), things.path(route, Map.of()), things.body(route));
        boolean hidden = answer.statusCode() == 404
                && (answer.body().contains("\"no_such_waddle\"")
                        || answer.body().contains("\"no_such_conversation\"")
                        || HIDDEN.contains(route.operationId()));
        assertThat(answer.statusCode()).as(route.operationId() + answer.body()).isNotEqualTo(500);
        return hidden || answer.statusCode() == 401 || answer.statusCode() == 403 ? answer.statusCode() : LET_IN;
    }

    private enum Role {
        ANONYMOUS,
        STRANGER,
        /// Owns another waddle.
        OTHER_OWNER,
        EX_MEMBER,
        BANNED,
        TIMED_OUT,
        /// A member whose account is a guest's; the others are registered.
        GUEST,
        MEMBER,
        MODERATOR,
        ADMIN,
        OWNER,
        OPERATOR
    }

    /// Everybody there is, around one waddle.
    ///
    /// @param held what members, moderators and administrators hold, as the file says
    private record Cast(String waddle, Map<Role, Person> people, Map<Role, Long> held, Things shared) {
        static Cast of(CommunityServer server) {
            Map<Role, Person> people = new LinkedHashMap<>();
            for (Role role : Role.values()) {
                String name = role.name().toLowerCase(Locale.ROOT);
                people.put(role, role == Role.GUEST ? server.person(name) : server.registered(name));
            }
            people.put(Role.ANONYMOUS, CommunityServer.NOBODY);
            people.put(Role.OPERATOR, server.operator("olga"));
            Person owner = of(people, Role.OWNER);
            String waddle = server.waddle(owner, "matrix", true);
            server.waddle(of(people, Role.OTHER_OWNER), "other", true);
            populate(server, waddle, people);
            return new Cast(waddle, people, held(server, waddle), Things.make(server, owner, waddle, "shared"));
        }

        private static Map<Role, Long> held(CommunityServer server, String waddle) {
            Map<Role, Long> held = new LinkedHashMap<>();
            server.shard(waddle).read(reader -> reader.roles().all()).forEach(role -> {
                if (role.preset() == RolePreset.MEMBER || role.preset() == RolePreset.MODERATOR) {
                    held.put(Role.valueOf(role.preset().name()), role.permissions());
                }
            });
            held.put(Role.ADMIN, Permission.all());
            held.put(Role.OWNER, Permission.all());
            return held;
        }

        /// Makes people what they are called, in this waddle.
        static void populate(CommunityServer server, String waddle, Map<Role, Person> people) {
            Person owner = of(people, Role.OWNER);
            String base = "/waddles/" + waddle;
            for (Role role : List.of(
                    Role.EX_MEMBER, Role.BANNED, Role.TIMED_OUT, Role.GUEST, Role.MEMBER, Role.MODERATOR, Role.ADMIN)) {
                server.join(owner, waddle, of(people, role));
            }
            server.post(of(people, Role.EX_MEMBER), base + "/leave", null).expect(204);
            server.put(owner, base + "/bans/" + of(people, Role.BANNED).id(), "{}")
                    .expect(200);
            Instant until = Instant.now().plus(1, ChronoUnit.HOURS);
            server.put(
                            owner,
                            base + "/members/" + of(people, Role.TIMED_OUT).id() + "/timeout",
                            "{\"until\": \"" + until + "\"}")
                    .expect(200);
            for (Role role : List.of(Role.MODERATOR, Role.ADMIN)) {
                String id = server.presetRole(owner, waddle, role.name().toLowerCase(Locale.ROOT));
                server.put(owner, base + "/members/" + of(people, role).id() + "/roles/" + id, null)
                        .expect(200);
            }
        }

        private static Person of(Map<Role, Person> people, Role role) {
            return Objects.requireNonNull(people.get(role));
        }

        boolean holds(Role role, String permission) {
            if (permission.isEmpty()) {
                return true;
            }
            if (permission.equals(OWNER)) {
                return role == Role.OWNER;
            }
            long bits = held.getOrDefault(role == Role.GUEST ? Role.MEMBER : role, 0L);
            return (bits & Permission.valueOf(permission).mask()) != 0;
        }

        /// Things that may be spoilt, in a waddle of their own where the whole waddle may be.
        Things fresh(CommunityServer server, Route route, String tag) {
            if (!(route.access() instanceof Access.Member)) {
                return shared;
            }
            Person owner = of(people, Role.OWNER);
            boolean alone =
                    Set.of("deleteWaddle", "transferWaddle", "leaveWaddle").contains(route.operationId());
            String place = alone ? server.waddle(owner, tag, true) : waddle;
            if (alone) {
                populate(server, place, people);
            }
            return Things.make(server, owner, place, tag);
        }

        /// A waddle has room for so many categories only, and every fresh thing brings one.
        void makeRoom(CommunityServer server, Things spoilt) {
            String category = Route.API + "/waddles/" + spoilt.waddle() + "/categories/" + spoilt.category();
            if (!spoilt.equals(shared)) {
                HttpResponse<String> _ = server.raw(of(people, Role.OWNER), "DELETE", category, null);
            }
        }

        /// Routes about the account itself may end it, so they get an account that nobody needs.
        Person person(CommunityServer server, Route route, Role role) {
            boolean own = route.access() instanceof Access.SignedIn || route.access() instanceof Access.Public;
            return own && role != Role.ANONYMOUS ? server.person("spare") : of(people, role);
        }
    }
}
