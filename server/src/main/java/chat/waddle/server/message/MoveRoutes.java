package chat.waddle.server.message;

import chat.waddle.channel.Channel;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.ThreadId;
import chat.waddle.message.MoveMessages;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Change;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.FieldChecks;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.Visit;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Moves messages between the threads of a channel, or tells which would be moved.
public final class MoveRoutes {
    private static final String PATH = "/waddles/{waddleId}/channels/{channelId}/messages/move";

    public List<Route> routes() {
        return List.of(Route.post(
                PATH,
                "moveMessages",
                Access.inChannel("MANAGE_THREADS"),
                RateLimit.MODERATION,
                Limits.JSON_BODY_BYTES,
                this::move));
    }

    private void move(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        MessageRequests.Move body = exchange.body(MessageRequests.Move.class);
        new FieldChecks()
                .items("ids", body.ids(), Limits.BULK_IDS)
                .that(body.ids().stream().noneMatch(Objects::isNull), "ids", "required", "Each must be an id.")
                .that(body.threadId() instanceof Change.To, "threadId", "required", "A thread's id, or null for none.")
                .orThrow();
        @Nullable ThreadId thread = body.threadId().or(null);
        boolean dryRun = Boolean.TRUE.equals(body.dryRun());
        List<MessageId> asked = body.ids().stream().distinct().toList();
        MoveMessages command = new MoveMessages(visit.user(), channel.id(), asked, thread, dryRun);
        List<MessageId> moved =
                switch (visit.shard().submit(command, visit.request(exchange)).result()) {
                    case MoveMessages.Moved done -> done.messages();
                    case MoveMessages.Refused refused -> throw MessageRules.problem(refused.why());
                };
        List<MessageId> unmoved =
                asked.stream().filter(id -> !moved.contains(id)).toList();
        exchange.json(200, new MoveJson(dryRun, moved, unmoved));
    }
}
