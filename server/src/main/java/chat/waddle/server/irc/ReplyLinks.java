package chat.waddle.server.irc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The links of one annotation file, `A B -` per line: the later line answers the earlier one. For one pass by one
/// thread.
final class ReplyLinks {
    private static final Pattern LINK = Pattern.compile("(\\d{1,9})\\s+(\\d{1,9})\\s+-\\s*");

    private final Map<Integer, TreeSet<Integer>> earlierByLater = new HashMap<>();
    private long lines;
    private long selfLinks;
    private long doubleLinks;
    private long kept;

    private ReplyLinks() {}

    static ReplyLinks read(IrcText annotation) throws IOException {
        ReplyLinks links = new ReplyLinks();
        try (ByteLines source = new ByteLines(annotation.open())) {
            for (int length = source.next(); length >= 0; length = source.next()) {
                links.add(new String(source.bytes(), 0, length, StandardCharsets.ISO_8859_1));
            }
        }
        return links;
    }

    /// What the chat message on this line answers, of the lines marked as chat messages.
    List<Integer> repliesOf(int lineNumber, BitSet chatLines) {
        TreeSet<Integer> earlier = earlierByLater.get(lineNumber);
        if (earlier == null) {
            return List.of();
        }
        List<Integer> replies = new ArrayList<>(earlier.size());
        for (int line : earlier) {
            if (chatLines.get(line)) {
                replies.add(line);
            }
        }
        kept += replies.size();
        return replies;
    }

    long lines() {
        return lines;
    }

    long selfLinks() {
        return selfLinks;
    }

    long doubleLinks() {
        return doubleLinks;
    }

    long kept() {
        return kept;
    }

    /// Links that became no reply so far; final once every message has asked for its replies.
    long dropped() {
        return lines - selfLinks - doubleLinks - kept;
    }

    private void add(String line) {
        if (line.isBlank()) {
            return;
        }
        lines++;
        Matcher link = LINK.matcher(line);
        if (!link.matches()) {
            return;
        }
        int first = Integer.parseInt(link.group(1));
        int second = Integer.parseInt(link.group(2));
        if (first == second) {
            selfLinks++;
            return;
        }
        boolean added = earlierByLater
                .computeIfAbsent(Math.max(first, second), _ -> new TreeSet<>())
                .add(Math.min(first, second));
        doubleLinks += added ? 0 : 1;
    }
}
