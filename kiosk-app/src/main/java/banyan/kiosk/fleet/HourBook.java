package banyan.kiosk.fleet;

import banyan.acceptance.TerminalHeartbeat.Usage;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.Key;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads out of the terminal's events what was done in each hour of today and of the day before. In memory: a program that ends begins anew. */
public final class HourBook implements Consumer<Event> {
    private static final String NO_ITEM = "-";
    private static final int MOST_WORDS = 32;
    private static final int MOST = 100_000;

    private final InstantSource clock;
    private final ZoneId zone;
    private final Map<Cell, Counts> cells = new HashMap<>();
    private String place = "ATTRACT";
    private boolean completed;
    private boolean housingOpen;
    private boolean powerLow;

    public HourBook(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    private record Cell(LocalDate day, int hour, String item) {}

    private static final class Counts {
        private int begun;
        private int completed;
        private int pages;
        private int help;
        private final Map<String, Integer> abandoned = new TreeMap<>();
        private final Map<String, Integer> refused = new TreeMap<>();
    }

    @Override
    public synchronized void accept(Event event) {
        Map<Key, String> values = event.values();
        switch (event.kind()) {
            case VISIT_BEGAN -> {
                completed = false;
                of(NO_ITEM).begun++;
            }
            case VISIT_MOVED -> place = values.getOrDefault(Key.PLACE, place);
            case VISIT_ENDED -> {
                if (!completed) {
                    count(of(NO_ITEM).abandoned, place);
                }
                completed = true;
            }
            case SUBMISSION_KEPT, CERTIFICATE_ISSUED -> {
                completed = true;
                of(values.getOrDefault(Key.ITEM, NO_ITEM)).completed++;
            }
            case SUBMISSION_REFUSED -> count(of(values.getOrDefault(Key.ITEM, NO_ITEM)).refused, values.getOrDefault(Key.FAULT, "-"));
            case PRINT_ENDED -> of(NO_ITEM).pages += Integer.parseInt(values.getOrDefault(Key.PAGES, "0"));
            case HELP_ASKED -> of(NO_ITEM).help++;
            case HOUSING_OPENED -> housingOpen = true;
            case HOUSING_CLOSED -> housingOpen = false;
            case POWER_LOW -> powerLow = true;
            case POWER_BACK -> powerLow = false;
            // What is counted stands above; all else is told in the log.
            default -> {}
        }
    }

    /** Whether the housing or the power lets nobody begin. */
    synchronized boolean closed() {
        return housingOpen || powerLow;
    }

    /** What was counted, in its order; what is older than yesterday is forgotten. */
    synchronized List<Usage> usage() {
        LocalDate yesterday = clock.instant().atZone(zone).toLocalDate().minusDays(1);
        cells.keySet().removeIf(cell -> cell.day().isBefore(yesterday));
        return cells.entrySet().stream()
                .map(one -> usage(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(Usage::day).thenComparing(Usage::hour).thenComparing(Usage::item))
                .toList();
    }

    private static Usage usage(Cell cell, Counts counts) {
        return new Usage(
                cell.day(),
                cell.hour(),
                cell.item(),
                Math.min(counts.begun, MOST),
                Math.min(counts.completed, MOST),
                counts.abandoned,
                counts.refused,
                Math.min(counts.pages, MOST),
                Math.min(counts.help, MOST));
    }

    private Counts of(String item) {
        ZonedDateTime now = clock.instant().atZone(zone);
        return cells.computeIfAbsent(new Cell(now.toLocalDate(), now.getHour(), item), _ -> new Counts());
    }

    private static void count(Map<String, Integer> counts, String word) {
        String known = Words.of(word);
        if (counts.containsKey(known) || counts.size() < MOST_WORDS) {
            counts.merge(known, 1, (one, more) -> Math.min(MOST, one + more));
        }
    }
}
