package chat.waddle.community;

import static chat.waddle.community.CommunityFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.message.MessageRefusal;
import chat.waddle.message.PostMessage;
import chat.waddle.shard.ShardCare;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModerationTest {
    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private ChannelId channel;
    private UserId moderator;
    private UserId member;

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
        channel = waddle.channel("talk");
        moderator = waddle.joined();
        waddle.done(new GrantRole(OWNER, moderator, waddle.presetId(RolePreset.MODERATOR)));
        member = waddle.joined();
    }

    @AfterEach
    void close() {
        assertThat(waddle.counts().members()).as("the kept count").isEqualTo((int) waddle.activeRows());
        waddle.close();
    }

    private long now() {
        return waddle.shards.clock.millis();
    }

    @Test
    void whoIsKickedIsOutButMayComeBack() {
        Member kicked = waddle.done(new KickMember(moderator, member, "noise"));
        assertThat(kicked.state()).isEqualTo(MemberState.REMOVED);
        assertThat(waddle.shard.access(member)).isEmpty();
        assertThat(waddle.refusal(new KickMember(moderator, member, null))).isEqualTo(CommunityRefusal.NO_SUCH_MEMBER);
        waddle.done(new JoinMember(member));
    }

    @Test
    void whoIsBannedIsOutAndStaysOutUntilTheBanIsTakenBack() {
        Ban ban = waddle.done(new BanMember(moderator, member, "spam", null));
        assertThat(ban.bannedBy()).isEqualTo(moderator);
        assertThat(ban.reason()).isEqualTo("spam");
        assertThat(waddle.member(member).state()).isEqualTo(MemberState.BANNED);
        assertThat(waddle.shard.access(member)).isEmpty();
        assertThat(waddle.refusal(new JoinMember(member))).isEqualTo(CommunityRefusal.BANNED);

        waddle.done(new UnbanMember(moderator, member, "sorry"));

        assertThat(waddle.member(member).state()).isEqualTo(MemberState.REMOVED);
        assertThat(waddle.refusal(new UnbanMember(moderator, member, null))).isEqualTo(CommunityRefusal.NOT_BANNED);
        waddle.done(new JoinMember(member));
    }

    @Test
    void aBanEndsByItselfAtItsTime() {
        waddle.done(new BanMember(moderator, member, null, now() + 1000));
        waddle.shards.clock.advance(Duration.ofMillis(999));
        assertThat(waddle.refusal(new JoinMember(member))).isEqualTo(CommunityRefusal.BANNED);
        assertThat(bans()).hasSize(1);
        waddle.shards.clock.advance(Duration.ofMillis(1));
        assertThat(bans()).isEmpty();
        assertThat(waddle.done(new JoinMember(member)).isActive()).isTrue();
    }

    private List<Ban> bans() {
        return waddle.shard.read(reader -> reader.members()
                .bans(Long.MIN_VALUE, waddle.shards.clock.instant(), 100)
                .items());
    }

    @Test
    void somebodyWhoIsNoMemberCanBeBanned() {
        UserId stranger = waddle.stranger();
        waddle.done(new BanMember(moderator, stranger, null, null));
        assertThat(waddle.refusal(new JoinMember(stranger))).isEqualTo(CommunityRefusal.BANNED);
        assertThat(waddle.counts().members()).isEqualTo(3);
        waddle.unchanged(new BanMember(moderator, stranger, null, null));
        assertThat(waddle.done(new BanMember(moderator, stranger, "other", null))
                        .reason())
                .isEqualTo("other");
    }

    @Test
    void bansAreListedPageByPage() {
        for (int i = 0; i < 5; i++) {
            waddle.done(new BanMember(OWNER, waddle.stranger(), null, null));
        }
        Page<Ban, Long> page =
                waddle.shard.read(reader -> reader.members().bans(Long.MIN_VALUE, waddle.shards.clock.instant(), 3));
        assertThat(page.items()).hasSize(3);
        long next = Objects.requireNonNull(page.next());
        Page<Ban, Long> rest =
                waddle.shard.read(reader -> reader.members().bans(next, waddle.shards.clock.instant(), 3));
        assertThat(rest.items()).hasSize(2).doesNotContainAnyElementsOf(page.items());
        assertThat(rest.next()).isNull();
    }

    @Test
    void whoIsInATimeOutOnlyReads() {
        assertThat(waddle.post(member, channel)).isInstanceOf(PostMessage.Posted.class);
        waddle.done(new SetTimeout(moderator, member, now() + 60_000, "calm down"));
        assertThat(waddle.post(member, channel)).isEqualTo(new PostMessage.Refused(MessageRefusal.IN_TIMEOUT));
        assertThat(waddle.shard.access(member).orElseThrow().may(Permission.READ_HISTORY, now()))
                .isTrue();
        waddle.shards.clock.advance(Duration.ofMinutes(1));
        assertThat(waddle.post(member, channel)).isInstanceOf(PostMessage.Posted.class);
    }

    @Test
    void aTimeOutCanBeEndedEarlyButNotByLeaving() {
        waddle.done(new SetTimeout(moderator, member, now() + 60_000, null));
        waddle.done(new LeaveMember(member));
        waddle.done(new JoinMember(member));
        assertThat(waddle.post(member, channel)).isEqualTo(new PostMessage.Refused(MessageRefusal.IN_TIMEOUT));
        waddle.done(new SetTimeout(moderator, member, null, null));
        assertThat(waddle.post(member, channel)).isInstanceOf(PostMessage.Posted.class);
        waddle.unchanged(new SetTimeout(moderator, member, null, null));
    }

    @Test
    void aModeratorInATimeOutKeepsNoOrder() {
        waddle.done(new SetTimeout(OWNER, moderator, now() + 60_000, null));
        assertThat(waddle.refusal(new KickMember(moderator, member, null))).isEqualTo(CommunityRefusal.IN_TIMEOUT);
        waddle.done(new SetTimeout(OWNER, moderator, null, null));
        waddle.done(new KickMember(moderator, member, null));
    }

    @Test
    void limitsOfTimesAndReasonsHold() {
        long limit = Moderation.TIMEOUT_LIMIT.toMillis();
        assertThat(waddle.invalid(new SetTimeout(OWNER, member, now(), null))).isEqualTo("until");
        assertThat(waddle.invalid(new SetTimeout(OWNER, member, now() + limit + 1, null)))
                .isEqualTo("until");
        waddle.done(new SetTimeout(OWNER, member, now() + limit, null));
        assertThat(waddle.invalid(new BanMember(OWNER, member, null, now()))).isEqualTo("expiresAt");
        String longest = "x".repeat(Moderation.REASON_LIMIT);
        assertThat(waddle.invalid(new BanMember(OWNER, member, longest + "x", null)))
                .isEqualTo("reason");
        assertThat(waddle.invalid(new KickMember(OWNER, member, longest + "x"))).isEqualTo("reason");
        assertThat(waddle.invalid(new UnbanMember(OWNER, member, longest + "x")))
                .isEqualTo("reason");
        waddle.done(new BanMember(OWNER, member, longest, now() + 1));
    }

    @Test
    void membersNameThemselvesAndModeratorsThoseBelow() {
        assertThat(waddle.done(new ChangeNickname(member, member, "Pip")).nickname())
                .isEqualTo("Pip");
        waddle.unchanged(new ChangeNickname(member, member, "Pip"));
        assertThat(waddle.refusal(new ChangeNickname(member, moderator, "Bob")))
                .isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.refusal(new ChangeNickname(moderator, OWNER, "Boss")))
                .isEqualTo(CommunityRefusal.OWNER_PROTECTED);
        assertThat(waddle.refusal(new ChangeNickname(moderator, waddle.stranger(), "Who")))
                .isEqualTo(CommunityRefusal.NO_SUCH_MEMBER);
        assertThat(waddle.done(new ChangeNickname(moderator, member, null)).nickname())
                .isNull();
        assertThat(waddle.invalid(new ChangeNickname(member, member, " Pip"))).isEqualTo("nickname");
        assertThat(waddle.invalid(new ChangeNickname(member, member, "a\nb"))).isEqualTo("nickname");
        assertThat(waddle.invalid(new ChangeNickname(member, member, "x".repeat(101))))
                .isEqualTo("nickname");
        assertThat(waddle.done(new ChangeNickname(member, member, "\uD83D\uDC27".repeat(100)))
                        .nickname())
                .hasSize(200);
    }

    @Test
    void whoMayNotNameThemselvesIsRefused() {
        Role base = waddle.preset(RolePreset.MEMBER);
        long without = base.permissions() & ~Permission.CHANGE_NICKNAME.mask();
        waddle.done(new UpdateRole(OWNER, base.id(), null, null, without, null, null));
        assertThat(waddle.refusal(new ChangeNickname(member, member, "Pip"))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        waddle.done(new ChangeNickname(moderator, moderator, "Mod"));
    }

    @Test
    void moderationWritesTheAuditLogAndRefusalsDoNot() {
        waddle.refusal(new KickMember(member, moderator, "no"));
        waddle.done(new KickMember(moderator, member, "noise"));
        waddle.done(new BanMember(OWNER, member, "spam", null));

        List<AuditEntry> log = waddle.shard.read(
                reader -> reader.auditLog().page(null, null, Long.MAX_VALUE, 2).items());

        assertThat(log).extracting(AuditEntry::action).containsExactly("member.ban", "member.kick");
        AuditEntry kick = log.get(1);
        assertThat(kick.actor()).isEqualTo(moderator);
        assertThat(kick.resourceType()).isEqualTo("member");
        assertThat(kick.resourceId()).isEqualTo(member.value());
        assertThat(kick.reason()).isEqualTo("noise");
    }

    @Test
    void bansThatHaveRunOutAreTakenAwayAndOthersStay() {
        UserId other = waddle.joined();
        UserId stranger = waddle.stranger();
        waddle.done(new BanMember(moderator, member, "brief", now() + 1000));
        waddle.done(new BanMember(moderator, stranger, "brief", now() + 1000));
        waddle.done(new BanMember(moderator, other, "long", now() + 1001));
        ShardCare care = new ShardCare(waddle.shard);
        waddle.shards.clock.advance(Duration.ofMillis(999));
        assertThat(care.liftExpiredBans(10)).isZero();
        waddle.shards.clock.advance(Duration.ofMillis(1));
        assertThat(care.liftExpiredBans(1)).isEqualTo(1);
        assertThat(care.liftExpiredBans(10)).isEqualTo(1);
        assertThat(waddle.member(member).state()).isEqualTo(MemberState.REMOVED);
        assertThat(waddle.member(other).state()).isEqualTo(MemberState.BANNED);
        assertThat(waddle.refusal(new JoinMember(other))).isEqualTo(CommunityRefusal.BANNED);
        waddle.done(new JoinMember(member));
    }

    @Test
    void whoBansWithoutManagingMessagesDeletesNone() {
        UserId guard = waddle.holding(90, Permission.BAN_MEMBERS);
        assertThat(waddle.refusal(new BanMember(guard, member, "spam", null, 60)))
                .isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.invalid(new BanMember(moderator, member, "spam", null, 604_801)))
                .isEqualTo("deleteMessageSeconds");
        waddle.done(new BanMember(moderator, member, "spam", null, 604_800));
        assertThat(log(moderator, AuditAction.MEMBER_BAN).getFirst().changes())
                .contains("\"deleteMessageSeconds\",\"before\":null,\"after\":\"604800\"");
        waddle.done(new BanMember(guard, waddle.joined(), "spam", null, 0));
    }

    @Test
    void theAuditLogIsReadByActorAndAction() {
        waddle.done(new ChangeNickname(moderator, member, "Pip"));
        waddle.done(new ChangeNickname(OWNER, member, "Pop"));
        waddle.done(new KickMember(moderator, member, null));

        assertThat(log(moderator, null))
                .extracting(AuditEntry::action)
                .containsExactly("member.kick", "member.nickname");
        assertThat(log(null, AuditAction.MEMBER_NICKNAME))
                .extracting(AuditEntry::changes)
                .containsExactly(
                        "[{\"field\":\"nickname\",\"before\":\"Pip\",\"after\":\"Pop\"}]",
                        "[{\"field\":\"nickname\",\"before\":null,\"after\":\"Pip\"}]");
        assertThat(log(moderator, AuditAction.MEMBER_KICK)).hasSize(1);
        assertThat(log(OWNER, AuditAction.MEMBER_KICK)).isEmpty();
        Page<AuditEntry, Long> first =
                waddle.shard.read(reader -> reader.auditLog().page(moderator, null, Long.MAX_VALUE, 1));
        long next = Objects.requireNonNull(first.next());
        Page<AuditEntry, Long> second =
                waddle.shard.read(reader -> reader.auditLog().page(moderator, null, next, 1));
        assertThat(second.items()).extracting(AuditEntry::action).containsExactly("member.nickname");
        assertThat(second.next()).isNull();
    }

    private List<AuditEntry> log(@Nullable UserId actor, @Nullable AuditAction action) {
        return waddle.shard.read(reader ->
                reader.auditLog().page(actor, action, Long.MAX_VALUE, 100).items());
    }
}
