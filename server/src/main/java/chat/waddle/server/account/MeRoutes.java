package chat.waddle.server.account;

import chat.waddle.directory.account.Account;
import chat.waddle.directory.account.PasswordOutcome;
import chat.waddle.directory.account.Passwords;
import chat.waddle.directory.account.ProfileOutcome;
import chat.waddle.directory.account.Profiles;
import chat.waddle.directory.erasure.AccountRemoval;
import chat.waddle.directory.erasure.DeleteOutcome;
import chat.waddle.directory.erasure.ErasureMode;
import chat.waddle.directory.erasure.ErasureState;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Caller;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.FieldError;
import chat.waddle.server.http.Lane;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Method;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One's own account: see it, change it, change its password, delete it.
final class MeRoutes {
    private static final String ME = "/users/me";

    private final Profiles profiles;
    private final Passwords passwords;
    private final AccountRemoval removal;
    private final Departure departure;
    private final RequestOrigins origins;

    MeRoutes(
            Profiles profiles,
            Passwords passwords,
            AccountRemoval removal,
            Departure departure,
            RequestOrigins origins) {
        this.profiles = profiles;
        this.passwords = passwords;
        this.removal = removal;
        this.departure = departure;
        this.origins = origins;
    }

    List<Route> routes() {
        Limits body = Limits.JSON_BODY_BYTES;
        return List.of(
                Route.get(ME, "getMe", Access.SIGNED_IN, RateLimit.READS, this::get),
                Route.patch(ME, "updateMe", Access.SIGNED_IN, RateLimit.WRITES, body, this::patch),
                new Route(
                        Method.DELETE,
                        Route.API + ME,
                        "deleteMe",
                        Access.SIGNED_IN,
                        RateLimit.ACCOUNT,
                        Math.toIntExact(body.max()),
                        Lane.SIGN_IN,
                        false,
                        OwnSignIn.only(this::delete)),
                Route.put(
                                ME + "/password",
                                "changePassword",
                                Access.SIGNED_IN,
                                RateLimit.ACCOUNT,
                                body,
                                OwnSignIn.only(this::changePassword))
                        .in(Lane.SIGN_IN));
    }

    private void get(Exchange exchange) throws IOException {
        Account account = profiles.account(exchange.caller().userId()).orElseThrow(DirectoryProblems::accountGone);
        exchange.json(200, MeJson.of(account));
    }

    private void patch(Exchange exchange) throws IOException {
        AccountRequests.PatchMe body = exchange.body(AccountRequests.PatchMe.class);
        Account account =
                switch (profiles.patch(exchange.caller().userId(), ProfileChange.of(body), origins.of(exchange))) {
                    case ProfileOutcome.Changed changed -> changed.account();
                    case ProfileOutcome.Invalid invalid -> throw DirectoryProblems.invalid(invalid.problems());
                    case ProfileOutcome.Missing _ -> throw DirectoryProblems.accountGone();
                };
        exchange.json(200, MeJson.of(account));
    }

    private void delete(Exchange exchange) {
        AccountRequests.DeleteMe body = exchange.body(AccountRequests.DeleteMe.class);
        UserId user = exchange.caller().userId();
        Origin origin = origins.of(exchange);
        switch (removal.delete(user, body.password(), mode(body.messages()), origin)) {
            case DeleteOutcome.Deleted deleted -> {
                if (deleted.erasure().state() != ErasureState.HELD) {
                    departure.of(user, origin);
                }
                exchange.empty(204);
            }
            case DeleteOutcome.WrongPassword _ -> throw DirectoryProblems.passwordWrong();
            case DeleteOutcome.OwnsWaddles owns ->
                throw new Problem.Conflict(
                                "owns_waddles",
                                "You own waddles (" + owns.count() + "): hand them over or delete them first.")
                        .asException();
            case DeleteOutcome.Overloaded _ -> throw DirectoryProblems.overloaded();
        }
    }

    private static ErasureMode mode(@Nullable String messages) {
        return messages == null
                ? ErasureMode.KEEP
                : ErasureMode.ofCode(messages)
                        .orElseThrow(() -> new Problem.Invalid(List.of(new FieldError(
                                        "messages", "unknown_value", "It must be keep, anonymise or delete.")))
                                .asException());
    }

    private void changePassword(Exchange exchange) {
        AccountRequests.ChangePassword body = exchange.body(AccountRequests.ChangePassword.class);
        Caller caller = exchange.caller();
        switch (passwords.change(
                caller.userId(),
                caller.sessionId(),
                body.currentPassword(),
                body.newPassword(),
                origins.of(exchange))) {
            case PasswordOutcome.Changed _ -> exchange.empty(204);
            case PasswordOutcome.WrongPassword _ -> throw DirectoryProblems.passwordWrong();
            case PasswordOutcome.Invalid invalid -> throw DirectoryProblems.invalid(invalid.problems());
            case PasswordOutcome.Overloaded _ -> throw DirectoryProblems.overloaded();
        }
    }
}
