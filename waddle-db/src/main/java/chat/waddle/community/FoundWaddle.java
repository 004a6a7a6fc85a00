package chat.waddle.community;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Puts the first things into a new waddle: its preset roles and its owner. Done twice, it changes nothing.
public record FoundWaddle(UserId owner) implements Command<FoundWaddle.Founded> {
    /// The waddle has its owner.
    public record Founded() {}
}
