package banyan.kiosk.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.cache.Counters;
import banyan.cache.Counters.Level;
import banyan.device.Deadline;
import banyan.device.Depth;
import banyan.device.Device;
import banyan.device.DeviceState;
import banyan.device.Nameplate;
import banyan.device.Outcome;
import banyan.device.Printer;
import banyan.device.Supply;
import banyan.device.Tally;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceBookTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path folder;

    /** A printer of which only what it says of itself matters. */
    private record Piece(String number, Tally tally, int sheets) implements Printer {
        @Override
        public String id() {
            return "printer";
        }

        @Override
        public DeviceState state() {
            return DeviceState.ready();
        }

        @Override
        public Nameplate nameplate() {
            return new Nameplate(Optional.empty(), Optional.empty(), Optional.of(number), Optional.empty());
        }

        @Override
        public List<Supply> supplies() {
            return List.of(new Supply("main", Supply.Kind.SHEETS, new Supply.Level.Pieces(sheets)));
        }

        @Override
        public void start(Device.StateListener listener) {}

        @Override
        public Outcome<DeviceState> examine(Depth depth, Deadline deadline) {
            return Outcome.done(state());
        }

        @Override
        public Outcome<DeviceState> reset(Deadline deadline) {
            return Outcome.done(state());
        }

        @Override
        public void forget() {}

        @Override
        public void close() {}

        @Override
        public Outcome<PrintTask> print(PrintJob job, PrintListener listener, Deadline deadline) {
            throw new UnsupportedOperationException("nobody prints here");
        }
    }

    private Counters open() {
        return assertInstanceOf(Counters.Opening.Open.class, Counters.open(folder.resolve("counters.db")))
                .counters();
    }

    /** One run of the terminal with this piece at its place: what the book says at its end. */
    private DeviceRecord run(Piece piece, Instant at) {
        try (Counters counters = open();
                var book = new DeviceBook(List.of(piece), counters, InstantSource.fixed(at))) {
            book.note();
            book.note();
            book.pages("printer", 4, 3);
            return book.records().getFirst();
        }
    }

    @Test
    void thePlaceGoesOnCountingWhereThePieceIsReplaced() {
        run(new Piece("A-1", new Tally(5, Map.of("PAPER-JAM", 2L)), 200), MONDAY);
        run(new Piece("A-1", new Tally(1, Map.of()), 200), MONDAY);
        var replaced = run(new Piece("B-2", new Tally(4, Map.of("PAPER-JAM", 1L)), 200), MONDAY);
        assertEquals(Map.of("done", 10L, "failed PAPER-JAM", 3L, "due", 12L, "pages", 9L), replaced.place());
        assertEquals(Map.of("done", 4L, "failed PAPER-JAM", 1L, "due", 4L, "pages", 3L), replaced.piece());
        var back = run(new Piece("A-1", Tally.NONE, 200), MONDAY);
        assertEquals(Map.of("done", 6L, "failed PAPER-JAM", 2L, "due", 12L, "pages", 9L), back.piece());
    }

    @Test
    void whatIsLeftIsDividedByWhatADayTakes() {
        run(new Piece("A-1", Tally.NONE, 250), MONDAY);
        var record = run(new Piece("A-1", Tally.NONE, 200), MONDAY.plusSeconds(86_400));
        assertEquals(OptionalInt.of(4), record.supplies().getFirst().days());
    }

    @Test
    void fillingUpIsNoUseAndTooLittleIsNoForecast() {
        assertEquals(OptionalInt.empty(), Forecast.days(List.of()));
        assertEquals(OptionalInt.empty(), Forecast.days(List.of(new Level(0, 250), new Level(5, 100))));
        assertEquals(OptionalInt.empty(), Forecast.days(List.of(new Level(0, 100), new Level(48, 250))));
        assertEquals(
                OptionalInt.of(9),
                Forecast.days(List.of(new Level(0, 50), new Level(24, 10), new Level(25, 250), new Level(48, 240))));
    }

    @Test
    void whatIsNotFlushedIsKnownAndWhatIsFlushedIsThereAfterAPowerCut() {
        Counters counters = open();
        counters.count(Counters.Owner.PLACE, "printer", "done", 7);
        assertEquals(Map.of("done", 7L), counters.counts(Counters.Owner.PLACE, "printer"));
        assertEquals(true, counters.flush());
        counters.count(Counters.Owner.PLACE, "printer", "done", 1);
        counters.close();
        try (Counters again = open()) {
            assertEquals(Map.of("done", 8L), again.counts(Counters.Owner.PLACE, "printer"));
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndNothingElseHappens() throws java.io.IOException {
        Path file = folder.resolve("counters.db");
        java.nio.file.Files.writeString(file, "this is no database, and it is long enough not to be taken for an empty one");
        assertEquals(new Counters.Opening.Refused("COUNTERS-UNREADABLE"), Counters.open(file));
    }
}
