package chat.waddle.server.http;

import org.jspecify.annotations.Nullable;

/// A field of a PATCH body: left out (keep what is there), or given, perhaps as null (clear it).
///
/// Components of this type are never required.
public sealed interface Change<T> {
    /// The field was left out.
    record Keep<T>() implements Change<T> {}

    /// The field was given; null clears.
    record To<T>(@Nullable T value) implements Change<T> {}

    /// The given value, or the present one where the field was left out.
    default @Nullable T or(@Nullable T present) {
        return switch (this) {
            case Keep<T> _ -> present;
            case To<T> change -> change.value();
        };
    }
}
