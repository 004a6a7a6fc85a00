package chat.waddle.server.http;

/// Decides whether a signed-in caller passes a route's [Access.Member] or [Access.Participant] requirement; the
/// features that have members and participants implement it. It may attach what it looked up to the exchange (see
/// [Exchange#attach]). Thread-safe.
@FunctionalInterface
public interface Gatekeeper {
    /// No community exists: nobody is a member of anything.
    Gatekeeper NO_COMMUNITIES = (_, _) -> {
        throw new Problem.NotFound().asException();
    };

    /// What the rate limits count a community by, whichever of its names a path uses: its id, or one thing for
    /// all that are unknown. On the hot path; must answer from memory where it can.
    default Object identityOf(String waddle) {
        return waddle;
    }

    /// Returns if the caller passes; throws [Problem.NotFound] to one who is no member, [Problem.Forbidden] to a
    /// member without the permission.
    void admit(Exchange exchange, Access.Member need);

    /// The same for a route about a conversation: [Problem.NotFound] for who takes no part in it.
    default void admit(Exchange exchange, Access.Participant need) {
        throw new Problem.NotFound().asException();
    }
}
