package chat.waddle.erasure;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import java.util.List;

/// Takes an account and its words out of the file, a bounded part at a time: ask again until it is finished. From the
/// first time on the account cannot come back.
///
/// @param limit how many messages, and how many reactions, at most
public record EraseMember(UserId user, ErasureMode mode, int limit) implements Command<EraseMember.Outcome> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    /// What it came to.
    public sealed interface Outcome {}

    /// A part is done.
    ///
    /// @param finished false when there is more to do
    /// @param objectKeys objects of the store that the account's files were; others may name them too
    public record Erased(boolean finished, Counts counts, List<String> objectKeys) implements Outcome {}

    /// The file knows nothing of the account, or has nothing left of it.
    public record Nothing() implements Outcome {}

    /// The owner hands the waddle over first.
    public record OwnsWaddle() implements Outcome {}

    /// How much was removed or emptied.
    ///
    /// @param recordedCommands encoded commands of the journal
    public record Counts(int messages, int reactions, int files, int auditLines, int recordedCommands) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        public Counts plus(Counts more) {
            return new Counts(
                    messages + more.messages,
                    reactions + more.reactions,
                    files + more.files,
                    auditLines + more.auditLines,
                    recordedCommands + more.recordedCommands);
        }
    }
}
