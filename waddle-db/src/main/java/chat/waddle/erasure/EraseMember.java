package chat.waddle.erasure;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes an account and its words out of the file, a bounded part at a time: ask again until it is finished. From the
/// first time on the account cannot come back.
///
/// @param limit how many messages, or how many reactions, at most
/// @param evenOwner whether the owner is erased too: of a waddle that was deleted, or of an older copy of a file
/// @param pseudonym an id of nobody that takes the account's place in [ErasureMode#ANONYMISE], drawn so that its time
/// tells nothing; null takes a new one
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EraseMember(
        UserId user,
        ErasureMode mode,
        int limit,
        boolean evenOwner,
        @Nullable UserId pseudonym) implements Command<EraseMember.Outcome> {
    public EraseMember(UserId user, ErasureMode mode, int limit) {
        this(user, mode, limit, false, null);
    }

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
