package chat.waddle.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.Pictures;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Route;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everybody on every route about a conversation: who takes no part in it, whatever else they are, gets the 404 of an
/// unknown one; who takes part may do what their role says.
class ConversationMatrixTest {
    private static final int LET_IN = 200;

    /// What is needed beside taking part; everything else is reading.
    private static final Map<String, Needs> NEEDS = Map.ofEntries(
            Map.entry("postMessageInConversation", Needs.SENDING),
            Map.entry("addReactionInConversation", Needs.SENDING),
            Map.entry("uploadAttachmentInConversation", Needs.SENDING),
            Map.entry("pinMessageInConversation", Needs.BELONGING),
            Map.entry("unpinMessageInConversation", Needs.BELONGING),
            Map.entry("deleteMessageInConversation", Needs.MODERATING),
            Map.entry("restoreMessageInConversation", Needs.MODERATING),
            Map.entry("bulkDeleteMessagesInConversation", Needs.MODERATING),
            Map.entry("getMessageHistoryInConversation", Needs.MODERATING),
            Map.entry("updateConversationParticipant", Needs.MODERATING),
            Map.entry("removeConversationParticipant", Needs.MODERATING),
            Map.entry("addConversationParticipant", Needs.RUNNING),
            Map.entry("updateConversation", Needs.RUNNING),
            Map.entry("editMessageInConversation", Needs.OWNING), // its author
            Map.entry("deleteAttachmentInConversation", Needs.MODERATING));

    /// Where what somebody may not change is hidden instead of refused.
    private static final Set<String> HIDDEN = Set.of("restoreMessageInConversation");

    private enum Needs {
        SENDING,
        BELONGING,
        MODERATING,
        RUNNING,
        OWNING
    }

    private enum Role {
        ANONYMOUS,
        STRANGER,
        /// Belongs to the same waddle.
        NEIGHBOUR,
        OPERATOR,
        REMOVED,
        GONE,
        OBSERVER,
        MUTED,
        GUEST,
        MEMBER,
        MODERATOR,
        ADMIN,
        OWNER;

        boolean takesPart() {
            return compareTo(OBSERVER) >= 0;
        }

        boolean holds(Needs needs) {
            Role least = switch (needs) {
                case SENDING -> GUEST;
                case BELONGING -> MEMBER;
                case MODERATING -> MODERATOR;
                case RUNNING -> ADMIN;
                case OWNING -> OWNER;
            };
            return compareTo(least) >= 0;
        }
    }

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whoTakesNoPartLearnsNothingAndTheOthersDoWhatTheyMay() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Cast cast = Cast.of(server);
            List<Route> routes = server.routes().stream()
                    .filter(route -> route.access() instanceof Access.Participant)
                    .toList();
            assertThat(routes).hasSizeGreaterThan(20);
            List<String> wrong = new ArrayList<>();
            for (Route route : routes) {
                for (Role role : Role.values()) {
                    Things things = cast.things(server);
                    int expected = expected(route, role);
                    HttpResponse<String> answer = server.raw(
                            cast.person(role), route.method().name(), things.path(route), things.body(route));
                    int status = answer.statusCode();
                    boolean same =
                            expected == LET_IN ? status < 300 || status == 422 || status == 415 : status == expected;
                    boolean told = expected != 404
                            || HIDDEN.contains(route.operationId())
                            || answer.body().contains("\"no_such_conversation\"");
                    if (!same || !told) {
                        wrong.add(route.operationId() + " by " + role + ": " + status + " instead of " + expected + " "
                                + answer.body());
                    }
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    private static int expected(Route route, Role role) {
        if (role == Role.ANONYMOUS) {
            return 401;
        }
        if (!role.takesPart()) {
            return 404;
        }
        Needs needed = NEEDS.get(route.operationId());
        if (needed == null || role.holds(needed)) {
            return LET_IN;
        }
        return HIDDEN.contains(route.operationId()) && needed == Needs.MODERATING ? 404 : 403;
    }

    /// One conversation, and one of everything in it, all made by its owner.
    private record Things(
            String conversation, String message, String deleted, String attachment, Person guest, Person newcomer) {
        String path(Route route) {
            String path = route.path()
                    .replace("{conversationId}", conversation)
                    .replace("{messageId}", route.path().endsWith("/restore") ? deleted : message)
                    .replace("{attachmentId}", attachment)
                    .replace("{emoji}", "x")
                    .replace("{userId}", route.operationId().startsWith("add") ? newcomer.id() : guest.id());
            return path.endsWith("/search") ? path + "?q=hello" : path;
        }

        @Nullable
        String body(Route route) {
            if (route.bodyLimitBytes() == 0) {
                return null;
            }
            return switch (route.operationId()) {
                case "postMessageInConversation", "editMessageInConversation" -> "{\"content\": \"changed\"}";
                case "bulkDeleteMessagesInConversation" -> "{\"ids\": [\"" + message + "\"]}";
                case "markReadInConversation" -> "{\"messageId\": \"" + message + "\"}";
                case "updateConversation" -> "{\"title\": \"changed\"}";
                case "updateConversationParticipant" -> "{\"canSend\": false}";
                default -> "{}";
            };
        }
    }

    /// Somebody of every role, and the conversation.
    private record Cast(Map<Role, Person> people, String conversation, Person guest, Person newcomer) {
        static Cast of(CommunityServer server) {
            Map<Role, Person> people = new EnumMap<>(Role.class);
            for (Role role : Role.values()) {
                people.put(
                        role,
                        switch (role) {
                            case ANONYMOUS -> CommunityServer.NOBODY;
                            case OPERATOR -> server.operator("boss");
                            default -> server.person(role.name());
                        });
            }
            Person owner = Objects.requireNonNull(people.get(Role.OWNER));
            String waddle = server.waddle(owner, "pond", true);
            Person guest = server.person("another guest");
            Person newcomer = server.person("newcomer");
            List<Person> members = new ArrayList<>(List.of(guest, newcomer));
            people.forEach((role, person) -> {
                if (role != Role.ANONYMOUS && role != Role.OWNER && role != Role.STRANGER) {
                    members.add(person);
                }
            });
            members.forEach(person -> server.join(owner, waddle, person));
            String conversation = server.post(
                            owner,
                            "/conversations",
                            "{\"type\": \"group\", \"title\": \"g\", \"participantIds\": [\"" + guest.id() + "\"]}")
                    .expect(201)
                    .text("id");
            Cast cast = new Cast(people, conversation, guest, newcomer);
            cast.fill(server, owner);
            return cast;
        }

        private void fill(CommunityServer server, Person owner) {
            String path = "/conversations/" + conversation + "/participants/";
            people.forEach((role, person) -> {
                String wanted = switch (role) {
                    case OBSERVER -> "observer";
                    case GUEST -> "guest";
                    case MODERATOR -> "moderator";
                    case ADMIN -> "admin";
                    default -> "member";
                };
                if ((role.takesPart() && role != Role.OWNER) || role == Role.REMOVED || role == Role.GONE) {
                    server.put(owner, path + person.id(), "{\"role\": \"" + wanted + "\"}")
                            .expect(201);
                }
            });
            server.patch(owner, path + person(Role.MUTED).id(), "{\"status\": \"muted\"}")
                    .expect(200);
            server.delete(owner, path + person(Role.REMOVED).id()).expect(204);
            server.delete(person(Role.GONE), path + "me").expect(204);
        }

        Person person(Role role) {
            return Objects.requireNonNull(people.get(role));
        }

        /// Fresh ones, because the request before may have spoilt them.
        Things things(CommunityServer server) {
            Person owner = person(Role.OWNER);
            String path = "/conversations/" + conversation;
            var _ = server.raw(
                    owner,
                    "PUT",
                    Route.API + path + "/participants/" + guest.id(),
                    "{\"role\": \"guest\", \"canSend\": true}");
            var _ = server.raw(owner, "DELETE", Route.API + path + "/participants/" + newcomer.id(), null);
            String file = server.uploadTo(owner, path, "a.png", Pictures.png(4, 3))
                    .expect(201)
                    .text("id");
            String message = server.post(
                            owner,
                            path + "/messages",
                            "{\"content\": \"hello\", \"attachmentIds\": [\"" + file + "\"]}")
                    .expect(201)
                    .text("id");
            String deleted = server.post(owner, path + "/messages", "{\"content\": \"hello\"}")
                    .expect(201)
                    .text("id");
            server.delete(owner, path + "/messages/" + deleted).expect(204);
            return new Things(conversation, message, deleted, file, guest, newcomer);
        }
    }
}
