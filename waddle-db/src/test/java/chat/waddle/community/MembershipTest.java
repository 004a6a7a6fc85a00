package chat.waddle.community;

import static chat.waddle.community.CommunityFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.message.ImportMessages;
import chat.waddle.message.PostMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MembershipTest {
    @TempDir
    Path folder;

    private CommunityFixture waddle;

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
    }

    @AfterEach
    void close() {
        assertThat(waddle.counts().members()).as("the kept count").isEqualTo((int) waddle.activeRows());
        waddle.close();
    }

    @Test
    void aNewWaddleHasItsOwnerAsOnlyMember() {
        assertThat(waddle.counts().owner()).isEqualTo(OWNER);
        assertThat(waddle.counts().members()).isEqualTo(1);
        assertThat(waddle.member(OWNER).owner()).isTrue();
    }

    @Test
    void joiningMakesAnActiveMemberWhoMayPost() {
        ChannelId channel = waddle.channel("talk");
        UserId user = waddle.stranger();
        assertThat(waddle.post(user, channel)).isInstanceOf(PostMessage.Refused.class);
        assertThat(waddle.shard.access(user)).isEmpty();

        Member member = waddle.done(new JoinMember(user));

        assertThat(member.isActive()).isTrue();
        assertThat(member.owner()).isFalse();
        assertThat(waddle.shard.access(user)).isPresent();
        assertThat(waddle.post(user, channel)).isInstanceOf(PostMessage.Posted.class);
        assertThat(waddle.counts().members()).isEqualTo(2);
        assertThat(waddle.counts().membersSeq()).isEqualTo(waddle.shard.seq() - 1);
    }

    @Test
    void joiningTwiceChangesNothing() {
        UserId user = waddle.joined();
        waddle.unchanged(new JoinMember(user));
        assertThat(waddle.counts().members()).isEqualTo(2);
    }

    @Test
    void whoLeavesIsOutAtOnceAndMayComeBackWithANewStay() {
        UserId user = waddle.joined();
        assertThat(waddle.shard.access(user)).isPresent();
        waddle.shards.clock.advance(Duration.ofDays(2));

        Member left = waddle.done(new LeaveMember(user));

        assertThat(left.state()).isEqualTo(MemberState.LEFT);
        assertThat(left.leftAt()).isEqualTo(waddle.shards.clock.instant());
        assertThat(waddle.shard.access(user)).isEmpty();
        assertThat(waddle.refusal(new LeaveMember(user))).isEqualTo(CommunityRefusal.NOT_A_MEMBER);

        waddle.shards.clock.advance(Duration.ofDays(1));
        Member back = waddle.done(new JoinMember(user));
        assertThat(back.num()).isEqualTo(left.num());
        assertThat(back.joinedAt()).isEqualTo(waddle.shards.clock.instant());
        assertThat(stays(back)).containsExactly("left", "open");
    }

    @Test
    void leavingAndComingBackInOneMillisecondIsOneStay() {
        UserId user = waddle.joined();
        waddle.done(new LeaveMember(user));
        waddle.done(new JoinMember(user));
        assertThat(stays(waddle.member(user))).containsExactly("open");
    }

    private List<String> stays(Member member) {
        return waddle.shard.engine().run(session -> {
            List<String> stays = new ArrayList<>();
            var select = session.kept(
                    "SELECT coalesce(ended_by, 'open') FROM member_stays WHERE member = ? ORDER BY joined_at_ms");
            select.setInt(1, member.num());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    stays.add(row.getString(1));
                }
            }
            return stays;
        });
    }

    @Test
    void rolesEndWithTheStay() {
        UserId user = waddle.holding(50, Permission.KICK_MEMBERS);
        assertThat(waddle.member(user).roles()).hasSize(1);
        waddle.done(new LeaveMember(user));
        waddle.done(new JoinMember(user));
        assertThat(waddle.member(user).roles()).isEmpty();
    }

    @Test
    void somebodyKnownByImportedMessagesBecomesAMemberByJoining() {
        ChannelId channel = waddle.channel("old");
        UserId user = waddle.stranger();
        long lastYear = waddle.shards.clock.millis() - Duration.ofDays(365).toMillis();
        waddle.submit(new ImportMessages(
                channel, "log", 0, true, List.of(new ImportMessages.Item(user, lastYear, "hi", null, null))));
        assertThat(waddle.member(user).state()).isEqualTo(MemberState.IMPORTED);
        assertThat(waddle.counts().members()).isEqualTo(1);
        assertThat(waddle.refusal(new LeaveMember(user))).isEqualTo(CommunityRefusal.NOT_A_MEMBER);

        int numberBefore = waddle.member(user).num();
        Member joined = waddle.done(new JoinMember(user));

        assertThat(joined.num()).isEqualTo(numberBefore);
        assertThat(joined.isActive()).isTrue();
        assertThat(waddle.counts().members()).isEqualTo(2);
    }

    @Test
    void theOwnerLeavesOnlyAfterHandingTheWaddleOver() {
        UserId heir = waddle.joined();
        assertThat(waddle.refusal(new LeaveMember(OWNER))).isEqualTo(CommunityRefusal.OWNER_MUST_TRANSFER);

        Member owner = waddle.done(new TransferOwnership(OWNER, heir));

        assertThat(owner.owner()).isTrue();
        assertThat(owner.roles()).contains(waddle.presetId(RolePreset.OWNER));
        assertThat(waddle.member(OWNER).roles()).isEmpty();
        assertThat(waddle.counts().owner()).isEqualTo(heir);
        assertThat(waddle.shard.access(heir).orElseThrow().owner()).isTrue();
        assertThat(waddle.shard.access(OWNER).orElseThrow().owner()).isFalse();
        assertThat(waddle.shard.access(OWNER).orElseThrow().position()).isZero();
        waddle.done(new LeaveMember(OWNER));
        assertThat(waddle.refusal(new LeaveMember(heir))).isEqualTo(CommunityRefusal.OWNER_MUST_TRANSFER);
    }

    @Test
    void onlyTheOwnerHandsTheWaddleOverAndOnlyToAMember() {
        UserId admin = waddle.joined();
        waddle.done(new GrantRole(OWNER, admin, waddle.presetId(RolePreset.ADMIN)));
        UserId stranger = waddle.stranger();

        assertThat(waddle.refusal(new TransferOwnership(admin, admin))).isEqualTo(CommunityRefusal.NOT_THE_OWNER);
        assertThat(waddle.refusal(new TransferOwnership(stranger, admin))).isEqualTo(CommunityRefusal.NOT_A_MEMBER);
        assertThat(waddle.refusal(new TransferOwnership(OWNER, stranger))).isEqualTo(CommunityRefusal.NO_SUCH_MEMBER);
        waddle.unchanged(new TransferOwnership(OWNER, OWNER));
    }

    @Test
    void membersChooseWhatTheyAreToldOf() {
        UserId user = waddle.joined();
        assertThat(waddle.member(user).notificationLevel()).isEqualTo(NotificationLevel.ALL);
        waddle.done(new SetNotificationLevel(user, NotificationLevel.MENTIONS));
        assertThat(waddle.member(user).notificationLevel()).isEqualTo(NotificationLevel.MENTIONS);
        waddle.unchanged(new SetNotificationLevel(user, NotificationLevel.MENTIONS));
        assertThat(waddle.refusal(new SetNotificationLevel(waddle.stranger(), NotificationLevel.NONE)))
                .isEqualTo(CommunityRefusal.NOT_A_MEMBER);
    }

    @Test
    void membersAreListedPageByPageWithTheirRoles() {
        UserId first = waddle.holding(10);
        UserId second = waddle.joined();
        UserId gone = waddle.joined();
        waddle.done(new LeaveMember(gone));

        Page<Member, Integer> page =
                waddle.shard.read(reader -> reader.members().page(0, 2));
        assertThat(page.items()).extracting(Member::user).containsExactly(OWNER, first);
        assertThat(page.items().get(1).roles()).hasSize(1);
        Integer next = Objects.requireNonNull(page.next());
        Page<Member, Integer> rest =
                waddle.shard.read(reader -> reader.members().page(next, 2));
        assertThat(rest.items()).extracting(Member::user).containsExactly(second);
        assertThat(rest.next()).isNull();
        List<Members.Active> active =
                waddle.shard.read(reader -> reader.members().activeUsers(0, 100).items());
        assertThat(active).extracting(Members.Active::user).containsExactly(OWNER, first, second);
    }

    @Test
    void everyChangeOfWhoIsAMemberMovesTheSequence() {
        UserId user = waddle.joined();
        assertThat(waddle.counts().membersSeq()).isEqualTo(waddle.shard.seq());
        waddle.done(new LeaveMember(user));
        assertThat(waddle.counts().membersSeq()).isEqualTo(waddle.shard.seq());
        waddle.done(new JoinMember(user));
        waddle.done(new KickMember(OWNER, user, null));
        assertThat(waddle.counts().membersSeq()).isEqualTo(waddle.shard.seq());
        waddle.done(new JoinMember(user));
        waddle.done(new BanMember(OWNER, user, null, null));
        assertThat(waddle.counts().membersSeq()).isEqualTo(waddle.shard.seq());
        waddle.channel("other");
        assertThat(waddle.counts().membersSeq()).isLessThan(waddle.shard.seq());
    }
}
