package chat.waddle.automod;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.AutomodRuleId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes parts of a rule: null leaves a part as it is. With another action than a time-out its length goes.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_AUTOMOD_RULE.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpdateAutomodRule(
        UserId actor,
        AutomodRuleId rule,
        @Nullable String name,
        @Nullable List<String> words,
        @Nullable Integer mentionLimit,
        @Nullable AutomodAction action,
        @Nullable Integer timeoutSeconds,
        @Nullable Boolean enabled)
        implements Command<CommunityOutcome<AutomodRule>> {}
