package chat.waddle.server.model;

import chat.waddle.community.Permission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A community as plain maps: who is in, what they may, what was said. Knows no clock, no file and no server.
final class Community {
    static final int PEOPLE = 6;
    static final int CHANNELS = 3;
    static final int OWNER = 0;

    /// The number of the channel that only some may see.
    static final int PRIVATE = 1;

    final List<Role> roles;
    final List<Said> said = new ArrayList<>();
    final List<Topic> topics = new ArrayList<>();
    final List<Said> pins = new ArrayList<>();
    final Set<Integer> members = new TreeSet<>();
    final Set<Integer> banned = new TreeSet<>();
    final Set<Integer> timedOut = new TreeSet<>();
    final Set<Integer> archived = new TreeSet<>();
    final Map<Integer, Set<Integer>> granted = new HashMap<>();
    final Map<Spot, Said> markers = new HashMap<>();
    final Map<Integer, Long> joinedAtMillis = new HashMap<>();
    final Map<PosterKey, Said> keys = new HashMap<>();
    private final Map<Subject, long[]> overwrites = new HashMap<>();

    /// @param roles the first is everybody's
    Community(List<Role> roles) {
        this.roles = roles;
    }

    /// @param id what the server calls it
    record Role(String id, long permissions, int position) {}

    /// A person in a channel.
    record Spot(int person, int channel) {}

    /// What a poster calls a message.
    record PosterKey(int person, int channel, String key) {}

    /// Of whom an overwrite in a channel speaks.
    record Subject(int channel, boolean role, int number) {}

    /// A message.
    static final class Said {
        final String id;
        final int channel;
        final int author;
        final long atMillis;
        final int topic;
        final String replyTo;
        final Map<String, Set<Integer>> reactions = new LinkedHashMap<>();
        String content;
        int edits;
        /// Who deleted it, or less than 0.
        int deletedBy = -1;
        boolean erased;

        /// @param topic less than 0 for none
        Said(String id, int channel, int author, long atMillis, int topic, String replyTo, String content) {
            this.id = id;
            this.channel = channel;
            this.author = author;
            this.atMillis = atMillis;
            this.topic = topic;
            this.replyTo = replyTo;
            this.content = content;
        }

        boolean there() {
            return deletedBy < 0 && !erased;
        }
    }

    /// A thread.
    static final class Topic {
        final String id;
        final int channel;
        boolean locked;

        Topic(String id, int channel) {
            this.id = id;
            this.channel = channel;
        }
    }

    void join(int person, long atMillis) {
        if (members.add(person)) {
            joinedAtMillis.put(person, atMillis);
        }
    }

    /// Whoever goes leaves roles and time-out behind.
    void end(int person) {
        members.remove(person);
        granted.remove(person);
        timedOut.remove(person);
    }

    void timedOut(int person, boolean out) {
        timedOut.remove(person);
        if (out) {
            timedOut.add(person);
        }
    }

    void archived(int channel, boolean isArchived) {
        archived.remove(channel);
        if (isArchived) {
            archived.add(channel);
        }
    }

    void overwrite(Subject subject, long allow, long deny) {
        overwrites.put(subject, new long[] {allow, deny});
    }

    void clear(Subject subject) {
        overwrites.remove(subject);
    }

    Set<Integer> rolesOf(int person) {
        return granted.computeIfAbsent(person, _ -> new LinkedHashSet<>());
    }

    int position(int person) {
        return rolesOf(person).stream()
                .mapToInt(role -> roles.get(role).position())
                .max()
                .orElse(roles.getFirst().position());
    }

    boolean outranks(int actor, int target) {
        return target != OWNER && (actor == OWNER || position(actor) > position(target));
    }

    boolean sees(int person, int channel) {
        return may(person, channel, Permission.VIEW_CHANNELS);
    }

    /// True when a member holds this in the waddle as a whole.
    boolean may(int person, Permission permission) {
        return person == OWNER || (!timedOut.contains(person) && (ofRoles(person) & permission.mask()) != 0);
    }

    boolean may(int person, int channel, Permission permission) {
        if (person == OWNER) {
            return true;
        }
        boolean reading = Set.of(Permission.VIEW_CHANNELS, Permission.READ_HISTORY, Permission.SEARCH)
                .contains(permission);
        if (timedOut.contains(person) && !reading) {
            return false;
        }
        return holds(person, channel, Permission.VIEW_CHANNELS) && holds(person, channel, permission);
    }

    private boolean holds(int person, int channel, Permission permission) {
        Permission asked = channel == PRIVATE && permission == Permission.VIEW_CHANNELS
                ? Permission.VIEW_PRIVATE_CHANNELS
                : permission;
        boolean held = (ofRoles(person) & asked.mask()) != 0;
        held = says(new Subject(channel, true, 0), permission, held);
        boolean allowed = false;
        boolean denied = false;
        for (int role : rolesOf(person)) {
            allowed |= says(new Subject(channel, true, role), permission, false);
            denied |= !says(new Subject(channel, true, role), permission, true);
        }
        held = allowed || (held && !denied);
        return says(new Subject(channel, false, person), permission, held);
    }

    private boolean says(Subject subject, Permission permission, boolean otherwise) {
        long[] bits = overwrites.get(subject);
        if (bits == null || ((bits[0] | bits[1]) & permission.mask()) == 0) {
            return otherwise;
        }
        return (bits[0] & permission.mask()) != 0;
    }

    private long ofRoles(int person) {
        long held = roles.getFirst().permissions();
        for (int role : rolesOf(person)) {
            held |= roles.get(role).permissions();
        }
        return held;
    }

    /// One of the newest messages, so that much happens to a few of them; null where there is none.
    @Nullable
    Said recent(int number) {
        int some = Math.min(said.size(), 10);
        return some == 0 ? null : said.get(said.size() - 1 - number % some);
    }

    /// Messages of a channel that are there, oldest first.
    List<Said> history(int channel) {
        return said.stream()
                .filter(message -> message.channel == channel && message.there())
                .toList();
    }

    long unread(int person, int channel) {
        Said marker = markers.get(new Spot(person, channel));
        long joined = joinedAtMillis.getOrDefault(person, 0L);
        return history(channel).stream()
                .filter(message -> message.author != person)
                .filter(message ->
                        marker == null ? message.atMillis >= joined : said.indexOf(message) > said.indexOf(marker))
                .count();
    }
}
