package chat.waddle.server.voice;

import chat.waddle.channel.Channel;
import chat.waddle.community.Page;
import chat.waddle.ids.VoiceSessionId;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Change;
import chat.waddle.server.http.Cursor;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.Visit;
import chat.waddle.voice.StartVoiceSession;
import chat.waddle.voice.UpdateVoiceSession;
import chat.waddle.voice.VoiceSession;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/// Sessions in voice channels: list, begin, tell of one.
public final class VoiceRoutes {
    private static final String ALL = "/waddles/{waddleId}/channels/{channelId}/voice-sessions";
    private static final String ONE = ALL + "/{voiceSessionId}";
    private static final int USUAL_PAGE = 50;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    public List<Route> routes() {
        Access host = Access.inChannel("START_VOICE");
        Limits body = Limits.JSON_BODY_BYTES;
        return List.of(
                Route.get(ALL, "listVoiceSessions", Access.inChannel("READ_HISTORY"), RateLimit.READS, this::list),
                Route.post(ALL, "startVoiceSession", host, RateLimit.WRITES, body, this::start),
                Route.patch(ONE, "updateVoiceSession", host, RateLimit.WRITES, body, this::update));
    }

    /// Newest first; those before the member's stay only where earlier history may be read.
    private void list(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        long before =
                exchange.query("cursor").map(text -> Cursor.decode(text, 1)[0]).orElse(Long.MAX_VALUE);
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        long from = visit.historyFrom(channel);
        Page<VoiceSession, Long> page =
                visit.shard().read(reader -> reader.voiceSessions().page(channel, before, from, limit));
        List<VoiceSessionJson> items =
                page.items().stream().map(VoiceSessionJson::of).toList();
        Long next = page.next();
        exchange.json(200, new ItemList<>(items, next == null ? null : Cursor.encode(next)));
    }

    private void start(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        VoiceRequests.NewSession body = exchange.body(VoiceRequests.NewSession.class);
        StartVoiceSession command = new StartVoiceSession(visit.user(), channel.id(), body.rtkSessionId());
        exchange.json(201, VoiceSessionJson.of(visit.carryOut(exchange, command)));
    }

    private void update(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        VoiceRequests.PatchSession body = exchange.body(VoiceRequests.PatchSession.class);
        String url = body.recordingUrl() instanceof Change.To<String>(var given)
                ? Objects.requireNonNullElse(given, "")
                : null;
        UpdateVoiceSession command = new UpdateVoiceSession(
                visit.user(),
                channel.id(),
                new VoiceSessionId(exchange.pathId("voiceSessionId")),
                body.participants(),
                Boolean.TRUE.equals(body.ended()),
                url);
        exchange.json(200, VoiceSessionJson.of(visit.carryOut(exchange, command)));
    }
}
