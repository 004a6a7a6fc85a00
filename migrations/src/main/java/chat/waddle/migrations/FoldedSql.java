package chat.waddle.migrations;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// SQL without what has no meaning: comments are gone, a run of white space is one blank, and none stands beside
/// brackets and commas. Quoted text stays as it is.
final class FoldedSql {
    private static final Pattern TOKEN = Pattern.compile("""
            (?<quoted>'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\\[[^]]*])\
            |(?<gap>(?:\\s|--[^\\n]*|/\\*(?s:.*?)\\*/)+)\
            |(?<tight>[(),])""");

    private FoldedSql() {}

    static String fold(String sql) {
        StringBuilder folded = new StringBuilder(sql.length());
        Matcher token = TOKEN.matcher(sql);
        int from = 0;
        while (token.find()) {
            folded.append(sql, from, token.start());
            if (token.group("quoted") != null) {
                folded.append(token.group());
            } else if (token.group("gap") != null) {
                appendBlank(folded);
            } else {
                trimEnd(folded).append(token.group());
            }
            from = token.end();
        }
        folded.append(sql, from, sql.length());
        return trimEnd(folded).toString();
    }

    private static void appendBlank(StringBuilder folded) {
        if (!folded.isEmpty() && "(), ".indexOf(folded.charAt(folded.length() - 1)) < 0) {
            folded.append(' ');
        }
    }

    private static StringBuilder trimEnd(StringBuilder folded) {
        if (!folded.isEmpty() && folded.charAt(folded.length() - 1) == ' ') {
            folded.setLength(folded.length() - 1);
        }
        return folded;
    }
}
