package chat.waddle.erasure;

import chat.waddle.erasure.EraseMember.Counts;
import chat.waddle.ids.UserId;
import chat.waddle.message.MemberTraces;
import chat.waddle.message.MessageContext;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes an account and its words out of the file.
///
/// First, in one commit, everything but messages and reactions: the account is no member any more, and what it is
/// called and what was said of it is gone. Then messages and reactions, some at a time.
public final class EraseMemberApplier {
    private static final String PROGRESS = "SELECT mode, is_finished FROM erased_members WHERE user_id = ?";
    private static final String NOTE_PROGRESS = "INSERT INTO erased_members (user_id, mode, erased_at_ms, is_finished)"
            + " VALUES (?1, ?2, ?3, ?4)"
            + " ON CONFLICT (user_id) DO UPDATE SET mode = ?2, erased_at_ms = ?3, is_finished = ?4";

    private final MessageContext context;
    private final MemberTraces traces;

    public EraseMemberApplier(MessageContext context) {
        this.context = context;
        this.traces = new MemberTraces(context);
    }

    /// How far an earlier command came.
    private record Progress(ErasureMode mode, boolean finished) {}

    public Applied<EraseMember.Outcome> apply(WriteSession transaction, Stamp stamp, EraseMember command)
            throws SQLException {
        Progress progress = progress(transaction, command.user());
        boolean done = progress != null
                && (progress.mode().compareTo(command.mode()) > 0
                        || (progress.mode() == command.mode() && progress.finished()));
        PersonRows person = PersonRows.find(transaction, command.user());
        if (done || person == null) {
            return Applied.unchanged(new EraseMember.Nothing());
        }
        if (person.isOwner() && !command.evenOwner()) {
            return Applied.unchanged(new EraseMember.OwnsWaddle());
        }
        boolean begun = progress != null && progress.mode() == command.mode();
        return begun ? goOn(transaction, stamp, command, person) : begin(transaction, stamp, command, person);
    }

    private static @Nullable Progress progress(WriteSession transaction, UserId user) throws SQLException {
        var select = transaction.kept(PROGRESS);
        select.setLong(1, user.value());
        try (var row = select.executeQuery()) {
            return row.next() ? new Progress(ErasureMode.ofCode(row.getString(1)), row.getInt(2) != 0) : null;
        }
    }

    private static void note(WriteSession transaction, Stamp stamp, UserId user, ErasureMode mode, boolean finished)
            throws SQLException {
        var put = transaction.kept(NOTE_PROGRESS);
        put.setLong(1, user.value());
        put.setString(2, mode.code());
        put.setLong(3, stamp.timeMillis());
        put.setInt(4, finished ? 1 : 0);
        put.executeUpdate();
    }

    private Applied<EraseMember.Outcome> begin(
            WriteSession transaction, Stamp stamp, EraseMember command, PersonRows person) throws SQLException {
        ErasureMode mode = command.mode();
        boolean finished = mode != ErasureMode.DELETE || person.member() == 0;
        note(transaction, stamp, command.user(), mode, finished);
        int audit = person.redactAudit(transaction, mode);
        long pseudonym = mode == ErasureMode.ANONYMISE && person.member() != 0
                ? pseudonym(transaction, stamp, command)
                : command.user().value();
        int recorded = person.eraseRecorded(transaction, mode, pseudonym);
        person.endMembership(transaction, stamp, mode);
        List<String> objects = person.removeFiles(transaction, mode);
        if (pseudonym != command.user().value()) {
            person.rename(transaction, pseudonym);
        }
        var result = new EraseMember.Erased(finished, new Counts(0, 0, objects.size(), audit, recorded), objects);
        Runnable access = context.changes().accessOf(command.user());
        Runnable channels = context.changes().channels(transaction);
        UserId known = new UserId(pseudonym);
        Applied<EraseMember.Outcome> applied = Applied.changed(result, 0, pseudonym);
        return applied.recordedAs(new EraseMember(known, mode, command.limit(), command.evenOwner(), null))
                .then(() -> {
                    access.run();
                    channels.run();
                    context.authors().clear();
                    context.recent().forgetAll();
                });
    }

    private static long pseudonym(WriteSession transaction, Stamp stamp, EraseMember command) throws SQLException {
        UserId drawn = command.pseudonym();
        return drawn == null || PersonRows.find(transaction, drawn) != null ? stamp.newId() : drawn.value();
    }

    private Applied<EraseMember.Outcome> goOn(
            WriteSession transaction, Stamp stamp, EraseMember command, PersonRows person) throws SQLException {
        List<Runnable> afterwards = new ArrayList<>();
        int messages = traces.eraseMessages(transaction, person.member(), command.limit(), afterwards);
        boolean silent = messages < command.limit();
        int reactions = // found by going through all there are, so once the messages are gone
                silent ? traces.eraseReactions(transaction, person.member(), command.limit(), afterwards) : 0;
        boolean finished = silent && reactions < command.limit();
        if (finished) {
            note(transaction, stamp, command.user(), command.mode(), true);
        }
        var result = new EraseMember.Erased(finished, new Counts(messages, reactions, 0, 0, 0), List.of());
        Applied<EraseMember.Outcome> applied =
                Applied.changed(result, 0, command.user().value());
        return applied.then(() -> afterwards.forEach(Runnable::run));
    }
}
