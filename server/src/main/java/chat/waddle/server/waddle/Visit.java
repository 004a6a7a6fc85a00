package chat.waddle.server.waddle;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelList;
import chat.waddle.community.Access;
import chat.waddle.community.AuditAction;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.Permission;
import chat.waddle.desk.RecordMonitoring;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.message.EncodedPage;
import chat.waddle.message.History;
import chat.waddle.server.http.Access.Member;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Ids;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.ProblemException;
import chat.waddle.shard.Shard;
import chat.waddle.shard.WaddleReader;
import chat.waddle.sqlite.command.Command;
import chat.waddle.sqlite.command.Request;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A member's request to a waddle: which one, its open shard, and what the member may do there. Or a participant's to a
/// conversation, with the shard where that stands.
///
/// What is hidden from guests they never see. Attached to the exchange by a gate before the handler of a member's or
/// participant's route runs.
///
/// @param conversation what the request is about, or null for a request to a waddle
public record Visit(
        WaddleId waddle,
        Shard shard,
        Access access,
        boolean guest,
        long nowMillis,
        @Nullable Channel conversation) {
    /// A request to a waddle.
    public Visit(WaddleId waddle, Shard shard, Access access, boolean guest, long nowMillis) {
        this(waddle, shard, access, guest, nowMillis, null);
    }

    /// A request to a file of conversations. Nothing there is hidden from guests: no robot answers.
    public static Visit toConversations(
            WaddleId file, Shard shard, Access access, long nowMillis, @Nullable Channel conversation) {
        return new Visit(file, shard, access, false, nowMillis, conversation);
    }

    /// The visit of an exchange whose route is for members.
    public static Visit of(Exchange exchange) {
        return exchange.attached(Visit.class);
    }

    public UserId user() {
        return access.user();
    }

    /// Who asks for a command within this request.
    public Request request(Exchange exchange) {
        return new Request(access.user().value(), exchange.requestNumber());
    }

    /// Carries out a command about members, roles, channels or threads; a refusal ends the request.
    public <T> T carryOut(Exchange exchange, Command<CommunityOutcome<T>> command) {
        return CommunityProblems.valueOf(
                shard.submit(command, request(exchange)).result());
    }

    public boolean may(Permission permission) {
        return access.may(permission, nowMillis);
    }

    /// True when the member may do this in that channel, as its overwrites have it.
    public boolean may(Channel channel, Permission permission) {
        return channel.permits(access, permission, nowMillis);
    }

    /// The least id of a message that the member may read in that channel.
    public long historyFrom(Channel channel) {
        return channel.historyFrom(access);
    }

    /// What the member may read of that channel's history.
    public History history(WaddleReader reader, Channel channel) {
        History history = reader.history().from(historyFrom(channel));
        return guest ? history.forGuests() : history;
    }

    /// The newest messages of a channel, as far as the member may read them.
    public CompletableFuture<EncodedPage> newest(Channel channel, int limit) {
        History.Of of = new History.Of.OfChannel(channel.num());
        if (historyFrom(channel) != Long.MIN_VALUE) {
            return shard.readAsync(reader -> history(reader, channel).newest(of, limit));
        }
        return CompletableFuture.completedFuture(
                guest ? shard.newestForGuests(channel.num(), limit) : shard.newest(channel.num(), limit));
    }

    public boolean maySee(Channel channel) {
        return channel.visibleTo(access, nowMillis);
    }

    /// @throws chat.waddle.server.http.ProblemException Forbidden for whom the permission is not given
    public void require(Permission permission) {
        if (!may(permission)) {
            throw missing(permission);
        }
    }

    /// @throws chat.waddle.server.http.ProblemException Forbidden for whom the permission is given in no channel
    public void requireSomewhere(Permission permission) {
        if (!shard.channels().permitsSomewhere(access, permission, nowMillis)) {
            throw missing(permission);
        }
    }

    private ProblemException missing(Permission permission) {
        if (access.inTimeout(nowMillis)) {
            return CommunityProblems.inTimeout().asException();
        }
        return new Problem.Forbidden("missing_permission", "You need the permission " + permission.key() + " for this.")
                .asException();
    }

    /// Refuses who does not hold in this channel what the route asks for.
    ///
    /// @throws chat.waddle.server.http.ProblemException Forbidden for whom the permission is not given there
    public void enter(Exchange exchange, Channel channel) {
        if (exchange.route().access() instanceof Member(String name, boolean inChannel) && inChannel) {
            require(channel, Permission.valueOf(name));
        }
    }

    /// Refuses who does not hold this in that channel.
    ///
    /// @throws chat.waddle.server.http.ProblemException Forbidden for whom the permission is not given there
    public void require(Channel channel, Permission permission) {
        if (!may(channel, permission)) {
            throw missing(permission);
        }
    }

    /// The channel that the path parameter `channelId` names, by id or by name; or the conversation that is visited.
    ///
    /// @throws chat.waddle.server.http.ProblemException NotFound when there is none, or none this member may see;
    /// Forbidden when the member lacks there what the route asks for
    public Channel channel(Exchange exchange) {
        return conversation != null ? conversation : channel(exchange, "channelId");
    }

    /// The same for another path parameter. Who reads in a room without taking part stands in the audit log.
    public Channel channel(Exchange exchange, String parameter) {
        Channel channel = find(exchange.path(parameter));
        if (channel == null || !maySee(channel)) {
            throw new Problem.NotFound("no_such_channel", "There is no such channel here.").asException();
        }
        enter(exchange, channel);
        recordMonitoring(exchange, channel);
        return channel;
    }

    /// Writes down that somebody looks into a room without taking part; once an hour for each of them and each room.
    public void recordMonitoring(Exchange exchange, Channel channel) {
        if (channel.isRoom() && !channel.concerns(access)) {
            var _ = carryOut(exchange, new RecordMonitoring(user(), channel.id(), AuditAction.ROOM_MONITOR));
        }
    }

    private @Nullable Channel find(String text) {
        ChannelList channels = shard.channels();
        Channel named = channels.byName(text);
        if (named != null) {
            return named;
        }
        try {
            return channels.byId(new ChannelId(Ids.parse(text)));
        } catch (NumberFormatException _) {
            return null; // neither a name nor an id
        }
    }
}
