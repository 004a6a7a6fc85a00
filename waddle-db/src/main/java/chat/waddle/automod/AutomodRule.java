package chat.waddle.automod;

import chat.waddle.community.InvalidField;
import chat.waddle.community.Moderation;
import chat.waddle.community.TextRules;
import chat.waddle.ids.AutomodRuleId;
import chat.waddle.search.FoldedWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule that looks at each new and each edited message of members who do not manage messages. Immutable.
///
/// @param words of a rule for keywords: words and phrases, a star at the end standing for any ending; of a rule for
/// regular expressions: these
/// @param mentionLimit of a rule for mentions: more different ones than this break it
/// @param timeoutSeconds of a rule with that action
public record AutomodRule(
        AutomodRuleId id,
        String name,
        AutomodKind kind,
        List<String> words,
        @Nullable Integer mentionLimit,
        AutomodAction action,
        @Nullable Integer timeoutSeconds,
        boolean enabled) {
    public static final int NAME_LIMIT = 100;
    public static final int WORDS_LIMIT = 200;
    public static final int WORD_LENGTH_LIMIT = 100;
    public static final int MENTIONS_LIMIT = 100;
    public static final int RULES_LIMIT = 20;
    private static final int SHORTEST_TIMEOUT_SECONDS = 60;

    public AutomodRule {
        words = List.copyOf(words);
    }

    /// What is wrong with it, or null.
    @Nullable
    InvalidField fault() {
        InvalidField named = TextRules.line("name", name, NAME_LIMIT);
        if (named != null) {
            return named;
        }
        InvalidField sought = switch (kind) {
            case KEYWORDS -> wordsFault();
            case REGEX -> regexFault();
            case MENTIONS -> mentionsFault();
        };
        return sought != null ? sought : timeoutFault();
    }

    private @Nullable InvalidField wordsFault() {
        if (mentionLimit != null) {
            return new InvalidField("mentionLimit", "not_allowed", "A rule for keywords has none.");
        }
        if (words.isEmpty() || words.size() > WORDS_LIMIT) {
            return new InvalidField("words", "out_of_range", "Between 1 and " + WORDS_LIMIT + " words are allowed.");
        }
        for (String word : words) {
            InvalidField fault = TextRules.line("words", word, WORD_LENGTH_LIMIT);
            if (fault != null) {
                return fault;
            }
            if (FoldedWords.of(word).isEmpty()) {
                return new InvalidField("words", "no_word", "Each must have a letter, a digit or an emoji.");
            }
        }
        return null;
    }

    private @Nullable InvalidField regexFault() {
        return mentionLimit != null
                ? new InvalidField("mentionLimit", "not_allowed", "A rule for expressions has none.")
                : RegexMatcher.fault(words);
    }

    private @Nullable InvalidField mentionsFault() {
        if (!words.isEmpty()) {
            return new InvalidField("words", "not_allowed", "A rule for mentions has none.");
        }
        return mentionLimit == null || mentionLimit < 1 || mentionLimit > MENTIONS_LIMIT
                ? new InvalidField("mentionLimit", "out_of_range", "It must be 1 to " + MENTIONS_LIMIT + ".")
                : null;
    }

    private @Nullable InvalidField timeoutFault() {
        if (action != AutomodAction.TIMEOUT) {
            return timeoutSeconds == null
                    ? null
                    : new InvalidField("timeoutSeconds", "not_allowed", "Only a rule with this action has a time-out.");
        }
        boolean possible = timeoutSeconds != null
                && timeoutSeconds >= SHORTEST_TIMEOUT_SECONDS
                && timeoutSeconds <= Moderation.TIMEOUT_LIMIT.toSeconds();
        return possible ? null : new InvalidField("timeoutSeconds", "out_of_range", "It must be a minute to 28 days.");
    }
}
