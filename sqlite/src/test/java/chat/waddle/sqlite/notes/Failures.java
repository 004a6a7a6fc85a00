package chat.waddle.sqlite.notes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.sqlite.StorageException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Says which kind of storage failure a call ends in.
public final class Failures {
    private Failures() {}

    public static void assertFails(StorageException.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StorageException.class,
                        e -> org.assertj.core.api.Assertions.assertThat(e.kind())
                                .as(String.valueOf(e.getMessage()))
                                .isEqualTo(kind));
    }
}
