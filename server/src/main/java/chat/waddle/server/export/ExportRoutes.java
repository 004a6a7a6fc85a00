package chat.waddle.server.export;

import chat.waddle.directory.export.Export;
import chat.waddle.directory.export.ExportState;
import chat.waddle.directory.export.Exports;
import chat.waddle.server.account.DirectoryProblems;
import chat.waddle.server.account.OwnSignIn;
import chat.waddle.server.account.RequestOrigins;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A copy of everything that is one's own: ask for it, see how far it is, fetch it.
public final class ExportRoutes {
    private static final String ONE = "/users/me/exports/{exportId}";

    private final Exports exports;
    private final ExportFiles files;
    private final RequestOrigins origins;

    public ExportRoutes(Exports exports, ExportFiles files, RequestOrigins origins) {
        this.exports = exports;
        this.files = files;
        this.origins = origins;
    }

    public List<Route> routes() {
        Access own = Access.SIGNED_IN;
        return List.of(
                Route.post(
                        "/users/me/export",
                        "requestExport",
                        own,
                        RateLimit.EXPORTS,
                        Limits.NO_BODY,
                        OwnSignIn.only(this::request)),
                Route.get(ONE, "getExport", own, RateLimit.READS, OwnSignIn.only(this::show)),
                Route.get(ONE + "/download", "downloadExport", own, RateLimit.UPLOADS, OwnSignIn.only(this::download)));
    }

    private void request(Exchange exchange) throws IOException {
        Export export = exports.request(exchange.caller().userId(), origins.of(exchange))
                .orElseThrow(DirectoryProblems::accountGone);
        exchange.json(202, ExportJson.of(export));
    }

    private void show(Exchange exchange) throws IOException {
        exchange.json(200, ExportJson.of(export(exchange)));
    }

    private Export export(Exchange exchange) {
        return exports.find(exchange.pathId("exportId"), exchange.caller().userId())
                .orElseThrow(() -> new Problem.NotFound("no_such_export", "There is no such export.").asException());
    }

    private void download(Exchange exchange) throws IOException {
        Export export = export(exchange);
        Path file = files.of(export);
        if (export.state() != ExportState.DONE || !Files.exists(file)) {
            throw new Problem.Conflict(
                            "export_not_ready",
                            "There is no file to fetch; its state is "
                                    + export.state().code() + ".")
                    .asException();
        }
        exchange.header("Content-Disposition", "attachment; filename=\"waddle-export-" + export.id() + ".zip\"");
        exchange.header("Cache-Control", "no-store");
        try (OutputStream target = exchange.stream(200, "application/zip")) {
            long _ = Files.copy(file, target);
        }
    }
}
