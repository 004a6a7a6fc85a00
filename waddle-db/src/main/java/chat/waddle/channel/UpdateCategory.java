package chat.waddle.channel;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.CategoryId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Changes parts of a category: null leaves a part as it is.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_CATEGORY.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpdateCategory(
        UserId actor,
        CategoryId category,
        @Nullable String name,
        @Nullable Integer position,
        @Nullable Boolean collapsedByDefault)
        implements Command<CommunityOutcome<Category>> {}
