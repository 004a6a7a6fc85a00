package chat.waddle.server.automod;

import chat.waddle.automod.AutomodRule;
import chat.waddle.ids.AutomodRuleId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An automatic moderation rule.
record AutomodRuleJson(
        AutomodRuleId id,
        String name,
        String kind,
        List<String> words,
        @Nullable Integer mentionLimit,
        String action,
        @Nullable Integer timeoutSeconds,
        boolean enabled) {
    static AutomodRuleJson of(AutomodRule rule) {
        return new AutomodRuleJson(
                rule.id(),
                rule.name(),
                rule.kind().code(),
                rule.words(),
                rule.mentionLimit(),
                rule.action().code(),
                rule.timeoutSeconds(),
                rule.enabled());
    }
}
