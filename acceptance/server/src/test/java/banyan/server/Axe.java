package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Looks at a page as somebody does who does not see it: the rules of axe, of which no serious one may be broken. */
final class Axe {
    private static final String SOURCE = source();

    private Axe() {}

    /** Fails where the page, as it stands now, has a serious or critical finding; says which, and where. */
    static void scan(Browser.Tab page) {
        page.is(SOURCE + ";0");
        assertEquals("[]", page.is("""
                axe.run(document, { resultTypes: ['violations'] }).then(found => JSON.stringify(found.violations
                  .filter(one => one.impact === 'serious' || one.impact === 'critical')
                  .map(one => [one.id, ...one.nodes.map(node => node.html.slice(0, 120))])))""").asString());
    }

    private static String source() {
        try (InputStream file =
                Axe.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
