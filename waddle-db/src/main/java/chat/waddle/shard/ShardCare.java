package chat.waddle.shard;

import chat.waddle.community.LiftExpiredBans;
import chat.waddle.ids.UserId;
import chat.waddle.message.EraseExpired;
import chat.waddle.migrations.DriftCheck;
import chat.waddle.migrations.Schema;
import chat.waddle.robot.ExpireInteractions;
import chat.waddle.robot.FailSilentStreams;
import chat.waddle.sqlite.CheckReport;
import chat.waddle.sqlite.ReadSession;
import chat.waddle.sqlite.Sizes;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.Request;
import chat.waddle.thread.ArchiveQuietThreads;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What keeps an open shard in order: measuring, checking, optimizing, erasing what is due.
///
/// Every call waits for its end. Thread-safe. Failures of the file come as [chat.waddle.sqlite.StorageException].
public final class ShardCare {
    private static final Duration MEASURE_DEADLINE = Duration.ofSeconds(10);
    private static final List<String> FULL_TEXT = List.of("messages_fts");
    private static final DriftCheck DRIFT = new DriftCheck(Schema.WADDLE.catalog());
    private static final Request SYSTEM = new Request(Request.SYSTEM, 0);
    private static final String ATTACHMENTS =
            "SELECT coalesce(sum(size_bytes), 0) FROM (SELECT DISTINCT object_key, size_bytes"
                    + " FROM message_attachments WHERE deleted_at_ms IS NULL)";
    private static final String ROBOT_WORK = "SELECT (SELECT count(*) FROM message_streams)"
            + " + (SELECT count(*) FROM robot_interactions WHERE status = 'processing')";
    private static final String JOURNAL_GAPS =
            "SELECT CASE WHEN count(*) = 0 THEN 0 ELSE max(seq) - min(seq) + 1 - count(*) END FROM journal";
    private static final String UNJOURNALED =
            "SELECT coalesce((SELECT max(last_seq) FROM commits), 0) - coalesce((SELECT max(seq) FROM journal), 0)";
    private static final String MISCOUNTED_MESSAGES =
            "SELECT (SELECT count(*) FROM messages WHERE deleted_at_ms IS NULL)"
                    + " + (SELECT count(*) FROM arrivals WHERE deleted_at_ms IS NULL)"
                    + " - coalesce((SELECT item_count FROM commits ORDER BY last_seq DESC LIMIT 1), 0)";
    private static final String MISPLACED_MESSAGES = "SELECT (SELECT count(*) FROM arrivals WHERE id <= filed_to)"
            + " + (SELECT count(*) FROM messages WHERE id > filed_to) FROM search_state";
    private static final String MISCOUNTED_THREADS = "SELECT count(*) FROM threads WHERE deleted_at_ms IS NULL"
            + " AND message_count <> (SELECT count(*) FROM messages"
            + " WHERE messages.thread = threads.num AND messages.deleted_at_ms IS NULL)"
            + " + (SELECT count(*) FROM arrivals"
            + " WHERE arrivals.thread = threads.num AND arrivals.deleted_at_ms IS NULL)";

    private final Shard shard;

    public ShardCare(Shard shard) {
        this.shard = shard;
    }

    /// The five sizes and the counts, read on a reader's connection.
    public ShardFigures measure() {
        Sizes file = Engine.await(shard.engine().sizes(), MEASURE_DEADLINE);
        long attachments = Engine.await(shard.engine().read(session -> session.number(ATTACHMENTS)), MEASURE_DEADLINE);
        Sizes sizes = new Sizes(file.usedBytes(), file.freeBytes(), file.walBytes(), file.fileBytes(), attachments);
        return new ShardFigures(sizes, shard.messageCount(), shard.seq());
    }

    /// Looks at every page and every reference on a reader's connection; posts go on meanwhile.
    public CheckReport quickCheck(Duration deadline) {
        return Engine.await(shard.engine().read(ShardCare::pagesAndReferences, deadline), deadline.plusSeconds(5));
    }

    private static CheckReport pagesAndReferences(ReadSession session) throws SQLException {
        List<String> findings = new ArrayList<>();
        try (var row = session.kept("PRAGMA quick_check(20)").executeQuery()) {
            while (row.next()) {
                if (!"ok".equals(row.getString(1))) {
                    findings.add(row.getString(1));
                }
            }
        }
        try (var row = session.kept("PRAGMA foreign_key_check").executeQuery()) {
            while (row.next() && findings.size() < 20) {
                findings.add("a row of " + row.getString(1) + " refers to a missing row of " + row.getString(3));
            }
        }
        return new CheckReport(findings);
    }

    /// Everything that can be checked: pages, references, the search index, the journal, all counts. Posts wait while
    /// the pages are looked at.
    public CheckReport check(Duration deadline) {
        List<String> findings = new ArrayList<>(shard.engine().check(FULL_TEXT).findings());
        if (findings.isEmpty()) {
            findings.addAll(Engine.await(
                    shard.engine().read(session -> session.snapshot(ShardCare::miscounts), deadline),
                    deadline.plusSeconds(5)));
        }
        return new CheckReport(findings);
    }

    /// How the file's tables, indexes and recorded steps differ from what its migrations make, a line each. Such a file
    /// may still serve: an index made by hand is a difference too.
    public List<String> drift(Duration deadline) {
        return Engine.await(
                shard.engine()
                        .read(
                                session -> DRIFT.inspect(session.handle().getConnection())
                                        .lines(),
                                deadline),
                deadline.plusSeconds(5));
    }

    private static List<String> miscounts(ReadSession session) throws SQLException {
        List<String> findings = new ArrayList<>();
        find(findings, session.number(JOURNAL_GAPS), "entries are missing in the journal");
        find(findings, session.number(UNJOURNALED), "is the distance of the journal's end from the last commit");
        find(findings, session.number(MISCOUNTED_MESSAGES), "is the error of the number of messages");
        find(findings, session.number(MISPLACED_MESSAGES), "messages stand on the wrong side of filed_to");
        find(findings, session.number(MISCOUNTED_THREADS), "threads have a wrong number of messages");
        return findings;
    }

    private static void find(List<String> findings, long number, String what) {
        if (number != 0) {
            findings.add(number + " " + what);
        }
    }

    /// Lets SQLite renew the statistics its plans rest on, where they are worth it.
    public void optimize() {
        boolean _ = shard.engine().run(session -> {
            session.execute("PRAGMA optimize");
            return true;
        });
    }

    /// Writes every page of the file anew, where the file is not larger than this: deleted text may stand in what a
    /// page has free. Posts wait meanwhile.
    public Rewriting rewritePages(long limitBytes) {
        Sizes sizes = Engine.await(shard.engine().sizes(), MEASURE_DEADLINE);
        if (sizes.usedBytes() > limitBytes) {
            return shard.engine().run(WriteSession::foldLogIn) ? Rewriting.TOO_LARGE : Rewriting.LOG_IN_USE;
        }
        return shard.engine().run(WriteSession::rewriteAllPages) ? Rewriting.DONE : Rewriting.LOG_IN_USE;
    }

    /// What came of writing a file anew.
    public enum Rewriting {
        DONE,
        /// Only the log was emptied.
        TOO_LARGE,
        /// A read under way kept the log from being emptied.
        LOG_IN_USE
    }

    /// Writes down which threads went to the archive by themselves.
    ///
    /// @param limit how many at most
    public int archiveQuietThreads(int limit) {
        return shard.submit(new ArchiveQuietThreads(limit), SYSTEM).result().threads();
    }

    /// Gives back questions to robots whose leases have ended, and fails those that have waited long enough.
    ///
    /// @param limit how many at most
    public int expireInteractions(int limit) {
        return shard.submit(new ExpireInteractions(limit), SYSTEM).result().interactions();
    }

    /// Ends as failed what robots have begun to write and left alone.
    ///
    /// @param limit how many at most
    public int failSilentStreams(int limit) {
        return shard.submit(new FailSilentStreams(limit), SYSTEM).result().streams();
    }

    /// What robots are at: messages they write, and questions that somebody has taken.
    public long robotWork() {
        return Engine.await(shard.engine().read(session -> session.number(ROBOT_WORK)), MEASURE_DEADLINE);
    }

    /// Takes away bans that have run out.
    ///
    /// @param limit how many at most
    public int liftExpiredBans(int limit) {
        return shard.submit(new LiftExpiredBans(limit), SYSTEM).result().bans();
    }

    /// Erases deleted messages whose undo window is over.
    ///
    /// @param limit how many at most
    /// @return how many were erased; fewer than the limit means that none is left
    public int eraseExpired(int limit) {
        return eraseExpired(limit, List.of());
    }

    /// The same, but for messages of some accounts, which stay for now.
    public int eraseExpired(int limit, List<UserId> held) {
        EraseExpired command = new EraseExpired(limit, held.isEmpty() ? null : held);
        return shard.submit(command, SYSTEM).result().messages();
    }
}
