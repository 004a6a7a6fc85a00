package chat.waddle.automod;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.AutomodRuleId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Removes a rule.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_AUTOMOD_RULE.
public record DeleteAutomodRule(UserId actor, AutomodRuleId rule) implements Command<CommunityOutcome<AutomodRule>> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
