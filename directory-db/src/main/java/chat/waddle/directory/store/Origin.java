package chat.waddle.directory.store;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Request;
import com.fasterxml.jackson.annotation.JsonIgnore;

/// Who asks for a change, from where, and within which request; it goes into the audit log and the session list.
///
/// @param actor the account that asks, or the system's 0
/// @param requestId joins with the access log
/// @param ipPseudonym a keyed hash of the address' network, never the address
/// @param userAgent as the program calls itself, cut to 200 characters
public record Origin(UserId actor, long requestId, String ipPseudonym, String userAgent) {
    private static final UserId SYSTEM = new UserId(Request.SYSTEM);
    private static final int USER_AGENT_LENGTH = 200;
    private static final int PSEUDONYM_LENGTH = 64;

    public Origin {
        userAgent = printable(userAgent, USER_AGENT_LENGTH);
        ipPseudonym = printable(ipPseudonym, PSEUDONYM_LENGTH);
    }

    /// The server itself, a command line included.
    public static Origin system() {
        return new Origin(SYSTEM, 0, "", "");
    }

    /// The same request, asked by an account that has just become known.
    public Origin by(UserId account) {
        return new Origin(account, requestId, ipPseudonym, userAgent);
    }

    @JsonIgnore
    public boolean bySystem() {
        return actor.equals(SYSTEM);
    }

    Request request() {
        return new Request(actor.value(), requestId);
    }

    /// ASCII only, so that a header cannot forge a line of a log or hide in one.
    private static String printable(String text, int most) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), most));
        for (int i = 0; i < text.length() && kept.length() < most; i++) {
            char character = text.charAt(i);
            kept.append(character >= ' ' && character < 127 ? character : '?');
        }
        return kept.toString();
    }
}
