package chat.waddle.server.model;

import chat.waddle.community.Permission;
import chat.waddle.server.model.Community.Said;
import chat.waddle.server.model.Community.Topic;

/// What the server must answer to a deed, told from the model alone.
final class Judge {
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int UNKNOWN = 404;
    private static final int CONFLICT = 409;

    private final Community community;
    private final boolean bansHold;

    /// @param bansHold whether a ban keeps people out
    Judge(Community community, boolean bansHold) {
        this.community = community;
        this.bansHold = bansHold;
    }

    int post(int actor, int channel) {
        int door = door(actor, channel);
        if (door != OK) {
            return door;
        }
        if (community.timedOut.contains(actor) || !community.may(actor, channel, Permission.SEND_MESSAGES)) {
            return FORBIDDEN;
        }
        return community.archived.contains(channel) ? CONFLICT : OK;
    }

    int postIn(int actor, Topic topic) {
        int door = door(actor, topic.channel);
        if (door != OK) {
            return door;
        }
        if (community.timedOut.contains(actor) || !community.may(actor, topic.channel, Permission.SEND_IN_THREADS)) {
            return FORBIDDEN;
        }
        if (community.archived.contains(topic.channel)) {
            return CONFLICT;
        }
        boolean closed = topic.locked && !community.may(actor, topic.channel, Permission.MANAGE_THREADS);
        return closed ? CONFLICT : OK;
    }

    int edit(int actor, Said message) {
        int door = door(actor, message);
        if (door != OK) {
            return door;
        }
        Permission needed = message.topic < 0 ? Permission.SEND_MESSAGES : Permission.SEND_IN_THREADS;
        if (community.timedOut.contains(actor)
                || message.author != actor
                || !community.may(actor, message.channel, needed)) {
            return FORBIDDEN;
        }
        return community.archived.contains(message.channel) ? CONFLICT : OK;
    }

    int delete(int actor, Said message) {
        int door = door(actor, message);
        if (door != OK) {
            return door;
        }
        return message.author == actor || moderates(actor, message) ? OK : FORBIDDEN;
    }

    int restore(int actor, Said message) {
        int door = door(actor, message.channel);
        if (door != OK || message.erased) {
            return message.erased ? UNKNOWN : door;
        }
        boolean ownDeletion = message.author == actor && message.deletedBy == actor;
        if (message.there() || ownDeletion || moderates(actor, message)) {
            return OK;
        }
        return message.author == actor ? FORBIDDEN : UNKNOWN;
    }

    int erase(int actor, Said message) {
        int door = door(actor, message.channel);
        if (door != OK || message.erased) {
            return message.erased ? UNKNOWN : door;
        }
        boolean ownDeletion = message.author == actor && (message.there() || message.deletedBy == actor);
        if (ownDeletion || moderates(actor, message)) {
            return OK;
        }
        return message.there() ? FORBIDDEN : UNKNOWN;
    }

    int bulkDelete(int actor, int channel) {
        int door = door(actor, channel);
        return door == OK && !community.may(actor, channel, Permission.MANAGE_MESSAGES) ? FORBIDDEN : door;
    }

    int react(int actor, Said message) {
        int door = door(actor, message.channel);
        boolean lacking = door == OK && !community.may(actor, message.channel, Permission.ADD_REACTIONS);
        return lacking ? FORBIDDEN : takeReaction(actor, message);
    }

    int takeReaction(int actor, Said message) {
        int door = door(actor, message);
        if (door != OK) {
            return door;
        }
        if (community.timedOut.contains(actor)) {
            return FORBIDDEN;
        }
        return community.archived.contains(message.channel) ? CONFLICT : OK;
    }

    int pin(int actor, Said message) {
        int door = door(actor, message.channel);
        if (door == OK && !community.may(actor, message.channel, Permission.PIN_MESSAGES)) {
            return FORBIDDEN;
        }
        if (door != OK || !message.there()) {
            return UNKNOWN;
        }
        return community.archived.contains(message.channel) ? CONFLICT : OK;
    }

    int read(int actor, Said message) {
        int door = door(actor, message.channel);
        return door == OK && message.erased ? UNKNOWN : door;
    }

    int startThread(int actor, int channel) {
        int door = door(actor, channel);
        if (door != OK) {
            return door;
        }
        if (!community.may(actor, channel, Permission.CREATE_THREADS)) {
            return FORBIDDEN;
        }
        return community.archived.contains(channel) ? CONFLICT : OK;
    }

    int join(int person) {
        return bansHold && community.banned.contains(person) ? FORBIDDEN : OK;
    }

    int leave(int person) {
        if (!community.members.contains(person)) {
            return UNKNOWN;
        }
        return person == Community.OWNER ? CONFLICT : OK;
    }

    /// Whoever removes themselves leaves.
    int kick(int actor, int target) {
        return actor == target ? leave(actor) : sanction(actor, target, Permission.KICK_MEMBERS);
    }

    int sanction(int actor, int target, Permission needed) {
        if (!community.members.contains(actor)) {
            return UNKNOWN;
        }
        if (!community.may(actor, needed)) {
            return FORBIDDEN;
        }
        boolean above = community.members.contains(target) && !community.outranks(actor, target);
        if (actor == target || above) {
            return FORBIDDEN;
        }
        boolean ofMembersOnly = needed != Permission.BAN_MEMBERS;
        return ofMembersOnly && !community.members.contains(target) ? UNKNOWN : OK;
    }

    int unban(int actor, int target) {
        if (!community.members.contains(actor)) {
            return UNKNOWN;
        }
        if (!community.may(actor, Permission.BAN_MEMBERS)) {
            return FORBIDDEN;
        }
        return community.banned.contains(target) ? OK : UNKNOWN;
    }

    /// What a page of this channel answers.
    int list(int reader, int channel) {
        int door = door(reader, channel);
        return door == OK && !community.may(reader, channel, Permission.READ_HISTORY) ? FORBIDDEN : door;
    }

    private boolean moderates(int actor, Said message) {
        return community.may(actor, message.channel, Permission.MANAGE_MESSAGES);
    }

    private int door(int actor, Said message) {
        int door = door(actor, message.channel);
        return door == OK && !message.there() ? UNKNOWN : door;
    }

    private int door(int actor, int channel) {
        return community.members.contains(actor) && community.sees(actor, channel) ? OK : UNKNOWN;
    }
}
