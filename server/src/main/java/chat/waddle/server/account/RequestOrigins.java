package chat.waddle.server.account;

import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.server.http.Caller;
import chat.waddle.server.http.Exchange;
import chat.waddle.sqlite.command.Request;

/// Tells the directory who asks for a change, from where, and within which request. Thread-safe.
public final class RequestOrigins {
    private static final UserId NOBODY = new UserId(Request.SYSTEM);

    private final AddressPseudonyms pseudonyms;

    public RequestOrigins(AddressPseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /// The origin of a request; its actor is 0 where nobody is signed in yet.
    public Origin of(Exchange exchange) {
        return new Origin(
                exchange.callerIfSignedIn().map(Caller::userId).orElse(NOBODY),
                exchange.requestNumber(),
                pseudonyms.of(exchange.clientAddress()),
                exchange.header("User-Agent").orElse(""));
    }
}
