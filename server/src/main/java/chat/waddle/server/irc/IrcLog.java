package chat.waddle.server.irc;

import java.io.IOException;
import java.time.LocalDate;

/// One log: the lines of one channel from one day on, and the annotation that says which line answers which.
///
/// @param key file name without its ending; names the log for good, so that a second import knows it
/// @param date day of the first line, from the file name
/// @param channel name of the channel, without `#`
/// @param lines the log itself
/// @param annotation its reply links; an empty stream where there are none
public record IrcLog(String key, LocalDate date, String channel, IrcText lines, IrcText annotation) {
    /// Opens the log for one pass; the caller closes the reader.
    public IrcLogReader reader() throws IOException {
        return IrcLogReader.open(this);
    }
}
