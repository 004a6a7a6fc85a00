package chat.waddle.participant;

import static chat.waddle.community.CommunityFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.channel.DeleteChannel;
import chat.waddle.channel.OrderChannels;
import chat.waddle.channel.OverwritePlace;
import chat.waddle.channel.OverwriteSubject;
import chat.waddle.channel.PermissionStep;
import chat.waddle.channel.PermissionTrace;
import chat.waddle.channel.SetOverwrite;
import chat.waddle.channel.UpdateChannel;
import chat.waddle.community.Access;
import chat.waddle.community.BanMember;
import chat.waddle.community.CommunityFixture;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.GrantRole;
import chat.waddle.community.JoinMember;
import chat.waddle.community.KickMember;
import chat.waddle.community.LeaveMember;
import chat.waddle.community.Permission;
import chat.waddle.community.Role;
import chat.waddle.community.RolePreset;
import chat.waddle.community.SetTimeout;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.message.AddReaction;
import chat.waddle.message.ChangeOutcome;
import chat.waddle.message.DeleteMessage;
import chat.waddle.message.MarkRead;
import chat.waddle.message.MessageRefusal;
import chat.waddle.message.PostMessage;
import chat.waddle.message.Unread;
import chat.waddle.shard.ShardFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParticipantsTest {
    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private UserId ann;
    private UserId bob;
    private UserId eve;
    private ChannelId group;

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
        ann = waddle.joined();
        bob = waddle.joined();
        eve = waddle.joined();
        group = opened(ann, List.of(bob));
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private ChannelId opened(UserId founder, List<UserId> others) {
        Channel channel = waddle.done(new OpenConversation(founder, ChannelType.GROUP, "talk", others, 5));
        return channel.id();
    }

    private Channel channel() {
        return Objects.requireNonNull(waddle.shard.channels().byId(group));
    }

    private Access access(UserId user) {
        return waddle.shard.access(user).orElseThrow();
    }

    private boolean may(UserId user, Permission permission) {
        return channel().permits(access(user), permission, waddle.shards.clock.millis());
    }

    private Participant participant(UserId user) {
        Room room = Objects.requireNonNull(channel().room());
        return Objects.requireNonNull(room.participant(access(user)));
    }

    private static AddParticipant adding(UserId actor, ChannelId room, UserId user) {
        return new AddParticipant(actor, room, user, ParticipantRole.MEMBER, ParticipantFlags.USUAL);
    }

    private UpdateParticipant role(UserId actor, UserId user, ParticipantRole role) {
        return new UpdateParticipant(actor, group, user, role, null, null, null, null);
    }

    private UpdateParticipant status(UserId actor, UserId user, ParticipantStatus status) {
        return new UpdateParticipant(actor, group, user, null, status, null, null, null);
    }

    private UpdateParticipant flags(
            UserId user, @Nullable Boolean send, @Nullable Boolean invite, @Nullable Boolean history) {
        return new UpdateParticipant(ann, group, user, null, null, send, invite, history);
    }

    private MessageId posted(UserId author, String text) {
        PostMessage.Outcome outcome = waddle.submit(ShardFixture.post(author, group, text));
        assertThat(outcome).isInstanceOf(PostMessage.Posted.class);
        waddle.shards.clock.advance(Duration.ofSeconds(1));
        return ((PostMessage.Posted) outcome).id();
    }

    private MessageRefusal postRefusal(UserId author) {
        return ((PostMessage.Refused) waddle.post(author, group)).why();
    }

    @Test
    void onlyWhoTakesPartKnowsOfARoom() {
        UserId admin = waddle.joined();
        waddle.done(new GrantRole(OWNER, admin, waddle.presetId(RolePreset.ADMIN)));
        long now = waddle.shards.clock.millis();

        assertThat(channel().visibleTo(access(bob), now)).isTrue();
        for (UserId outside : List.of(eve, admin, OWNER)) {
            assertThat(channel().effective(access(outside))).isZero();
            assertThat(waddle.shard.channels().visibleTo(access(outside), now)).doesNotContain(channel());
            assertThat(postRefusal(outside)).isEqualTo(MessageRefusal.NO_SUCH_CHANNEL);
            assertThat(waddle.refusal(adding(outside, group, eve))).isEqualTo(CommunityRefusal.NO_SUCH_CHANNEL);
        }
        assertThat(waddle.shard.channels().visibleTo(access(bob), now)).contains(channel());
    }

    @Test
    void aRoomIsNoneOfTheOrdinaryChannels() {
        ChannelId talk = waddle.channel("talk");

        assertThat(waddle.shard.channels().live()).extracting(Channel::id).containsExactly(talk);
        assertThat(waddle.shard.channels().ordinaryVisibleTo(access(ann), 0))
                .extracting(Channel::id)
                .containsExactly(talk);
        assertThat(waddle.shard.channels().byName(group.toString())).isNull();
        waddle.unchanged(new OrderChannels(OWNER, List.of(talk)));
    }

    @Test
    void commandsForOrdinaryChannelsDoNotKnowRooms() {
        UpdateChannel rename =
                new UpdateChannel(ann, group, "other", null, null, null, null, null, null, null, null, null);

        assertThat(waddle.refusal(rename)).isEqualTo(CommunityRefusal.NO_SUCH_CHANNEL);
        assertThat(waddle.refusal(new DeleteChannel(ann, group))).isEqualTo(CommunityRefusal.NO_SUCH_CHANNEL);
        SetOverwrite overwrite = new SetOverwrite(
                ann, OverwritePlace.CHANNEL, group.value(), OverwriteSubject.USER, bob.value(), 0, 1 << 4);
        assertThat(waddle.refusal(overwrite)).isEqualTo(CommunityRefusal.NO_SUCH_CHANNEL);
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN, true, true, true, true",
        "MODERATOR, true, true, true, true",
        "MEMBER, true, true, true, false",
        "GUEST, true, true, false, false",
        "OBSERVER, true, false, false, false"
    })
    void theRoleSaysWhatAParticipantMayDo(
            ParticipantRole role, boolean reads, boolean sends, boolean pins, boolean manages) {
        waddle.unchanged(adding(ann, group, bob));
        if (role != ParticipantRole.MEMBER) {
            waddle.done(role(ann, bob, role));
        }

        assertThat(may(bob, Permission.VIEW_CHANNELS)).isTrue();
        assertThat(may(bob, Permission.READ_HISTORY)).isEqualTo(reads);
        assertThat(may(bob, Permission.SEARCH)).isEqualTo(reads);
        assertThat(may(bob, Permission.SEND_MESSAGES)).isEqualTo(sends);
        assertThat(may(bob, Permission.ADD_REACTIONS)).isEqualTo(sends);
        assertThat(may(bob, Permission.ATTACH_FILES)).isEqualTo(sends);
        assertThat(may(bob, Permission.PIN_MESSAGES)).isEqualTo(pins);
        assertThat(may(bob, Permission.MANAGE_MESSAGES)).isEqualTo(manages);
        assertThat(may(bob, Permission.MANAGE_CHANNELS)).isFalse();
        assertThat(may(bob, Permission.BAN_MEMBERS)).isFalse();
    }

    @Test
    void whoIsMutedReadsOnly() {
        MessageId first = posted(bob, "first");
        waddle.done(status(ann, bob, ParticipantStatus.MUTED));

        assertThat(postRefusal(bob)).isEqualTo(MessageRefusal.NOT_ALLOWED);
        ChangeOutcome reaction = waddle.submit(new AddReaction(bob, group, first, "👍"));
        assertThat(reaction).isEqualTo(new ChangeOutcome.Refused(MessageRefusal.NOT_ALLOWED));
        assertThat(may(bob, Permission.READ_HISTORY)).isTrue();
        waddle.done(status(ann, bob, ParticipantStatus.ACTIVE));
        posted(bob, "again");
    }

    @Test
    void whoMayNotSendReadsOnly() {
        waddle.done(flags(bob, false, null, null));
        assertThat(postRefusal(bob)).isEqualTo(MessageRefusal.NOT_ALLOWED);
        waddle.done(flags(bob, true, null, null));
        posted(bob, "again");
    }

    @Test
    void aTimeOutHoldsInRoomsToo() {
        waddle.done(new SetTimeout(OWNER, bob, waddle.shards.clock.millis() + 60_000, null));
        assertThat(postRefusal(bob)).isEqualTo(MessageRefusal.IN_TIMEOUT);
        assertThat(may(bob, Permission.READ_HISTORY)).isTrue();
        waddle.done(flags(bob, null, true, null));
        assertThat(waddle.refusal(adding(bob, group, eve))).isEqualTo(CommunityRefusal.IN_TIMEOUT);
    }

    @Test
    void whoMayInviteLetsOthersInAtMostAsWhatTheyAre() {
        assertThat(waddle.refusal(adding(bob, group, eve))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        waddle.done(flags(bob, null, true, null));
        AddParticipant asModerator =
                new AddParticipant(bob, group, eve, ParticipantRole.MODERATOR, ParticipantFlags.USUAL);
        assertThat(waddle.refusal(asModerator)).isEqualTo(CommunityRefusal.ABOVE_ACTOR);

        assertThat(waddle.done(adding(bob, group, eve)).role()).isEqualTo(ParticipantRole.MEMBER);
        posted(eve, "hello");
        assertThat(waddle.refusal(adding(ann, group, waddle.stranger()))).isEqualTo(CommunityRefusal.NO_SUCH_MEMBER);
    }

    private static AddParticipant adding(UserId actor, ChannelId room, UserId user, ParticipantFlags flags) {
        return new AddParticipant(actor, room, user, ParticipantRole.MEMBER, flags);
    }

    @Test
    void whoMayInviteGivesNothingTheyDoNotHold() {
        waddle.done(flags(bob, null, true, false));

        assertThat(waddle.refusal(adding(bob, group, eve))).isEqualTo(CommunityRefusal.PERMISSION_NOT_HELD);
        assertThat(waddle.refusal(adding(bob, group, eve, new ParticipantFlags(true, true, false))))
                .isEqualTo(CommunityRefusal.PERMISSION_NOT_HELD);
        waddle.done(adding(bob, group, eve, new ParticipantFlags(true, false, false)));
        waddle.done(new LeaveRoom(eve, group));
        waddle.done(flags(bob, false, true, true));
        assertThat(waddle.refusal(adding(bob, group, eve))).isEqualTo(CommunityRefusal.PERMISSION_NOT_HELD);
        waddle.done(adding(ann, group, eve, new ParticipantFlags(true, true, true)));
        assertThat(participant(eve).canInvite()).isTrue();
    }

    @Test
    void leavingAndComingBackEndsNoMuteUnlessAModeratorLetsThemIn() {
        waddle.done(flags(bob, null, true, null));
        waddle.done(adding(ann, group, eve));
        waddle.done(status(ann, eve, ParticipantStatus.MUTED));
        waddle.done(new LeaveRoom(eve, group));
        waddle.done(adding(bob, group, eve));

        assertThat(postRefusal(eve)).isEqualTo(MessageRefusal.NOT_ALLOWED);
        waddle.done(new LeaveRoom(eve, group));
        waddle.done(role(ann, bob, ParticipantRole.MODERATOR));
        waddle.done(adding(bob, group, eve));
        posted(eve, "again");
    }

    @Test
    void leavingTheWaddleAndComingBackEndsNoMuteEither() {
        waddle.done(flags(bob, null, true, null));
        waddle.done(adding(ann, group, eve));
        waddle.done(status(ann, eve, ParticipantStatus.MUTED));
        waddle.done(new LeaveMember(eve));
        waddle.shards.clock.advance(Duration.ofSeconds(1));
        waddle.done(new JoinMember(eve));
        waddle.done(adding(bob, group, eve));

        assertThat(postRefusal(eve)).isEqualTo(MessageRefusal.NOT_ALLOWED);
    }

    @Test
    void whoComesBackIsRestrictedAsBefore() {
        waddle.done(flags(bob, null, true, null));
        AddParticipant observer =
                new AddParticipant(ann, group, eve, ParticipantRole.OBSERVER, new ParticipantFlags(true, false, false));
        waddle.done(observer);
        waddle.done(new LeaveRoom(eve, group));
        waddle.done(adding(bob, group, eve));

        assertThat(participant(eve).role()).isEqualTo(ParticipantRole.OBSERVER);
        assertThat(participant(eve).canSeeHistory()).isFalse();
        waddle.done(new LeaveRoom(eve, group));
        waddle.done(adding(ann, group, eve));
        assertThat(participant(eve).role()).isEqualTo(ParticipantRole.MEMBER);
        assertThat(participant(eve).canSeeHistory()).isTrue();
    }

    @Test
    void whoWasPutOutIsLetInByModeratorsOnly() {
        waddle.done(flags(bob, null, true, null));
        waddle.done(adding(ann, group, eve));
        waddle.done(new RemoveParticipant(ann, group, eve));

        assertThat(waddle.refusal(adding(bob, group, eve))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        waddle.done(role(ann, bob, ParticipantRole.MODERATOR));
        waddle.done(adding(bob, group, eve));
    }

    @Test
    void whoBecomesTheOwnerIsMutedNoMore() {
        waddle.done(flags(bob, false, null, null));
        waddle.done(status(ann, bob, ParticipantStatus.MUTED));
        waddle.done(role(ann, bob, ParticipantRole.OWNER));

        posted(bob, "mine");
        waddle.done(flags(bob, ann, false));
        waddle.done(status(bob, ann, ParticipantStatus.MUTED));
        waddle.done(new LeaveRoom(bob, group));
        assertThat(participant(ann).role()).isEqualTo(ParticipantRole.OWNER);
        posted(ann, "mine again");
    }

    private UpdateParticipant flags(UserId actor, UserId user, boolean send) {
        return new UpdateParticipant(actor, group, user, null, null, send, null, null);
    }

    @Test
    void anAdministratorOfTheWaddleIsMutedByNoModeratorAndStoppedByNoMute() {
        int rooms = waddle.shard
                .engine()
                .run(session ->
                        session.kept("UPDATE rooms SET type = 'support'").executeUpdate());
        assertThat(rooms).isEqualTo(1);
        UserId admin = waddle.holding(5, Permission.ADMINISTRATOR);
        waddle.done(adding(ann, group, admin));
        waddle.done(role(ann, bob, ParticipantRole.MODERATOR));

        assertThat(waddle.refusal(status(bob, admin, ParticipantStatus.MUTED))).isEqualTo(CommunityRefusal.ABOVE_ACTOR);
        assertThat(waddle.refusal(new RemoveParticipant(bob, group, admin))).isEqualTo(CommunityRefusal.ABOVE_ACTOR);
        waddle.done(status(ann, admin, ParticipantStatus.MUTED));
        waddle.done(status(admin, bob, ParticipantStatus.MUTED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"leave", "kick", "ban"})
    void whoLeavesTheWaddleLeavesTheirRoomsToTheHeir(String how) {
        waddle.done(status(ann, bob, ParticipantStatus.MUTED));
        waddle.shards.clock.advance(Duration.ofSeconds(1));
        switch (how) {
            case "leave" -> waddle.done(new LeaveMember(ann));
            case "kick" -> waddle.done(new KickMember(OWNER, ann, null));
            default -> waddle.done(new BanMember(OWNER, ann, null, waddle.shards.clock.millis() + 1000, null));
        }
        assertThat(participant(bob).role()).isEqualTo(ParticipantRole.OWNER);
        posted(bob, "mine");

        waddle.shards.clock.advance(Duration.ofHours(1));
        waddle.done(new JoinMember(ann));
        assertThat(waddle.submit(new LeaveEveryRoom(ann, 10)).rooms()).isZero();
        waddle.done(adding(bob, group, ann));
        assertThat(owners()).containsExactly(bob);
        waddle.done(new LeaveRoom(bob, group));
        assertThat(owners()).containsExactly(ann);
    }

    private List<UserId> owners() {
        return waddle
                .inFile(session -> session.handle()
                        .createQuery("SELECT m.user_id FROM participants p JOIN members m ON m.num = p.member"
                                + " WHERE p.role = 'owner'")
                        .mapTo(Long.class)
                        .list())
                .stream()
                .map(UserId::new)
                .toList();
    }

    @Test
    void whatAParticipantMayDoIsExplainedByTheRoomAlone() {
        long now = waddle.shards.clock.millis();
        List<Role> roles = waddle.shard.read(reader -> reader.roles().all());

        for (UserId user : List.of(ann, bob, eve, OWNER)) {
            List<PermissionStep> steps = PermissionTrace.of(channel(), access(user), roles, now);
            assertThat(steps).extracting(PermissionStep::kind).containsExactly(PermissionStep.Kind.PARTICIPANT);
            assertThat(steps.getLast().result()).isEqualTo(channel().effective(access(user)));
        }
        waddle.done(new SetTimeout(OWNER, bob, now + 60_000, null));
        List<PermissionStep> silenced = PermissionTrace.of(channel(), access(bob), roles, now);
        assertThat(silenced)
                .extracting(PermissionStep::kind)
                .containsExactly(PermissionStep.Kind.PARTICIPANT, PermissionStep.Kind.TIMEOUT);
        assertThat(silenced.getLast().result())
                .isEqualTo(access(bob).heldAt(channel().effective(access(bob)), now))
                .isNotZero();
    }

    @Test
    void whoCameBackToTheWaddleOpensTheirConversationOfTwoAgain() {
        OpenConversation opening = new OpenConversation(bob, ChannelType.DIRECT, null, List.of(ann), 5);
        ChannelId direct = waddle.done(opening).id();
        waddle.shards.clock.advance(Duration.ofSeconds(1));
        waddle.done(new LeaveMember(bob));
        assertThat(waddle.refusal(opening)).isEqualTo(CommunityRefusal.NOT_A_MEMBER);
        waddle.shards.clock.advance(Duration.ofSeconds(1));
        waddle.done(new JoinMember(bob));
        assertThat(waddle.post(bob, direct)).isInstanceOf(PostMessage.Refused.class);

        assertThat(waddle.done(opening).id()).isEqualTo(direct);
        assertThat(waddle.post(bob, direct)).isInstanceOf(PostMessage.Posted.class);
        waddle.unchanged(opening);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, ConversationIds.PLACES})
    void noConversationHasAPlaceThatNoIdCanTell(int place) {
        assertThatThrownBy(() -> new OpenConversation(ann, ChannelType.DIRECT, null, List.of(bob), place))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("place");
    }

    @Test
    void nobodyGivesOwnership() {
        AddParticipant asOwner = new AddParticipant(ann, group, eve, ParticipantRole.OWNER, ParticipantFlags.USUAL);
        assertThat(waddle.refusal(asOwner)).isEqualTo(CommunityRefusal.ABOVE_ACTOR);
        waddle.done(role(ann, bob, ParticipantRole.ADMIN));
        waddle.done(adding(ann, group, eve));
        assertThat(waddle.refusal(role(bob, eve, ParticipantRole.OWNER))).isEqualTo(CommunityRefusal.NOT_THE_OWNER);
        assertThat(waddle.refusal(role(bob, eve, ParticipantRole.ADMIN))).isEqualTo(CommunityRefusal.ABOVE_ACTOR);
    }

    @Test
    void theOwnerHandsTheRoomOver() {
        waddle.done(role(ann, bob, ParticipantRole.OWNER));
        assertThat(participant(bob).role()).isEqualTo(ParticipantRole.OWNER);
        assertThat(participant(ann).role()).isEqualTo(ParticipantRole.ADMIN);
    }

    @Test
    void nobodyActsOnTheOwnerNorOnThoseOfTheirOwnRank() {
        waddle.done(adding(ann, group, eve));
        waddle.done(role(ann, bob, ParticipantRole.ADMIN));
        waddle.done(role(ann, eve, ParticipantRole.ADMIN));

        assertThat(waddle.refusal(new RemoveParticipant(bob, group, ann))).isEqualTo(CommunityRefusal.OWNER_PROTECTED);
        assertThat(waddle.refusal(status(bob, ann, ParticipantStatus.MUTED)))
                .isEqualTo(CommunityRefusal.OWNER_PROTECTED);
        assertThat(waddle.refusal(new RemoveParticipant(bob, group, eve))).isEqualTo(CommunityRefusal.ABOVE_ACTOR);
        assertThat(waddle.refusal(new RemoveParticipant(bob, group, bob))).isEqualTo(CommunityRefusal.NOT_TO_ONESELF);
    }

    @Test
    void moderatorsSilenceAndPutOutButGiveNothing() {
        waddle.done(adding(ann, group, eve));
        waddle.done(role(ann, bob, ParticipantRole.MODERATOR));

        waddle.done(status(bob, eve, ParticipantStatus.MUTED));
        assertThat(waddle.refusal(role(bob, eve, ParticipantRole.GUEST))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        UpdateParticipant history = new UpdateParticipant(bob, group, eve, null, null, null, null, false);
        assertThat(waddle.refusal(history)).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.done(new RemoveParticipant(bob, group, eve)).status()).isEqualTo(ParticipantStatus.REMOVED);
        assertThat(waddle.refusal(new RemoveParticipant(bob, group, eve)))
                .isEqualTo(CommunityRefusal.NO_SUCH_PARTICIPANT);
        assertThat(postRefusal(eve)).isEqualTo(MessageRefusal.NO_SUCH_CHANNEL);
    }

    @Test
    void membersDoNothingToOthers() {
        waddle.done(adding(ann, group, eve));
        assertThat(waddle.refusal(status(bob, eve, ParticipantStatus.MUTED))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.refusal(new RemoveParticipant(bob, group, eve))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
    }

    @Test
    void whoIsMutedDoesNothingToOthers() {
        waddle.done(adding(ann, group, eve));
        waddle.done(role(ann, bob, ParticipantRole.ADMIN));
        waddle.done(status(ann, bob, ParticipantStatus.MUTED));
        assertThat(waddle.refusal(new RemoveParticipant(bob, group, eve))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
    }

    @ParameterizedTest
    @EnumSource(
            value = ParticipantStatus.class,
            names = {"LEFT", "REMOVED"})
    void aStayEndsByLeavingOrBeingPutOutOnly(ParticipantStatus status) {
        assertThat(waddle.refusal(status(ann, bob, status))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
    }

    @Test
    void aNewStayHidesWhatWasBeforeWhereTheFlagSaysSo() {
        MessageId old = posted(ann, "before");
        waddle.done(new LeaveRoom(bob, group));
        MessageId between = posted(ann, "between");
        waddle.done(
                new AddParticipant(ann, group, bob, ParticipantRole.MEMBER, new ParticipantFlags(true, false, false)));
        MessageId now = posted(ann, "now");

        long from = channel().historyFrom(access(bob));
        assertThat(from).isGreaterThan(between.value()).isLessThanOrEqualTo(now.value());
        assertThat(waddle.submit(new MarkRead(bob, group, old, false)))
                .isEqualTo(new MarkRead.Refused(MessageRefusal.NO_SUCH_MESSAGE));
        assertThat(waddle.submit(new MarkRead(bob, group, now, false))).isInstanceOf(MarkRead.Marked.class);
        assertThat(channel().historyFrom(access(ann))).isEqualTo(Long.MIN_VALUE);
        waddle.done(flags(bob, null, null, true));
        assertThat(channel().historyFrom(access(bob))).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void everyStayIsKept() {
        waddle.done(new LeaveRoom(bob, group));
        waddle.shards.clock.advance(Duration.ofHours(1));
        waddle.done(adding(ann, group, bob));
        waddle.shards.clock.advance(Duration.ofHours(1));
        waddle.done(new RemoveParticipant(ann, group, bob));

        List<String> stays = waddle.inFile(session -> session.handle()
                .createQuery("SELECT s.ended_by || ' ' || (s.left_at_ms - s.joined_at_ms) FROM participant_stays s"
                        + " JOIN members m ON m.num = s.member WHERE m.user_id = :user ORDER BY s.joined_at_ms")
                .bind("user", bob.value())
                .mapTo(String.class)
                .list());
        assertThat(stays).containsExactly("left 0", "removed 3600000");
    }

    @Test
    void comingBackWithinTheSameMillisecondGoesOnWithTheStay() {
        waddle.done(new LeaveRoom(bob, group));
        waddle.done(adding(ann, group, bob));
        posted(bob, "still here");
    }

    @Test
    void unreadMessagesAreThoseOfTheStay() {
        posted(ann, "before eve");
        waddle.done(adding(ann, group, eve));
        posted(ann, "one");
        posted(ann, "two");

        assertThat(unread(eve)).isEqualTo(2);
        assertThat(unread(bob)).isEqualTo(3);
        waddle.done(new LeaveRoom(eve, group));
        posted(ann, "between");
        waddle.done(
                new AddParticipant(ann, group, eve, ParticipantRole.MEMBER, new ParticipantFlags(true, false, false)));
        assertThat(unread(eve)).isZero();
        posted(ann, "three");
        assertThat(unread(eve)).isEqualTo(1);
    }

    private int unread(UserId user) {
        List<Unread> counts = waddle.shard.read(reader -> reader.unread().of(access(user), List.of(channel())));
        return counts.getFirst().messages();
    }

    @Test
    void anOwnersRoomGoesToWhoStandsNext() {
        waddle.done(adding(ann, group, eve));
        waddle.done(role(ann, eve, ParticipantRole.MODERATOR));
        waddle.done(new LeaveRoom(ann, group));
        assertThat(participant(eve).role()).isEqualTo(ParticipantRole.OWNER);
        waddle.done(new LeaveRoom(eve, group));
        assertThat(participant(bob).role()).isEqualTo(ParticipantRole.OWNER);
        waddle.done(new LeaveRoom(bob, group));
        assertThat(Objects.requireNonNull(channel().room()).participants()).isEmpty();
    }

    @Test
    void whoseAccountIsGoneLeavesEveryRoomButThoseOfTwo() {
        ChannelId other = opened(ann, List.of(eve));
        Channel direct = waddle.done(new OpenConversation(ann, ChannelType.DIRECT, null, List.of(bob), 5));

        assertThat(waddle.submit(new LeaveEveryRoom(ann, 1)).rooms()).isEqualTo(1);
        assertThat(waddle.submit(new LeaveEveryRoom(ann, 10)).rooms()).isEqualTo(1);
        assertThat(waddle.submit(new LeaveEveryRoom(ann, 10)).rooms()).isZero();

        assertThat(participant(bob).role()).isEqualTo(ParticipantRole.OWNER);
        Channel theirs = Objects.requireNonNull(waddle.shard.channels().byId(other));
        assertThat(theirs.effective(access(ann))).isZero();
        assertThat(theirs.effective(access(eve))).isNotZero();
        Channel kept = Objects.requireNonNull(waddle.shard.channels().byId(direct.id()));
        assertThat(kept.effective(access(bob))).isNotZero();
    }

    @Test
    void whoLeavesTheWaddleTakesPartInNoRoomEvenAfterComingBack() {
        waddle.shards.clock.advance(Duration.ofSeconds(1));
        waddle.done(new LeaveMember(bob));
        assertThat(postRefusal(bob)).isEqualTo(MessageRefusal.NOT_A_MEMBER);
        waddle.shards.clock.advance(Duration.ofSeconds(1));
        waddle.done(new JoinMember(bob));

        assertThat(postRefusal(bob)).isEqualTo(MessageRefusal.NO_SUCH_CHANNEL);
        assertThat(waddle.refusal(new RemoveParticipant(ann, group, bob)))
                .isEqualTo(CommunityRefusal.NO_SUCH_PARTICIPANT);
        assertThat(present()).containsExactly(ann);
        waddle.done(adding(ann, group, bob));
        posted(bob, "back");
        assertThat(present()).containsExactly(ann, bob);
    }

    private List<UserId> present() {
        return waddle.shard.read(reader -> reader.participants().page(channel(), 0, 100)).items().stream()
                .map(Participant::user)
                .toList();
    }

    @Test
    void theListGoesOnWhereAPageEnded() {
        waddle.done(adding(ann, group, eve));
        var first = waddle.shard.read(reader -> reader.participants().page(channel(), 0, 2));
        assertThat(first.items()).extracting(Participant::user).containsExactly(ann, bob);
        int next = Objects.requireNonNull(first.next());
        var second = waddle.shard.read(reader -> reader.participants().page(channel(), next, 2));
        assertThat(second.items()).extracting(Participant::user).containsExactly(eve);
        assertThat(second.next()).isNull();
    }

    @Test
    void onlySomeManyMayTakePart() {
        List<UserId> others = new ArrayList<>();
        for (int i = 1; i < Rooms.CONVERSATION_PARTICIPANTS - 1; i++) {
            others.add(waddle.joined());
        }
        group = opened(ann, others);
        waddle.done(adding(ann, group, bob));
        assertThat(waddle.refusal(adding(ann, group, eve))).isEqualTo(CommunityRefusal.ROOM_FULL);
        waddle.done(new LeaveRoom(bob, group));
        waddle.done(adding(ann, group, eve));
        others.add(bob);
        others.add(eve);
        assertThat(waddle.invalid(new OpenConversation(ann, ChannelType.GROUP, "big", others, 0)))
                .isEqualTo("participantIds");
    }

    @Test
    void aConversationOfTwoIsFixed() {
        Channel direct = waddle.done(new OpenConversation(ann, ChannelType.DIRECT, null, List.of(bob), 5));
        assertThat(waddle.refusal(adding(ann, direct.id(), eve))).isEqualTo(CommunityRefusal.ROOM_FIXED);
        assertThat(waddle.refusal(new LeaveRoom(ann, direct.id()))).isEqualTo(CommunityRefusal.ROOM_FIXED);
        assertThat(waddle.refusal(new RemoveParticipant(ann, direct.id(), bob))).isEqualTo(CommunityRefusal.ROOM_FIXED);
        assertThat(waddle.refusal(new UpdateConversation(ann, direct.id(), "x", null)))
                .isEqualTo(CommunityRefusal.ROOM_FIXED);
    }

    @Test
    void nobodyElseDeletesAMessageButModerators() {
        MessageId message = posted(ann, "text");
        assertThat(waddle.submit(new DeleteMessage(bob, group, message)))
                .isEqualTo(new ChangeOutcome.Refused(MessageRefusal.NOT_ALLOWED));
        waddle.done(role(ann, bob, ParticipantRole.MODERATOR));
        assertThat(waddle.submit(new DeleteMessage(bob, group, message))).isInstanceOf(ChangeOutcome.Done.class);
    }

    @Test
    void aRoomCallsOnlyThoseWhoTakePart() {
        MessageId message = posted(ann, "<@" + bob.value() + "> and <@" + eve.value() + ">");
        List<Long> called = waddle.inFile(session -> session.handle()
                .createQuery("SELECT target FROM mentions WHERE message_id = :id")
                .bind("id", message.value())
                .mapTo(Long.class)
                .list());
        assertThat(called).containsExactly(bob.value());
    }

    @Test
    void aRestartKnowsTheSame() {
        waddle.done(adding(ann, group, eve));
        waddle.done(status(ann, bob, ParticipantStatus.MUTED));
        Channel before = channel();
        waddle.shards.store.putAway(ShardFixture.WADDLE);
        Channel after = Objects.requireNonNull(
                waddle.shards.store.shard(ShardFixture.WADDLE).channels().byId(group));
        assertThat(after).isEqualTo(before);
        assertThat(Objects.requireNonNull(after.room()).participants()).hasSize(3);
    }

    @Test
    void aRefusedBatchLeavesTheListAsItWas() {
        List<Object> results = waddle.together(adding(bob, group, eve), adding(ann, group, eve));
        assertThat(results.getFirst()).isEqualTo(new CommunityOutcome.Refused<>(CommunityRefusal.NOT_ALLOWED));
        assertThat(results.getLast()).isInstanceOf(CommunityOutcome.Done.class);
        assertThat(participant(eve).joinedAt()).isEqualTo(Instant.ofEpochMilli(waddle.shards.clock.millis()));
    }
}
