package chat.waddle.community;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Ends the stays of members without roles who have neither joined nor written for so many days; they may join again.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, ABOVE_ACTOR.
///
/// @param days 1 to [Moderation#PRUNE_DAYS_LIMIT]
/// @param after only members with greater small numbers; 0 to begin
/// @param limit how many at most
/// @param reason at most [Moderation#REASON_LIMIT] characters
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PruneMembers(
        UserId actor,
        int days,
        int after,
        int limit,
        @Nullable String reason) implements Command<CommunityOutcome<PruneMembers.Pruned>> {
    /// @param members how many stays were ended
    /// @param last the small number of the last one, to go on from; fewer than the limit means that none is left
    public record Pruned(int members, int last) {}

    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
