package chat.waddle.channel;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Makes a category and puts it after all others.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, CATEGORY_LIMIT_REACHED.
///
/// @param name 1 to 100 characters
public record CreateCategory(UserId actor, String name, boolean collapsedByDefault)
        implements Command<CommunityOutcome<Category>> {}
