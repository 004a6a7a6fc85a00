package chat.waddle.message;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes over a run of messages from elsewhere with their original times; a run taken over before changes nothing.
///
/// @param source names the origin, such as one log file
/// @param firstOrdinal the place of the first message within the source; runs of a source follow one another
/// @param last true when nothing follows in this source
public record ImportMessages(ChannelId channel, String source, int firstOrdinal, boolean last, List<Item> messages)
        implements Command<ImportMessages.Outcome> {

    /// One message of the source.
    ///
    /// @param author an account that is, or becomes, a member known only by its messages
    /// @param timeMillis when it was written; before 1970 counts as 1970, after now as now
    /// @param replyTo the ordinal of the earlier message it answers, in the same source
    /// @param metadata a JSON object, or null
    /// @param alsoRepliesTo ordinals of further earlier messages it answers; their ids become the metadata
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            UserId author,
            long timeMillis,
            String content,
            @Nullable Integer replyTo,
            @Nullable String metadata,
            @Nullable List<Integer> alsoRepliesTo) {
        public Item {
            if (metadata != null && alsoRepliesTo != null) {
                throw new IllegalArgumentException("further replies make the metadata; it must not be given too");
            }
        }

        /// A message that answers one other at most.
        public Item(
                UserId author, long timeMillis, String content, @Nullable Integer replyTo, @Nullable String metadata) {
            this(author, timeMillis, content, replyTo, metadata, null);
        }
    }

    /// Everybody who wrote one of the messages, once each.
    Set<UserId> authors() {
        return messages.stream().map(Item::author).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Its index rows are written with it, so what waits for the index must be known to the last command.
    @Override
    public boolean runsAlone() {
        return true;
    }

    public sealed interface Outcome {}

    /// @param lostReplies replies left out, for what they answer is not known any more: the source was finished before
    public record Imported(int messages, int lostReplies) implements Outcome {}

    /// @param nextOrdinal how far the source has come
    public record AlreadyImported(int nextOrdinal) implements Outcome {}

    public record NoSuchChannel() implements Outcome {}

    /// An author's traces were taken out of this file; nothing of them comes back.
    public record NoSuchMember(UserId author) implements Outcome {}

    /// The run leaves a gap behind what was imported before.
    ///
    /// @param nextOrdinal where to go on
    public record OutOfOrder(int nextOrdinal) implements Outcome {}
}
