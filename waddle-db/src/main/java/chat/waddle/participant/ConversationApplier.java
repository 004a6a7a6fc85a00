package chat.waddle.participant;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.community.Access;
import chat.waddle.community.Answer;
import chat.waddle.community.CommunityContext;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.InvalidField;
import chat.waddle.community.MembershipApplier;
import chat.waddle.community.TextRules;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Opens and changes conversations.
public final class ConversationApplier {
    private static final int PICTURE_LIMIT = 2048;

    private final CommunityContext context;
    private final RoomDoor door;
    private final ParticipantApplier participants;

    public ConversationApplier(CommunityContext context, ParticipantApplier participants) {
        this.context = context;
        this.door = new RoomDoor(context);
        this.participants = participants;
    }

    public Applied<CommunityOutcome<Channel>> open(WriteSession transaction, Stamp stamp, OpenConversation command)
            throws SQLException {
        Set<UserId> people = new LinkedHashSet<>();
        people.add(command.actor());
        people.addAll(command.others());
        InvalidField invalid = fault(command, people.size());
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        Pair pair = command.type() == ChannelType.DIRECT ? Pair.of(people) : null;
        RoomSql sql = transaction.sql(RoomSql.class);
        Integer known =
                pair == null ? null : sql.ofPair(pair.low(), pair.high()).orElse(null);
        if (known != null) {
            return reentered(transaction, stamp, command.actor(), known);
        }
        boolean group = pair == null;
        CommunityRefusal refusal = refusal(transaction, people, sql.holdsConversations(), group);
        return refusal != null ? Answer.refused(refusal) : write(transaction, stamp, command, people, pair);
    }

    /// Two accounts in the order of their ids.
    private record Pair(long low, long high) {
        static Pair of(Set<UserId> two) {
            long[] ids = two.stream().mapToLong(UserId::value).sorted().toArray();
            return new Pair(ids[0], ids[1]);
        }
    }

    private static @Nullable InvalidField fault(OpenConversation command, int people) {
        String title = command.title();
        if (command.type() == ChannelType.DIRECT) {
            if (title != null) {
                return new InvalidField("title", "not_for_direct", "A conversation of two has no title.");
            }
            return people == 2
                    ? null
                    : new InvalidField("participantIds", "not_two", "Name one other person, and not yourself.");
        }
        if (command.type() != ChannelType.GROUP) {
            return new InvalidField("type", "unknown_type", "It must be direct or group.");
        }
        if (title == null) {
            return new InvalidField("title", "required", "A group needs a title.");
        }
        if (people > Rooms.CONVERSATION_PARTICIPANTS) {
            return new InvalidField(
                    "participantIds",
                    "too_many",
                    "At most " + Rooms.CONVERSATION_PARTICIPANTS + " people may take part, you included.");
        }
        return TextRules.line("title", title, Rooms.TITLE_LIMIT);
    }

    private @Nullable CommunityRefusal refusal(
            WriteSession transaction, Set<UserId> people, boolean open, boolean group) throws SQLException {
        boolean first = true; // the one who asks
        for (UserId user : people) {
            Access access = context.view().access(transaction, user);
            if (access == null && !open) {
                return first ? CommunityRefusal.NOT_A_MEMBER : CommunityRefusal.NO_SUCH_MEMBER;
            }
            if (access == null && MembershipApplier.isErased(transaction, user)) {
                return CommunityRefusal.NO_SUCH_MEMBER;
            }
            boolean full = first
                    && group
                    && access != null
                    && transaction.sql(ParticipantSql.class).groupsOpenedBy(access.member()) >= Rooms.GROUPS_OF_ONE;
            if (full) {
                return CommunityRefusal.ROOM_LIMIT_REACHED;
            }
            first = false;
        }
        return null;
    }

    /// The conversation that two have already, in which the one who asks takes part again if they did not any more.
    private Applied<CommunityOutcome<Channel>> reentered(WriteSession transaction, Stamp stamp, UserId user, int num)
            throws SQLException {
        Channel known = channel(transaction, num);
        Access access = context.view().access(transaction, user);
        boolean open = transaction.sql(RoomSql.class).holdsConversations();
        CommunityRefusal refusal = refusal(transaction, Set.of(user), open, false);
        if (refusal != null) {
            return Answer.refused(refusal);
        }
        Room room = Objects.requireNonNull(known.room());
        if (access != null && room.participant(access) != null) {
            return Answer.unchanged(known);
        }
        int member = member(transaction, stamp, user);
        Rooms.join(
                transaction, num, member, ParticipantRole.MEMBER, ParticipantFlags.USUAL, member, stamp.timeMillis());
        Runnable shown = context.changes().room(transaction, num);
        return Answer.done(channel(transaction, num), num, known.id().value()).then(shown);
    }

    private Applied<CommunityOutcome<Channel>> write(
            WriteSession transaction, Stamp stamp, OpenConversation command, Set<UserId> people, @Nullable Pair pair)
            throws SQLException {
        int founder = member(transaction, stamp, command.actor());
        ChannelId id = ConversationIds.next(stamp, command.place());
        int num = pair != null
                ? Rooms.open(transaction, id.value(), ChannelType.DIRECT, null, 2, founder, pair.low(), pair.high())
                : Rooms.open(
                        transaction,
                        id.value(),
                        ChannelType.GROUP,
                        command.title(),
                        Rooms.CONVERSATION_PARTICIPANTS,
                        founder);
        for (UserId user : people) {
            boolean owns = pair == null && user.equals(command.actor());
            ParticipantRole role = owns ? ParticipantRole.OWNER : ParticipantRole.MEMBER;
            int member = member(transaction, stamp, user);
            Rooms.join(transaction, num, member, role, ParticipantFlags.USUAL, founder, stamp.timeMillis());
        }
        Runnable shown = context.changes().room(transaction, num);
        return Answer.done(channel(transaction, num), num, id.value()).then(shown);
    }

    private int member(WriteSession transaction, Stamp stamp, UserId user) throws SQLException {
        Access access = context.view().access(transaction, user);
        return access != null ? access.member() : participants.enrolled(transaction, stamp, user);
    }

    private Channel channel(WriteSession transaction, int num) throws SQLException {
        return Objects.requireNonNull(context.view().channels(transaction).byNum(num));
    }

    public Applied<CommunityOutcome<Channel>> update(WriteSession transaction, Stamp stamp, UpdateConversation command)
            throws SQLException {
        InvalidField invalid = fault(command);
        if (invalid != null) {
            return Answer.invalid(invalid);
        }
        return door.enter(transaction, stamp, command.actor(), command.room(), entered -> {
            CommunityRefusal refusal = RoomDoor.idle(entered, stamp);
            if (refusal == null && !entered.standing().isAtLeast(ParticipantRole.ADMIN)) {
                refusal = CommunityRefusal.NOT_ALLOWED;
            }
            if (refusal != null) {
                return Answer.refused(refusal);
            }
            Room before = entered.room();
            String title = command.title() == null ? before.title() : command.title();
            String picture =
                    Objects.requireNonNullElse(command.avatarUrl(), Objects.requireNonNullElse(before.avatarUrl(), ""));
            String avatarUrl = picture.isEmpty() ? null : picture;
            if (Objects.equals(title, before.title()) && Objects.equals(avatarUrl, before.avatarUrl())) {
                return Answer.unchanged(entered.channel());
            }
            int num = entered.channel().num();
            transaction.sql(RoomSql.class).update(num, title, avatarUrl);
            Runnable shown = context.changes().room(transaction, num);
            return Answer.done(channel(transaction, num), num, command.room().value())
                    .then(shown);
        });
    }

    private static @Nullable InvalidField fault(UpdateConversation command) {
        InvalidField title =
                command.title() == null ? null : TextRules.line("title", command.title(), Rooms.TITLE_LIMIT);
        return title != null ? title : TextRules.prose("avatarUrl", command.avatarUrl(), PICTURE_LIMIT);
    }
}
