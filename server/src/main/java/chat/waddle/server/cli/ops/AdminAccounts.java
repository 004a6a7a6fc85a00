package chat.waddle.server.cli.ops;

import chat.waddle.directory.account.Account;
import chat.waddle.directory.account.SetupLink;
import chat.waddle.directory.field.FieldProblem;
import chat.waddle.server.admin.OperatorSetup;
import chat.waddle.server.cli.CommandFailure;
import chat.waddle.server.cli.OperationContext;
import chat.waddle.server.config.ServerConfig;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/// What the commands about operators have in common.
final class AdminAccounts {
    private AdminAccounts() {}

    static Account find(OperationContext context, String emailOrUsername) {
        return context.application()
                .stores()
                .directory()
                .operators()
                .find(emailOrUsername)
                .orElseThrow(() -> new CommandFailure("There is no account '" + emailOrUsername + "'"));
    }

    static void tell(OperationContext context, Account account, SetupLink link) {
        OperatorSetup.lines(name(account), link, server(context.application().config()))
                .forEach(context.out()::println);
    }

    static String name(Account account) {
        return account.username() == null ? account.displayName() : String.valueOf(account.username());
    }

    private static URI server(ServerConfig config) {
        return config.publicUrl()
                .orElseGet(() -> URI.create(
                        "http://" + config.http().host() + ":" + config.http().port()));
    }

    static CommandFailure invalid(List<FieldProblem> problems) {
        return new CommandFailure(problems.stream()
                .map(problem -> problem.field() + ": " + problem.message())
                .collect(Collectors.joining("; ")));
    }
}
