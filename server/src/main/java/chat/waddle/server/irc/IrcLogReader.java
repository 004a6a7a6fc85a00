package chat.waddle.server.irc;

import java.io.IOException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// One pass over the chat messages of a log, in order. For one thread; the caller closes it.
public final class IrcLogReader implements AutoCloseable {
    /// Longest text handed out, in chars; what is longer is cut and counted.
    public static final int MAX_TEXT_CHARS = 4000;

    private final LineText lineText = new LineText();
    private final BitSet chatLines = new BitSet();
    private final ReplyLinks links;
    private final LogClock clock;
    private final ByteLines source;
    private int lines;
    private int messages;
    private int actions;
    private int systemLines;
    private int otherLines;
    private int blankTexts;
    private int strippedTexts;
    private int cutTexts;

    private IrcLogReader(IrcLog log, ReplyLinks links, ByteLines source) {
        this.clock = new LogClock(log.date());
        this.links = links;
        this.source = source;
    }

    static IrcLogReader open(IrcLog log) throws IOException {
        ReplyLinks links = ReplyLinks.read(log.annotation());
        return new IrcLogReader(log, links, new ByteLines(log.lines().open()));
    }

    /// The next chat message, or null at the end of the log.
    public @Nullable IrcMessage next() throws IOException {
        for (int length = source.next(); length >= 0; length = source.next()) {
            int lineNumber = lines++;
            switch (LogLine.parse(lineText.decode(source.bytes(), length))) {
                case LogLine.Chat chat -> {
                    return message(lineNumber, chat);
                }
                case LogLine.Kind.ACTION -> actions++;
                case LogLine.Kind.SYSTEM -> systemLines++;
                case LogLine.Kind.OTHER -> otherLines++;
            }
        }
        return null;
    }

    /// What has been read so far; the links are settled once [#next()] has answered null.
    public IrcCounts counts() {
        return new IrcCounts(
                lines,
                messages,
                actions,
                systemLines,
                otherLines,
                blankTexts,
                strippedTexts,
                lineText.repaired(),
                cutTexts,
                clock.turns(),
                links.lines(),
                links.selfLinks(),
                links.doubleLinks(),
                links.dropped(),
                links.kept());
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private IrcMessage message(int lineNumber, LogLine.Chat chat) {
        String stripped = LineText.strip(chat.text());
        String text = LineText.cut(stripped, MAX_TEXT_CHARS);
        strippedTexts += stripped.length() < chat.text().length() ? 1 : 0;
        cutTexts += text.length() < stripped.length() ? 1 : 0;
        blankTexts += text.isBlank() ? 1 : 0;
        chatLines.set(lineNumber);
        return new IrcMessage(
                messages++,
                lineNumber,
                clock.at(chat.minute()),
                chat.nick(),
                text,
                links.repliesOf(lineNumber, chatLines));
    }
}
