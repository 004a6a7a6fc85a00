package chat.waddle.voice;

import static chat.waddle.community.CommunityFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.channel.CreateChannel;
import chat.waddle.channel.UpdateChannel;
import chat.waddle.community.CommunityFixture;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Page;
import chat.waddle.community.Plans;
import chat.waddle.community.SetTimeout;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.VoiceSessionId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceSessionsTest {
    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private ChannelId hum;
    private UserId member;

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
        Channel channel = waddle.done(CreateChannel.named(OWNER, "hum", ChannelType.VOICE));
        hum = channel.id();
        member = waddle.joined();
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private VoiceSession started() {
        return waddle.done(new StartVoiceSession(member, hum, "rtk-7"));
    }

    private UpdateVoiceSession update(
            VoiceSessionId id, @Nullable Integer participants, boolean end, @Nullable String url) {
        return new UpdateVoiceSession(member, hum, id, participants, end, url);
    }

    @Test
    void aSessionKeepsTheMostWhoTookPartAndItsEnd() {
        VoiceSession session = started();
        assertThat(session).isEqualTo(new VoiceSession(session.id(), hum, "rtk-7", null, 0, null));
        waddle.done(update(session.id(), 3, false, null));
        waddle.done(update(session.id(), 5, false, null));
        waddle.unchanged(update(session.id(), 2, false, null));
        waddle.shards.clock.advance(Duration.ofMinutes(30));
        VoiceSession over = waddle.done(update(session.id(), null, true, null));
        assertThat(over.endedAt()).isEqualTo(waddle.shards.clock.instant());
        assertThat(over.maxParticipants()).isEqualTo(5);
        waddle.shards.clock.advance(Duration.ofMinutes(1));
        waddle.unchanged(update(session.id(), null, true, null));
        assertThat(waddle.refusal(update(session.id(), 6, false, null))).isEqualTo(CommunityRefusal.VOICE_SESSION_OVER);
        VoiceSession recorded = waddle.done(update(session.id(), null, false, "https://example.org/1.ogg"));
        assertThat(recorded.recordingUrl()).isEqualTo("https://example.org/1.ogg");
        assertThat(recorded.endedAt()).isEqualTo(over.endedAt());
        assertThat(waddle.done(update(session.id(), null, false, "")).recordingUrl())
                .isNull();
    }

    @Test
    void aChannelHasOneSessionAtATime() {
        VoiceSession first = started();
        assertThat(waddle.refusal(new StartVoiceSession(OWNER, hum, null)))
                .isEqualTo(CommunityRefusal.VOICE_SESSION_RUNNING);
        List<Object> both = waddle.together(
                update(first.id(), null, true, null),
                new StartVoiceSession(OWNER, hum, null),
                new StartVoiceSession(member, hum, null));
        assertThat(both.get(1).toString()).contains("Done");
        assertThat(both.get(2).toString()).contains("VOICE_SESSION_RUNNING");
        waddle.shards.clock.advance(Duration.ofSeconds(1));
        assertThat(listed(1)).hasSize(2).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(listed(1)).isEqualTo(listed(10));
    }

    private List<Long> listed(int pageSize) {
        Channel channel = Objects.requireNonNull(waddle.shard.channels().byId(hum));
        List<Long> ids = new ArrayList<>();
        Long place = Long.MAX_VALUE;
        while (place != null) {
            long before = place;
            Page<VoiceSession, Long> page =
                    waddle.shard.read(reader -> reader.voiceSessions().page(channel, before, Long.MIN_VALUE, pageSize));
            page.items().forEach(session -> ids.add(session.id().value()));
            place = page.next();
        }
        return ids;
    }

    @Test
    void onlyWhoMayStartsAndOnlyInVoiceChannels() {
        ChannelId talk = waddle.channel("talk");
        assertThat(waddle.refusal(new StartVoiceSession(member, talk, null)))
                .isEqualTo(CommunityRefusal.NOT_A_VOICE_CHANNEL);
        assertThat(waddle.refusal(new StartVoiceSession(member, new ChannelId(7), null)))
                .isEqualTo(CommunityRefusal.NO_SUCH_CHANNEL);
        assertThat(waddle.refusal(new StartVoiceSession(waddle.stranger(), hum, null)))
                .isEqualTo(CommunityRefusal.NOT_A_MEMBER);
        VoiceSession session = started();
        assertThat(waddle.refusal(new UpdateVoiceSession(member, talk, session.id(), 1, false, null)))
                .isEqualTo(CommunityRefusal.NO_SUCH_VOICE_SESSION);
        waddle.done(new SetTimeout(OWNER, member, waddle.shards.clock.millis() + 1000, null));
        assertThat(waddle.refusal(update(session.id(), 1, false, null))).isEqualTo(CommunityRefusal.IN_TIMEOUT);
        waddle.done(new UpdateVoiceSession(OWNER, hum, session.id(), null, true, null));
        waddle.done(archived());
        assertThat(waddle.refusal(new StartVoiceSession(OWNER, hum, null)))
                .isEqualTo(CommunityRefusal.CHANNEL_ARCHIVED);
    }

    private UpdateChannel archived() {
        return new UpdateChannel(OWNER, hum, null, null, null, null, null, null, true, null, null, null);
    }

    @Test
    void whatIsToldHasLimits() {
        VoiceSession session = started();
        assertThat(waddle.invalid(update(session.id(), -1, false, null))).isEqualTo("participants");
        assertThat(waddle.invalid(update(session.id(), 100_001, false, null))).isEqualTo("participants");
        for (String url : List.of("http://example.org/", "javascript:alert(1)", "https://a b", "https://\u00e4")) {
            assertThat(waddle.invalid(update(session.id(), null, false, url)))
                    .as(url)
                    .isEqualTo("recordingUrl");
        }
        assertThat(waddle.invalid(update(session.id(), null, false, "https://" + "x".repeat(2048))))
                .isEqualTo("recordingUrl");
        assertThat(waddle.invalid(new StartVoiceSession(member, hum, "x".repeat(201))))
                .isEqualTo("rtkSessionId");
        assertThat(waddle.invalid(new StartVoiceSession(member, hum, ""))).isEqualTo("rtkSessionId");
    }

    @Test
    void theListRunsAlongItsIndex() {
        assertThat(Plans.of(waddle.shard, VoiceSql.class, "before"))
                .contains("USING INDEX voice_sessions_by_channel (channel=?")
                .doesNotContain("TEMP B-TREE");
    }
}
