package chat.waddle.sqlite.command;

/// Who asks for a command, and within which request.
///
/// @param actor the public id of the account that asks, or [#SYSTEM]
/// @param requestId joins the journal with the access log
public record Request(long actor, long requestId) {
    public static final long SYSTEM = 0;

    public static Request bySystem() {
        return new Request(SYSTEM, 0);
    }
}
