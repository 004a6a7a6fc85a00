package chat.waddle.server.docs;

import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// `GET /docs` (a page to read and try the interface), its files `/docs/{file}`, and `GET /openapi.json`.
///
/// Everything comes out of the jar; the page loads nothing from elsewhere and runs no inline script. Thread-safe.
public final class DocsRoutes {
    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/";
    private static final String WEBJAR_PROPERTIES = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final Asset contract;
    private final Asset page;
    private final Map<String, Asset> files;

    public DocsRoutes(OpenApiDocument document) {
        String viewer = WEBJAR + viewerVersion() + "/";
        this.contract = Asset.of("application/json", document.json());
        this.page = Asset.resource("text/html; charset=utf-8", "/docs/index.html");
        this.files = Map.of(
                "start.js", Asset.resource(SCRIPT, "/docs/start.js"),
                "swagger-ui-bundle.js", Asset.resource(SCRIPT, viewer + "swagger-ui-bundle.js"),
                "swagger-ui.css", Asset.resource("text/css; charset=utf-8", viewer + "swagger-ui.css"),
                "favicon-32x32.png", Asset.resource("image/png", viewer + "favicon-32x32.png"));
    }

    public List<Route> routes() {
        return List.of(
                Route.page("/openapi.json", "openApi", contract::send),
                Route.page("/docs", "docsPage", this::page),
                Route.page("/docs/{file}", "docsFile", this::file));
    }

    private void page(Exchange exchange) throws IOException {
        exchange.header("Content-Security-Policy", PAGE_POLICY);
        page.send(exchange);
    }

    private void file(Exchange exchange) throws IOException {
        Asset file = files.get(exchange.path("file"));
        if (file == null) {
            throw new Problem.NotFound("no_such_path", "There is nothing at this path.").asException();
        }
        file.send(exchange);
    }

    private static String viewerVersion() {
        try (InputStream source = DocsRoutes.class.getResourceAsStream(WEBJAR_PROPERTIES)) {
            Properties properties = new Properties();
            if (source != null) {
                properties.load(source);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot read " + WEBJAR_PROPERTIES, problem);
        }
    }
}
