package chat.waddle.directory.waddle;

import chat.waddle.ids.WaddleId;

/// The last entry of a page of the public list.
public record PublicCursor(long memberCount, WaddleId waddle) {
    public static PublicCursor after(Waddle last) {
        return new PublicCursor(last.memberCount(), last.id());
    }
}
