package chat.waddle.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The house rules for migration scripts, as findings in words. Comments and the inside of quotes are not looked at.
final class SqlRules {
    private static final Pattern IGNORED = Pattern.compile("--[^\\n]*|/\\*(?s:.*?)\\*/|'(?:[^']|'')*'");
    private static final Pattern TABLE =
            pattern("CREATE\\s+(?:TEMP\\s+|TEMPORARY\\s+)?TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(\\w+)([^;]*)");
    private static final Pattern OPTIONS = pattern(".*\\)([^)]*)");
    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "AUTOINCREMENT scans and writes a table of its own", pattern("\\bAUTOINCREMENT\\b"),
            "the clock is no part of a script",
                    pattern(
                            "\\b(CURRENT_(TIME|DATE|TIMESTAMP)|(datetime|date|time|unixepoch|julianday|strftime)\\s*\\()"),
            "chance is no part of a script", pattern("\\brandom(blob)?\\s*\\("),
            "the runner owns the transaction",
                    pattern("(^|;)\\s*(COMMIT|ROLLBACK|SAVEPOINT|RELEASE|BEGIN|VACUUM|ATTACH|DETACH)\\b"),
            "the runner owns the pragmas", pattern("\\bPRAGMA\\b"),
            "a trigger on messages makes FTS5 flush at every row", pattern("\\bTRIGGER\\b[^;]*\\bON\\s+messages\\b"));

    private SqlRules() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    static List<String> findings(String script) {
        String sql = IGNORED.matcher(script).replaceAll(match -> match.group().startsWith("'") ? "''" : " ");
        List<String> findings = new ArrayList<>();
        FORBIDDEN.forEach((why, pattern) -> {
            if (pattern.matcher(sql).find()) {
                findings.add(why);
            }
        });
        Matcher table = TABLE.matcher(sql);
        while (table.find()) {
            addTableFindings(table.group(1), table.group(2), findings);
        }
        return findings;
    }

    private static void addTableFindings(String name, String definition, List<String> findings) {
        Matcher options = OPTIONS.matcher(definition);
        if (!options.matches()
                || !pattern("\\bSTRICT\\b").matcher(options.group(1)).find()) {
            findings.add("table " + name + " is not STRICT");
        }
        if (pattern("[(,]\\s*(UNIQUE\\s+)?INDEX\\b").matcher(definition).find()) {
            findings.add("table " + name + " has an INDEX inside");
        }
    }
}
