package chat.waddle.server.message;

import chat.waddle.channel.Channel;
import chat.waddle.community.Page;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.message.AddReaction;
import chat.waddle.message.ChangeOutcome;
import chat.waddle.message.Emoji;
import chat.waddle.message.History;
import chat.waddle.message.MessageRefusal;
import chat.waddle.message.Reaction;
import chat.waddle.message.Reactions;
import chat.waddle.message.RemoveReaction;
import chat.waddle.server.http.Cursor;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.ChannelPaths;
import chat.waddle.server.waddle.Visit;
import chat.waddle.shard.WaddleReader;
import chat.waddle.sqlite.command.Command;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reactions to a message: who reacted, add one's own, take it back.
public final class ReactionRoutes {
    private static final int USUAL_PAGE = 50;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());
    private static final String ME = "me";

    private final ChannelPaths paths;

    /// @param paths whether of the channels of waddles or of conversations
    public ReactionRoutes(ChannelPaths paths) {
        this.paths = paths;
    }

    public List<Route> routes() {
        String all = paths.channel() + "/messages/{messageId}/reactions";
        String own = all + "/{emoji}/me";
        return List.of(
                Route.get(
                        all,
                        paths.operation("listReactions"),
                        paths.holding("READ_HISTORY"),
                        RateLimit.READS,
                        this::list),
                Route.put(
                        own,
                        paths.operation("addReaction"),
                        paths.holding("ADD_REACTIONS"),
                        RateLimit.REACTIONS,
                        Limits.NO_BODY,
                        this::add),
                Route.delete(
                        own, paths.operation("removeReaction"), paths.anybody(), RateLimit.REACTIONS, this::remove));
    }

    /// Emoji by emoji, or of one emoji, or of one member.
    private void list(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        MessageId message = message(exchange);
        String emoji = exchange.query("emoji").map(ReactionRoutes::checked).orElse(null);
        Reactions.Place after =
                exchange.query("cursor").map(ReactionRoutes::place).orElse(Reactions.Place.TOP);
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        UserId user = exchange.query("user").map(text -> user(exchange, text)).orElse(null);
        Page<Reaction, Reactions.Place> page = visit.shard().readSnapshot(reader -> {
            checkVisible(reader, visit, channel, message);
            return user == null
                    ? reader.reactions().page(message.value(), emoji, after, limit)
                    : of(reader, message, user, emoji);
        });
        Reactions.Place next = page.next();
        exchange.json(
                200,
                new ItemList<>(
                        page.items().stream().map(ReactionJson::of).toList(),
                        next == null ? null : Cursor.encode(next.ordinal(), next.member())));
    }

    private static Page<Reaction, Reactions.Place> of(
            WaddleReader reader, MessageId message, UserId user, @Nullable String emoji) {
        List<Reaction> own = reader.reactions().by(message.value(), user);
        return new Page<>(
                own.stream()
                        .filter(reaction -> emoji == null || emoji.equals(reaction.emoji()))
                        .toList(),
                null);
    }

    private static void checkVisible(WaddleReader reader, Visit visit, Channel channel, MessageId id)
            throws SQLException {
        History history = visit.history(reader, channel);
        boolean there = history.one(id.value())
                .filter(message -> message.channel() == channel.num() && !history.isDeleted())
                .isPresent();
        if (!there) {
            throw MessageRules.problem(MessageRefusal.NO_SUCH_MESSAGE);
        }
    }

    private static Reactions.Place place(String cursor) {
        long[] parts = Cursor.decode(cursor, 2);
        return new Reactions.Place(
                Math.clamp(parts[0], 0, Integer.MAX_VALUE), Math.clamp(parts[1], 0, Integer.MAX_VALUE));
    }

    private static UserId user(Exchange exchange, String text) {
        return text.equals(ME)
                ? exchange.caller().userId()
                : new UserId(exchange.queryId("user").orElseThrow());
    }

    private void add(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        String emoji = checked(exchange.path("emoji"));
        checkShown(exchange, visit, channel);
        change(exchange, visit, new AddReaction(visit.user(), channel.id(), message(exchange), emoji));
    }

    /// What is hidden from guests is so from its beginning, so it can be asked before the command.
    private static void checkShown(Exchange exchange, Visit visit, Channel channel) {
        if (visit.guest()) {
            MessageId message = message(exchange);
            visit.shard().read(reader -> {
                checkVisible(reader, visit, channel, message);
                return true;
            });
        }
    }

    private void remove(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        String emoji = checked(exchange.path("emoji"));
        change(exchange, visit, new RemoveReaction(visit.user(), channel.id(), message(exchange), emoji));
    }

    private static void change(Exchange exchange, Visit visit, Command<ChangeOutcome> command) {
        switch (visit.shard().submit(command, visit.request(exchange)).result()) {
            case ChangeOutcome.Done _ -> exchange.empty(204);
            case ChangeOutcome.Refused refused -> throw MessageRules.problem(refused.why());
        }
    }

    private static MessageId message(Exchange exchange) {
        return new MessageId(exchange.pathId("messageId"));
    }

    private static String checked(String emoji) {
        if (!Emoji.isUsable(emoji)) {
            throw new Problem.Invalid(
                            "emoji",
                            "not_an_emoji",
                            "An emoji has 1 to " + Emoji.LENGTH_LIMIT + " characters and no spaces.")
                    .asException();
        }
        return emoji;
    }
}
