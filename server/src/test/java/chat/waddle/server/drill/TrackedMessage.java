package chat.waddle.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of one message without looking: the states it may be in. Used by one thread at a time.
///
/// One state where every request was answered, more where the outcome of one is unknown.
final class TrackedMessage {
    /// What a file says of a message.
    sealed interface State {
        record Absent() implements State {}

        record Present(String text, boolean deleted) implements State {}
    }

    private final String key;
    private final @Nullable String clientId;
    private final String firstText;
    private final Set<State> possible = new HashSet<>(Set.of(new State.Absent()));
    private long id;

    TrackedMessage(String key, @Nullable String clientId, String firstText) {
        this.key = key;
        this.clientId = clientId;
        this.firstText = firstText;
    }

    String key() {
        return key;
    }

    @Nullable
    String clientId() {
        return clientId;
    }

    String firstText() {
        return firstText;
    }

    long id() {
        return id;
    }

    void hasId(long known) {
        assertThat(id == 0 || id == known).as("one id: %d and %d", id, known).isTrue();
        id = known;
    }

    /// Something was sent that, if it happens, leads here.
    void mayBecome(State state) {
        possible.add(state);
    }

    /// It did happen, or it is known that the message is so.
    void is(State state) {
        possible.clear();
        possible.add(state);
    }

    boolean isCertain() {
        return possible.size() == 1;
    }

    /// The one state it is in; only where that is certain.
    State state() {
        assertThat(possible).hasSize(1);
        return possible.iterator().next();
    }

    /// The file says what it is; that must be one of what it may be.
    void found(ShardCopy.@Nullable Row row) {
        State state = row == null ? new State.Absent() : new State.Present(row.content(), row.deleted());
        assertThat(possible).as("states of %s, id %d", key, id).contains(state);
        if (row != null) {
            hasId(row.id());
        }
        is(state);
    }
}
