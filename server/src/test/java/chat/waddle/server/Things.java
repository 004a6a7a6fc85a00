package chat.waddle.server;

import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.http.Method;
import chat.waddle.server.http.Route;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One of everything a waddle has, and the request that each route would make of it.
///
/// @param member somebody without roles
/// @param banned somebody who is banned
record Things(
        String waddle,
        String channel,
        String thread,
        String message,
        String deletedMessage,
        String attachment,
        String role,
        String category,
        String invite,
        String report,
        String rule,
        String robot,
        String interaction,
        String voiceChannel,
        String voiceSession,
        String room,
        String roomMessage,
        String escalation,
        Person member,
        Person banned) {
    private static final String RULE =
            "{\"name\": \"r\", \"kind\": \"mentions\", \"mentionLimit\": 99, \"action\": \"flag\"}";
    private static final String ESCALATION = "{\"toLevel\": \"T2\", \"reason\": \"it burns on\"}";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// Makes fresh ones in a waddle; all but the people belong to the owner.
    static Things make(CommunityServer server, Person owner, String waddle, String tag) {
        String base = "/waddles/" + waddle;
        Person member = server.person("member " + tag);
        Person banned = server.person("banned " + tag);
        server.join(owner, waddle, member);
        server.put(owner, base + "/bans/" + banned.id(), "{}").expect(200);
        String channel = server.post(owner, base + "/channels", "{\"name\": \"c-" + tag + "\"}")
                .expect(201)
                .text("id");
        String thread = server.post(owner, base + "/channels/" + channel + "/threads", "{\"title\": \"t\"}")
                .expect(201)
                .text("id");
        String messages = Route.API + base + "/channels/" + channel + "/messages";
        String message = post(server, owner, messages);
        String room = server.post(owner, base + "/rooms", "{\"type\": \"support\"}")
                .expect(201)
                .text("id");
        server.post(owner, base + "/rooms/" + room + "/participants", "{\"userId\": \"" + member.id() + "\"}")
                .expect(201);
        String robot = robot(server, owner, base + "/robots", tag);
        String voiceChannel = voiceChannel(server, owner, base + "/channels");
        return new Things(
                waddle,
                channel,
                thread,
                message,
                deleted(server, owner, messages),
                attachment(server, owner, waddle, messages),
                server.post(owner, base + "/roles", "{\"name\": \"r\", \"permissions\": \"0\"}")
                        .expect(201)
                        .text("id"),
                server.post(owner, base + "/categories", "{\"name\": \"g\"}")
                        .expect(201)
                        .text("id"),
                server.post(owner, base + "/invites", "{}").expect(201).text("code"),
                server.post(
                                owner,
                                base + "/channels/" + channel + "/messages/" + message + "/report",
                                "{\"reason\": \"spam\"}")
                        .expect(201)
                        .text("id"),
                rule(server, owner, base + "/automod/rules"),
                robot,
                server.post(
                                owner,
                                base + "/channels/" + channel + "/robots/" + robot + "/ask",
                                "{\"messageId\": \"" + message + "\"}")
                        .expect(201)
                        .text("id"),
                voiceChannel,
                voiceSession(server, owner, base + "/channels/" + voiceChannel + "/voice-sessions"),
                room,
                post(server, owner, Route.API + base + "/channels/" + room + "/messages"),
                server.post(owner, base + "/rooms/" + room + "/escalations", ESCALATION)
                        .expect(201)
                        .text("id"),
                member,
                banned);
    }

    /// A waddle has only so many rules, so one that is there already will do.
    private static String rule(CommunityServer server, Person owner, String rules) {
        return server.get(owner, rules)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(rule -> rule.path("id").asText())
                .findFirst()
                .orElseGet(() -> server.post(owner, rules, RULE).expect(201).text("id"));
    }

    /// A waddle has only so many robots, so one that is there already will do.
    private static String robot(CommunityServer server, Person owner, String robots, String tag) {
        return server.get(owner, robots)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(robot -> robot.path("id").asText())
                .findFirst()
                .orElseGet(() -> server.post(owner, robots, "{\"name\": \"" + tag + "\"}")
                        .expect(201)
                        .text("id"));
    }

    /// One for the whole waddle, which has only so many channels.
    private static String voiceChannel(CommunityServer server, Person owner, String channels) {
        return server.get(owner, channels)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(channel -> channel.path("type").asText().equals("voice"))
                .map(channel -> channel.path("id").asText())
                .findFirst()
                .orElseGet(() -> server.post(owner, channels, "{\"name\": \"hum\", \"type\": \"voice\"}")
                        .expect(201)
                        .text("id"));
    }

    private static String voiceSession(CommunityServer server, Person owner, String sessions) {
        return server.get(owner, sessions)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(session -> session.path("id").asText())
                .findFirst()
                .orElseGet(() -> server.post(owner, sessions, "{}").expect(201).text("id"));
    }

    private static String post(CommunityServer server, Person owner, String messages) {
        return id(
                server.raw(owner, "POST", messages, "{\"content\": \"hello\"}").body());
    }

    /// A file that a message carries.
    private static String attachment(CommunityServer server, Person owner, String waddle, String messages) {
        String id = server.upload(owner, waddle, "a.png", Pictures.png(4, 3))
                .expect(201)
                .text("id");
        String body = "{\"content\": \"with a file\", \"attachmentIds\": [\"" + id + "\"]}";
        String _ = id(server.raw(owner, "POST", messages, body).body());
        return id;
    }

    private static String deleted(CommunityServer server, Person owner, String messages) {
        String id = post(server, owner, messages);
        server.raw(owner, "DELETE", messages + "/" + id, null);
        return id;
    }

    private static String id(String json) {
        try {
            JsonNode id = MAPPER.readTree(json).path("id");
            if (id.isTextual()) {
                return id.asText();
            }
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
        throw new AssertionError(json);
    }

    /// The value of a path parameter of this route.
    String parameter(Route route, String name) {
        return switch (name) {
            case "waddleId" -> waddle;
            case "channelId" -> route.path().contains("/voice-sessions") ? voiceChannel : channel;
            case "voiceSessionId" -> voiceSession;
            case "threadId" -> thread;
            case "messageId" -> route.operationId().equals("restoreMessage") ? deletedMessage : message;
            case "attachmentId" -> attachment;
            case "roleId" -> role;
            case "categoryId" -> category;
            case "code" -> invite;
            case "reportId" -> report;
            case "ruleId" -> rule;
            case "robotId" -> robot;
            case "roomId" -> room;
            case "escalationId" -> escalation;
            case "interactionId" -> interaction;
            case "userId" -> user(route);
            default -> "1";
        };
    }

    private String user(Route route) {
        boolean ofBans = route.path().contains("/bans/") && route.method() != Method.PUT;
        return ofBans ? banned.id() : member.id();
    }

    /// The whole path of a route, some parameters given otherwise.
    String path(Route route, Map<String, String> others) {
        String path = route.path();
        for (String name : route.parameters()) {
            path = path.replace("{" + name + "}", others.getOrDefault(name, parameter(route, name)));
        }
        return path.endsWith("/search") ? path + "?q=hello" : path;
    }

    /// A body the route accepts; null for none.
    @Nullable
    String body(Route route) {
        if (route.bodyLimitBytes() == 0) {
            return null;
        }
        return switch (route.operationId()) {
            case "updateWaddle" -> "{\"description\": \"changed\"}";
            case "transferWaddle" -> "{\"userId\": \"" + member.id() + "\"}";
            case "updateMember" -> "{\"nickname\": \"called\"}";
            case "pruneMembers" -> "{\"days\": 3650}";
            case "setTimeout" -> "{\"until\": \"" + Instant.now().plus(1, ChronoUnit.HOURS) + "\"}";
            case "createRole" -> "{\"name\": \"new\", \"permissions\": \"0\"}";
            case "updateRole" -> "{\"name\": \"changed\"}";
            case "createChannel" -> "{\"name\": \"new-" + channel + "\"}";
            case "updateChannel" -> "{\"description\": \"changed\"}";
            case "createCategory" -> "{\"name\": \"new\"}";
            case "updateCategory" -> "{\"name\": \"changed\"}";
            case "setChannelRoleOverwrite",
                    "setChannelUserOverwrite",
                    "setCategoryRoleOverwrite",
                    "setCategoryUserOverwrite" -> "{\"allow\": \"8\", \"deny\": \"16\"}";
            case "createThread" -> "{\"title\": \"new\"}";
            case "updateThread" -> "{\"locked\": true}";
            case "bulkDeleteMessages" -> "{\"ids\": [\"" + message + "\"]}";
            case "moveMessages" -> "{\"ids\": [\"" + message + "\"], \"threadId\": \"" + thread + "\"}";
            case "markRead" -> "{\"messageId\": \"" + message + "\"}";
            case "createAutomodRule" -> RULE;
            case "updateAutomodRule" -> "{\"name\": \"changed\"}";
            case "createRobot" -> "{\"name\": \"r-" + channel + "\"}";
            case "openRoom" -> "{\"type\": \"support\"}";
            case "updateRoom" -> "{\"name\": \"changed\"}";
            case "escalateRoom" -> ESCALATION;
            case "resolveEscalation" -> "{\"notes\": \"put out\"}";
            case "addRoomParticipant" -> "{\"userId\": \"" + member.id() + "\"}";
            case "updateRoomParticipant" -> "{\"status\": \"muted\"}";
            case "askRobotInRoom" -> "{\"messageId\": \"" + roomMessage + "\"}";
            case "askRobot" -> "{\"messageId\": \"" + message + "\"}";
            case "beginStream" -> "{\"robotId\": \"" + robot + "\"}";
            case "appendToStream" -> "{\"sequence\": 1, \"delta\": \"x\"}";
            case "finishStream" -> "{\"status\": \"delivered\"}";
            case "updateInteraction" -> "{\"status\": \"failed\"}";
            case "reportMessage" -> "{\"reason\": \"spam\"}";
            case "reviewReport" -> "{\"status\": \"resolved\"}";
            case "postMessage", "editMessage" -> "{\"content\": \"changed\"}";
            default -> "{}";
        };
    }
}
