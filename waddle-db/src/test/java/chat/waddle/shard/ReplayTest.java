package chat.waddle.shard;

import static chat.waddle.shard.ShardFixture.WADDLE;
import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.automod.AutomodAction;
import chat.waddle.automod.AutomodKind;
import chat.waddle.automod.CreateAutomodRule;
import chat.waddle.channel.ChannelType;
import chat.waddle.channel.CreateChannel;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.FoundWaddle;
import chat.waddle.community.JoinMember;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.message.EditMessage;
import chat.waddle.message.EraseMessage;
import chat.waddle.message.PostMessage;
import chat.waddle.report.Report;
import chat.waddle.report.ReportStatus;
import chat.waddle.report.ReviewReport;
import chat.waddle.search.SearchTail;
import chat.waddle.sqlite.ReadSession;
import chat.waddle.sqlite.Session;
import chat.waddle.sqlite.command.Command;
import chat.waddle.sqlite.command.Committed;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.Journal;
import chat.waddle.sqlite.command.RecordedCommand;
import chat.waddle.sqlite.command.Replay;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands of one file, applied to a second one, make the same file.
class ReplayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ROUNDS = 2600;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_120})
    void aReplayedFileSaysTheSame(long seed) {
        try (ShardFixture first = new ShardFixture(folder.resolve("first"));
                ShardFixture second = new ShardFixture(folder.resolve("second"))) {
            Shard original = first.create(WADDLE);
            Shard copy = second.create(WADDLE);
            RandomLife life = new RandomLife(seed, first.clock);
            List<RecordedCommand> commands = live(original, life, first.clock, new Random(seed), Duration.ofDays(31));
            expectEveryKind(life, commands);
            replay(copy, commands.subList(1, commands.size()));

            long kept = read(original, session -> session.number("SELECT min(seq) FROM journal"));
            assertThat(dump(copy, kept)).isEqualTo(dump(original, kept)).hasSizeGreaterThan(500);
        }
    }

    /// What is read after the life was lived lacks the texts that were erased meanwhile, and nothing else.
    @ParameterizedTest
    @ValueSource(longs = {2, 20_261_121})
    void aJournalFromWhichTextsWereErasedMakesTheSameFile(long seed) {
        try (ShardFixture first = new ShardFixture(folder.resolve("first"));
                ShardFixture second = new ShardFixture(folder.resolve("second"))) {
            Shard original = first.create(WADDLE);
            Shard copy = second.create(WADDLE);
            for (Shard shard : List.of(original, copy)) {
                long changed = shard.engine().run(session -> {
                    session.execute("UPDATE waddle_settings SET undo_window_seconds = 1");
                    return session.number("SELECT changes()");
                });
                assertThat(changed).isEqualTo(1);
            }
            RandomLife life = new RandomLife(seed, first.clock).withoutErasures();
            List<RecordedCommand> said = live(original, life, first.clock, new Random(seed), Duration.ofSeconds(3));
            List<RecordedCommand> left = recordedAfter(original, 0);
            assertThat(left).hasSameSizeAs(said);
            assertThat(left)
                    .filteredOn(recorded -> erasedEdit(recorded.command()))
                    .hasSizeGreaterThan(2);
            replay(copy, left.subList(1, left.size()));

            assertThat(dump(copy, 0)).isEqualTo(dump(original, 0)).hasSizeGreaterThan(500);
        }
    }

    private static boolean erasedEdit(Command<?> command) {
        return command instanceof EditMessage edit && edit.content().isEmpty();
    }

    /// What a text had come to stays, though the text is gone: here a report that somebody has answered.
    @Test
    void aFlaggedMessageThatWasReviewedAndErasedIsFlaggedAgain() {
        try (ShardFixture first = new ShardFixture(folder.resolve("first"));
                ShardFixture second = new ShardFixture(folder.resolve("second"))) {
            Shard original = first.create(WADDLE);
            Shard copy = second.create(WADDLE);
            UserId member = new UserId(777);
            done(original, new JoinMember(member));
            done(original, CreateChannel.named(ShardFixture.OWNER, "talk", ChannelType.TEXT));
            ChannelId talk =
                    Objects.requireNonNull(original.channels().byName("talk")).id();
            done(original, flagging("odd"));
            PostMessage.Outcome posted = submit(original, ShardFixture.post(member, talk, "how odd"));
            MessageId message = ((PostMessage.Posted) posted).id();
            Report report = original.read(reader ->
                            reader.reports().page(null, original.channels().all(), Long.MAX_VALUE, 1))
                    .items()
                    .getFirst();
            done(original, new ReviewReport(ShardFixture.OWNER, report.id(), ReportStatus.DISMISSED, "a joke"));
            submit(original, new EditMessage(member, talk, message, "odd again"));
            done(original, new ReviewReport(ShardFixture.OWNER, report.id(), ReportStatus.RESOLVED, "warned"));
            submit(original, new EraseMessage(member, talk, message));
            submit(original, ShardFixture.post(member, talk, "even"));

            List<RecordedCommand> left = recordedAfter(original, 0);
            assertThat(left).noneMatch(recorded -> recorded.toString().contains("odd again"));
            replay(copy, left.subList(1, left.size()));
            assertThat(dump(copy, 0))
                    .isEqualTo(dump(original, 0))
                    .anyMatch(row -> row.startsWith("reports ") && row.contains("'resolved'"));
        }
    }

    private static CreateAutomodRule flagging(String word) {
        return new CreateAutomodRule(
                ShardFixture.OWNER, "rule", AutomodKind.KEYWORDS, List.of(word), null, AutomodAction.FLAG, null, true);
    }

    private static <R> R submit(Shard shard, Command<R> command) {
        return shard.submit(command, new Request(1, 1)).result();
    }

    private static <T> void done(Shard shard, Command<CommunityOutcome<T>> command) {
        assertThat(submit(shard, command)).isInstanceOf(CommunityOutcome.Done.class);
    }

    /// The commands are taken out round by round: the file keeps them for three days of its clock.
    private static List<RecordedCommand> live(
            Shard shard, RandomLife life, SettableClock clock, Random random, Duration pause) {
        List<RecordedCommand> recorded = new ArrayList<>(recordedAfter(shard, 0));
        for (int round = 0; round < ROUNDS; round++) {
            clock.advance(round % 50 == 49 ? pause : Duration.ofMillis(random.nextInt(700)));
            List<Command<?>> commands = new ArrayList<>();
            List<CompletableFuture<? extends Committed<?>>> answers = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(8); i++) {
                Command<?> command = life.next();
                commands.add(command);
                answers.add(shard.submitLater(command, new Request(round, i)));
            }
            for (int i = 0; i < commands.size(); i++) {
                life.learn(
                        commands.get(i), Engine.await(answers.get(i), PATIENCE).result());
            }
            recorded.addAll(recordedAfter(shard, recorded.getLast().seq()));
        }
        return recorded;
    }

    private static List<RecordedCommand> recordedAfter(Shard shard, long seq) {
        return read(shard, session -> Journal.commandsAfter(session, WaddleCommands.types(), seq, Integer.MAX_VALUE));
    }

    private static void expectEveryKind(RandomLife life, List<RecordedCommand> commands) {
        Set<Class<?>> seen = new HashSet<>();
        commands.forEach(recorded -> seen.add(recorded.command().getClass()));
        assertThat(seen)
                .as("kinds that had an effect")
                .containsAll(life.kinds())
                .contains(FoundWaddle.class);
    }

    /// The copy was founded like the original; the rest is replayed.
    private static void replay(Shard copy, List<RecordedCommand> commands) {
        WaddleProgram program = new WaddleProgram(new ReaderView(), new SearchTail(), (row, target) -> {});
        long seq = copy.engine().run(session -> {
            program.opened(session, 0);
            return new Replay(program, WaddleCommands.types()).run(session, commands);
        });
        assertThat(seq).isEqualTo(commands.getLast().seq());
    }

    private static <T> T read(Shard shard, ReadSession.Reading<T> reading) {
        return Engine.await(shard.engine().read(reading), PATIENCE);
    }

    /// Every row of every table, but for what depends on how commands met in transactions; so messages that are not
    /// filed yet count as filed.
    ///
    /// @param journalFrom earlier rows of the journal were trimmed by one file and not yet by the other
    private static List<String> dump(Shard shard, long journalFrom) {
        return read(shard, session -> {
            List<String> tables = strings(
                    session,
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                            + " AND name NOT LIKE 'messages_fts%' AND name NOT IN ('commits', 'search_state')"
                            + " ORDER BY name");
            List<String> rows = new ArrayList<>();
            for (String table : tables) {
                List<String> columns = strings(session, "SELECT name FROM pragma_table_info('" + table + "')");
                String values = "quote(" + String.join(") || ' ' || quote(", columns) + ")";
                String which = table.equals("journal") ? " WHERE seq >= " + journalFrom : "";
                String name = table.equals("arrivals") ? "messages" : table;
                rows.addAll(strings(session, "SELECT '" + name + " ' || " + values + " FROM " + table + which));
            }
            rows.sort(null);
            return rows;
        });
    }

    private static List<String> strings(Session session, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (var row = session.kept(sql).executeQuery()) {
            while (row.next()) {
                strings.add(row.getString(1));
            }
        }
        return strings;
    }
}
