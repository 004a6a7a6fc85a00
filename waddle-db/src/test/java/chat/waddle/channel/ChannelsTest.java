package chat.waddle.channel;

import static chat.waddle.community.CommunityFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.AuditEntry;
import chat.waddle.community.CommunityFixture;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Permission;
import chat.waddle.ids.CategoryId;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.message.PostMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelsTest {
    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private UserId keeper;

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
        keeper = waddle.holding(10, Permission.MANAGE_CHANNELS);
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private static CreateChannel named(String name) {
        return CreateChannel.named(OWNER, name, ChannelType.TEXT);
    }

    /// A patch that changes nothing yet.
    private static final class Patch {
        private final ChannelId channel;
        private UserId actor = OWNER;
        private @Nullable String name;
        private @Nullable ChannelType type;
        private @Nullable String description;
        private @Nullable Integer position;
        private @Nullable CategoryId category;
        private @Nullable Boolean isPrivate;
        private @Nullable Boolean isArchived;
        private @Nullable Integer slowMode;
        private @Nullable Integer archive;

        Patch(ChannelId channel) {
            this.channel = channel;
        }

        Patch by(UserId user) {
            actor = user;
            return this;
        }

        UpdateChannel build() {
            return new UpdateChannel(
                    actor,
                    channel,
                    name,
                    type,
                    description,
                    position,
                    category,
                    isPrivate,
                    isArchived,
                    null,
                    slowMode,
                    archive);
        }
    }

    private static UpdateChannel rename(ChannelId channel, String name) {
        Patch patch = new Patch(channel);
        patch.name = name;
        return patch.build();
    }

    @Test
    void aNewChannelIsThereForEverybodyAtOnce() {
        Channel channel = waddle.done(new CreateChannel(
                keeper, "Town-Square_1", ChannelType.ANNOUNCEMENT, "News", null, false, ThreadMode.DISABLED, 5, 24));
        assertThat(waddle.shard.channels().byName("town-square_1")).isEqualTo(channel);
        assertThat(waddle.shard.channels().byId(channel.id())).isEqualTo(channel);
        assertThat(channel.type()).isEqualTo(ChannelType.ANNOUNCEMENT);
        assertThat(channel.slowModeSeconds()).isEqualTo(5);
        assertThat(channel.autoArchiveHours()).isEqualTo(24);
        assertThat(channel.threadMode()).isEqualTo(ThreadMode.DISABLED);
        assertThat(channel.description()).isEqualTo("News");
    }

    @Test
    void onlyWhoMayManageChannelsMakesChangesOrdersAndDeletesThem() {
        ChannelId channel = waddle.channel("talk");
        UserId member = waddle.joined();
        UserId stranger = waddle.stranger();
        assertThat(waddle.refusal(CreateChannel.named(member, "mine", ChannelType.TEXT)))
                .isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.refusal(CreateChannel.named(stranger, "mine", ChannelType.TEXT)))
                .isEqualTo(CommunityRefusal.NOT_A_MEMBER);
        assertThat(waddle.refusal(new Patch(channel).by(member).build())).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.refusal(new DeleteChannel(member, channel))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.refusal(new OrderChannels(member, List.of(channel)))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.refusal(new CreateCategory(member, "c", false))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        waddle.done(new DeleteChannel(keeper, channel));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "general",
                "g",
                "a1",
                "1a",
                "caf\u00e9",
                "\u65e5\u672c",
                "\u0939\u093f\u0928\u094d\u0926\u0940",
                "-a_"
            })
    void namesOfLettersDigitsAndLinesAreFine(String name) {
        assertThat(waddle.done(named(name)).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "123", "-", "_1", "two words", "a/b", "a.b", "a#", " a", "a\u202eb", "a\ud800"})
    void otherNamesAreRefused(String name) {
        assertThat(waddle.invalid(named(name))).isEqualTo("name");
        ChannelId channel = waddle.channel("good");
        assertThat(waddle.invalid(rename(channel, name))).isEqualTo("name");
    }

    @Test
    void aNameIsTakenWhateverTheCaseUntilItsChannelIsDeleted() {
        ChannelId talk = waddle.channel("Talk");
        ChannelId other = waddle.channel("other");
        assertThat(waddle.refusal(named("tALK"))).isEqualTo(CommunityRefusal.CHANNEL_NAME_TAKEN);
        assertThat(waddle.refusal(rename(other, "TALK"))).isEqualTo(CommunityRefusal.CHANNEL_NAME_TAKEN);
        waddle.done(rename(talk, "TALK"));
        waddle.done(new DeleteChannel(OWNER, talk));
        waddle.done(named("talk"));
    }

    @Test
    void oneSpellingOfANameIsKept() {
        assertThat(waddle.done(named("cafe\u0301")).name()).isEqualTo("caf\u00e9");
        assertThat(waddle.refusal(named("caf\u00e9"))).isEqualTo(CommunityRefusal.CHANNEL_NAME_TAKEN);
    }

    @Test
    void valuesHaveTheirRanges() {
        assertThat(waddle.done(named("x".repeat(64))).name()).hasSize(64);
        assertThat(waddle.invalid(named("x".repeat(65)))).isEqualTo("name");
        assertThat(waddle.invalid(CreateChannel.named(OWNER, "t", ChannelType.THREAD)))
                .isEqualTo("type");
        ChannelId channel = waddle.channel("talk");
        Patch patch = new Patch(channel);
        patch.slowMode = 21_600;
        patch.archive = 8760;
        patch.description = "d".repeat(1024);
        patch.position = 7;
        Channel changed = waddle.done(patch.build());
        assertThat(changed.slowModeSeconds()).isEqualTo(21_600);
        assertThat(waddle.shard.channels().byId(channel)).isEqualTo(changed);
        patch.slowMode = 21_601;
        assertThat(waddle.invalid(patch.build())).isEqualTo("slowModeSeconds");
        patch.slowMode = -1;
        assertThat(waddle.invalid(patch.build())).isEqualTo("slowModeSeconds");
        patch.slowMode = 0;
        patch.archive = 0;
        assertThat(waddle.invalid(patch.build())).isEqualTo("autoArchiveHours");
        patch.archive = 8761;
        assertThat(waddle.invalid(patch.build())).isEqualTo("autoArchiveHours");
        patch.archive = 1;
        patch.description = "d".repeat(1025);
        assertThat(waddle.invalid(patch.build())).isEqualTo("description");
        patch.description = "";
        patch.position = -1;
        assertThat(waddle.invalid(patch.build())).isEqualTo("position");
    }

    @Test
    void aPatchLeavesTheRestAsItIs() {
        Channel before = waddle.done(
                new CreateChannel(OWNER, "talk", ChannelType.TEXT, "about", null, false, ThreadMode.REQUIRED, 9, 48));
        waddle.unchanged(new Patch(before.id()).build());
        Patch patch = new Patch(before.id());
        patch.isArchived = true;
        Channel after = waddle.done(patch.build());
        assertThat(after.isArchived()).isTrue();
        assertThat(after.description()).isEqualTo("about");
        assertThat(after.threadMode()).isEqualTo(ThreadMode.REQUIRED);
        assertThat(after.slowModeSeconds()).isEqualTo(9);
        patch.description = "";
        assertThat(waddle.done(patch.build()).description()).isNull();
    }

    @Test
    void aVoiceChannelStaysOneAndATextChannelMayAnnounce() {
        ChannelId text = waddle.channel("talk");
        ChannelId voice = waddle.done(CreateChannel.named(OWNER, "voice", ChannelType.VOICE))
                .id();
        Patch toVoice = new Patch(text);
        toVoice.type = ChannelType.VOICE;
        assertThat(waddle.refusal(toVoice.build())).isEqualTo(CommunityRefusal.CHANNEL_TYPE_FIXED);
        Patch toText = new Patch(voice);
        toText.type = ChannelType.TEXT;
        assertThat(waddle.refusal(toText.build())).isEqualTo(CommunityRefusal.CHANNEL_TYPE_FIXED);
        Patch announce = new Patch(text);
        announce.type = ChannelType.ANNOUNCEMENT;
        assertThat(waddle.done(announce.build()).type()).isEqualTo(ChannelType.ANNOUNCEMENT);
    }

    @Test
    void aPrivateChannelIsUnknownToWhoMayNotSeeIt() {
        Channel secret = waddle.done(
                new CreateChannel(OWNER, "secret", ChannelType.TEXT, null, null, true, ThreadMode.OPTIONAL, 0, 168));
        long now = waddle.shards.clock.millis();
        assertThat(secret.visibleTo(waddle.shard.access(OWNER).orElseThrow(), now))
                .isTrue();
        assertThat(waddle.shard.channels().visibleTo(waddle.shard.access(keeper).orElseThrow(), now))
                .doesNotContain(secret);
        assertThat(waddle.refusal(new Patch(secret.id()).by(keeper).build()))
                .isEqualTo(CommunityRefusal.NO_SUCH_CHANNEL);
        assertThat(waddle.refusal(new DeleteChannel(keeper, secret.id()))).isEqualTo(CommunityRefusal.NO_SUCH_CHANNEL);
        assertThat(waddle.refusal(new CreateChannel(
                        keeper, "hidden", ChannelType.TEXT, null, null, true, ThreadMode.OPTIONAL, 0, 168)))
                .isEqualTo(CommunityRefusal.NOT_ALLOWED);
        Patch hide = new Patch(waddle.channel("open")).by(keeper);
        hide.isPrivate = true;
        assertThat(waddle.refusal(hide.build())).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        waddle.done(hide.by(OWNER).build());
    }

    @Test
    void aDeletedChannelIsGoneAtOnce() {
        ChannelId channel = waddle.channel("talk");
        assertThat(waddle.post(OWNER, channel)).isInstanceOf(PostMessage.Posted.class);
        waddle.done(new DeleteChannel(OWNER, channel));
        assertThat(waddle.shard.channels().byName("talk")).isNull();
        assertThat(waddle.shard.channels().live()).isEmpty();
        assertThat(waddle.post(OWNER, channel)).isInstanceOf(PostMessage.Refused.class);
        assertThat(waddle.refusal(new DeleteChannel(OWNER, channel))).isEqualTo(CommunityRefusal.NO_SUCH_CHANNEL);
        assertThat(waddle.refusal(rename(channel, "again"))).isEqualTo(CommunityRefusal.NO_SUCH_CHANNEL);
    }

    @Test
    void channelsAreOrderedAllAtOnceOrNotAtAll() {
        ChannelId one = waddle.channel("one");
        ChannelId two = waddle.channel("two");
        ChannelId three = waddle.channel("three");
        assertThat(liveNames()).containsExactly("one", "two", "three");

        waddle.done(new OrderChannels(OWNER, List.of(three, one, two)));

        assertThat(liveNames()).containsExactly("three", "one", "two");
        waddle.unchanged(new OrderChannels(OWNER, List.of(three, one, two)));
        assertThat(waddle.refusal(new OrderChannels(OWNER, List.of(one, two))))
                .isEqualTo(CommunityRefusal.CHANNELS_DIFFER);
        assertThat(waddle.refusal(new OrderChannels(OWNER, List.of(one, two, two))))
                .isEqualTo(CommunityRefusal.CHANNELS_DIFFER);
        assertThat(waddle.refusal(new OrderChannels(OWNER, List.of(one, two, new ChannelId(5)))))
                .isEqualTo(CommunityRefusal.CHANNELS_DIFFER);
        waddle.done(new DeleteChannel(OWNER, two));
        assertThat(waddle.refusal(new OrderChannels(OWNER, List.of(one, two, three))))
                .isEqualTo(CommunityRefusal.CHANNELS_DIFFER);
        assertThat(waddle.done(new OrderChannels(OWNER, List.of(one, three))).live())
                .extracting(Channel::name)
                .containsExactly("one", "three");
    }

    private List<String> liveNames() {
        return waddle.shard.channels().live().stream().map(Channel::name).toList();
    }

    @Test
    void onlyAsManyChannelsAreMadeAsTheLimitSays() {
        List<CreateChannel> all = new ArrayList<>();
        for (int i = 0; i < ChannelRules.CHANNEL_LIMIT; i++) {
            all.add(named("c" + i));
        }
        all.forEach(waddle::submit);
        assertThat(waddle.refusal(named("more"))).isEqualTo(CommunityRefusal.CHANNEL_LIMIT_REACHED);
        Channel first = Objects.requireNonNull(waddle.shard.channels().byName("c0"));
        waddle.done(new DeleteChannel(OWNER, first.id()));
        waddle.done(named("more"));
    }

    @Test
    void categoriesHoldChannelsAndLetThemGo() {
        Category category = waddle.done(new CreateCategory(keeper, "Lounge", true));
        assertThat(category.collapsedByDefault()).isTrue();
        Channel channel = waddle.done(new CreateChannel(
                OWNER, "sofa", ChannelType.TEXT, null, category.id(), false, ThreadMode.OPTIONAL, 0, 168));
        assertThat(channel.category()).isEqualTo(category.id());
        Patch out = new Patch(channel.id());
        out.category = UpdateChannel.NO_CATEGORY;
        assertThat(waddle.done(out.build()).category()).isNull();
        out.category = category.id();
        assertThat(waddle.done(out.build()).category()).isEqualTo(category.id());
        out.category = new CategoryId(77);
        assertThat(waddle.refusal(out.build())).isEqualTo(CommunityRefusal.NO_SUCH_CATEGORY);

        waddle.done(new DeleteCategory(keeper, category.id()));

        Channel left = Objects.requireNonNull(waddle.shard.channels().byId(channel.id()));
        assertThat(left.category()).isNull();
        assertThat(waddle.refusal(new DeleteCategory(keeper, category.id())))
                .isEqualTo(CommunityRefusal.NO_SUCH_CATEGORY);
        assertThat(categories()).isEmpty();
    }

    @Test
    void categoriesArePatchedAndListedByPosition() {
        Category one = waddle.done(new CreateCategory(OWNER, "one", false));
        Category two = waddle.done(new CreateCategory(OWNER, "two", false));
        assertThat(two.position()).isEqualTo(one.position() + 1);
        waddle.unchanged(new UpdateCategory(OWNER, one.id(), "one", null, false));
        Category moved = waddle.done(new UpdateCategory(OWNER, one.id(), null, 9, true));
        assertThat(moved.name()).isEqualTo("one");
        assertThat(categories()).containsExactly(two, moved);
        Optional<Category> found =
                waddle.shard.read(reader -> reader.categories().find(one.id()));
        assertThat(found).contains(moved);
        assertThat(waddle.invalid(new UpdateCategory(OWNER, one.id(), "", null, null)))
                .isEqualTo("name");
        assertThat(waddle.invalid(new CreateCategory(OWNER, "x".repeat(101), false)))
                .isEqualTo("name");
        assertThat(waddle.refusal(new UpdateCategory(OWNER, new CategoryId(7), "x", null, null)))
                .isEqualTo(CommunityRefusal.NO_SUCH_CATEGORY);
    }

    private List<Category> categories() {
        return waddle.shard.read(reader -> reader.categories().all());
    }

    @Test
    void onlyAsManyCategoriesAreMadeAsTheLimitSays() {
        for (int i = 0; i < ChannelRules.CATEGORY_LIMIT; i++) {
            waddle.done(new CreateCategory(OWNER, "c", false));
        }
        assertThat(waddle.refusal(new CreateCategory(OWNER, "c", false)))
                .isEqualTo(CommunityRefusal.CATEGORY_LIMIT_REACHED);
    }

    @Test
    void changesOfChannelsStandInTheAuditLog() {
        ChannelId channel = waddle.channel("talk");
        waddle.done(rename(channel, "chat"));
        waddle.done(new DeleteChannel(keeper, channel));
        List<AuditEntry> log = waddle.shard.read(
                reader -> reader.auditLog().page(null, null, Long.MAX_VALUE, 3).items());
        assertThat(log)
                .extracting(AuditEntry::action)
                .containsExactly("channel.delete", "channel.update", "channel.create");
        assertThat(log.get(1).changes()).isEqualTo("[{\"field\":\"name\",\"before\":\"talk\",\"after\":\"chat\"}]");
    }
}
