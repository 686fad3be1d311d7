package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Directive;
import banyan.acceptance.Directive.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the centre has said of a terminal holds until it says otherwise, over every end of the program. */
class StandingOrdersTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:46:00Z");

    @TempDir
    Path folder;

    private static Directive order(Kind kind, Optional<Instant> until) {
        Map<String, String> text = Map.of("zh-CN", "维护", "en", "Being looked after");
        return new Directive(UUID.randomUUID(), kind, NOW, NOW.plus(Duration.ofHours(8)), Optional.of(text), until);
    }

    private StandingOrders orders() {
        return StandingOrders.open(folder.resolve("orders.json"));
    }

    @Test
    void aTerminalThatWasClosedIsClosedAfterTheNextStartUntilItIsOpenedAgain() {
        Directive closure = order(Kind.OUT_OF_SERVICE, Optional.empty());
        assertTrue(orders().take(closure));
        assertTrue(orders().take(order(Kind.NOTICE, Optional.empty())));
        assertEquals(Optional.of(closure), orders().closure(NOW));
        assertTrue(orders().take(order(Kind.BACK_IN_SERVICE, Optional.empty())));
        assertEquals(Optional.empty(), orders().closure(NOW));
        assertTrue(orders().notice(NOW).isPresent());
    }

    @Test
    void whatHoldsForATimeIsOverThen() {
        assertTrue(orders().take(order(Kind.OUT_OF_SERVICE, Optional.of(NOW.plusSeconds(60)))));
        assertTrue(orders().closure(NOW.plusSeconds(59)).isPresent());
        assertEquals(Optional.empty(), orders().closure(NOW.plusSeconds(60)));
    }

    @Test
    void aDiskThatKeepsNothingIsSaidAndChangesNothing() {
        StandingOrders nowhere = StandingOrders.open(folder.resolve("none").resolve("orders.json"));
        assertFalse(nowhere.take(order(Kind.OUT_OF_SERVICE, Optional.empty())));
        assertEquals(Optional.empty(), nowhere.closure(NOW));
    }

    @Test
    void aSpoiledFileHoldsNothing() throws IOException {
        Files.writeString(folder.resolve("orders.json"), "{\"closure\":");
        assertEquals(Optional.empty(), orders().closure(NOW));
    }
}
