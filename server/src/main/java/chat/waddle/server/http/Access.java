package chat.waddle.server.http;

/// Who may call a route; checked before the handler runs, and read by the authorisation-matrix test.
public sealed interface Access {
    /// Anybody, signed in or not.
    Access PUBLIC = new Public();

    /// Any signed-in account.
    Access SIGNED_IN = new SignedIn();

    /// An account that runs this server.
    Access OPERATOR = new Operator();

    /// Anybody who takes part in the conversation named by the path parameter `conversationId`.
    Access PARTICIPANT = new Participant("");

    /// Any member of the community named by the path parameter `waddleId`.
    Access MEMBER = new Member("", false);

    /// A member of the community named by the path parameter `waddleId` who holds this permission bit there.
    static Access member(String permission) {
        return new Member(permission, false);
    }

    /// A member of that community who holds this permission bit in the channel that the request is about. The handler
    /// finds the channel, and with it whether the bit is held there.
    static Access inChannel(String permission) {
        return new Member(permission, true);
    }

    /// Somebody who takes part in that conversation and holds this permission bit there.
    static Access participant(String permission) {
        return new Participant(permission);
    }

    /// See [#PUBLIC].
    record Public() implements Access {}

    /// See [#SIGNED_IN].
    record SignedIn() implements Access {}

    /// A member; `permission` is the name of a bit of the catalogue, or empty where membership is enough.
    ///
    /// @param inChannel whether the bit is asked of the channel that the request is about, not of the community
    record Member(String permission, boolean inChannel) implements Access {}

    /// A participant; `permission` is the name of a bit of the catalogue, or empty where taking part is enough.
    record Participant(String permission) implements Access {}

    /// See [#OPERATOR].
    record Operator() implements Access {}
}
