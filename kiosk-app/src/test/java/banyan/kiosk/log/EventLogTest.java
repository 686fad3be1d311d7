package banyan.kiosk.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T12:46:12.345678Z"));

    @TempDir
    Path folder;

    @Test
    void anEventIsOneLineOfJson() throws IOException {
        try (EventLog log = EventLog.open(folder, CLOCK)) {
            log.write(Event.of(EventKind.PRINT_WAITS)
                    .with(Key.FAULT, new Code("PAPER-OUT"))
                    .with(Key.PAGES, 1));
        }
        assertEquals(
                "{\"at\":\"2026-11-20T12:46:12.345Z\",\"kind\":\"PRINT_WAITS\",\"fault\":\"PAPER-OUT\",\"pages\":1}\n",
                Files.readString(folder.resolve("events.jsonl")));
    }

    @Test
    void neitherANameNorANumberOfAPersonPassesAsACode() {
        assertEquals("UNFIT", new Code("张三丰").text());
        assertEquals("UNFIT", new Code("350102199003071234").text());
        assertEquals("UNFIT", new Code("a sentence").text());
    }

    @Test
    void aKeyThatTheKindDoesNotHaveIsABug() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Event.of(EventKind.VISIT_BEGAN).with(Key.PAGES, 1));
    }

    @Test
    void theListInTheDocumentationIsTheListInTheCode() throws IOException {
        Path docs = Path.of("..", "docs", "events.md");
        assertEquals(
                EventList.page(),
                Files.readString(docs),
                "run banyan.kiosk.log.EventList and put its output into docs/events.md");
    }
}
