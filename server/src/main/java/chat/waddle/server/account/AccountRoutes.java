package chat.waddle.server.account;

import chat.waddle.directory.account.LoginOutcome;
import chat.waddle.directory.account.Logins;
import chat.waddle.directory.account.Passwords;
import chat.waddle.directory.account.RedeemOutcome;
import chat.waddle.directory.account.RegisterOutcome;
import chat.waddle.directory.account.Registrations;
import chat.waddle.directory.account.SignedIn;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.FieldChecks;
import chat.waddle.server.http.Lane;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import java.io.IOException;
import java.util.List;

/// The ways into an account: register, sign in, come as a guest, use a one-time link.
final class AccountRoutes {
    private final Registrations registrations;
    private final Logins logins;
    private final Passwords passwords;
    private final RequestOrigins origins;

    AccountRoutes(Registrations registrations, Logins logins, Passwords passwords, RequestOrigins origins) {
        this.registrations = registrations;
        this.logins = logins;
        this.passwords = passwords;
        this.origins = origins;
    }

    List<Route> routes() {
        Limits body = Limits.JSON_BODY_BYTES;
        return List.of(
                Route.post("/auth/register", "register", Access.PUBLIC, RateLimit.REGISTER, body, this::register)
                        .in(Lane.SIGN_IN),
                Route.post("/auth/login", "login", Access.PUBLIC, RateLimit.LOGIN, body, this::login)
                        .in(Lane.SIGN_IN),
                Route.post("/auth/guest", "enterAsGuest", Access.PUBLIC, RateLimit.GUEST, body, this::guest),
                Route.post("/auth/setup", "redeemSetupLink", Access.PUBLIC, RateLimit.LOGIN, body, this::setup)
                        .in(Lane.SIGN_IN),
                Route.post(
                                "/users/me/upgrade",
                                "upgradeGuest",
                                Access.SIGNED_IN,
                                RateLimit.ACCOUNT,
                                body,
                                OwnSignIn.only(this::upgrade))
                        .in(Lane.SIGN_IN));
    }

    private void register(Exchange exchange) throws IOException {
        AccountRequests.Register body = exchange.body(AccountRequests.Register.class);
        RegisterOutcome outcome = registrations.register(
                body.email(), body.username(), body.password(), body.displayName(), origins.of(exchange));
        exchange.json(201, SignedInJson.of(registered(outcome)));
    }

    private void login(Exchange exchange) throws IOException {
        AccountRequests.Login body = exchange.body(AccountRequests.Login.class);
        new FieldChecks()
                .text("email", body.email(), Limits.EMAIL)
                .text("password", body.password(), Limits.PASSWORD_ATTEMPT)
                .orThrow();
        exchange.take(RateLimit.LOGIN_ACCOUNT, LoginSubject.of(body.email()));
        SignedIn signedIn = switch (logins.login(body.email(), body.password(), origins.of(exchange))) {
            case LoginOutcome.Welcome welcome -> welcome.signedIn();
            case LoginOutcome.WrongCredentials _ ->
                throw new Problem.NotSignedIn("invalid_credentials", "The e-mail address or the password is wrong.")
                        .asException();
            case LoginOutcome.Suspended _ ->
                throw new Problem.Forbidden("account_suspended", "This account is suspended.").asException();
            case LoginOutcome.Banned _ ->
                throw new Problem.Forbidden("account_banned", "This account is banned from this server.").asException();
            case LoginOutcome.Overloaded _ -> throw DirectoryProblems.overloaded();
        };
        exchange.json(200, SignedInJson.of(signedIn));
    }

    private void guest(Exchange exchange) throws IOException {
        AccountRequests.Guest body = exchange.body(AccountRequests.Guest.class);
        RegisterOutcome outcome = registrations.registerGuest(body.displayName(), origins.of(exchange));
        exchange.json(201, SignedInJson.of(registered(outcome)));
    }

    private void setup(Exchange exchange) throws IOException {
        AccountRequests.Setup body = exchange.body(AccountRequests.Setup.class);
        SignedIn signedIn = switch (passwords.redeem(body.token(), body.password(), origins.of(exchange))) {
            case RedeemOutcome.Redeemed redeemed -> redeemed.signedIn();
            case RedeemOutcome.Refused _ ->
                throw new Problem.NotSignedIn(
                                "invalid_setup_token", "This link is unknown, used or expired; ask for another.")
                        .asException();
            case RedeemOutcome.Invalid invalid -> throw DirectoryProblems.invalid(invalid.problems());
            case RedeemOutcome.Overloaded _ -> throw DirectoryProblems.overloaded();
        };
        exchange.json(200, SignedInJson.of(signedIn));
    }

    private void upgrade(Exchange exchange) throws IOException {
        AccountRequests.Upgrade body = exchange.body(AccountRequests.Upgrade.class);
        RegisterOutcome outcome = registrations.upgradeGuest(
                exchange.caller().userId(), body.email(), body.username(), body.password(), origins.of(exchange));
        exchange.json(200, SignedInJson.of(registered(outcome)));
    }

    private static SignedIn registered(RegisterOutcome outcome) {
        return switch (outcome) {
            case RegisterOutcome.Registered registered -> registered.signedIn();
            case RegisterOutcome.EmailTaken _ -> throw DirectoryProblems.emailTaken();
            case RegisterOutcome.UsernameTaken _ -> throw DirectoryProblems.usernameTaken();
            case RegisterOutcome.Invalid invalid -> throw DirectoryProblems.invalid(invalid.problems());
            case RegisterOutcome.Overloaded _ -> throw DirectoryProblems.overloaded();
            case RegisterOutcome.NotAGuest _ ->
                throw new Problem.Conflict("not_a_guest", "This account is no guest.").asException();
        };
    }
}
