package banyan.server.page;

import banyan.server.wire.Call;
import banyan.server.wire.Reply;
import banyan.server.wire.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The staff's pages: one shell that every page fills by a module of its own, and the files they are made of, in {@code page/staff}.
 * What they show they ask of {@code /staff/api}; so none of these holds anything of anybody.
 */
public final class StaffPages {
    /** Only what this centre serves runs, is shown or is spoken to; text never becomes HTML. */
    private static final Map<String, String> GUARDED = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types 'none'",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()");

    private static final Pattern FILE = Pattern.compile("[a-z0-9-]{1,40}\\.(js|css|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8", "svg", "image/svg+xml");

    /** Apache ECharts with bars, lines and pies, out of its web jar. */
    private static final String CHARTS = "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.simple.min.js";

    private final Map<String, Reply> files = new ConcurrentHashMap<>();

    /** A page that is the shell, filled by {@code page/staff/MODULE.js}; for {@link Route#staff}. */
    public static Route.Handler of(String module) {
        Reply page = Reply.page(200, """
                        <!doctype html>
                        <html lang="zh-CN">
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <title>榕 Banyan</title>
                        <link rel="icon" href="/staff/files/tree.svg">
                        <link rel="stylesheet" href="/staff/files/shell.css">
                        <script type="module" src="/staff/files/%s.js"></script>
                        <header></header>
                        <main id="main" tabindex="-1"><noscript>这一页要用脚本。 · This page needs scripts.</noscript></main>
                        </html>
                        """.formatted(module))
                .with(GUARDED);
        return _ -> page;
    }

    /** {@code GET /staff/files/{file}} */
    public Reply file(Call call) {
        String name = call.named("file");
        if (!FILE.matcher(name).matches()) {
            return Reply.page(404, "");
        }
        // Only what there is is kept: names that anybody may think of are without end.
        Reply kept = files.get(name);
        if (kept != null) {
            return kept;
        }
        Optional<Reply> read = read(name);
        read.ifPresent(file -> files.put(name, file));
        return read.orElseGet(() -> Reply.page(404, ""));
    }

    private static Optional<Reply> read(String name) {
        String at = name.equals("echarts.js") ? CHARTS : "staff/" + name;
        try (InputStream stream = StaffPages.class.getResourceAsStream(at)) {
            if (stream == null) {
                return Optional.empty();
            }
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "");
            return Optional.of(new Reply(200, type, stream.readAllBytes()).with(GUARDED));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
