package chat.waddle.server.imports;

/// What came of looking for the waddle and channel of an import.
public sealed interface Placement {
    record Ready(ImportPlace place) implements Placement {}

    /// @param why one line that says what to do
    record Refused(String why) implements Placement {}
}
