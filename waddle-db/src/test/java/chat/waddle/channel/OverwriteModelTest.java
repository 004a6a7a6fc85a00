package chat.waddle.channel;

import static chat.waddle.community.CommunityFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.Access;
import chat.waddle.community.CommunityFixture;
import chat.waddle.community.GrantRole;
import chat.waddle.community.Permission;
import chat.waddle.community.Role;
import chat.waddle.community.RolePreset;
import chat.waddle.ids.CategoryId;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random roles and overwrites, compared with a model that decides one permission at a time.
class OverwriteModelTest {
    private static final int ROUNDS = 150;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {7, 20_261_120})
    void everyPermissionIsWhatTheModelSays(long seed) {
        Random random = new Random(seed);
        try (CommunityFixture waddle = new CommunityFixture(folder)) {
            World world = new World(waddle, random);
            Set<Boolean> answers = new HashSet<>();
            for (int round = 0; round < ROUNDS; round++) {
                world.change();
                for (UserId user : world.users()) {
                    for (ChannelId channel : world.channels) {
                        answers.add(world.compare(user, channel));
                    }
                }
            }
            assertThat(answers).as("some may see, some may not").containsExactlyInAnyOrder(true, false);
        }
    }

    private static final class World {
        private final CommunityFixture waddle;
        private final Random random;
        private final List<Role> roles = new ArrayList<>();
        private final Map<UserId, Set<Role>> granted = new HashMap<>();
        private final List<ChannelId> channels = new ArrayList<>();
        private final CategoryId category;
        private final Role everyone;
        /// Of each place, by subject.
        private final Map<Long, Map<Long, long[]>> said = new HashMap<>();

        World(CommunityFixture waddle, Random random) {
            this.waddle = waddle;
            this.random = random;
            everyone = waddle.preset(RolePreset.MEMBER);
            for (int i = 0; i < 5; i++) {
                Permission one = List.of(Permission.values()).get(1 + random.nextInt(40));
                Permission other = random.nextInt(3) == 0 ? Permission.VIEW_PRIVATE_CHANNELS : one;
                roles.add(waddle.role(10 + i, one, other));
            }
            for (int i = 0; i < 4; i++) {
                UserId user = waddle.joined();
                Set<Role> some = new HashSet<>();
                for (Role role : roles) {
                    if (random.nextBoolean()) {
                        waddle.done(new GrantRole(OWNER, user, role.id()));
                        some.add(role);
                    }
                }
                granted.put(user, some);
            }
            category = waddle.done(new CreateCategory(OWNER, "group", false)).id();
            for (boolean isPrivate : new boolean[] {false, true}) {
                channels.add(waddle.done(new CreateChannel(
                                OWNER,
                                "channel-" + isPrivate,
                                ChannelType.TEXT,
                                null,
                                category,
                                isPrivate,
                                ThreadMode.OPTIONAL,
                                0,
                                168))
                        .id());
            }
        }

        List<UserId> users() {
            return List.copyOf(granted.keySet());
        }

        void change() {
            boolean inCategory = random.nextInt(3) == 0;
            OverwritePlace place = inCategory ? OverwritePlace.CATEGORY : OverwritePlace.CHANNEL;
            long placeId = inCategory
                    ? category.value()
                    : channels.get(random.nextInt(channels.size())).value();
            boolean ofRole = random.nextInt(3) > 0;
            OverwriteSubject type = ofRole ? OverwriteSubject.ROLE : OverwriteSubject.USER;
            long subject = ofRole
                    ? role()
                    : users().get(random.nextInt(granted.size())).value();
            if (random.nextInt(4) == 0) {
                waddle.submit(new RemoveOverwrite(OWNER, place, placeId, type, subject));
                said.computeIfAbsent(placeId, id -> new HashMap<>()).remove(subject);
                return;
            }
            long bits = Permission.inChannels() & random.nextLong();
            long allow = bits & random.nextLong();
            long deny = bits & ~allow;
            waddle.submit(new SetOverwrite(OWNER, place, placeId, type, subject, allow, deny));
            said.computeIfAbsent(placeId, id -> new HashMap<>()).put(subject, new long[] {allow, deny});
        }

        private long role() {
            int which = random.nextInt(roles.size() + 1);
            return which == roles.size()
                    ? everyone.id().value()
                    : roles.get(which).id().value();
        }

        /// True when the member may see the channel.
        boolean compare(UserId user, ChannelId id) {
            Access access = waddle.shard.access(user).orElseThrow();
            Channel channel = Objects.requireNonNull(waddle.shard.channels().byId(id));
            Map<Permission, Boolean> expected = new EnumMap<>(Permission.class);
            Map<Permission, Boolean> found = new EnumMap<>(Permission.class);
            boolean sees = holds(user, channel, Permission.VIEW_CHANNELS);
            for (Permission permission : Permission.values()) {
                expected.put(permission, sees && holds(user, channel, permission));
                found.put(permission, channel.permits(access, permission, waddle.shards.clock.millis()));
            }
            assertThat(found).isEqualTo(expected);
            List<Role> all = waddle.shard.read(reader -> reader.roles().all());
            List<PermissionStep> steps = PermissionTrace.of(channel, access, all, waddle.shards.clock.millis());
            assertThat(steps.getLast().result()).isEqualTo(channel.effective(access));
            return sees;
        }

        private boolean holds(UserId user, Channel channel, Permission permission) {
            boolean held = ofRoles(user, permission);
            if (permission == Permission.VIEW_CHANNELS && channel.isPrivate()) {
                held = ofRoles(user, Permission.VIEW_PRIVATE_CHANNELS);
            }
            Boolean ofEveryone = says(channel, everyone.id().value(), permission);
            held = ofEveryone == null ? held : ofEveryone;
            boolean allowed = false;
            boolean denied = false;
            for (Role role : Objects.requireNonNull(granted.get(user))) {
                Boolean says = says(channel, role.id().value(), permission);
                allowed |= Boolean.TRUE.equals(says);
                denied |= Boolean.FALSE.equals(says);
            }
            held = allowed || (held && !denied);
            Boolean own = says(channel, user.value(), permission);
            return own == null ? held : own;
        }

        private boolean ofRoles(UserId user, Permission permission) {
            long held = everyone.permissions();
            for (Role role : Objects.requireNonNull(granted.get(user))) {
                held |= role.permissions();
            }
            return (held & permission.mask()) != 0;
        }

        /// Null where nothing is said of it.
        private @Nullable Boolean says(Channel channel, long subject, Permission permission) {
            long[] bits = at(channel.id().value(), subject);
            if (bits == null) {
                bits = at(category.value(), subject);
            }
            if (bits == null || ((bits[0] | bits[1]) & permission.mask()) == 0) {
                return null;
            }
            return (bits[0] & permission.mask()) != 0;
        }

        private long @Nullable [] at(long place, long subject) {
            return said.getOrDefault(place, Map.of()).get(subject);
        }
    }
}
