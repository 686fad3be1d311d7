package banyan.server.fleet;

import banyan.acceptance.TerminalHeartbeat.StepTime;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What was done today, by what terminals say and what the centre has. What nobody knows has no value but a reason; it is never zero.
 */
public final class Figures {
    private static final int HOURS = 24;
    private static final int LEVELS = 5;
    private static final int HUNDRED = 100;
    private static final String NOBODY_SAID = "NO-TERMINAL-SAID";
    private static final String NOTHING_YET = "NOTHING-YET";

    private final Jdbi rows;
    private final Supplier<Set<String>> known;
    private final InstantSource clock;
    private final ZoneId zone;

    public Figures(Jdbi rows, Supplier<Set<String>> known, InstantSource clock, ZoneId zone) {
        this.rows = rows;
        this.known = known;
        this.clock = clock;
        this.zone = zone;
    }

    /** In what a value is told. */
    public enum Unit {
        COUNT,
        PERCENT,
        SECONDS
    }

    /**
     * One figure.
     *
     * @param value empty where nobody knows it
     * @param unknown why nobody does; where there is no value and nowhere else
     */
    public record Figure(String name, Unit unit, Optional<Double> value, Optional<String> unknown) {}

    /** Figures that belong together. */
    public record Theme(String theme, List<Figure> figures) {}

    /** How many ended a visit at this place before anything was done. */
    public record LeftAt(String place, int times) {}

    /**
     * All of it.
     *
     * @param saying so many terminals have said something of today, of so many that are known
     * @param hours completed in each hour; empty where no terminal has said
     * @param steps longest first; empty where no terminal has said how long they took
     * @param ratings how many of each level of today, the worst level first
     */
    public record Day(
            Instant at,
            LocalDate day,
            int saying,
            int terminals,
            List<Theme> themes,
            Optional<List<Integer>> hours,
            Optional<List<StepTime>> steps,
            Optional<List<LeftAt>> left,
            List<Integer> ratings) {}

    /** {@code GET /staff/api/figures} */
    public Reply get(Call call) {
        Instant now = clock.instant();
        Day day = rows.withHandle(handle -> day(handle, now));
        return Reply.json(200, day);
    }

    private Day day(Handle handle, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, zone);
        Tally tally = new Tally();
        handle.createQuery("SELECT terminal, hour, begun, completed, pages, help, more FROM terminal_hour WHERE day = :day")
                .bind("day", day)
                .map((row, _) -> tally.and(
                        row.getString("terminal"),
                        row.getInt("hour"),
                        new int[] {row.getInt("begun"), row.getInt("completed"), row.getInt("pages"), row.getInt("help")},
                        Json.read(row.getBytes("more"), Heartbeats.More.class)))
                .forEach(_ -> {});
        Span today = new Span(day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
        List<Integer> ratings = IntStream.rangeClosed(1, LEVELS).mapToObj(level -> rated(handle, today, level)).toList();
        int terminals = known.get().size();
        return new Day(
                now,
                day,
                tally.terminals.size(),
                terminals,
                themes(handle, today, tally, terminals, now, ratings),
                tally.said() ? Optional.of(IntStream.of(tally.hours).boxed().toList()) : Optional.empty(),
                tally.timed ? Optional.of(tally.steps()) : Optional.empty(),
                tally.said() ? Optional.of(tally.left()) : Optional.empty(),
                ratings);
    }

    private record Span(Instant from, Instant to) {}

    private static List<Theme> themes(Handle handle, Span today, Tally tally, int terminals, Instant now, List<Integer> ratings) {
        int rated = ratings.stream().mapToInt(count -> count).sum();
        int content = ratings.subList(2, LEVELS).stream().mapToInt(count -> count).sum();
        return List.of(
                new Theme("OVERVIEW", List.of(
                        count("terminals", terminals),
                        count("answering", heard(handle, now)),
                        said(tally, "begun", tally.begun),
                        said(tally, "completed", tally.completed),
                        count("alarms", number(handle, "SELECT count(*) FROM alarm WHERE closed_at IS NULL")))),
                new Theme("EFFICIENCY", List.of(
                        share("completed share", tally.said(), tally.completed, tally.begun, NOBODY_SAID),
                        mean("visit takes", tally.seconds(), tally.timed ? tally.begun : 0, tally.timed ? NOTHING_YET : NOBODY_SAID),
                        said(tally, "help", tally.help),
                        mean("alarm taken after", handle, today, "held_at"),
                        mean("alarm closed after", handle, today, "closed_at"))),
                new Theme("INNOVATION", List.of(
                        count("certificates", in(handle, today, "certificate", "issued_at")),
                        count("drafts", in(handle, today, "draft", "saved_at") + in(handle, today, "paper_draft", "arrived_at")),
                        count("numbers", in(handle, today, "ticket", "taken_at")),
                        count("lookups", in(handle, today, "lookup", "at")))),
                new Theme("DIGITAL", List.of(
                        count("received", in(handle, today, "receipt", "received_at")),
                        said(tally, "pages printed", tally.pages),
                        count("ratings", rated),
                        share("content", true, content, rated, NOTHING_YET))));
    }

    private static Figure count(String name, long value) {
        return new Figure(name, Unit.COUNT, Optional.of((double) value), Optional.empty());
    }

    private static Figure said(Tally tally, String name, long value) {
        return tally.said() ? count(name, value) : new Figure(name, Unit.COUNT, Optional.empty(), Optional.of(NOBODY_SAID));
    }

    private static Figure share(String name, boolean said, long part, long whole, String why) {
        return said && whole > 0
                ? new Figure(name, Unit.PERCENT, Optional.of((double) part * HUNDRED / whole), Optional.empty())
                : new Figure(name, Unit.PERCENT, Optional.empty(), Optional.of(said ? NOTHING_YET : why));
    }

    private static Figure mean(String name, double seconds, long times, String why) {
        return times > 0
                ? new Figure(name, Unit.SECONDS, Optional.of(seconds / times), Optional.empty())
                : new Figure(name, Unit.SECONDS, Optional.empty(), Optional.of(why));
    }

    /** Of the alarms of today: how long after they were raised, where that has come. */
    private static Figure mean(String name, Handle handle, Span today, String until) {
        Optional<Double> seconds = handle.createQuery("SELECT avg(extract(epoch FROM " + until
                        + " - raised_at))::float8 AS seconds FROM alarm WHERE raised_at >= :from AND held_at IS NOT NULL AND " + until + " IS NOT NULL")
                .bind("from", today.from())
                .map((row, _) -> Optional.ofNullable(row.getObject("seconds", Double.class)))
                .one();
        return new Figure(name, Unit.SECONDS, seconds, seconds.isPresent() ? Optional.empty() : Optional.of(NOTHING_YET));
    }

    private static long in(Handle handle, Span today, String table, String at) {
        return handle.createQuery("SELECT count(*) FROM " + table + " WHERE " + at + " >= :from AND " + at + " < :to")
                .bind("from", today.from())
                .bind("to", today.to())
                .mapTo(Long.class)
                .one();
    }

    private static long number(Handle handle, String query) {
        return handle.createQuery(query).mapTo(Long.class).one();
    }

    private static long heard(Handle handle, Instant now) {
        return handle.createQuery("SELECT count(*) FROM heartbeat WHERE heard_at >= :since")
                .bind("since", now.minus(PointStanding.SILENCE))
                .mapTo(Long.class)
                .one();
    }

    private static int rated(Handle handle, Span today, int level) {
        return handle.createQuery("SELECT count(*) FROM evaluation WHERE given_at >= :from AND given_at < :to AND level = :level")
                .bind("from", today.from())
                .bind("to", today.to())
                .bind("level", level)
                .mapTo(Integer.class)
                .one();
    }

    /** What the terminals have said of the day, added up. */
    private static final class Tally {
        private final Set<String> terminals = new HashSet<>();
        private final int[] hours = new int[HOURS];
        private final Map<String, Integer> abandoned = new TreeMap<>();
        private final Map<String, StepTime> stays = new TreeMap<>();
        private long begun;
        private long completed;
        private long pages;
        private long help;
        private boolean timed;

        Tally and(String terminal, int hour, int[] counts, Optional<Heartbeats.More> more) {
            terminals.add(terminal);
            begun += counts[0];
            completed += counts[1];
            hours[hour] += counts[1];
            pages += counts[2];
            help += counts[3];
            more.ifPresent(one -> {
                one.abandoned().forEach((place, times) -> abandoned.merge(place, times, Integer::sum));
                timed |= one.steps().isPresent();
                one.steps().stream().flatMap(List::stream).forEach(step -> stays.merge(
                        step.step(), step, (was, add) -> new StepTime(was.step(), was.times() + add.times(), was.seconds() + add.seconds())));
            });
            return this;
        }

        boolean said() {
            return !terminals.isEmpty();
        }

        double seconds() {
            return stays.values().stream().mapToLong(StepTime::seconds).sum();
        }

        List<StepTime> steps() {
            return stays.values().stream().sorted(Comparator.comparingLong(StepTime::seconds).reversed()).toList();
        }

        List<LeftAt> left() {
            return abandoned.entrySet().stream()
                    .map(one -> new LeftAt(one.getKey(), one.getValue()))
                    .sorted(Comparator.comparingInt(LeftAt::times).reversed())
                    .toList();
        }
    }
}
