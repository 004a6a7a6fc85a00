package chat.waddle.server.cli.ops;

import chat.waddle.directory.account.Account;
import chat.waddle.directory.session.ApiTokens;
import chat.waddle.directory.store.Origin;
import chat.waddle.server.cli.CommandFailure;
import chat.waddle.server.cli.DataOption;
import chat.waddle.server.cli.ExitCode;
import chat.waddle.server.cli.Operation;
import chat.waddle.server.cli.OperationContext;
import chat.waddle.server.cli.UsageFailure;
import chat.waddle.server.config.Quantities;
import chat.waddle.server.http.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `waddle admin token`: makes an API token for an account and prints it, once.
@Command(name = "token", description = "Make an API token for an account and print it, once.")
final class AdminTokenCommand implements Operation {
    private static final List<Scope> GIVEN = List.of(Scope.READ, Scope.WRITE, Scope.ADMIN);

    @Mixin
    final DataOption data = new DataOption();

    @Parameters(paramLabel = "ACCOUNT", description = "E-mail address or username.")
    private String account = "";

    @Option(names = "--name", paramLabel = "TEXT", description = "What the token is for (default: command line).")
    private String name = "command line";

    @Option(
            names = "--scope",
            split = ",",
            paramLabel = "SCOPE",
            description = "What it may do: read, write, admin (default: read). Repeatable.")
    private List<String> scopes = new ArrayList<>(List.of("read"));

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            description = "How long it lives, such as 90d (default: for ever).")
    private @Nullable String expires;

    @Override
    public int run(OperationContext context) {
        List<String> known = GIVEN.stream().map(Scope::label).toList();
        scopes.stream().filter(scope -> !known.contains(scope)).findFirst().ifPresent(scope -> {
            throw new UsageFailure("There is no scope '" + scope + "'; there are " + String.join(", ", known));
        });
        Account found = AdminAccounts.find(context, account);
        ApiTokens.CreateOutcome outcome = context.application()
                .stores()
                .directory()
                .apiTokens()
                .create(found.id(), name, Set.copyOf(scopes), expiry(context), Origin.system());
        switch (outcome) {
            case ApiTokens.CreateOutcome.Created created -> context.out().println(created.token());
            case ApiTokens.CreateOutcome.Invalid invalid -> throw AdminAccounts.invalid(invalid.problems());
            case ApiTokens.CreateOutcome.Refused _ ->
                throw new CommandFailure(
                        "This account may have no further token: revoke one, or see whether it is suspended");
        }
        return ExitCode.OK;
    }

    private @Nullable Instant expiry(OperationContext context) {
        try {
            return expires == null
                    ? null
                    : context.application().stores().clock().instant().plus(Quantities.duration(expires));
        } catch (IllegalArgumentException wrong) {
            throw new UsageFailure(String.valueOf(wrong.getMessage()));
        }
    }
}
