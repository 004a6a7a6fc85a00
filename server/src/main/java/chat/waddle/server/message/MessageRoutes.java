package chat.waddle.server.message;

import chat.waddle.channel.Channel;
import chat.waddle.community.Permission;
import chat.waddle.directory.erasure.LegalHolds;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.message.ChangeOutcome;
import chat.waddle.message.DeleteMessage;
import chat.waddle.message.EditMessage;
import chat.waddle.message.EncodedPage;
import chat.waddle.message.EraseMessage;
import chat.waddle.message.History;
import chat.waddle.message.MessageEdit;
import chat.waddle.message.MessageRefusal;
import chat.waddle.message.MessageRows;
import chat.waddle.message.PostMessage;
import chat.waddle.message.RestoreMessage;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.http.Window;
import chat.waddle.server.waddle.ChannelPaths;
import chat.waddle.server.waddle.Visit;
import chat.waddle.sqlite.command.Command;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Messages of a channel or conversation: post, page through, read, change, delete, restore, erase.
public final class MessageRoutes {
    private static final int USUAL_PAGE = 50;

    private final ChannelPaths paths;
    private final LegalHolds holds;

    /// @param paths whether of the channels of waddles or of conversations
    public MessageRoutes(ChannelPaths paths, LegalHolds holds) {
        this.paths = paths;
        this.holds = holds;
    }

    public List<Route> routes() {
        String all = paths.channel() + "/messages";
        String one = all + "/{messageId}";
        Access reader = paths.holding("READ_HISTORY");
        return List.of(
                Route.post(
                                all,
                                paths.operation("postMessage"),
                                paths.anybody(),
                                RateLimit.MESSAGES,
                                Limits.JSON_BODY_BYTES,
                                this::post)
                        .onHotPath(),
                Route.get(all, paths.operation("listMessages"), reader, RateLimit.READS, this::list)
                        .onHotPath(),
                Route.get(one, paths.operation("getMessage"), reader, RateLimit.READS, this::get)
                        .onHotPath(),
                Route.patch(
                        one,
                        paths.operation("editMessage"),
                        paths.anybody(),
                        RateLimit.MESSAGES,
                        Limits.JSON_BODY_BYTES,
                        this::edit),
                Route.delete(one, paths.operation("deleteMessage"), paths.anybody(), RateLimit.MESSAGES, this::delete),
                Route.post(
                        one + "/restore",
                        paths.operation("restoreMessage"),
                        paths.anybody(),
                        RateLimit.MESSAGES,
                        Limits.NO_BODY,
                        this::restore),
                Route.get(
                        one + "/history",
                        paths.operation("getMessageHistory"),
                        reader,
                        RateLimit.READS,
                        this::history));
    }

    private void post(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        PostMessage command =
                MessageRules.command(visit.user(), channel, exchange.body(MessageRequests.NewMessage.class));
        exchange.later(
                visit.shard()
                        .submitAsync(command, visit.request(exchange))
                        .thenCompose(committed -> posted(visit, channel, committed.result())),
                posted -> exchange.bytes(posted.status(), posted.message(), 0, posted.message().length));
    }

    /// The answer to a post: a message made now, or the one an earlier try has made.
    private record Posted(int status, byte[] message) {}

    private static CompletableFuture<Posted> posted(Visit visit, Channel channel, PostMessage.Outcome outcome) {
        return switch (outcome) {
            case PostMessage.Posted made -> CompletableFuture.completedFuture(new Posted(201, made.encoded()));
            case PostMessage.AlreadyPosted already ->
                find(visit, channel, already.id(), true).thenApply(message -> new Posted(200, message));
            case PostMessage.Refused refused -> throw MessageRules.problem(refused.why());
            case PostMessage.SlowedDown slowed ->
                throw new Problem.TooManyRequests(
                                "slow_mode",
                                "This channel is in slow mode.",
                                Duration.ofMillis(slowed.retryAfterMillis()))
                        .asException();
        };
    }

    private void list(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        exchange.later(
                page(visit, channel, exchange.window(USUAL_PAGE, History.PAGE_LIMIT)),
                page -> Pages.send(exchange, page));
    }

    private static CompletableFuture<EncodedPage> page(Visit visit, Channel channel, Window window) {
        History.Of of = new History.Of.OfChannel(channel.num());
        return switch (window) {
            case Window.Latest(int limit) -> visit.newest(channel, limit);
            case Window.Before(long id, int limit) ->
                visit.shard().readAsync(reader -> visit.history(reader, channel).before(of, id, limit));
            case Window.After(long id, int limit) ->
                visit.shard().readAsync(reader -> visit.history(reader, channel).after(of, id, limit));
            case Window.Around(long id, int limit) ->
                visit.shard()
                        .readSnapshotAsync(
                                reader -> visit.history(reader, channel).around(of, id, limit));
        };
    }

    private void get(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        MessageId id = new MessageId(exchange.pathId("messageId"));
        exchange.later(find(visit, channel, id, false), message -> send(exchange, message));
    }

    /// @param deletedToo a retried create gets its first result even when that was deleted meanwhile
    private static CompletableFuture<byte[]> find(Visit visit, Channel channel, MessageId id, boolean deletedToo) {
        return visit.shard().readAsync(reader -> {
            History history = deletedToo ? reader.history() : visit.history(reader, channel);
            return history.one(id.value())
                    .filter(message -> message.channel() == channel.num())
                    .filter(message -> deletedToo || !history.isDeleted())
                    .map(MessageRows.Encoded::bytes)
                    .orElseThrow(() -> MessageRules.problem(MessageRefusal.NO_SUCH_MESSAGE));
        });
    }

    private static void send(Exchange exchange, byte[] message) throws IOException {
        exchange.bytes(200, message, 0, message.length);
    }

    private void edit(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        MessageId id = new MessageId(exchange.pathId("messageId"));
        String content = exchange.body(MessageRequests.ChangedMessage.class).content();
        MessageRules.checkText(content);
        send(exchange, change(exchange, visit, new EditMessage(visit.user(), channel.id(), id, content)));
    }

    /// With `?erase=true` for good, else until the undo window is over; a legal hold lets nothing go for good.
    private void delete(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        MessageId id = new MessageId(exchange.pathId("messageId"));
        boolean erase = exchange.flag("erase") && !held(visit, id);
        change(
                exchange,
                visit,
                erase
                        ? new EraseMessage(visit.user(), channel.id(), id)
                        : new DeleteMessage(visit.user(), channel.id(), id));
        exchange.empty(204);
    }

    /// Whether a legal hold keeps the message: one on its author or on the waddle. It is hidden then instead of erased.
    private boolean held(Visit visit, MessageId id) {
        if (holds.find(visit.waddle().value()).isPresent()) {
            return true;
        }
        List<UserId> users = holds.users();
        return !users.isEmpty()
                && visit.shard().read(reader -> {
                    History history = reader.history();
                    return history.one(id.value()).isPresent() && users.contains(new UserId(history.authorOfLast()));
                });
    }

    private void restore(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        MessageId id = new MessageId(exchange.pathId("messageId"));
        send(exchange, change(exchange, visit, new RestoreMessage(visit.user(), channel.id(), id)));
    }

    private static byte[] change(Exchange exchange, Visit visit, Command<ChangeOutcome> command) {
        return switch (visit.shard().submit(command, visit.request(exchange)).result()) {
            case ChangeOutcome.Done done -> done.encoded();
            case ChangeOutcome.Refused refused -> throw MessageRules.problem(refused.why());
        };
    }

    /// What a message said before: for its author, and for who may read edits.
    private void history(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        Channel channel = visit.channel(exchange);
        MessageId id = new MessageId(exchange.pathId("messageId"));
        Optional<Edited> found = visit.shard().read(reader -> {
            History history = visit.history(reader, channel);
            return history.one(id.value())
                    .filter(message -> message.channel() == channel.num() && !history.isDeleted())
                    .map(message -> new Edited(history.authorOfLast(), reader.edits(id.value())));
        });
        Edited message = found.orElseThrow(() -> MessageRules.problem(MessageRefusal.NO_SUCH_MESSAGE));
        if (message.author() != visit.user().value() && !visit.may(channel, Permission.READ_EDIT_HISTORY)) {
            throw MessageRules.problem(MessageRefusal.NOT_ALLOWED);
        }
        exchange.json(200, MessageVersions.of(message.edits()));
    }

    /// A message's author and what it said before.
    private record Edited(long author, List<MessageEdit> edits) {}
}
