package chat.waddle.server.model;

import chat.waddle.community.Permission;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import chat.waddle.server.model.Community.PosterKey;
import chat.waddle.server.model.Community.Role;
import chat.waddle.server.model.Community.Said;
import chat.waddle.server.model.Community.Spot;
import chat.waddle.server.model.Community.Subject;
import chat.waddle.server.model.Community.Topic;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One community twice: on a server, and as a model that every deed is judged by before it is done to both.
final class Life {
    static final List<String> WORDS = List.of("heron", "reed", "ripple", "feather", "nest", "otter");
    private static final List<String> EMOJI = List.of("%F0%9F%91%8D", "%F0%9F%90%A7", ":waddle:");
    private static final List<Permission> BITS = List.of(
            Permission.VIEW_CHANNELS,
            Permission.READ_HISTORY,
            Permission.SEND_MESSAGES,
            Permission.SEND_IN_THREADS,
            Permission.ADD_REACTIONS,
            Permission.PIN_MESSAGES,
            Permission.MANAGE_MESSAGES,
            Permission.SEARCH);

    final Community community;
    final Judge judge;
    private final String waddle;
    private final List<Person> people = new ArrayList<>();
    private final List<String> channels = new ArrayList<>();
    private CommunityServer server;

    /// @param bansHold false makes the model believe that whoever is banned may come back, which is wrong
    Life(CommunityServer server, String name, boolean bansHold) {
        this.server = server;
        for (int i = 0; i < Community.PEOPLE; i++) {
            people.add(server.person("p" + i));
        }
        waddle = server.waddle(person(Community.OWNER), name, true);
        role("seers", 20, Permission.VIEW_PRIVATE_CHANNELS);
        role("gardeners", 30, Permission.PIN_MESSAGES, Permission.MANAGE_MESSAGES);
        community = new Community(roles());
        judge = new Judge(community, bansHold);
        for (int i = 0; i < Community.CHANNELS; i++) {
            boolean hidden = i == Community.PRIVATE;
            String body = "{\"name\": \"c" + i + "\", \"isPrivate\": " + hidden + "}";
            channels.add(owner("POST", "/channels", body).expect(201).text("id"));
        }
        community.join(Community.OWNER, 0);
        for (int i = 1; i < Community.PEOPLE - 1; i++) {
            join(i);
        }
    }

    /// Goes on with the same files behind another server.
    void moveTo(CommunityServer restarted) {
        server = restarted;
    }

    Person person(int number) {
        return people.get(number);
    }

    String channelId(int number) {
        return channels.get(number);
    }

    Answer get(int reader, String path) {
        return server.get(person(reader), "/waddles/" + waddle + path);
    }

    private void role(String name, int position, Permission... permissions) {
        long bits = 0;
        for (Permission permission : permissions) {
            bits |= permission.mask();
        }
        owner("POST", "/roles", """
                {"name": "%s", "position": %d, "permissions": "%d"}""".formatted(name, position, bits)).expect(201);
    }

    /// Everybody's first, then those that are granted; the administrators' would decide everything.
    private List<Role> roles() {
        List<Role> roles = new ArrayList<>();
        owner("GET", "/roles", null).expect(200).body().path("items").forEach(role -> {
            String preset = role.path("preset").asText();
            Role made = new Role(
                    role.path("id").asText(),
                    role.path("permissions").asLong(),
                    role.path("position").asInt());
            if (preset.equals("member")) {
                roles.addFirst(made);
            } else if (!preset.equals("owner") && !preset.equals("admin")) {
                roles.add(made);
            }
        });
        return roles;
    }

    /// Does it to both.
    ///
    /// @return how they differ, or null
    @Nullable
    String attempt(Deed deed) {
        int actor = deed.actor();
        int channel = deed.a() % Community.CHANNELS;
        int target = deed.a() % Community.PEOPLE;
        Said message = community.recent(deed.a());
        Topic topic = community.topics.isEmpty() ? null : community.topics.get(deed.a() % community.topics.size());
        return switch (deed.kind()) {
            case POST -> post(actor, channel, judge.post(actor, channel), text(deed), null, null, null);
            case POST_WITH_KEY -> withKey(deed, channel);
            case REPLY -> message == null ? null : reply(deed, message);
            case POST_IN_THREAD ->
                topic == null
                        ? null
                        : post(actor, topic.channel, judge.postIn(actor, topic), text(deed), topic, null, null);
            case EDIT -> message == null ? null : edit(deed, message);
            case DELETE ->
                message == null
                        ? null
                        : on(deed, message, "DELETE", "", judge.delete(actor, message), () -> hide(actor, message));
            case RESTORE ->
                message == null
                        ? null
                        : on(
                                deed,
                                message,
                                "POST",
                                "/restore",
                                judge.restore(actor, message),
                                () -> message.deletedBy = -1);
            case ERASE ->
                message == null
                        ? null
                        : on(deed, message, "DELETE", "?erase=true", judge.erase(actor, message), () -> erase(message));
            case BULK_DELETE -> bulkDelete(deed, channel);
            case REACT ->
                message == null
                        ? null
                        : on(
                                deed,
                                message,
                                "PUT",
                                reaction(deed),
                                judge.react(actor, message),
                                () -> message.reactions
                                        .computeIfAbsent(emoji(deed), _ -> new LinkedHashSet<>())
                                        .add(actor));
            case TAKE_REACTION ->
                message == null
                        ? null
                        : on(
                                deed,
                                message,
                                "DELETE",
                                reaction(deed),
                                judge.takeReaction(actor, message),
                                () -> takeReaction(message, emoji(deed), actor));
            case PIN ->
                message == null
                        ? null
                        : on(deed, message, "PUT", "/pin", judge.pin(actor, message), () -> {
                            if (!community.pins.contains(message)) {
                                community.pins.add(message);
                            }
                        });
            case UNPIN ->
                message == null
                        ? null
                        : on(
                                deed,
                                message,
                                "DELETE",
                                "/pin",
                                judge.pin(actor, message),
                                () -> community.pins.remove(message));
            case READ -> message == null ? null : read(deed, message);
            case START_THREAD -> startThread(actor, channel);
            case LOCK_THREAD ->
                topic == null
                        ? null
                        : same(
                                200,
                                owner("PATCH", "/threads/" + topic.id, "{\"locked\": " + (deed.b() % 2 == 0) + "}"),
                                _ -> topic.locked = deed.b() % 2 == 0);
            case JOIN -> join(actor);
            case LEAVE -> same(judge.leave(actor), send(actor, "POST", "/leave", null), _ -> community.end(actor));
            case KICK ->
                same(
                        judge.kick(actor, target),
                        send(actor, "DELETE", "/members/" + person(target).id(), null),
                        _ -> community.end(target));
            case BAN ->
                same(
                        judge.sanction(actor, target, Permission.BAN_MEMBERS),
                        send(actor, "PUT", "/bans/" + person(target).id(), "{}"),
                        _ -> {
                            community.end(target);
                            community.banned.add(target);
                        });
            case UNBAN ->
                same(
                        judge.unban(actor, target),
                        send(actor, "DELETE", "/bans/" + person(target).id(), null),
                        _ -> community.banned.remove(target));
            case TIME_OUT -> timeOut(actor, target, "\"" + Instant.now().plus(9, ChronoUnit.HOURS) + "\"");
            case END_TIME_OUT -> timeOut(actor, target, "null");
            case GRANT, REVOKE -> role(deed, target);
            case OVERWRITE, CLEAR_OVERWRITE -> overwrite(deed, channel);
            case ARCHIVE_CHANNEL -> archive(channel, true);
            case REOPEN_CHANNEL -> archive(channel, false);
        };
    }

    private @Nullable String withKey(Deed deed, int channel) {
        PosterKey key = new PosterKey(deed.actor(), channel, "k" + deed.c() % 3);
        Said earlier = community.keys.get(key);
        boolean inside = community.members.contains(deed.actor()) && community.sees(deed.actor(), channel);
        if (earlier == null || !inside) {
            return post(deed.actor(), channel, judge.post(deed.actor(), channel), text(deed), null, null, key);
        }
        Answer answer = send(
                deed.actor(),
                "POST",
                "/channels/" + channelId(channel) + "/messages",
                body(text(deed), null, null, key));
        return answer.status() == 200 && answer.text("id").equals(earlier.id)
                ? null
                : "a repeated post gave " + answer.status() + " " + answer.text();
    }

    private @Nullable String reply(Deed deed, Said message) {
        int expected = judge.post(deed.actor(), message.channel);
        boolean unknown = expected == 200 && !message.there();
        return post(deed.actor(), message.channel, unknown ? 422 : expected, text(deed), null, message, null);
    }

    private @Nullable String post(
            int actor,
            int channel,
            int expected,
            String text,
            @Nullable Topic topic,
            @Nullable Said replyTo,
            @Nullable PosterKey key) {
        String path = "/channels/" + channelId(channel) + "/messages";
        return same(expected, send(actor, "POST", path, body(text, topic, replyTo, key)), answer -> {
            Said message = new Said(
                    answer.text("id"),
                    channel,
                    actor,
                    Instant.parse(answer.text("createdAt")).toEpochMilli(),
                    topic == null ? -1 : community.topics.indexOf(topic),
                    replyTo == null ? "" : replyTo.id,
                    text);
            community.said.add(message);
            if (key != null) {
                community.keys.put(key, message);
            }
        });
    }

    private static String body(String text, @Nullable Topic topic, @Nullable Said replyTo, @Nullable PosterKey key) {
        return "{\"content\": \"" + text + "\""
                + (topic == null ? "" : ", \"threadId\": \"" + topic.id + "\"")
                + (replyTo == null ? "" : ", \"replyToId\": \"" + replyTo.id + "\"")
                + (key == null ? "" : ", \"clientMessageId\": \"" + key.key() + "\"") + "}";
    }

    private @Nullable String edit(Deed deed, Said message) {
        String text = text(deed);
        Answer answer = send(deed.actor(), "PATCH", path(message), body(text, null, null, null));
        return same(judge.edit(deed.actor(), message), answer, _ -> {
            if (!message.content.equals(text)) {
                message.content = text;
                message.edits++;
            }
        });
    }

    private void hide(int actor, Said message) {
        message.deletedBy = actor;
        community.pins.remove(message);
    }

    private void erase(Said message) {
        message.erased = true;
        message.reactions.clear();
        community.pins.remove(message);
        community.keys.values().remove(message);
    }

    private @Nullable String bulkDelete(Deed deed, int channel) {
        if (community.said.isEmpty()) {
            return null;
        }
        int size = community.said.size();
        List<Said> some = Set.of(deed.a() % size, deed.b() % size + size, deed.c() % size + 2 * size).stream()
                .map(number -> community.said.get(number % size))
                .distinct()
                .toList();
        String ids = String.join(
                ", ", some.stream().map(message -> "\"" + message.id + "\"").toList());
        String path = "/channels/" + channelId(channel) + "/messages/bulk-delete";
        return same(
                judge.bulkDelete(deed.actor(), channel),
                send(deed.actor(), "POST", path, "{\"ids\": [" + ids + "]}"),
                _ -> some.stream()
                        .filter(message -> message.channel == channel && message.there())
                        .forEach(message -> hide(deed.actor(), message)));
    }

    private static void takeReaction(Said message, String emoji, int actor) {
        Set<Integer> people = message.reactions.get(emoji);
        if (people != null && people.remove(actor) && people.isEmpty()) {
            message.reactions.remove(emoji);
        }
    }

    private @Nullable String read(Deed deed, Said message) {
        boolean back = deed.b() % 3 == 0;
        String body = "{\"messageId\": \"" + message.id + "\", \"allowBackwards\": " + back + "}";
        String path = "/channels/" + channelId(message.channel) + "/read";
        return same(judge.read(deed.actor(), message), send(deed.actor(), "PUT", path, body), _ -> {
            Spot spot = new Spot(deed.actor(), message.channel);
            Said before = community.markers.get(spot);
            if (before == null || back || community.said.indexOf(message) > community.said.indexOf(before)) {
                community.markers.put(spot, message);
            }
        });
    }

    private @Nullable String startThread(int actor, int channel) {
        Answer answer = send(actor, "POST", "/channels/" + channelId(channel) + "/threads", "{\"title\": \"t\"}");
        return same(
                judge.startThread(actor, channel),
                answer,
                started -> community.topics.add(new Topic(started.text("id"), channel)));
    }

    private @Nullable String join(int person) {
        String code = owner("POST", "/invites", "{\"maxUses\": 1}").expect(201).text("code");
        Answer answer = server.post(person(person), "/invites/" + code + "/join", null);
        return same(judge.join(person), answer, _ -> {
            JsonNode member = get(person, "/members/me").expect(200).body();
            community.join(
                    person, Instant.parse(member.path("joinedAt").asText()).toEpochMilli());
        });
    }

    private @Nullable String timeOut(int actor, int target, String until) {
        return same(
                judge.sanction(actor, target, Permission.TIMEOUT_MEMBERS),
                send(actor, "PUT", "/members/" + person(target).id() + "/timeout", "{\"until\": " + until + "}"),
                _ -> community.timedOut(target, !until.equals("null")));
    }

    private @Nullable String role(Deed deed, int target) {
        boolean grants = deed.kind() == Deed.Kind.GRANT;
        int number = 1 + deed.b() % (community.roles.size() - 1);
        String path = "/members/" + person(target).id() + "/roles/"
                + community.roles.get(number).id();
        int expected = community.members.contains(target) ? 200 : 404;
        return same(expected, owner(grants ? "PUT" : "DELETE", path, null), _ -> {
            if (grants) {
                community.rolesOf(target).add(number);
            } else {
                community.rolesOf(target).remove(number);
            }
        });
    }

    private @Nullable String overwrite(Deed deed, int channel) {
        boolean ofRole = deed.b() % 2 == 0;
        int number = ofRole ? deed.c() % community.roles.size() : 1 + deed.c() % (Community.PEOPLE - 1);
        if (!ofRole && !community.members.contains(number)) {
            return null;
        }
        String id = ofRole ? community.roles.get(number).id() : person(number).id();
        String path = "/channels/" + channelId(channel) + "/overwrites/" + (ofRole ? "role/" : "user/") + id;
        Subject subject = new Subject(channel, ofRole, number);
        if (deed.kind() == Deed.Kind.CLEAR_OVERWRITE) {
            Answer cleared = owner("DELETE", path, null);
            community.clear(subject);
            return cleared.status() < 300 || cleared.status() == 404 ? null : "clearing gave " + cleared.text();
        }
        long bit = BITS.get(deed.a() / Community.CHANNELS % BITS.size()).mask();
        long allow = deed.actor() % 2 == 0 ? bit : 0;
        String body = "{\"allow\": \"" + allow + "\", \"deny\": \"" + (bit - allow) + "\"}";
        return same(200, owner("PUT", path, body), _ -> community.overwrite(subject, allow, bit - allow));
    }

    private @Nullable String archive(int channel, boolean archived) {
        String body = "{\"isArchived\": " + archived + "}";
        Answer answer = owner("PATCH", "/channels/" + channelId(channel), body);
        return same(200, answer, _ -> community.archived(channel, archived));
    }

    private @Nullable String on(Deed deed, Said message, String method, String what, int expected, Runnable effect) {
        return same(expected, send(deed.actor(), method, path(message) + what, null), _ -> effect.run());
    }

    private String path(Said message) {
        return "/channels/" + channelId(message.channel) + "/messages/" + message.id;
    }

    private static String reaction(Deed deed) {
        return "/reactions/" + EMOJI.get(deed.b() % EMOJI.size()) + "/me";
    }

    private static String emoji(Deed deed) {
        return List.of("👍", "🐧", ":waddle:").get(deed.b() % EMOJI.size());
    }

    private static String text(Deed deed) {
        return WORDS.get(deed.b() % WORDS.size()) + " " + WORDS.get(deed.c() % WORDS.size());
    }

    private Answer owner(String method, String path, @Nullable String body) {
        return send(Community.OWNER, method, path, body);
    }

    private Answer send(int actor, String method, String path, @Nullable String body) {
        return server.send(person(actor), method, "/waddles/" + Objects.requireNonNull(waddle) + path, body);
    }

    /// Lets the model follow where the server did what it must.
    private static @Nullable String same(int expected, Answer answer, Consumer<Answer> effect) {
        boolean done = answer.status() < 300;
        if (done && expected == 200) {
            effect.accept(answer);
            return null;
        }
        return answer.status() == expected
                ? null
                : expected + " expected, but " + answer.status() + " " + answer.text();
    }
}
