package chat.waddle.sqlite.notes;

import chat.waddle.sqlite.command.Command;

/// What can be done to a file of notes; several do what no applier should.
///
/// @param <R> what it answers
public sealed interface NoteCommand<R> extends Command<R> {
    /// What adding a note comes to.
    sealed interface Answer {
        record Added(long id) implements Answer {}

        record Empty() implements Answer {}
    }

    /// Adds a note; refuses an empty one.
    record Add(String text) implements NoteCommand<Answer> {}

    /// Deletes the oldest notes, which may use the reserve.
    record DeleteOldest(int howMany) implements NoteCommand<Integer> {
        @Override
        public boolean mayUseReserve() {
            return true;
        }
    }

    /// Writes a note and then throws.
    record WriteAndThrow(String text) implements NoteCommand<Answer> {}

    /// Writes a note and then one with the same id, which SQLite refuses.
    record WriteTwice(String text) implements NoteCommand<Answer> {}

    /// Writes a note and then finds no memory.
    record WriteAndRunOutOfMemory(String text) implements NoteCommand<Answer> {}

    /// Adds a note, and throws when the memory is brought up to date after the commit.
    record AddAndForget(String text) implements NoteCommand<Answer> {}

    /// Adds notes that together need much room, and may use the reserve.
    record Flood(int notes, int textLength) implements NoteCommand<Integer> {
        @Override
        public boolean mayUseReserve() {
            return true;
        }
    }
}
