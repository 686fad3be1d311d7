package banyan.server.page;

import banyan.acceptance.Receipt;
import banyan.server.wire.Call;
import banyan.server.wire.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@code GET /openapi}: what terminal and centre agree on, as it is committed, and rendered for whoever builds another centre. */
public final class ContractPage {
    /** The renderer writes its own styles into elements; nothing else is allowed, and nothing is fetched but what this centre serves. */
    private static final Map<String, String> GUARDED = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    /** Swagger UI, out of its web jar. */
    private static final String RENDERER = "/META-INF/resources/webjars/swagger-ui/5.18.2/";

    private static final Map<String, Source> FILES = Map.of(
            "openapi.yaml", new Source(Receipt.class, "/banyan/acceptance/openapi.yaml", "application/yaml"),
            "contract.js", new Source(ContractPage.class, "contract/contract.js", "text/javascript; charset=utf-8"),
            "swagger-ui-bundle.js",
                    new Source(ContractPage.class, RENDERER + "swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
            "swagger-ui.css", new Source(ContractPage.class, RENDERER + "swagger-ui.css", "text/css; charset=utf-8"));

    private static final Reply PAGE = Reply.page(200, """
                    <!doctype html>
                    <html lang="en">
                    <meta charset="utf-8">
                    <meta name="viewport" content="width=device-width, initial-scale=1">
                    <title>Banyan · openapi.yaml</title>
                    <link rel="stylesheet" href="/openapi/swagger-ui.css">
                    <script src="/openapi/swagger-ui-bundle.js"></script>
                    <script src="/openapi/contract.js" defer></script>
                    <main id="contract"><noscript><a href="/openapi/openapi.yaml">openapi.yaml</a></noscript></main>
                    </html>
                    """)
            .with(GUARDED);

    private final Map<String, Reply> read = new ConcurrentHashMap<>();

    private record Source(Class<?> beside, String at, String mediaType) {
        Reply read() {
            try (InputStream stream = beside.getResourceAsStream(at)) {
                if (stream == null) {
                    throw new IllegalStateException("no resource " + at);
                }
                return new Reply(200, mediaType, stream.readAllBytes()).with(GUARDED);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /** {@code GET /openapi} */
    public Reply get() {
        return PAGE;
    }

    /** {@code GET /openapi/{file}} */
    public Reply file(Call call) {
        return Optional.ofNullable(FILES.get(call.named("file")))
                .map(source -> read.computeIfAbsent(call.named("file"), _ -> source.read()))
                .orElseGet(() -> Reply.page(404, ""));
    }
}
