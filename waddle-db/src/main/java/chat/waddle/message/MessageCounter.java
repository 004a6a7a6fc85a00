package chat.waddle.message;

/// Counts the messages of a file that are not deleted. Owned by the writer.
public final class MessageCounter {
    private long committed;
    private long now;

    public void opened(long count) {
        committed = count;
        now = count;
    }

    public void add(long count) {
        now += count;
    }

    public void rolledBack() {
        now = committed;
    }

    /// The open transaction is durable.
    public void committed() {
        committed = now;
    }

    public long count() {
        return now;
    }
}
