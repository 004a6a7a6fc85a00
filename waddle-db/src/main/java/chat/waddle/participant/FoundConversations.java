package chat.waddle.participant;

import chat.waddle.sqlite.command.Command;

/// Puts the first things into a new file of conversations: roles that hold nothing, and nobody as its owner.
///
/// Done twice, it changes nothing.
public record FoundConversations() implements Command<FoundConversations.Founded> {
    /// The file takes conversations.
    public record Founded() {}
}
