package chat.waddle.automod;

import chat.waddle.ids.AutomodRuleId;
import chat.waddle.search.FoldedWords;
import chat.waddle.sqlite.Session;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rules of a waddle as of one moment, ready to be held against messages. Immutable; thread-safe.
public final class AutomodRules {
    private static final Pattern MENTION = Pattern.compile("<@&?[0-9]{1,19}>");

    private final List<AutomodRule> all;
    private final List<AutomodRule> strictestFirst;
    private final Map<AutomodRuleId, KeywordMatcher> matchers = new HashMap<>();
    private final Map<AutomodRuleId, RegexMatcher> expressions = new HashMap<>();

    private AutomodRules(List<AutomodRule> all) {
        this.all = List.copyOf(all);
        this.strictestFirst = all.stream()
                .filter(AutomodRule::enabled)
                .sorted(Comparator.comparing(AutomodRule::action).reversed())
                .toList();
        for (AutomodRule rule : strictestFirst) {
            switch (rule.kind()) {
                case KEYWORDS -> matchers.put(rule.id(), new KeywordMatcher(rule.words()));
                case REGEX -> expressions.put(rule.id(), new RegexMatcher(rule.words()));
                case MENTIONS -> {}
            }
        }
    }

    public static AutomodRules load(Session session) {
        return new AutomodRules(session.sql(AutomodSql.class).all());
    }

    /// Those that are not enabled too, oldest first.
    public List<AutomodRule> all() {
        return all;
    }

    /// The strictest rule that a message breaks, or null.
    public @Nullable AutomodRule brokenBy(String text) {
        if (strictestFirst.isEmpty()) {
            return null;
        }
        List<String> words = matchers.isEmpty() ? List.of() : FoldedWords.of(text);
        int mentions = mentions(text);
        for (AutomodRule rule : strictestFirst) {
            boolean broken = switch (rule.kind()) {
                case MENTIONS -> mentions > Objects.requireNonNull(rule.mentionLimit());
                case KEYWORDS -> Objects.requireNonNull(matchers.get(rule.id())).matches(words);
                case REGEX -> Objects.requireNonNull(expressions.get(rule.id())).matches(text);
            };
            if (broken) {
                return rule;
            }
        }
        return null;
    }

    private static int mentions(String text) {
        Set<String> mentioned = new HashSet<>();
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            mentioned.add(mention.group());
        }
        return mentioned.size();
    }
}
