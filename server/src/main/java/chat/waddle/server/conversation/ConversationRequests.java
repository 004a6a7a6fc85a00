package chat.waddle.server.conversation;

import chat.waddle.ids.UserId;
import chat.waddle.server.http.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What clients send about conversations and who takes part in them.
final class ConversationRequests {
    private ConversationRequests() {}

    /// @param participantIds the others; who asks always takes part
    record NewConversation(String type, @Nullable String title, List<UserId> participantIds) {}

    record PatchConversation(@Nullable String title, Change<String> avatarUrl) {}

    record PutParticipant(
            @Nullable String role,
            @Nullable Boolean canSend,
            @Nullable Boolean canInvite,
            @Nullable Boolean canSeeHistory) {}

    record PatchParticipant(
            @Nullable String role,
            @Nullable String status,
            @Nullable Boolean canSend,
            @Nullable Boolean canInvite,
            @Nullable Boolean canSeeHistory) {}
}
