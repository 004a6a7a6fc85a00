package chat.waddle.message;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
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
    /// @param replyTo the ordinal of the message it answers, in the same source
    /// @param metadata a JSON object
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            UserId author,
            long timeMillis,
            String content,
            @Nullable Integer replyTo,
            @Nullable String metadata) {}

    public sealed interface Outcome {}

    public record Imported(int messages) implements Outcome {}

    /// @param nextOrdinal how far the source has come
    public record AlreadyImported(int nextOrdinal) implements Outcome {}

    public record NoSuchChannel() implements Outcome {}

    /// The run leaves a gap behind what was imported before.
    ///
    /// @param nextOrdinal where to go on
    public record OutOfOrder(int nextOrdinal) implements Outcome {}
}
