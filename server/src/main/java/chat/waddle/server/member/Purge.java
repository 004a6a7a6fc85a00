package chat.waddle.server.member;

import chat.waddle.channel.Channel;
import chat.waddle.community.Member;
import chat.waddle.community.Permission;
import chat.waddle.ids.IdClock;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.message.AuthorMessages;
import chat.waddle.message.ChangeOutcome;
import chat.waddle.message.DeleteMessage;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.waddle.Visit;
import chat.waddle.sqlite.Waiters;
import chat.waddle.sqlite.command.Committed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The deletion of what somebody wrote lately, in every channel where the visitor may delete.
///
/// Each message is deleted by a command of its own, so that each can be restored like any other; they are sent in
/// chunks, each of which shares its commits.
final class Purge {
    private static final int CHUNK = 100;

    private final Visit visit;
    private final UserId author;
    private final Duration window;

    /// @param window how far back
    Purge(Visit visit, UserId author, Duration window) {
        this.visit = visit;
        this.author = author;
        this.window = window;
    }

    /// How many messages would be deleted now.
    int count() {
        int number = number().orElse(0);
        List<AuthorMessages.Count> counts =
                visit.shard().read(reader -> reader.authorMessages().countAfter(number, before()));
        return counts.stream()
                .filter(count -> deletable(count.channel()) != null)
                .mapToInt(AuthorMessages.Count::messages)
                .sum();
    }

    /// The small number of the author, or nothing for who never was here.
    private Optional<Integer> number() {
        return visit.shard().read(reader -> reader.members().find(author).map(Member::num));
    }

    private long before() {
        return IdClock.firstAt(visit.nowMillis() - window.toMillis()) - 1;
    }

    private @Nullable Channel deletable(int num) {
        Channel channel = visit.shard().channels().byNum(num);
        boolean may = channel != null && visit.maySee(channel) && visit.may(channel, Permission.MANAGE_MESSAGES);
        return may ? channel : null;
    }

    /// Deletes them all and answers how many they were.
    int carryOut(Exchange exchange) {
        int number = number().orElse(0);
        if (number == 0 || window.isZero()) {
            return 0;
        }
        int deleted = 0;
        long last = before();
        while (true) {
            long from = last;
            List<AuthorMessages.Place> chunk =
                    visit.shard().read(reader -> reader.authorMessages().after(number, from, CHUNK));
            if (chunk.isEmpty()) {
                return deleted;
            }
            deleted += delete(exchange, chunk);
            last = chunk.getLast().id();
        }
    }

    private int delete(Exchange exchange, List<AuthorMessages.Place> chunk) {
        List<CompletableFuture<Committed<ChangeOutcome>>> answers = chunk.stream()
                .map(place -> deletion(place))
                .flatMap(Optional::stream)
                .map(command -> visit.shard().submitAsync(command, visit.request(exchange)))
                .toList();
        return (int) answers.stream()
                .filter(answer -> Waiters.await(answer).result() instanceof ChangeOutcome.Done)
                .count();
    }

    private Optional<DeleteMessage> deletion(AuthorMessages.Place place) {
        Channel channel = deletable(place.channel());
        return channel == null
                ? Optional.empty()
                : Optional.of(new DeleteMessage(visit.user(), channel.id(), new MessageId(place.id())));
    }
}
