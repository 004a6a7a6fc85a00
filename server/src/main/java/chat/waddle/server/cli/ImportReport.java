package chat.waddle.server.cli;

import chat.waddle.server.http.Json;
import chat.waddle.server.imports.ImportSummary;
import chat.waddle.server.irc.IrcCounts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What an import tells its user, as text or JSON.
record ImportReport(ImportSummary summary, Duration time) {
    String text() {
        IrcCounts counts = summary.counts();
        long kept = counts.replies() - summary.lostReplies();
        return String.format(
                Locale.ROOT,
                """
                %,d messages of %,d logs in #%s of '%s': %,d imported, %,d already there (%.1f s, %,d messages/s)
                %,d authors
                %,d reply links kept; left out: %,d that end in no message, %,d doubles, %,d lost; %,d marked a new talk
                left out: %,d actions, %,d notices of the channel, %,d other lines
                mended: %,d texts without control codes, %,d lines not in UTF-8, %,d texts cut; %,d texts are blank""",
                counts.messages(),
                summary.logs(),
                summary.place().channelName(),
                summary.place().waddleName(),
                summary.imported(),
                summary.alreadyThere(),
                seconds(),
                perSecond(),
                summary.authors(),
                kept,
                counts.droppedLinks(),
                counts.doubleLinks(),
                summary.lostReplies(),
                counts.selfLinks(),
                counts.actions(),
                counts.systemLines(),
                counts.otherLines(),
                counts.strippedTexts(),
                counts.repairedLines(),
                counts.cutTexts(),
                counts.blankTexts());
    }

    String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("waddle", summary.place().waddleName());
        fields.put("waddleId", summary.place().waddle());
        fields.put("channel", summary.place().channelName());
        fields.put("channelId", summary.place().channel());
        fields.put("logs", summary.logs());
        fields.put("authors", summary.authors());
        fields.put("imported", summary.imported());
        fields.put("alreadyThere", summary.alreadyThere());
        fields.put("repliesKept", summary.counts().replies() - summary.lostReplies());
        fields.put("repliesLost", summary.lostReplies());
        fields.put("seconds", seconds());
        fields.put("messagesPerSecond", perSecond());
        fields.put("read", summary.counts());
        return new String(Json.bytes(fields), StandardCharsets.UTF_8);
    }

    private double seconds() {
        return Math.round(time.toMillis() / 10.0) / 100.0;
    }

    private long perSecond() {
        return Math.round(summary.imported() * 1e9 / Math.max(1, time.toNanos()));
    }
}
