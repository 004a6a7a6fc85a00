package chat.waddle.desk;

import static chat.waddle.community.CommunityFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.community.AuditAction;
import chat.waddle.community.AuditEntry;
import chat.waddle.community.CommunityFixture;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Page;
import chat.waddle.community.Permission;
import chat.waddle.community.Plans;
import chat.waddle.community.SetTimeout;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.message.MessageRefusal;
import chat.waddle.message.PostMessage;
import chat.waddle.participant.AddParticipant;
import chat.waddle.participant.ParticipantFlags;
import chat.waddle.participant.ParticipantRole;
import chat.waddle.participant.UpdateParticipant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomsTest {
    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private UserId customer;
    private UserId agent;
    private UserId supervisor;
    private UserId member;

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
        customer = waddle.joined();
        agent = waddle.holding(20, Permission.MANAGE_ROOMS);
        supervisor = waddle.holding(21, Permission.SUPERVISE);
        member = waddle.joined();
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private OpenRoom opening(boolean isPrivate, boolean guests, int most) {
        return new OpenRoom(customer, "printer", "ISSUE-7", "It is on fire.", isPrivate, guests, most, null);
    }

    private SupportRoom room(boolean isPrivate) {
        return waddle.done(opening(isPrivate, true, 50));
    }

    private UpdateRoom status(UserId actor, SupportRoom room, RoomStatus status) {
        return new UpdateRoom(actor, room.id(), null, null, status, null, null, null, null);
    }

    private AddParticipant adding(UserId actor, SupportRoom room, UserId user, ParticipantRole role) {
        return new AddParticipant(actor, room.id(), user, role, ParticipantFlags.USUAL);
    }

    private Channel channel(SupportRoom room) {
        return Objects.requireNonNull(waddle.shard.channels().byId(room.id()));
    }

    private boolean reads(UserId user, SupportRoom room) {
        Access access = waddle.shard.access(user).orElseThrow();
        return channel(room).permits(access, Permission.READ_HISTORY, waddle.shards.clock.millis());
    }

    private List<ChannelId> listed(UserId user, RoomStatus status, int pageSize) {
        Access access = waddle.shard.access(user).orElseThrow();
        List<ChannelId> ids = new ArrayList<>();
        Integer place = Integer.MAX_VALUE;
        while (place != null) {
            int before = place;
            Page<SupportRoom, Integer> page = waddle.shard.read(reader ->
                    reader.supportRooms().page(status, access, waddle.shards.clock.millis(), before, pageSize));
            page.items().forEach(room -> ids.add(room.id()));
            place = page.next();
        }
        return ids;
    }

    @Test
    void aRoomBelongsToWhoOpensItAndTakesMessagesLikeAChannel() {
        SupportRoom room = room(false);
        assertThat(room.status()).isEqualTo(RoomStatus.ACTIVE);
        assertThat(room.level()).isEqualTo(SupportLevel.T1);
        assertThat(room.issueId()).isEqualTo("ISSUE-7");
        assertThat(room.participantCount()).isEqualTo(1);
        assertThat(room.createdBy()).isEqualTo(customer);
        assertThat(waddle.post(customer, room.id())).isInstanceOf(PostMessage.Posted.class);
        assertThat(waddle.post(member, room.id())).isEqualTo(new PostMessage.Refused(MessageRefusal.NO_SUCH_CHANNEL));
        OpenRoom below = new OpenRoom(customer, null, null, null, false, true, 2, room.id());
        assertThat(waddle.done(below).parent()).isEqualTo(room.id());
        OpenRoom foreign = new OpenRoom(member, null, null, null, false, true, 2, room.id());
        assertThat(waddle.refusal(foreign)).isEqualTo(CommunityRefusal.NO_SUCH_ROOM);
    }

    @Test
    void whatIsSaidOfARoomHasItsLimits() {
        assertThat(waddle.invalid(new OpenRoom(customer, " ", null, null, false, true, 5, null)))
                .isEqualTo("name");
        assertThat(waddle.invalid(new OpenRoom(customer, null, "x".repeat(101), null, false, true, 5, null)))
                .isEqualTo("issueId");
        assertThat(waddle.invalid(new OpenRoom(customer, null, null, "x".repeat(4001), false, true, 5, null)))
                .isEqualTo("issueDescription");
        assertThat(waddle.invalid(new OpenRoom(customer, null, null, null, false, true, 0, null)))
                .isEqualTo("maxParticipants");
        assertThat(waddle.invalid(new OpenRoom(customer, null, null, null, false, true, 1001, null)))
                .isEqualTo("maxParticipants");
        waddle.done(new SetTimeout(OWNER, customer, waddle.shards.clock.millis() + 1000, null));
        assertThat(waddle.refusal(opening(false, true, 5))).isEqualTo(CommunityRefusal.IN_TIMEOUT);
    }

    @Test
    void nothingIsPostedInARoomAtRestAndAClosedOneStaysClosed() {
        SupportRoom room = room(false);
        waddle.done(status(customer, room, RoomStatus.ARCHIVED));
        assertThat(waddle.post(customer, room.id()))
                .isEqualTo(new PostMessage.Refused(MessageRefusal.CHANNEL_ARCHIVED));
        waddle.unchanged(status(customer, room, RoomStatus.ARCHIVED));
        waddle.done(status(agent, room, RoomStatus.ACTIVE));
        assertThat(waddle.post(customer, room.id())).isInstanceOf(PostMessage.Posted.class);
        UpdateRoom conclusion =
                new UpdateRoom(agent, room.id(), null, null, RoomStatus.CLOSED, null, null, null, "Put out.");
        SupportRoom closed = waddle.done(conclusion);
        assertThat(closed.closingNotes()).isEqualTo("Put out.");
        assertThat(closed.closedBy()).isEqualTo(agent);
        assertThat(closed.closedAt()).isEqualTo(waddle.shards.clock.instant());
        assertThat(waddle.post(customer, room.id()))
                .isEqualTo(new PostMessage.Refused(MessageRefusal.CHANNEL_ARCHIVED));
        for (RoomStatus next : RoomStatus.values()) {
            assertThat(waddle.refusal(status(OWNER, room, next))).isEqualTo(CommunityRefusal.ILLEGAL_TRANSITION);
        }
        assertThat(waddle.invalid(new UpdateRoom(agent, room.id(), null, null, null, null, null, null, "notes")))
                .isEqualTo("closingNotes");
    }

    @Test
    void whoWorksAtTheDeskKnowsOfRoomsThatAreNotPrivateAndComesIn() {
        SupportRoom open = room(false);
        SupportRoom secret = room(true);
        assertThat(listed(agent, RoomStatus.ACTIVE, 1)).containsExactly(open.id());
        assertThat(listed(member, RoomStatus.ACTIVE, 1)).isEmpty();
        assertThat(listed(customer, RoomStatus.ACTIVE, 1)).containsExactly(secret.id(), open.id());
        assertThat(listed(supervisor, RoomStatus.ACTIVE, 1)).containsExactly(secret.id(), open.id());
        assertThat(listed(supervisor, RoomStatus.CLOSED, 1)).isEmpty();
        assertThat(reads(agent, open)).isFalse();
        assertThat(waddle.refusal(new JoinRoom(member, open.id()))).isEqualTo(CommunityRefusal.NO_SUCH_ROOM);
        assertThat(waddle.refusal(new JoinRoom(agent, secret.id()))).isEqualTo(CommunityRefusal.NO_SUCH_ROOM);
        assertThat(waddle.refusal(new JoinRoom(supervisor, open.id()))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.done(new JoinRoom(agent, open.id())).participantCount())
                .isEqualTo(2);
        assertThat(reads(agent, open)).isTrue();
        assertThat(waddle.post(agent, open.id())).isInstanceOf(PostMessage.Posted.class);
        waddle.unchanged(new JoinRoom(agent, open.id()));
        assertThat(waddle.refusal(status(member, open, RoomStatus.CLOSED))).isEqualTo(CommunityRefusal.NO_SUCH_ROOM);
        assertThat(waddle.refusal(status(supervisor, open, RoomStatus.CLOSED))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
    }

    @Test
    void guestsComeInOnlyWhereTheyMay() {
        SupportRoom room = waddle.done(opening(false, false, 50));
        assertThat(waddle.refusal(adding(customer, room, member, ParticipantRole.GUEST)))
                .isEqualTo(CommunityRefusal.GUESTS_NOT_ADMITTED);
        UpdateRoom admitting = new UpdateRoom(customer, room.id(), null, null, null, null, true, null, null);
        waddle.done(admitting);
        waddle.done(adding(customer, room, member, ParticipantRole.GUEST));
        assertThat(reads(member, room)).isTrue();
        waddle.done(new UpdateRoom(customer, room.id(), null, null, null, null, false, null, null));
        assertThat(reads(member, room)).isFalse();
    }

    @Test
    void noMoreTakePartThanMay() {
        SupportRoom room = waddle.done(opening(false, true, 2));
        waddle.done(new JoinRoom(agent, room.id()));
        assertThat(waddle.refusal(adding(customer, room, member, ParticipantRole.MEMBER)))
                .isEqualTo(CommunityRefusal.ROOM_FULL);
        UpdateRoom smaller = new UpdateRoom(customer, room.id(), null, null, null, null, null, 1, null);
        assertThat(waddle.refusal(smaller)).isEqualTo(CommunityRefusal.ROOM_FULL);
        waddle.done(new UpdateRoom(customer, room.id(), null, null, null, null, null, 3, null));
        waddle.done(adding(customer, room, member, ParticipantRole.MEMBER));
    }

    @Test
    void aSupervisorReadsWithoutTakingPartAndTheAuditLogKnowsOnceAnHour() {
        SupportRoom room = room(true);
        assertThat(reads(supervisor, room)).isTrue();
        assertThat(waddle.post(supervisor, room.id())).isEqualTo(new PostMessage.Refused(MessageRefusal.NOT_ALLOWED));
        assertThat(waddle.refusal(adding(supervisor, room, member, ParticipantRole.MEMBER)))
                .isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.refusal(
                        new UpdateParticipant(supervisor, room.id(), customer, null, null, false, null, null)))
                .isEqualTo(CommunityRefusal.NOT_ALLOWED);
        RecordMonitoring reading = new RecordMonitoring(supervisor, room.id(), AuditAction.ROOM_MONITOR);
        waddle.done(reading);
        waddle.unchanged(reading);
        waddle.done(new RecordMonitoring(supervisor, room.id(), AuditAction.ROOM_TRANSCRIPT));
        waddle.shards.clock.advance(Duration.ofHours(1));
        waddle.done(reading);
        List<AuditEntry> log = waddle.shard.read(reader -> reader.auditLog()
                .page(supervisor, AuditAction.ROOM_MONITOR, Long.MAX_VALUE, 10)
                .items());
        assertThat(log)
                .extracting(AuditEntry::resourceId)
                .containsExactly(room.id().value(), room.id().value());
        assertThat(waddle.refusal(new RecordMonitoring(member, room.id(), AuditAction.ROOM_MONITOR)))
                .isEqualTo(CommunityRefusal.NO_SUCH_ROOM);
    }

    @Test
    void theListsRunAlongTheirIndex() {
        for (String list : List.of("all", "open", "own")) {
            assertThat(Plans.of(waddle.shard, SupportRoomSql.class, list))
                    .as(list)
                    .contains("support_rooms_by_status (status=? AND channel")
                    .doesNotContain("USE TEMP B-TREE FOR ORDER BY");
        }
    }
}
