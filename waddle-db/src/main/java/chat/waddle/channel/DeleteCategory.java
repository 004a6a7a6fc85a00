package chat.waddle.channel;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.CategoryId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Removes a category; its channels stay, without one.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_CATEGORY.
public record DeleteCategory(UserId actor, CategoryId category) implements Command<CommunityOutcome<Category>> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
