package chat.waddle.server.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Gathers every broken rule of one request, so that the client learns all of them at once. Not thread-safe.
public final class FieldChecks {
    private final List<FieldError> errors = new ArrayList<>();

    /// The text's length in code points must lie within the limit; null passes (see `@Nullable` on the wire record).
    public FieldChecks text(String field, @Nullable String value, Limits limit) {
        if (value == null) {
            return this;
        }
        return size(field, value.codePointCount(0, value.length()), limit, "characters");
    }

    /// The number of items must lie within the limit; null passes.
    public FieldChecks items(String field, @Nullable Collection<?> value, Limits limit) {
        if (value == null) {
            return this;
        }
        return that(value.stream().allMatch(Objects::nonNull), field, "required", "No item may be null.")
                .size(field, value.size(), limit, "items");
    }

    /// A number that must lie within the limit; null passes.
    public FieldChecks number(String field, @Nullable Number value, Limits limit) {
        if (value == null || limit.allows(value.longValue())) {
            return this;
        }
        errors.add(new FieldError(
                field,
                "out_of_range",
                "Between " + limit.min() + " and " + limit.max() + " is allowed, not " + value + "."));
        return this;
    }

    public FieldChecks that(boolean holds, String field, String code, String message) {
        if (!holds) {
            errors.add(new FieldError(field, code, message));
        }
        return this;
    }

    /// Throws [Problem.Invalid] with every error found; does nothing if there is none.
    public void orThrow() {
        if (!errors.isEmpty()) {
            throw new Problem.Invalid(errors).asException();
        }
    }

    private FieldChecks size(String field, long size, Limits limit, String unit) {
        if (limit.allows(size)) {
            return this;
        }
        String code = size < limit.min() ? "too_short" : "too_long";
        errors.add(new FieldError(
                field,
                code,
                "Between " + limit.min() + " and " + limit.max() + " " + unit + " are allowed, not " + size + "."));
        return this;
    }
}
