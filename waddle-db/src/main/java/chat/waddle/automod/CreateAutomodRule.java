package chat.waddle.automod;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a rule; takes MANAGE_AUTOMOD. Its parts are those of [AutomodRule].
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, AUTOMOD_LIMIT_REACHED.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreateAutomodRule(
        UserId actor,
        String name,
        AutomodKind kind,
        List<String> words,
        @Nullable Integer mentionLimit,
        AutomodAction action,
        @Nullable Integer timeoutSeconds,
        boolean enabled)
        implements Command<CommunityOutcome<AutomodRule>> {}
