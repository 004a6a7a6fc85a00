package chat.waddle.server.message;

import chat.waddle.channel.Channel;
import chat.waddle.ids.MessageId;
import chat.waddle.message.ByteSink;
import chat.waddle.message.ChangeOutcome;
import chat.waddle.message.History;
import chat.waddle.message.MessageRows;
import chat.waddle.message.Pin;
import chat.waddle.message.PinMessage;
import chat.waddle.message.UnpinMessage;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.JsonText;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.ChannelPaths;
import chat.waddle.server.waddle.Visit;
import chat.waddle.shard.WaddleReader;
import chat.waddle.sqlite.command.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Pinned messages of a channel: list, pin, take the pin off.
public final class PinRoutes {
    private static final byte[] BEGIN = ascii("{\"items\":[");
    private static final byte[] MESSAGE = ascii("{\"message\":");
    private static final byte[] PINNED_BY = ascii(",\"pinnedBy\":\"");
    private static final byte[] PINNED_AT = ascii("\",\"pinnedAt\":\"");
    private static final byte[] END_OF_PIN = ascii("\"}");
    private static final byte[] END = ascii("],\"next\":null}");

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private final ChannelPaths paths;

    /// @param paths whether of the channels of waddles or of conversations
    public PinRoutes(ChannelPaths paths) {
        this.paths = paths;
    }

    public List<Route> routes() {
        String one = paths.channel() + "/messages/{messageId}/pin";
        String all = paths.channel() + "/pins";
        Access pinner = paths.holding("PIN_MESSAGES");
        return List.of(
                Route.get(all, paths.operation("listPins"), paths.holding("READ_HISTORY"), RateLimit.READS, this::list),
                Route.put(one, paths.operation("pinMessage"), pinner, RateLimit.WRITES, Limits.NO_BODY, this::pin),
                Route.delete(one, paths.operation("unpinMessage"), pinner, RateLimit.WRITES, this::unpin));
    }

    private void list(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        ByteSink body = visit.shard().readSnapshot(reader -> encoded(reader, visit, channel));
        exchange.bytes(200, body.array(), 0, body.length());
    }

    private static ByteSink encoded(WaddleReader reader, Visit visit, Channel channel) throws SQLException {
        ByteSink body = new ByteSink(4096).put(BEGIN);
        History history = visit.history(reader, channel);
        boolean first = true;
        for (Pin pin : reader.pins().of(channel.num())) {
            Optional<MessageRows.Encoded> message = history.one(pin.message());
            if (message.isEmpty()) {
                continue;
            }
            if (!first) {
                body.put((byte) ',');
            }
            first = false;
            body.put(MESSAGE).put(message.get().bytes());
            body.put(PINNED_BY).number(pin.pinnedBy().value());
            JsonText.time(pin.pinnedAt().toEpochMilli(), body.put(PINNED_AT));
            body.put(END_OF_PIN);
        }
        return body.put(END);
    }

    private void pin(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        change(exchange, visit, new PinMessage(visit.user(), channel.id(), message(exchange)));
    }

    private void unpin(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        change(exchange, visit, new UnpinMessage(visit.user(), channel.id(), message(exchange)));
    }

    private static MessageId message(Exchange exchange) {
        return new MessageId(exchange.pathId("messageId"));
    }

    private static void change(Exchange exchange, Visit visit, Command<ChangeOutcome> command) {
        switch (visit.shard().submit(command, visit.request(exchange)).result()) {
            case ChangeOutcome.Done _ -> exchange.empty(204);
            case ChangeOutcome.Refused refused -> throw MessageRules.problem(refused.why());
        }
    }
}
