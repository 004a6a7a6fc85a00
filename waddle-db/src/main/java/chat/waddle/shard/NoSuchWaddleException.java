package chat.waddle.shard;

import chat.waddle.ids.WaddleId;

/// There is no waddle of this id, or it does not serve.
public final class NoSuchWaddleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchWaddleException(WaddleId waddle) {
        super("no waddle " + waddle);
    }
}
