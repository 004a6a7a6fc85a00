package chat.waddle.server.http;

/// Compares entity tags as a cache does.
final class EntityTags {
    private EntityTags() {}

    /// Whether an `If-None-Match` header names this (quoted) tag; weak tags compare by their text.
    static boolean matches(String header, String quoted) {
        for (String part : header.split(",", -1)) {
            String tag = part.strip();
            if (tag.equals("*") || (tag.startsWith("W/") ? tag.substring(2) : tag).equals(quoted)) {
                return true;
            }
        }
        return false;
    }
}
