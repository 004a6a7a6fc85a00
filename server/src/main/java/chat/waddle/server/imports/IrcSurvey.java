package chat.waddle.server.imports;

import chat.waddle.server.irc.IrcCounts;
import chat.waddle.server.irc.IrcLogReader;
import chat.waddle.server.irc.IrcMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a first pass over logs finds. Costs memory per author, not per message.
///
/// @param nicks every author
/// @param newNicks the authors of the logs that are not imported whole, in order of their first message
/// @param unfinished the logs that are not imported whole
/// @param alreadyThere messages that earlier imports have brought
/// @param counts what reading keeps and leaves out
record IrcSurvey(
        Set<String> nicks, Set<String> newNicks, List<ImportSource> unfinished, long alreadyThere, IrcCounts counts) {
    static IrcSurvey of(List<ImportSource> sources) throws IOException {
        Set<String> nicks = new HashSet<>();
        Set<String> newNicks = new LinkedHashSet<>();
        List<ImportSource> unfinished = new ArrayList<>();
        long alreadyThere = 0;
        IrcCounts counts = IrcCounts.NONE;
        for (ImportSource source : sources) {
            Set<String> ofLog = new LinkedHashSet<>();
            IrcCounts read = read(source, ofLog);
            nicks.addAll(ofLog);
            counts = counts.plus(read);
            alreadyThere += Math.min(source.from(), read.messages());
            if (source.from() < read.messages()) {
                unfinished.add(source);
                newNicks.addAll(ofLog);
            }
        }
        return new IrcSurvey(nicks, newNicks, unfinished, alreadyThere, counts);
    }

    private static IrcCounts read(ImportSource source, Set<String> nicks) throws IOException {
        try (IrcLogReader reader = source.log().reader()) {
            for (IrcMessage message = reader.next(); message != null; message = reader.next()) {
                nicks.add(message.nick());
            }
            return reader.counts();
        }
    }
}
