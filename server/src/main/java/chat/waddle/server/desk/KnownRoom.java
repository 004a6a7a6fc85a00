package chat.waddle.server.desk;

import chat.waddle.channel.Channel;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.desk.SupportRoom;
import chat.waddle.ids.ChannelId;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.waddle.CommunityProblems;
import chat.waddle.server.waddle.Visit;
import java.util.Optional;

/// The room of the support desk that a request is about; nobody else learns that it exists.
record KnownRoom(Visit visit, Channel channel, SupportRoom room) {
    /// @throws chat.waddle.server.http.ProblemException NotFound when there is none, or none this member may know of
    static KnownRoom of(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        ChannelId id = id(exchange);
        Optional<KnownRoom> found = visit.shard()
                .read(reader -> reader.supportRooms()
                        .find(id)
                        .flatMap(room -> Optional.ofNullable(reader.channels().byId(id))
                                .map(channel -> new KnownRoom(visit, channel, room))));
        return found.filter(known -> known.room().isKnownTo(visit.access(), known.channel(), visit.nowMillis()))
                .orElseThrow(() -> CommunityProblems.of(CommunityRefusal.NO_SUCH_ROOM));
    }

    static ChannelId id(Exchange exchange) {
        return new ChannelId(exchange.pathId("roomId"));
    }
}
