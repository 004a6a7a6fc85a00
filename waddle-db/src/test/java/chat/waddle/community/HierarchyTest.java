package chat.waddle.community;

import static chat.waddle.community.CommunityFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may act on whom: every kind of deed between every two ranks.
class HierarchyTest {
    @TempDir
    Path folder;

    private CommunityFixture waddle;
    private Map<String, UserId> people = Map.of();

    @BeforeEach
    void open() {
        waddle = new CommunityFixture(folder);
        UserId admin = waddle.joined();
        waddle.done(new GrantRole(OWNER, admin, waddle.presetId(RolePreset.ADMIN)));
        UserId high = waddle.joined();
        waddle.done(new GrantRole(OWNER, high, waddle.presetId(RolePreset.MODERATOR)));
        waddle.done(new GrantRole(
                OWNER, high, waddle.role(150, Permission.MANAGE_ROLES).id()));
        UserId equal = waddle.joined();
        waddle.done(new GrantRole(OWNER, equal, waddle.presetId(RolePreset.MODERATOR)));
        people = Map.of(
                "owner", OWNER,
                "admin", admin,
                "moderator", high,
                "equal", equal,
                "low", waddle.holding(10),
                "member", waddle.joined(),
                "stranger", waddle.stranger());
    }

    @AfterEach
    void close() {
        waddle.close();
    }

    private UserId person(String name) {
        return Objects.requireNonNull(people.get(name));
    }

    @ParameterizedTest
    @CsvSource({
        "owner, owner, NOT_TO_ONESELF",
        "owner, admin, ",
        "owner, moderator, ",
        "owner, member, ",
        "admin, owner, OWNER_PROTECTED",
        "admin, admin, NOT_TO_ONESELF",
        "admin, moderator, ",
        "admin, low, ",
        "admin, member, ",
        "moderator, owner, OWNER_PROTECTED",
        "moderator, admin, ABOVE_ACTOR",
        "moderator, equal, ABOVE_ACTOR",
        "moderator, moderator, NOT_TO_ONESELF",
        "moderator, low, ",
        "moderator, member, ",
        "low, member, NOT_ALLOWED",
        "member, low, NOT_ALLOWED",
        "member, owner, NOT_ALLOWED",
        "stranger, member, NOT_A_MEMBER"
    })
    void ofKicksBansAndTimeOuts(String actor, String target, @Nullable CommunityRefusal expected) {
        long until = waddle.shards.clock.millis() + 1000;
        expect(new SetTimeout(person(actor), person(target), until, null), expected);
        if (expected == null) {
            waddle.done(new SetTimeout(OWNER, person(target), null, null));
        }
        expect(new KickMember(person(actor), person(target), null), expected);
        if (expected == null) {
            waddle.done(new JoinMember(person(target)));
        }
        expect(new BanMember(person(actor), person(target), null, null), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "owner, admin, 900, ",
        "admin, moderator, 299, ",
        "admin, moderator, 300, ABOVE_ACTOR",
        "admin, admin, 299, ",
        "admin, owner, 5, OWNER_PROTECTED",
        "moderator, member, 199, ",
        "moderator, member, 200, ABOVE_ACTOR",
        "moderator, equal, 5, ABOVE_ACTOR",
        "moderator, admin, 5, ABOVE_ACTOR",
        "moderator, stranger, 5, NO_SUCH_MEMBER",
        "equal, member, 5, NOT_ALLOWED",
        "member, member, 5, NOT_ALLOWED",
        "stranger, member, 5, NOT_A_MEMBER"
    })
    void ofGrantingAndRevokingARole(String actor, String target, int position, @Nullable CommunityRefusal expected) {
        Role role = waddle.role(position, Permission.PIN_MESSAGES);
        expect(new GrantRole(person(actor), person(target), role.id()), expected);
        if (expected == null) {
            expect(new RevokeRole(person(actor), person(target), role.id()), null);
        } else if (waddle.shard.access(person(target)).isPresent()) {
            waddle.done(new GrantRole(OWNER, person(target), role.id()));
            expect(new RevokeRole(person(actor), person(target), role.id()), expected);
        }
    }

    private <T> void expect(Command<CommunityOutcome<T>> command, @Nullable CommunityRefusal expected) {
        if (expected == null) {
            waddle.done(command);
        } else {
            assertThat(waddle.refusal(command)).isEqualTo(expected);
        }
    }
}
