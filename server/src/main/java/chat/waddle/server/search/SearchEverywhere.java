package chat.waddle.server.search;

import chat.waddle.community.Permission;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.search.SearchHits;
import chat.waddle.search.SearchQuery;
import chat.waddle.search.SearchScope;
import chat.waddle.server.waddle.Visit;
import chat.waddle.server.waddle.WaddleGate;
import chat.waddle.shard.NoSuchWaddleException;
import chat.waddle.sqlite.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Searches many waddles at once for one person, and puts their newest hits into one order.
///
/// Each waddle is asked as [SearchRoutes] asks it, by the person's own rights there. A few are asked at a time, and
/// whoever has not answered in time, or cannot, is told as missing. Thread-safe; blocks.
final class SearchEverywhere {
    private static final Logger LOG = LoggerFactory.getLogger(SearchEverywhere.class);
    private static final int AT_ONCE = 8;
    private static final SearchHits NOTHING = new SearchHits(List.of(), false);

    private final WaddleGate gate;
    private final SearchNames names;
    private final Duration patience;

    /// @param patience how long the waddles have together
    SearchEverywhere(WaddleGate gate, SearchNames names, Duration patience) {
        this.gate = gate;
        this.names = names;
        this.patience = patience;
    }

    /// A place in the order of all hits: newest first, and by waddle where two have the same id.
    record Place(long message, long waddle) implements Comparable<Place> {
        static final Place TOP = new Place(Long.MAX_VALUE, Long.MAX_VALUE);
        private static final Comparator<Place> NEWEST_FIRST = Comparator.comparingLong(Place::message)
                .thenComparingLong(Place::waddle)
                .reversed();

        @Override
        public int compareTo(Place other) {
            return NEWEST_FIRST.compare(this, other);
        }

        /// The id that hits of a waddle must be older than to stand behind this place.
        long boundIn(WaddleId of) {
            return of.value() < waddle && message != Long.MAX_VALUE ? message + 1 : message;
        }
    }

    /// A hit and where it was found.
    record Found(WaddleId waddle, SearchHits.Hit hit) {
        Place place() {
            return new Place(hit.id(), waddle.value());
        }
    }

    /// A page of hits.
    ///
    /// @param more true when further hits may follow
    /// @param missing the waddles that did not answer: what they have is not in it
    record Page(List<Found> hits, boolean more, List<WaddleId> missing) {}

    Page search(UserId user, SearchQuery query, List<WaddleId> waddles, Place after, int limit) {
        Map<WaddleId, SearchHits> answers = new ConcurrentHashMap<>();
        Queue<WaddleId> waiting = new ConcurrentLinkedQueue<>(waddles);
        long deadline = System.nanoTime() + patience.toNanos();
        Runnable asking = () -> {
            for (WaddleId next = waiting.poll(); next != null && isBefore(deadline); next = waiting.poll()) {
                WaddleId waddle = next;
                ask(user, query, waddle, after.boundIn(waddle), limit).ifPresent(hits -> answers.put(waddle, hits));
            }
        };
        CompletableFuture<?>[] askers = Stream.generate(
                        () -> CompletableFuture.runAsync(asking, Thread::startVirtualThread))
                .limit(Math.min(AT_ONCE, waddles.size()))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(askers)
                .completeOnTimeout(null, patience.toNanos(), TimeUnit.NANOSECONDS)
                .join();
        return merged(waddles, Map.copyOf(answers), limit);
    }

    private static boolean isBefore(long deadline) {
        return System.nanoTime() - deadline < 0;
    }

    /// What one waddle has, nothing where the person may not search; empty where it cannot be asked now.
    private Optional<SearchHits> ask(UserId user, SearchQuery query, WaddleId waddle, long before, int limit) {
        try {
            return Optional.of(gate.visit(waddle, user)
                    .filter(visit -> visit.may(Permission.SEARCH))
                    .map(visit -> hits(visit, query, before, limit))
                    .orElse(NOTHING));
        } catch (NoSuchWaddleException _) {
            return Optional.of(NOTHING); // deleted a moment ago
        } catch (StorageException e) {
            LOG.atDebug().setCause(e).addKeyValue("waddle", waddle).log("A waddle cannot be searched now");
            return Optional.empty();
        }
    }

    private SearchHits hits(Visit visit, SearchQuery query, long before, int limit) {
        SearchScope scope = names.scope(visit, query, null);
        return visit.shard().read(reader -> reader.search().newest(query, scope, before, limit));
    }

    private static Page merged(List<WaddleId> waddles, Map<WaddleId, SearchHits> answers, int limit) {
        List<Found> all = new ArrayList<>();
        answers.forEach((waddle, hits) -> hits.hits().forEach(hit -> all.add(new Found(waddle, hit))));
        all.sort(Comparator.comparing(Found::place));
        boolean more = all.size() > limit || answers.values().stream().anyMatch(SearchHits::more);
        List<WaddleId> missing =
                waddles.stream().filter(waddle -> !answers.containsKey(waddle)).toList();
        return new Page(all.size() > limit ? List.copyOf(all.subList(0, limit)) : List.copyOf(all), more, missing);
    }
}
