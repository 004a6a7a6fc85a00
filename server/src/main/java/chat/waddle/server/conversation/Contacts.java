package chat.waddle.server.conversation;

import chat.waddle.directory.conversation.ConversationShards;
import chat.waddle.ids.UserId;
import chat.waddle.server.http.Problem;
import chat.waddle.sqlite.StorageException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Who may begin to write to whom: people who share a waddle, or a conversation already. Anybody else is as unknown as
/// an account that does not exist. Thread-safe.
final class Contacts {
    private final ConversationShards directory;
    private final ConversationGate gate;

    Contacts(ConversationShards directory, ConversationGate gate) {
        this.directory = directory;
        this.gate = gate;
    }

    /// @throws chat.waddle.server.http.ProblemException NotFound where one of them may not be written to
    /// @throws StorageException where that cannot be told, because a file is out of service
    void require(UserId user, Collection<UserId> others) {
        Set<UserId> unknown = new HashSet<>(others);
        unknown.remove(user);
        unknown.removeAll(directory.sharingAWaddle(user, unknown));
        if (unknown.isEmpty()) {
            return;
        }
        Set<UserId> living = directory.living(unknown);
        if (living.size() == unknown.size()) {
            StorageException missing = gate.everywhere(
                    user,
                    visit -> unknown.removeAll(
                            visit.shard().read(reader -> reader.conversations().together(visit.access(), living))));
            if (missing != null && !unknown.isEmpty()) {
                throw missing;
            }
        }
        if (!unknown.isEmpty()) {
            throw new Problem.NotFound("no_such_user", "There is no such user.").asException();
        }
    }
}
