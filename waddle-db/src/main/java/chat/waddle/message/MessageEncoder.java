package chat.waddle.message;

/// Turns a message into the bytes that clients get. Stateless; called on SQLite threads, so it must be quick.
@FunctionalInterface
public interface MessageEncoder {
    void encode(MessageRow row, ByteSink target);
}
