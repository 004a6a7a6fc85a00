package chat.waddle.community;

import static chat.waddle.community.CommunityFixture.OWNER;
import static chat.waddle.community.CommunityFixture.mask;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.ids.RoleId;
import chat.waddle.ids.UserId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolesTest {
    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private UserId warden;

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
        warden = waddle.holding(100, Permission.MANAGE_ROLES, Permission.PIN_MESSAGES);
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private static CreateRole create(UserId actor, int position, long permissions) {
        return new CreateRole(actor, "helper", "#aabbcc", permissions, position, false);
    }

    private static UpdateRole permissions(UserId actor, RoleId role, long permissions) {
        return new UpdateRole(actor, role, null, null, permissions, null, null);
    }

    private static UpdateRole position(UserId actor, RoleId role, int position) {
        return new UpdateRole(actor, role, null, null, null, position, null);
    }

    private static UpdateRole name(UserId actor, RoleId role, @Nullable String name, @Nullable String color) {
        return new UpdateRole(actor, role, name, color, null, null, null);
    }

    @Test
    void everyWaddleHasItsFourPresets() {
        List<Role> roles = waddle.shard.read(reader -> reader.roles().all());
        assertThat(roles)
                .extracting(Role::preset)
                .containsExactly(RolePreset.OWNER, RolePreset.ADMIN, RolePreset.MODERATOR, null, RolePreset.MEMBER);
    }

    @Test
    void aRoleIsMadeBelowItsMakerWithWhatTheyHold() {
        Role role = waddle.done(create(warden, 99, mask(Permission.PIN_MESSAGES)));
        assertThat(role.color()).isEqualTo("#aabbcc");
        assertThat(role.mentionable()).isFalse();
        Optional<Role> found = waddle.shard.read(reader -> reader.roles().find(role.id()));
        assertThat(found).contains(role);
        assertThat(waddle.refusal(create(warden, 100, 0))).isEqualTo(CommunityRefusal.ABOVE_ACTOR);
        assertThat(waddle.refusal(create(warden, 50, mask(Permission.BAN_MEMBERS))))
                .isEqualTo(CommunityRefusal.PERMISSION_NOT_HELD);
        assertThat(waddle.refusal(create(waddle.joined(), 1, 0))).isEqualTo(CommunityRefusal.NOT_ALLOWED);
        assertThat(waddle.refusal(create(waddle.stranger(), 1, 0))).isEqualTo(CommunityRefusal.NOT_A_MEMBER);
    }

    @Test
    void namesColoursBitsAndPlacesHaveLimits() {
        assertThat(waddle.invalid(new CreateRole(OWNER, "", null, 0, 1, true))).isEqualTo("name");
        assertThat(waddle.invalid(new CreateRole(OWNER, "x".repeat(101), null, 0, 1, true)))
                .isEqualTo("name");
        assertThat(waddle.invalid(new CreateRole(OWNER, "a", "red", 0, 1, true)))
                .isEqualTo("color");
        assertThat(waddle.invalid(new CreateRole(OWNER, "a", "#AABBCC", 0, 1, true)))
                .isEqualTo("color");
        assertThat(waddle.invalid(create(OWNER, 1, 1L << 62))).isEqualTo("permissions");
        assertThat(waddle.invalid(create(OWNER, 1, -1))).isEqualTo("permissions");
        assertThat(waddle.invalid(create(OWNER, 0, 0))).isEqualTo("position");
        assertThat(waddle.invalid(create(OWNER, Roles.POSITION_LIMIT + 1, 0))).isEqualTo("position");
        Role role = waddle.done(new CreateRole(OWNER, "x".repeat(100), null, 0, Roles.POSITION_LIMIT, true));
        assertThat(waddle.invalid(name(OWNER, role.id(), " ", null))).isEqualTo("name");
        assertThat(waddle.invalid(name(OWNER, role.id(), null, "blue"))).isEqualTo("color");
        assertThat(waddle.invalid(permissions(OWNER, role.id(), Long.MIN_VALUE)))
                .isEqualTo("permissions");
        assertThat(waddle.invalid(position(OWNER, role.id(), 0))).isEqualTo("position");
    }

    @Test
    void onlyAsManyRolesAreMadeAsTheLimitSays() {
        int there = waddle.shard.read(reader -> reader.roles().all()).size();
        for (int i = there; i < Roles.LIMIT; i++) {
            waddle.submit(create(OWNER, 1, 0));
        }
        assertThat(waddle.refusal(create(OWNER, 1, 0))).isEqualTo(CommunityRefusal.ROLE_LIMIT_REACHED);
        Role last = waddle.shard.read(reader -> reader.roles().all()).get(there);
        waddle.done(new DeleteRole(OWNER, last.id()));
        waddle.done(create(OWNER, 1, 0));
    }

    @Test
    void aPatchLeavesTheRestAsItIs() {
        Role role = waddle.done(create(OWNER, 20, mask(Permission.PIN_MESSAGES)));
        Role renamed = waddle.done(name(OWNER, role.id(), "guide", null));
        assertThat(renamed)
                .isEqualTo(new Role(role.num(), role.id(), "guide", "#aabbcc", role.permissions(), 20, false, null));
        assertThat(waddle.done(name(OWNER, role.id(), null, "")).color()).isNull();
        waddle.unchanged(name(OWNER, role.id(), "guide", ""));
        assertThat(waddle.done(new UpdateRole(OWNER, role.id(), null, null, null, 30, true))
                        .position())
                .isEqualTo(30);
    }

    @Test
    void nobodyChangesARoleAtOrAboveTheirOwnOrLiftsOneThere() {
        Role above = waddle.role(100);
        Role below = waddle.role(99);
        assertThat(waddle.refusal(name(warden, above.id(), "mine", null))).isEqualTo(CommunityRefusal.ABOVE_ACTOR);
        assertThat(waddle.refusal(position(warden, below.id(), 100))).isEqualTo(CommunityRefusal.ABOVE_ACTOR);
        assertThat(waddle.refusal(new DeleteRole(warden, above.id()))).isEqualTo(CommunityRefusal.ABOVE_ACTOR);
        waddle.done(position(warden, below.id(), 98));
        waddle.done(new DeleteRole(warden, below.id()));
        assertThat(waddle.refusal(new DeleteRole(warden, below.id()))).isEqualTo(CommunityRefusal.NO_SUCH_ROLE);
        assertThat(waddle.refusal(name(warden, below.id(), "x", null))).isEqualTo(CommunityRefusal.NO_SUCH_ROLE);
    }

    @Test
    void nobodyGivesOrTakesAPermissionTheyLack() {
        Role role = waddle.role(10, Permission.KICK_MEMBERS);
        assertThat(waddle.refusal(
                        permissions(warden, role.id(), mask(Permission.KICK_MEMBERS, Permission.BAN_MEMBERS))))
                .isEqualTo(CommunityRefusal.PERMISSION_NOT_HELD);
        assertThat(waddle.refusal(permissions(warden, role.id(), 0))).isEqualTo(CommunityRefusal.PERMISSION_NOT_HELD);
        UserId member = waddle.joined();
        assertThat(waddle.refusal(new GrantRole(warden, member, role.id())))
                .isEqualTo(CommunityRefusal.PERMISSION_NOT_HELD);
        waddle.done(permissions(warden, role.id(), mask(Permission.KICK_MEMBERS, Permission.PIN_MESSAGES)));
        waddle.done(permissions(OWNER, role.id(), mask(Permission.PIN_MESSAGES)));
        waddle.done(new GrantRole(warden, member, role.id()));
    }

    @Test
    void presetsStay() {
        for (RolePreset preset : RolePreset.values()) {
            assertThat(waddle.refusal(new DeleteRole(OWNER, waddle.presetId(preset))))
                    .isEqualTo(CommunityRefusal.PRESET_PROTECTED);
        }
        RoleId owner = waddle.presetId(RolePreset.OWNER);
        RoleId base = waddle.presetId(RolePreset.MEMBER);
        UserId member = waddle.joined();
        assertThat(waddle.refusal(name(OWNER, owner, "king", null))).isEqualTo(CommunityRefusal.PRESET_PROTECTED);
        assertThat(waddle.refusal(position(OWNER, base, 5))).isEqualTo(CommunityRefusal.PRESET_PROTECTED);
        assertThat(waddle.refusal(new GrantRole(OWNER, member, owner))).isEqualTo(CommunityRefusal.PRESET_PROTECTED);
        assertThat(waddle.refusal(new GrantRole(OWNER, member, base))).isEqualTo(CommunityRefusal.PRESET_PROTECTED);
        assertThat(waddle.refusal(new RevokeRole(OWNER, OWNER, owner))).isEqualTo(CommunityRefusal.PRESET_PROTECTED);
        waddle.done(name(OWNER, waddle.presetId(RolePreset.ADMIN), "captain", null));
        waddle.done(name(OWNER, base, "crew", null));
    }

    @Test
    void grantingTwiceAndRevokingWhatIsNotThereChangeNothing() {
        UserId member = waddle.joined();
        Role role = waddle.role(10);
        waddle.unchanged(new RevokeRole(OWNER, member, role.id()));
        waddle.done(new GrantRole(OWNER, member, role.id()));
        waddle.unchanged(new GrantRole(OWNER, member, role.id()));
        waddle.done(new RevokeRole(OWNER, member, role.id()));
        assertThat(waddle.refusal(new GrantRole(OWNER, member, new RoleId(5))))
                .isEqualTo(CommunityRefusal.NO_SUCH_ROLE);
    }

    @Test
    void aChangeOfRightsIsSeenByTheVeryNextQuestion() {
        UserId member = waddle.joined();
        Role role = waddle.role(10, Permission.PIN_MESSAGES);
        assertThat(pins(member)).isFalse();
        waddle.done(new GrantRole(OWNER, member, role.id()));
        assertThat(pins(member)).isTrue();
        waddle.done(permissions(OWNER, role.id(), 0));
        assertThat(pins(member)).isFalse();
        waddle.done(permissions(OWNER, role.id(), mask(Permission.PIN_MESSAGES)));
        assertThat(pins(member)).isTrue();
        waddle.done(new RevokeRole(OWNER, member, role.id()));
        assertThat(pins(member)).isFalse();
        waddle.done(new GrantRole(OWNER, member, role.id()));
        assertThat(pins(member)).isTrue();
        waddle.done(new DeleteRole(OWNER, role.id()));
        assertThat(pins(member)).isFalse();
        Role base = waddle.preset(RolePreset.MEMBER);
        waddle.done(permissions(OWNER, base.id(), base.permissions() | mask(Permission.PIN_MESSAGES)));
        assertThat(pins(member)).isTrue();
    }

    private boolean pins(UserId user) {
        return waddle.shard.access(user).orElseThrow().may(Permission.PIN_MESSAGES, waddle.shards.clock.millis());
    }
}
