package chat.waddle.community;

import static chat.waddle.community.CommunityFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.channel.ChannelType;
import chat.waddle.channel.CreateChannel;
import chat.waddle.channel.DeleteChannel;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.message.MessageRefusal;
import chat.waddle.message.PostMessage;
import chat.waddle.shard.ShardFixture;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands that race reach the file in one transaction: the later one must see what the earlier one did.
class SameBatchTest {
    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private ChannelId channel;

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
        channel = waddle.channel("talk");
    }

    @AfterEach
    void close() {
        assertThat(waddle.counts().members()).as("the kept count").isEqualTo((int) waddle.activeRows());
        waddle.close();
    }

    private PostMessage post(UserId author) {
        return ShardFixture.post(author, channel, "hello");
    }

    @Test
    void aPostBehindABanIsRefusedAndOneBeforeItStands() {
        UserId member = waddle.joined();
        List<Object> results = waddle.together(post(member), new BanMember(OWNER, member, null, null), post(member));
        assertThat(results.get(0)).isInstanceOf(PostMessage.Posted.class);
        assertThat(results.get(1)).isInstanceOf(CommunityOutcome.Done.class);
        assertThat(results.get(2)).isEqualTo(new PostMessage.Refused(MessageRefusal.NOT_A_MEMBER));
    }

    @Test
    void aPostBehindATimeOutIsRefused() {
        UserId member = waddle.joined();
        long until = waddle.shards.clock.millis() + 1000;
        List<Object> results = waddle.together(new SetTimeout(OWNER, member, until, null), post(member));
        assertThat(results.get(1)).isEqualTo(new PostMessage.Refused(MessageRefusal.IN_TIMEOUT));
    }

    @Test
    void aPostBehindTheLossOfARightIsRefused() {
        UserId member = waddle.joined();
        Role base = waddle.preset(RolePreset.MEMBER);
        long silent = base.permissions() & ~Permission.SEND_MESSAGES.mask();
        List<Object> results = waddle.together(
                post(member), new UpdateRole(OWNER, base.id(), null, null, silent, null, null), post(member));
        assertThat(results.get(0)).isInstanceOf(PostMessage.Posted.class);
        assertThat(results.get(2)).isEqualTo(new PostMessage.Refused(MessageRefusal.NOT_ALLOWED));
    }

    @Test
    void aPostBehindTheEndOfItsChannelIsRefused() {
        List<Object> results = waddle.together(post(OWNER), new DeleteChannel(OWNER, channel), post(OWNER));
        assertThat(results.get(0)).isInstanceOf(PostMessage.Posted.class);
        assertThat(results.get(2)).isEqualTo(new PostMessage.Refused(MessageRefusal.NO_SUCH_CHANNEL));
    }

    @Test
    void ofTwoJoinsOneCounts() {
        UserId user = waddle.stranger();
        List<Object> results = waddle.together(new JoinMember(user), new JoinMember(user));
        assertThat(results.get(0)).isInstanceOf(CommunityOutcome.Done.class);
        assertThat(results.get(1)).isInstanceOf(CommunityOutcome.Unchanged.class);
        assertThat(waddle.counts().members()).isEqualTo(2);
    }

    @Test
    void aJoinBehindABanIsRefused() {
        UserId user = waddle.stranger();
        List<Object> results = waddle.together(new BanMember(OWNER, user, null, null), new JoinMember(user));
        assertThat(results.get(1)).isEqualTo(new CommunityOutcome.Refused<>(CommunityRefusal.BANNED));
    }

    @Test
    void theWaddleIsHandedOverOnceAndTheHeirCannotLeave() {
        UserId heir = waddle.joined();
        UserId other = waddle.joined();
        List<Object> results = waddle.together(
                new TransferOwnership(OWNER, heir),
                new TransferOwnership(OWNER, other),
                new LeaveMember(heir),
                new LeaveMember(OWNER));
        assertThat(results.get(0)).isInstanceOf(CommunityOutcome.Done.class);
        assertThat(results.get(1)).isEqualTo(new CommunityOutcome.Refused<>(CommunityRefusal.NOT_THE_OWNER));
        assertThat(results.get(2)).isEqualTo(new CommunityOutcome.Refused<>(CommunityRefusal.OWNER_MUST_TRANSFER));
        assertThat(results.get(3)).isInstanceOf(CommunityOutcome.Done.class);
        assertThat(waddle.counts().owner()).isEqualTo(heir);
    }

    @Test
    void nobodyInheritsAfterLeaving() {
        UserId heir = waddle.joined();
        List<Object> results = waddle.together(new LeaveMember(heir), new TransferOwnership(OWNER, heir));
        assertThat(results.get(1)).isEqualTo(new CommunityOutcome.Refused<>(CommunityRefusal.NO_SUCH_MEMBER));
        assertThat(waddle.counts().owner()).isEqualTo(OWNER);
    }

    @Test
    void ofTwoModeratorsWhoBanEachOtherTheFirstWins() {
        UserId one = waddle.holding(100, Permission.BAN_MEMBERS);
        UserId other = waddle.holding(99, Permission.BAN_MEMBERS);
        List<Object> results =
                waddle.together(new BanMember(one, other, null, null), new BanMember(other, one, null, null));
        assertThat(results.get(0)).isInstanceOf(CommunityOutcome.Done.class);
        assertThat(results.get(1)).isEqualTo(new CommunityOutcome.Refused<>(CommunityRefusal.NOT_A_MEMBER));
    }

    @Test
    void ofTwoChannelsWithOneNameOneIsMadeAndTheFirstPostFindsIt() {
        List<Object> results = waddle.together(
                CreateChannel.named(OWNER, "News", ChannelType.TEXT),
                CreateChannel.named(OWNER, "news", ChannelType.TEXT));
        assertThat(results.get(0)).isInstanceOf(CommunityOutcome.Done.class);
        assertThat(results.get(1)).isEqualTo(new CommunityOutcome.Refused<>(CommunityRefusal.CHANNEL_NAME_TAKEN));
        assertThat(waddle.shard.channels().byName("NEWS")).isNotNull();
    }
}
