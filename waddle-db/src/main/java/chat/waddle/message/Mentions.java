package chat.waddle.message;

import java.util.List;

/// Whom a message calls by name. Immutable.
///
/// @param everyone whether all who see the channel are meant
/// @param users public ids of accounts, ascending
/// @param roles public ids of roles, likewise
public record Mentions(boolean everyone, List<Long> users, List<Long> roles) {
    public static final Mentions NONE = new Mentions(false, List.of(), List.of());

    public Mentions {
        users = users.stream().sorted().toList();
        roles = roles.stream().sorted().toList();
    }

    public boolean isEmpty() {
        return !everyone && users.isEmpty() && roles.isEmpty();
    }
}
