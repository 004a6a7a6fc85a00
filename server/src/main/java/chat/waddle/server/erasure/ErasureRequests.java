package chat.waddle.server.erasure;

/// What operators send about erasures.
final class ErasureRequests {
    private ErasureRequests() {}

    /// @param messages `keep`, `anonymise` or `delete`
    record Erase(String messages) {}

    record Hold(String reason) {}
}
