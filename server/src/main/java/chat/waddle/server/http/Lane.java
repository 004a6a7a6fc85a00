package chat.waddle.server.http;

/// Work that is admitted together: when a lane is full, further requests of it are told to come back, and the
/// other lanes do not notice.
public enum Lane {
    READ(512),
    WRITE(512),
    SEARCH(64),
    SIGN_IN(32),
    BULK(32),
    /// Uploads and downloads, which take as long as their clients.
    FILES(128),
    OPERATIONS(64);

    private final int places;

    Lane(int places) {
        this.places = places;
    }

    /// How many requests of this lane may be in work at once, unless the settings say otherwise.
    public int places() {
        return places;
    }
}
