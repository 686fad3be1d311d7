package banyan.server.page;

import banyan.acceptance.Refusal;
import banyan.server.intake.ItemBook;
import banyan.server.wire.Call;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code GET /d}: the page on which a citizen goes on with a draft on his own telephone, and the form it shows. The draft's
 * code stands behind the {@code #} of its address, which no browser sends; the page opens and seals the draft there, so that
 * the centre never reads it.
 */
public final class PhonePage {
    /** Only what this centre serves runs, is shown or is spoken to; text never becomes HTML. */
    private static final Map<String, String> GUARDED = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types 'none'",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()");

    private static final List<String> SCRIPTS =
            List.of("page.js", "seal.js", "centre.js", "form.js", "check.js", "words.js", "element.js");

    private final Map<String, Reply> files;
    private final Reply page;
    private final ItemBook items;
    private final InstantSource clock;
    private final ZoneId zone;

    public PhonePage(ItemBook items, InstantSource clock, ZoneId zone) {
        this.items = items;
        this.clock = clock;
        this.zone = zone;
        this.page = file("page.html", "text/html; charset=utf-8");
        this.files = Stream.concat(SCRIPTS.stream(), Stream.of("page.css", "tree.svg"))
                .collect(Collectors.toUnmodifiableMap(Function.identity(), name -> file(name, mediaType(name))));
    }

    /** {@code GET /d} */
    public Reply get() {
        return page;
    }

    /** {@code GET /d/{file}}: what the page is made of. */
    public Reply file(Call call) {
        return Optional.ofNullable(files.get(call.named("file"))).orElseGet(() -> Reply.page(404, ""));
    }

    /** {@code GET /public/items/{item}/{version}/form} */
    public Reply form(Call call) {
        String item = call.named("item");
        String version = call.named("version");
        return Optional.of(item)
                .filter(_ -> Names.isCode(item) && Names.isCode(version))
                .flatMap(_ -> items.form(item, version, LocalDate.ofInstant(clock.instant(), zone)))
                .map(form -> Reply.json(200, form))
                .orElseGet(() -> Reply.refused(Refusal.ITEM_VERSION_UNKNOWN));
    }

    private static String mediaType(String name) {
        if (name.endsWith(".svg")) {
            return "image/svg+xml";
        }
        return name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
    }

    private static Reply file(String name, String mediaType) {
        try (InputStream stream = PhonePage.class.getResourceAsStream("phone/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new Reply(200, mediaType, stream.readAllBytes()).with(GUARDED);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
