package chat.waddle.channel;

import static chat.waddle.community.CommunityFixture.OWNER;
import static chat.waddle.community.CommunityFixture.mask;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.Access;
import chat.waddle.community.CommunityFixture;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.DeleteRole;
import chat.waddle.community.GrantRole;
import chat.waddle.community.JoinMember;
import chat.waddle.community.KickMember;
import chat.waddle.community.Permission;
import chat.waddle.community.RevokeRole;
import chat.waddle.community.Role;
import chat.waddle.community.RolePreset;
import chat.waddle.ids.CategoryId;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.RoleId;
import chat.waddle.ids.UserId;
import chat.waddle.message.MessageRefusal;
import chat.waddle.message.PostMessage;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverwritesTest {
    private static final long SEND = mask(Permission.SEND_MESSAGES);
    private static final long VIEW = mask(Permission.VIEW_CHANNELS);

    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private ChannelId talk;
    private UserId ann;
    private Role high;
    private Role low;

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
        talk = waddle.channel("talk");
        ann = waddle.joined();
        high = waddle.role(20);
        low = waddle.role(10);
        waddle.done(new GrantRole(OWNER, ann, high.id()));
        waddle.done(new GrantRole(OWNER, ann, low.id()));
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private static SetOverwrite forRole(ChannelId channel, RoleId role, long allow, long deny) {
        return new SetOverwrite(
                OWNER, OverwritePlace.CHANNEL, channel.value(), OverwriteSubject.ROLE, role.value(), allow, deny);
    }

    private static SetOverwrite forUser(ChannelId channel, UserId user, long allow, long deny) {
        return new SetOverwrite(
                OWNER, OverwritePlace.CHANNEL, channel.value(), OverwriteSubject.USER, user.value(), allow, deny);
    }

    private static SetOverwrite by(UserId actor, SetOverwrite overwrite) {
        return new SetOverwrite(
                actor,
                overwrite.place(),
                overwrite.placeId(),
                overwrite.subject(),
                overwrite.subjectId(),
                overwrite.allow(),
                overwrite.deny());
    }

    private RoleId everyone() {
        return waddle.presetId(RolePreset.MEMBER);
    }

    private boolean may(UserId user, Permission permission) {
        return may(user, talk, permission);
    }

    private boolean may(UserId user, ChannelId id, Permission permission) {
        Access access = waddle.shard.access(user).orElseThrow();
        Channel channel = Objects.requireNonNull(waddle.shard.channels().byId(id));
        return channel.permits(access, permission, waddle.shards.clock.millis());
    }

    /// One column for each step: + allows sending, - denies it, 0 says nothing. The base role allows it everywhere.
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, true",
        "-, 0, 0, 0, false",
        "+, 0, 0, 0, true",
        "-, +, 0, 0, true",
        "-, 0, +, 0, true",
        "+, -, 0, 0, false",
        "0, 0, -, 0, false",
        "0, -, +, 0, true",
        "0, +, -, 0, true",
        "+, -, -, 0, false",
        "+, +, +, -, false",
        "-, -, -, +, true",
        "0, -, +, -, false"
    })
    void laterStepsBeatEarlierOnes(String ofEveryone, String ofHigh, String ofLow, String own, boolean expected) {
        put(forRole(talk, everyone(), side(ofEveryone, "+"), side(ofEveryone, "-")), ofEveryone);
        put(forRole(talk, high.id(), side(ofHigh, "+"), side(ofHigh, "-")), ofHigh);
        put(forRole(talk, low.id(), side(ofLow, "+"), side(ofLow, "-")), ofLow);
        put(forUser(talk, ann, side(own, "+"), side(own, "-")), own);
        assertThat(may(ann, Permission.SEND_MESSAGES)).isEqualTo(expected);
        assertThat(waddle.post(ann, talk) instanceof PostMessage.Posted).isEqualTo(expected);
        assertThat(waddle.post(OWNER, talk)).isInstanceOf(PostMessage.Posted.class);
    }

    private void put(SetOverwrite overwrite, String sign) {
        if (!sign.equals("0")) {
            waddle.done(overwrite);
        }
    }

    private static long side(String sign, String wanted) {
        return sign.equals(wanted) ? SEND : 0;
    }

    @Test
    void withoutViewingThereIsNothing() {
        waddle.done(forRole(talk, everyone(), SEND, VIEW));
        assertThat(may(ann, Permission.VIEW_CHANNELS)).isFalse();
        assertThat(may(ann, Permission.SEND_MESSAGES)).isFalse();
        assertThat(waddle.post(ann, talk)).isEqualTo(new PostMessage.Refused(MessageRefusal.NO_SUCH_CHANNEL));
        assertThat(waddle.shard.channels().visibleTo(waddle.shard.access(ann).orElseThrow(), 0))
                .isEmpty();
    }

    @Test
    void administratorsAndTheOwnerPassEverything() {
        UserId admin = waddle.joined();
        waddle.done(new GrantRole(OWNER, admin, waddle.presetId(RolePreset.ADMIN)));
        waddle.done(forRole(talk, everyone(), 0, VIEW | SEND));
        waddle.done(forUser(talk, admin, 0, VIEW | SEND));
        assertThat(may(admin, Permission.SEND_MESSAGES)).isTrue();
        assertThat(may(OWNER, Permission.SEND_MESSAGES)).isTrue();
        assertThat(may(ann, Permission.SEND_MESSAGES)).isFalse();
    }

    @Test
    void aPrivateChannelOpensForWhomAnOverwriteNames() {
        ChannelId secret = waddle.done(new CreateChannel(
                        OWNER, "secret", ChannelType.TEXT, null, null, true, ThreadMode.OPTIONAL, 0, 168))
                .id();
        UserId bob = waddle.joined();
        UserId keeper = waddle.holding(5, Permission.VIEW_PRIVATE_CHANNELS);
        waddle.done(forUser(secret, bob, VIEW, 0));
        assertThat(waddle.post(bob, secret)).isInstanceOf(PostMessage.Posted.class);
        assertThat(waddle.post(keeper, secret)).isInstanceOf(PostMessage.Posted.class);
        assertThat(waddle.post(ann, secret)).isEqualTo(new PostMessage.Refused(MessageRefusal.NO_SUCH_CHANNEL));
        waddle.done(forRole(secret, low.id(), VIEW, 0));
        assertThat(waddle.post(ann, secret)).isInstanceOf(PostMessage.Posted.class);
        waddle.done(
                new RemoveOverwrite(OWNER, OverwritePlace.CHANNEL, secret.value(), OverwriteSubject.USER, bob.value()));
        assertThat(waddle.post(bob, secret)).isEqualTo(new PostMessage.Refused(MessageRefusal.NO_SUCH_CHANNEL));
        waddle.done(forUser(secret, keeper, 0, VIEW));
        assertThat(waddle.post(keeper, secret)).isEqualTo(new PostMessage.Refused(MessageRefusal.NO_SUCH_CHANNEL));
    }

    private CategoryId category(ChannelId channel) {
        CategoryId category =
                waddle.done(new CreateCategory(OWNER, "group", false)).id();
        waddle.done(moved(OWNER, channel, category));
        return category;
    }

    private static UpdateChannel moved(UserId actor, ChannelId channel, CategoryId category) {
        return new UpdateChannel(actor, channel, null, null, null, null, category, null, null, null, null, null);
    }

    private static SetOverwrite inCategory(UserId actor, CategoryId category, RoleId role, long allow, long deny) {
        return new SetOverwrite(
                actor, OverwritePlace.CATEGORY, category.value(), OverwriteSubject.ROLE, role.value(), allow, deny);
    }

    @Test
    void aChannelInheritsFromItsCategoryUnlessItSaysOtherwise() {
        CategoryId group = category(talk);
        waddle.done(inCategory(OWNER, group, everyone(), 0, SEND));
        assertThat(may(ann, Permission.SEND_MESSAGES)).isFalse();
        waddle.done(forRole(talk, everyone(), 0, 0));
        assertThat(may(ann, Permission.SEND_MESSAGES))
                .as("its own, though empty")
                .isTrue();
        waddle.done(new RemoveOverwrite(
                OWNER,
                OverwritePlace.CHANNEL,
                talk.value(),
                OverwriteSubject.ROLE,
                everyone().value()));
        assertThat(may(ann, Permission.SEND_MESSAGES)).isFalse();
        waddle.done(forRole(talk, low.id(), SEND, 0));
        assertThat(may(ann, Permission.SEND_MESSAGES)).as("another subject").isTrue();
        waddle.done(new DeleteCategory(OWNER, group));
        assertThat(may(waddle.joined(), Permission.SEND_MESSAGES)).isTrue();
    }

    @Test
    void nobodyLetsThemselvesInThroughACategory() {
        UserId keeper = waddle.holding(50, Permission.MANAGE_ROLES, Permission.MANAGE_CHANNELS);
        ChannelId secret = waddle.done(new CreateChannel(
                        OWNER, "secret", ChannelType.TEXT, null, null, true, ThreadMode.OPTIONAL, 0, 168))
                .id();
        CategoryId group = category(secret);
        assertThat(waddle.refusal(inCategory(keeper, group, everyone(), VIEW, 0)))
                .isEqualTo(CommunityRefusal.PERMISSION_NOT_HELD);
        waddle.done(inCategory(OWNER, group, low.id(), VIEW, 0));
        waddle.done(inCategory(OWNER, group, everyone(), mask(Permission.PIN_MESSAGES), SEND));
        assertThat(waddle.refusal(moved(keeper, talk, group))).isEqualTo(CommunityRefusal.PERMISSION_NOT_HELD);
        waddle.done(moved(OWNER, talk, group));
        assertThat(may(keeper, Permission.SEND_MESSAGES)).isFalse();
        assertThat(waddle.refusal(new DeleteCategory(keeper, group))).isEqualTo(CommunityRefusal.PERMISSION_NOT_HELD);
        waddle.done(new DeleteCategory(OWNER, group));
    }

    @Test
    void nobodyActsAtOrAboveTheirOwnPlaceNorWithWhatTheyLack() {
        UserId keeper = waddle.holding(15, Permission.MANAGE_ROLES);
        UserId peer = waddle.holding(15);
        UserId below = waddle.joined();
        assertThat(waddle.refusal(by(keeper, forRole(talk, high.id(), 0, SEND))))
                .isEqualTo(CommunityRefusal.ABOVE_ACTOR);
        assertThat(waddle.refusal(by(keeper, forUser(talk, peer, 0, SEND)))).isEqualTo(CommunityRefusal.ABOVE_ACTOR);
        assertThat(waddle.refusal(by(keeper, forUser(talk, keeper, SEND, 0)))).isEqualTo(CommunityRefusal.ABOVE_ACTOR);
        assertThat(waddle.refusal(by(keeper, forUser(talk, OWNER, 0, SEND))))
                .isEqualTo(CommunityRefusal.OWNER_PROTECTED);
        assertThat(waddle.refusal(by(keeper, forRole(talk, waddle.presetId(RolePreset.OWNER), 0, SEND))))
                .isEqualTo(CommunityRefusal.PRESET_PROTECTED);
        long pin = mask(Permission.PIN_MESSAGES);
        assertThat(waddle.refusal(by(keeper, forRole(talk, low.id(), pin, 0))))
                .isEqualTo(CommunityRefusal.PERMISSION_NOT_HELD);
        assertThat(waddle.refusal(by(keeper, forRole(talk, low.id(), 0, pin))))
                .isEqualTo(CommunityRefusal.PERMISSION_NOT_HELD);
        waddle.done(by(keeper, forRole(talk, low.id(), 0, SEND)));
        waddle.done(by(keeper, forUser(talk, below, 0, SEND)));
        waddle.done(forRole(talk, low.id(), pin, 0));
        assertThat(waddle.refusal(new RemoveOverwrite(
                        keeper,
                        OverwritePlace.CHANNEL,
                        talk.value(),
                        OverwriteSubject.ROLE,
                        low.id().value())))
                .as("taking away what one lacks")
                .isEqualTo(CommunityRefusal.PERMISSION_NOT_HELD);
        assertThat(waddle.refusal(by(below, forRole(talk, low.id(), 0, 0)))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        waddle.done(forRole(talk, everyone(), 0, VIEW));
        assertThat(waddle.refusal(by(keeper, forRole(talk, low.id(), 0, 0))))
                .as("a channel that may not be seen")
                .isEqualTo(CommunityRefusal.NO_SUCH_CHANNEL);
    }

    @Test
    void nobodyLetsThemselvesInThroughARole() {
        Role manager = waddle.role(30, Permission.MANAGE_ROLES);
        waddle.done(new GrantRole(OWNER, ann, manager.id()));
        Role guests = waddle.role(5);
        waddle.done(forRole(talk, everyone(), 0, VIEW));
        waddle.done(forRole(talk, guests.id(), VIEW, 0));
        assertThat(waddle.refusal(new GrantRole(ann, ann, guests.id())))
                .isEqualTo(CommunityRefusal.PERMISSION_NOT_HELD);

        waddle.done(forRole(talk, everyone(), 0, 0));
        waddle.done(new GrantRole(ann, ann, guests.id()));
        waddle.done(forRole(talk, low.id(), 0, SEND));
        assertThat(waddle.refusal(new RevokeRole(ann, ann, low.id()))).isEqualTo(CommunityRefusal.PERMISSION_NOT_HELD);
        assertThat(waddle.refusal(new DeleteRole(ann, low.id()))).isEqualTo(CommunityRefusal.PERMISSION_NOT_HELD);
        waddle.done(new RevokeRole(OWNER, ann, low.id()));
        waddle.done(new DeleteRole(ann, low.id()));
    }

    @Test
    void bitsThatMeanNothingInChannelsAreRefused() {
        assertThat(waddle.invalid(forRole(talk, low.id(), mask(Permission.ADMINISTRATOR), 0)))
                .isEqualTo("allow");
        assertThat(waddle.invalid(forRole(talk, low.id(), 0, mask(Permission.BAN_MEMBERS))))
                .isEqualTo("deny");
        assertThat(waddle.invalid(forRole(talk, low.id(), -1, 0))).isEqualTo("allow");
        assertThat(waddle.invalid(forRole(talk, low.id(), SEND, SEND))).isEqualTo("deny");
        assertThat(waddle.refusal(forRole(talk, new RoleId(1), 0, SEND))).isEqualTo(CommunityRefusal.NO_SUCH_ROLE);
        assertThat(waddle.refusal(forUser(talk, waddle.stranger(), 0, SEND)))
                .isEqualTo(CommunityRefusal.NO_SUCH_MEMBER);
        assertThat(waddle.refusal(forRole(new ChannelId(1), low.id(), 0, SEND)))
                .isEqualTo(CommunityRefusal.NO_SUCH_CHANNEL);
        assertThat(waddle.refusal(inCategory(OWNER, new CategoryId(1), low.id(), 0, SEND)))
                .isEqualTo(CommunityRefusal.NO_SUCH_CATEGORY);
    }

    @Test
    void aPlaceHasALimit() {
        for (int i = 0; i < Overwrites.LIMIT; i++) {
            waddle.done(forRole(talk, waddle.role(1).id(), SEND, 0));
        }
        assertThat(waddle.refusal(forRole(talk, low.id(), SEND, 0)))
                .isEqualTo(CommunityRefusal.OVERWRITE_LIMIT_REACHED);
    }

    @Test
    void whatIsSaidTwiceChangesNothing() {
        waddle.done(forRole(talk, low.id(), SEND, 0));
        waddle.unchanged(forRole(talk, low.id(), SEND, 0));
        waddle.unchanged(new RemoveOverwrite(
                OWNER,
                OverwritePlace.CHANNEL,
                talk.value(),
                OverwriteSubject.ROLE,
                high.id().value()));
    }

    @Test
    void overwritesEndWithTheirRole() {
        waddle.done(forRole(talk, low.id(), 0, SEND));
        assertThat(may(ann, Permission.SEND_MESSAGES)).isFalse();
        waddle.done(new DeleteRole(OWNER, low.id()));
        assertThat(may(ann, Permission.SEND_MESSAGES)).isTrue();
        assertThat(waddle.<Long>inFile(session -> session.number("SELECT count(*) FROM overwrites")))
                .isZero();
    }

    @Test
    void leavingEndsWhatWasGivenButNotWhatWasTaken() {
        long pin = mask(Permission.PIN_MESSAGES);
        waddle.done(forUser(talk, ann, pin, SEND));
        assertThat(may(ann, Permission.PIN_MESSAGES)).isTrue();
        waddle.done(new KickMember(OWNER, ann, null));
        waddle.done(new JoinMember(ann));
        assertThat(may(ann, Permission.PIN_MESSAGES)).isFalse();
        assertThat(may(ann, Permission.SEND_MESSAGES)).isFalse();
        assertThat(waddle.post(ann, talk)).isInstanceOf(PostMessage.Refused.class);
    }
}
