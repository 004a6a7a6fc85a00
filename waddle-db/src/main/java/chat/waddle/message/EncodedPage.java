package chat.waddle.message;

import java.util.List;

/// A page of encoded messages, oldest first.
///
/// @param before the id before which older messages stand, or [#NONE] when there are none
/// @param after the id after which newer messages stand, or [#NONE] when there are none
public record EncodedPage(List<byte[]> rows, long before, long after) {
    public static final long NONE = Long.MIN_VALUE;
}
