package chat.waddle.participant;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.erasure.EraseMember;
import chat.waddle.erasure.ErasureMode;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardFixture;
import chat.waddle.sqlite.command.Committed;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A file of conversations, which has no members but by them.
class ConversationsTest {
    private static final WaddleId FILE = new WaddleId(2001);
    private static final UserId ANN = new UserId(601);
    private static final UserId BOB = new UserId(602);
    private static final UserId EVE = new UserId(603);
    private static final int PLACE = 11;
    private static final int ROUNDS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private ShardFixture shards;
    private Shard shard;

    @BeforeEach
    void open() {
        shards = new ShardFixture(folder);
        shards.store.createForConversations(FILE, shards.place(FILE));
        shard = shards.store.shard(FILE);
    }

    @AfterEach
    void close() {
        shards.close();
    }

    private static OpenConversation direct(UserId actor, UserId other) {
        return new OpenConversation(actor, ChannelType.DIRECT, null, List.of(other), PLACE);
    }

    private static OpenConversation group(UserId actor, @Nullable String title, UserId... others) {
        return new OpenConversation(actor, ChannelType.GROUP, title, List.of(others), PLACE);
    }

    private CommunityOutcome<Channel> submit(OpenConversation command) {
        return shard.submit(command, new Request(1, 1)).result();
    }

    private static Channel value(CommunityOutcome<Channel> outcome) {
        return switch (outcome) {
            case CommunityOutcome.Done<Channel>(var channel) -> channel;
            case CommunityOutcome.Unchanged<Channel>(var channel) -> channel;
            default -> throw new AssertionError(outcome);
        };
    }

    private Set<UserId> people(Channel channel) {
        Set<UserId> people = new TreeSet<>((one, other) -> Long.compare(one.value(), other.value()));
        Objects.requireNonNull(channel.room()).participants().values().forEach(each -> people.add(each.user()));
        return people;
    }

    @Test
    void ofTwoPeopleThereIsOneConversationWhoeverAsks() {
        CommunityOutcome<Channel> first = submit(direct(ANN, BOB));
        CommunityOutcome<Channel> second = submit(direct(BOB, ANN));
        CommunityOutcome<Channel> other = submit(direct(ANN, EVE));

        assertThat(first).isInstanceOf(CommunityOutcome.Done.class);
        assertThat(second).isInstanceOf(CommunityOutcome.Unchanged.class);
        assertThat(value(second).id()).isEqualTo(value(first).id());
        assertThat(value(other).id()).isNotEqualTo(value(first).id());
        assertThat(people(value(first))).containsExactly(ANN, BOB);
    }

    @Test
    void twoWhoOpenItAtOnceGetTheSame() {
        int made = 0;
        for (int round = 0; round < ROUNDS; round++) {
            UserId one = new UserId(1000 + 2 * round);
            UserId other = new UserId(1001 + 2 * round);
            CompletableFuture<Committed<CommunityOutcome<Channel>>> first =
                    shard.submitAsync(direct(one, other), new Request(1, 1));
            CompletableFuture<Committed<CommunityOutcome<Channel>>> second =
                    shard.submitAsync(direct(other, one), new Request(2, 1));
            CommunityOutcome<Channel> firstOutcome =
                    Engine.await(first, PATIENCE).result();
            CommunityOutcome<Channel> secondOutcome =
                    Engine.await(second, PATIENCE).result();
            assertThat(value(firstOutcome).id()).isEqualTo(value(secondOutcome).id());
            made += firstOutcome instanceof CommunityOutcome.Done ? 1 : 0;
            made += secondOutcome instanceof CommunityOutcome.Done ? 1 : 0;
        }
        assertThat(made).isEqualTo(ROUNDS);
        assertThat(shard.channels().rooms()).hasSize(ROUNDS);
    }

    @Test
    void anIdLeadsToItsPlace() {
        for (int i = 0; i < 100; i++) {
            Channel made = value(submit(group(ANN, "group " + i, BOB)));
            assertThat(ConversationIds.placeOf(made.id())).isEqualTo(PLACE);
        }
        assertThat(shard.channels().rooms()).extracting(Channel::id).doesNotHaveDuplicates();
    }

    @Test
    void whoOpensAGroupOwnsItAndTakesPartAndNobodyTwice() {
        Channel made = value(submit(group(ANN, "friends", BOB, BOB, ANN, EVE)));
        assertThat(people(made)).containsExactly(ANN, BOB, EVE);
        Room room = Objects.requireNonNull(made.room());
        Participant owner =
                Objects.requireNonNull(room.participant(shard.access(ANN).orElseThrow()));
        assertThat(owner.role()).isEqualTo(ParticipantRole.OWNER);
        assertThat(room.title()).isEqualTo("friends");
    }

    @Test
    void peopleMayHaveSeveralGroups() {
        Channel one = value(submit(group(ANN, "same", BOB)));
        Channel other = value(submit(group(ANN, "same", BOB)));
        assertThat(other.id()).isNotEqualTo(one.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " x", "a\nb"})
    void aGroupNeedsATitle(String title) {
        assertThat(field(group(ANN, title, BOB))).isEqualTo("title");
        assertThat(field(group(ANN, null, BOB))).isEqualTo("title");
        assertThat(field(group(ANN, "x".repeat(Rooms.TITLE_LIMIT + 1), BOB))).isEqualTo("title");
        assertThat(submit(group(ANN, "x".repeat(Rooms.TITLE_LIMIT), BOB))).isInstanceOf(CommunityOutcome.Done.class);
    }

    @Test
    void aConversationOfTwoIsOfTwo() {
        assertThat(field(direct(ANN, ANN))).isEqualTo("participantIds");
        assertThat(field(new OpenConversation(ANN, ChannelType.DIRECT, null, List.of(BOB, EVE), PLACE)))
                .isEqualTo("participantIds");
        assertThat(field(new OpenConversation(ANN, ChannelType.DIRECT, "x", List.of(BOB), PLACE)))
                .isEqualTo("title");
        assertThat(field(new OpenConversation(ANN, ChannelType.SUPPORT, "x", List.of(BOB), PLACE)))
                .isEqualTo("type");
    }

    private String field(OpenConversation command) {
        long before = shard.seq();
        CommunityOutcome<Channel> outcome = submit(command);
        assertThat(outcome).isInstanceOf(CommunityOutcome.Invalid.class);
        assertThat(shard.seq()).isEqualTo(before);
        return ((CommunityOutcome.Invalid<Channel>) outcome).field().field();
    }

    @Test
    void whoIsLetInBecomesAMemberOfTheFile() {
        Channel made = value(submit(group(ANN, "friends", BOB)));
        assertThat(shard.access(EVE)).isEmpty();
        AddParticipant adding = new AddParticipant(ANN, made.id(), EVE, ParticipantRole.MEMBER, ParticipantFlags.USUAL);
        assertThat(shard.submit(adding, new Request(1, 1)).result()).isInstanceOf(CommunityOutcome.Done.class);
        assertThat(shard.access(EVE).orElseThrow().permissions()).isZero();
        long members = shard.read(reader -> (long) reader.members().counts().members());
        assertThat(members).isEqualTo(3);
    }

    @Test
    void onlyAdminsOfAGroupRenameIt() {
        Channel made = value(submit(group(ANN, "friends", BOB)));
        assertThat(shard.submit(new UpdateConversation(BOB, made.id(), "foes", null), new Request(1, 1))
                        .result())
                .isEqualTo(new CommunityOutcome.Refused<>(CommunityRefusal.NOT_ALLOWED));
        Channel renamed = value(shard.submit(
                        new UpdateConversation(ANN, made.id(), "foes", "https://example.org/a.png"), new Request(1, 1))
                .result());
        assertThat(Objects.requireNonNull(renamed.room()).title()).isEqualTo("foes");
        Channel plain = value(shard.submit(new UpdateConversation(ANN, made.id(), null, ""), new Request(1, 1))
                .result());
        assertThat(Objects.requireNonNull(plain.room()).title()).isEqualTo("foes");
        assertThat(plain.room().avatarUrl()).isNull();
    }

    @Test
    void oneAccountOpensSoManyGroupsOfAFileOnlyAndNobodyUsesUpAnothersShare() {
        UserId busy = new UserId(900);
        for (int i = 0; i < Rooms.GROUPS_OF_ONE; i++) {
            CompletableFuture<?> _ = shard.submitLater(group(busy, "g" + i, BOB), new Request(1, i));
            if (i % 100 == 99) {
                assertThat(submit(direct(new UserId(5000 + i), EVE))).isInstanceOf(CommunityOutcome.Done.class);
            }
        }
        CommunityOutcome<Channel> refused = new CommunityOutcome.Refused<>(CommunityRefusal.ROOM_LIMIT_REACHED);
        assertThat(submit(group(busy, "one more", EVE))).isEqualTo(refused);
        assertThat(submit(direct(busy, EVE))).isInstanceOf(CommunityOutcome.Done.class);
        assertThat(submit(group(EVE, "with busy", busy))).isInstanceOf(CommunityOutcome.Done.class);
        assertThat(submit(group(BOB, "named a thousand times", EVE))).isInstanceOf(CommunityOutcome.Done.class);

        Channel one = shard.channels().rooms().stream()
                .filter(room -> people(room).equals(Set.of(busy, BOB)))
                .findFirst()
                .orElseThrow();
        assertThat(shard.submit(new LeaveRoom(busy, one.id()), new Request(1, 1))
                        .result())
                .isInstanceOf(CommunityOutcome.Done.class);
        assertThat(submit(group(busy, "left one", EVE))).isEqualTo(refused);
        assertThat(shard.submit(new LeaveRoom(BOB, one.id()), new Request(1, 1)).result())
                .isInstanceOf(CommunityOutcome.Done.class);
        assertThat(submit(group(busy, "one is empty", EVE))).isInstanceOf(CommunityOutcome.Done.class);
    }

    @ParameterizedTest
    @EnumSource(ErasureMode.class)
    void whoWasErasedIsBroughtBackByNoConversation(ErasureMode mode) {
        Channel made = value(submit(group(ANN, "friends", BOB)));
        assertThat(shard.submit(new EraseMember(BOB, mode, 100), new Request(1, 1))
                        .result())
                .isInstanceOf(EraseMember.Erased.class);
        long before = shard.seq();
        AddParticipant adding = new AddParticipant(ANN, made.id(), BOB, ParticipantRole.MEMBER, ParticipantFlags.USUAL);

        assertThat(shard.submit(adding, new Request(1, 1)).result())
                .isEqualTo(new CommunityOutcome.Refused<>(CommunityRefusal.NO_SUCH_MEMBER));
        for (OpenConversation opening : List.of(direct(ANN, BOB), direct(BOB, ANN), group(EVE, "new", ANN, BOB))) {
            assertThat(submit(opening)).isEqualTo(new CommunityOutcome.Refused<>(CommunityRefusal.NO_SUCH_MEMBER));
        }
        assertThat(shard.seq()).isEqualTo(before);
        assertThat(shard.access(BOB)).isEmpty();
        assertThat(shard.access(EVE)).isEmpty();
    }
}
