package chat.waddle.server.message;

import chat.waddle.channel.Channel;
import chat.waddle.ids.MessageId;
import chat.waddle.message.BulkDelete;
import chat.waddle.message.History;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.FieldChecks;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.ChannelPaths;
import chat.waddle.server.waddle.Visit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Deletes many messages of a channel at once, or tells which would go.
public final class BulkDeleteRoutes {
    private final ChannelPaths paths;

    /// @param paths whether of the channels of waddles or of conversations
    public BulkDeleteRoutes(ChannelPaths paths) {
        this.paths = paths;
    }

    public List<Route> routes() {
        String path = paths.channel() + "/messages/bulk-delete";
        return List.of(Route.post(
                path,
                paths.operation("bulkDeleteMessages"),
                paths.holding("MANAGE_MESSAGES"),
                RateLimit.MODERATION,
                Limits.JSON_BODY_BYTES,
                this::delete));
    }

    private void delete(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        MessageRequests.BulkDeletion body = exchange.body(MessageRequests.BulkDeletion.class);
        new FieldChecks()
                .items("ids", body.ids(), Limits.BULK_IDS)
                .that(body.ids().stream().noneMatch(Objects::isNull), "ids", "required", "Each must be an id.")
                .orThrow();
        List<MessageId> asked = body.ids().stream().distinct().toList();
        boolean dryRun = Boolean.TRUE.equals(body.dryRun());
        List<MessageId> deleted = dryRun ? present(visit, channel, asked) : deleted(exchange, visit, channel, asked);
        List<MessageId> missing =
                asked.stream().filter(id -> !deleted.contains(id)).toList();
        exchange.json(200, new BulkDeletionJson(dryRun, deleted, missing));
    }

    private static List<MessageId> present(Visit visit, Channel channel, List<MessageId> asked) {
        return visit.shard().readSnapshot(reader -> {
            History history = visit.history(reader, channel);
            List<MessageId> present = new ArrayList<>();
            for (MessageId id : asked) {
                boolean there = history.one(id.value())
                        .filter(message -> message.channel() == channel.num() && !history.isDeleted())
                        .isPresent();
                if (there) {
                    present.add(id);
                }
            }
            return present;
        });
    }

    private static List<MessageId> deleted(Exchange exchange, Visit visit, Channel channel, List<MessageId> asked) {
        BulkDelete command = new BulkDelete(visit.user(), channel.id(), asked);
        return switch (visit.shard().submit(command, visit.request(exchange)).result()) {
            case BulkDelete.Deleted deleted -> deleted.messages();
            case BulkDelete.Refused refused -> throw MessageRules.problem(refused.why());
        };
    }
}
