package chat.waddle.directory.erasure;

/// What came of an operator's wish to erase an account.
public sealed interface EraseOutcome {
    record Begun(Erasure erasure) implements EraseOutcome {}

    record NoSuchAccount() implements EraseOutcome {}

    /// Operators are no longer operators first.
    record IsOperator() implements EraseOutcome {}

    /// Communities need an owner: these are handed over or deleted first.
    record OwnsWaddles(int count) implements EraseOutcome {}

    /// An erasure of this account that goes as far or further is under way.
    record UnderWay(Erasure erasure) implements EraseOutcome {}
}
