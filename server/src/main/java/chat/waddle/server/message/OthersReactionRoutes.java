package chat.waddle.server.message;

import chat.waddle.channel.Channel;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.message.ChangeOutcome;
import chat.waddle.message.Emoji;
import chat.waddle.message.RemoveReactions;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.Visit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes reactions of others off a message, for moderators: all with one emoji, or somebody's.
public final class OthersReactionRoutes {
    private static final String OF_EMOJI =
            "/waddles/{waddleId}/channels/{channelId}/messages/{messageId}/reactions/{emoji}";

    public List<Route> routes() {
        Access manager = Access.inChannel("MANAGE_MESSAGES");
        return List.of(
                Route.delete(OF_EMOJI, "removeReactions", manager, RateLimit.REACTIONS, this::removeAll),
                Route.delete(
                        OF_EMOJI + "/{userId}",
                        "removeReactionOfMember",
                        manager,
                        RateLimit.REACTIONS,
                        this::removeOf));
    }

    private void removeAll(Exchange exchange) {
        remove(exchange, null);
    }

    private void removeOf(Exchange exchange) {
        remove(exchange, new UserId(exchange.pathId("userId")));
    }

    private static void remove(Exchange exchange, @Nullable UserId user) {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        MessageId message = new MessageId(exchange.pathId("messageId"));
        String emoji = exchange.path("emoji");
        if (!Emoji.isUsable(emoji)) {
            throw new Problem.Invalid("emoji", "not_an_emoji", "This is no emoji.").asException();
        }
        RemoveReactions command = new RemoveReactions(visit.user(), channel.id(), message, emoji, user);
        switch (visit.shard().submit(command, visit.request(exchange)).result()) {
            case ChangeOutcome.Done _ -> exchange.empty(204);
            case ChangeOutcome.Refused refused -> throw MessageRules.problem(refused.why());
        }
    }
}
