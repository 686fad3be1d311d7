package banyan.kiosk.fleet;

import banyan.acceptance.TerminalHeartbeat;
import banyan.acceptance.TerminalHeartbeat.StepTime;
import banyan.acceptance.TerminalHeartbeat.Usage;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads out of the terminal's events what was done in each hour of today and of the day before. In memory: a program that ends begins anew. */
public final class HourBook implements Consumer<Event> {
    private static final String NO_ITEM = "-";
    private static final int MOST_WORDS = 32;
    private static final int MOST = 100_000;
    private static final long MOST_SECONDS = 100_000_000;
    private static final String NOBODY_HERE = "ATTRACT";

    private final InstantSource clock;
    private final ZoneId zone;
    private final Map<Cell, Counts> cells = new HashMap<>();
    private String place = NOBODY_HERE;
    private Instant since;
    private boolean completed;
    private boolean housingOpen;
    private boolean powerLow;

    public HourBook(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
        this.since = clock.instant();
    }

    private record Cell(LocalDate day, int hour, String item) {}

    private static final class Counts {
        private int begun;
        private int completed;
        private int pages;
        private int help;
        private final Map<String, Integer> abandoned = new TreeMap<>();
        private final Map<String, Integer> refused = new TreeMap<>();
        private final Map<String, Stay> stays = new TreeMap<>();
    }

    private record Stay(int times, long seconds) {
        Stay and(long more) {
            return new Stay(Math.min(MOST, times + 1), Math.min(MOST_SECONDS, seconds + more));
        }
    }

    @Override
    public synchronized void accept(Event event) {
        Map<Key, String> values = event.values();
        switch (event.kind()) {
            case VISIT_BEGAN -> {
                completed = false;
                of(NO_ITEM).begun++;
            }
            case VISIT_MOVED -> move(values.getOrDefault(Key.PLACE, place));
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

    /** A step that nobody is at takes no time; how long a terminal waits for somebody is not how long somebody waits. */
    private void move(String next) {
        Instant now = clock.instant();
        Map<String, Stay> stays = of(NO_ITEM).stays;
        String left = Words.of(place);
        if (!place.equals(NOBODY_HERE) && (stays.containsKey(left) || stays.size() < TerminalHeartbeat.MOST_STEPS)) {
            long seconds = Math.max(0, Duration.between(since, now).toSeconds());
            stays.put(left, stays.getOrDefault(left, new Stay(0, 0)).and(seconds));
        }
        place = next;
        since = now;
    }

    /** Whether nobody is in the middle of anything. */
    synchronized boolean idle() {
        return place.equals(NOBODY_HERE);
    }

    /** What lets nobody begin: the housing or the power; empty where neither does. */
    synchronized Optional<String> closed() {
        return housingOpen ? Optional.of("HOUSING-OPEN") : powerLow ? Optional.of("POWER-LOW") : Optional.empty();
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
                Math.min(counts.help, MOST),
                Optional.of(counts.stays.entrySet().stream()
                        .map(one -> new StepTime(one.getKey(), one.getValue().times(), one.getValue().seconds()))
                        .toList()));
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
