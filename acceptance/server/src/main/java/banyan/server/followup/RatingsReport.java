package banyan.server.followup;

import banyan.acceptance.Refusal;
import banyan.server.staff.Audit;
import banyan.server.wire.Call;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * 好差评 as it is reported upwards: a line for each rating, checked against its form before it leaves, and how many came in time and whole.
 * No citizen is in it; who rated is kept nowhere.
 */
public final class RatingsReport {
    /** 政务大厅其他终端: a self-service terminal. */
    static final int TERMINAL_CHANNEL = 5;

    /** What has arrived here by then after it was given was in time. */
    static final Duration IN_TIME = Duration.ofHours(24);

    private static final int MOST = 50_000;
    private static final int MOST_DAYS = 366;
    private static final int MOST_ITEM = 36;
    private static final int MOST_NUMBER = 50;
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final List<String> HEADINGS = List.of(
            "projectNo", "itemCode", "stage", "acceptedAt", "channel", "satisfaction", "reasons", "ratedAt", "arrivedAt", "wrong");

    private final Jdbi rows;
    private final Audit audit;
    private final ZoneId zone;

    public RatingsReport(Jdbi rows, Audit audit, ZoneId zone) {
        this.rows = rows;
        this.audit = audit;
        this.zone = zone;
    }

    /**
     * One rating.
     *
     * @param projectNo 办件编号
     * @param stage 1 受理 (handed in), 2 办结 (a certificate that was issued)
     * @param satisfaction 1 非常不满意 … 5 非常满意
     * @param wrong names of the fields that are not of their form; such a line is not fit to be reported
     */
    public record Line(
            String projectNo,
            String itemCode,
            int stage,
            String acceptedAt,
            int channel,
            int satisfaction,
            List<String> reasons,
            String ratedAt,
            String arrivedAt,
            List<String> wrong) {
        public Line {
            reasons = List.copyOf(reasons);
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * How many.
     *
     * @param inTime arrived within a day of being given
     * @param whole of their form
     * @param content of the three upper levels
     */
    public record Figures(int ratings, int inTime, int whole, int content) {}

    /** The lines of these days and their figures. */
    public record Report(LocalDate from, LocalDate to, Figures figures, List<Line> lines) {
        public Report {
            lines = List.copyOf(lines);
        }
    }

    private record Read(Line line, boolean inTime) {}

    /** {@code GET /staff/api/ratings?from=&to=&form=json|csv}: of the days from the first to the last. */
    public Reply get(Call call) {
        Optional<LocalDate> from = day(call, "from");
        Optional<LocalDate> to = day(call, "to");
        if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get()) || from.get().plusDays(MOST_DAYS).isBefore(to.get())) {
            return Reply.refused(Refusal.MALFORMED, List.of("from", "to"));
        }
        Report report = rows.inTransaction(handle -> {
            audit.note(handle, call.staff(), "RATINGS-EXPORTED", from.get() + " " + to.get());
            return report(handle, from.get(), to.get());
        });
        return call.said("form").filter("csv"::equals).isPresent()
                ? new Reply(200, "text/csv; charset=utf-8", csv(report))
                : Reply.json(200, report);
    }

    private Report report(Handle handle, LocalDate from, LocalDate to) {
        List<Read> read = handle.createQuery("""
                        SELECT e.level, e.reasons, e.given_at, e.arrived_at, r.acceptance_number, r.received_at, s.item,
                            c.number, c.issued_at, c.item AS printed
                        FROM evaluation e
                        LEFT JOIN receipt r ON r.terminal = e.terminal AND r.id = e.case_id
                        LEFT JOIN submission s ON s.terminal = e.terminal AND s.id = e.case_id
                        LEFT JOIN certificate c ON c.terminal = e.terminal AND c.request = e.case_id
                        WHERE e.given_at >= :from AND e.given_at < :to ORDER BY e.given_at, e.case_id LIMIT :most
                        """)
                .bind("from", from.atStartOfDay(zone).toInstant())
                .bind("to", to.plusDays(1).atStartOfDay(zone).toInstant())
                .bind("most", MOST)
                .map((row, _) -> read(row))
                .list();
        Figures figures = new Figures(
                read.size(),
                count(read.stream().filter(Read::inTime)),
                count(read.stream().filter(one -> one.line().wrong().isEmpty())),
                count(read.stream().filter(one -> one.line().satisfaction() > FollowUps.BAD)));
        return new Report(from, to, figures, read.stream().map(Read::line).toList());
    }

    private static int count(java.util.stream.Stream<Read> some) {
        return Math.toIntExact(some.count());
    }

    private Read read(ResultSet row) throws SQLException {
        boolean issued = row.getString("number") != null;
        Instant given = row.getTimestamp("given_at").toInstant();
        Instant arrived = row.getTimestamp("arrived_at").toInstant();
        java.sql.Timestamp accepted = row.getTimestamp(issued ? "issued_at" : "received_at");
        Line line = new Line(
                orNothing(row.getString(issued ? "number" : "acceptance_number")),
                orNothing(row.getString(issued ? "printed" : "item")),
                issued ? 2 : 1,
                accepted == null ? "" : digits(accepted.toInstant()),
                TERMINAL_CHANNEL,
                row.getInt("level"),
                List.of((String[]) row.getArray("reasons").getArray()),
                digits(given),
                digits(arrived),
                List.of());
        return new Read(with(line, wrong(line)), !arrived.isAfter(given.plus(IN_TIME)));
    }

    private static Line with(Line line, List<String> wrong) {
        return new Line(
                line.projectNo(),
                line.itemCode(),
                line.stage(),
                line.acceptedAt(),
                line.channel(),
                line.satisfaction(),
                line.reasons(),
                line.ratedAt(),
                line.arrivedAt(),
                wrong);
    }

    /** Judged here, before anybody else refuses it. */
    static List<String> wrong(Line line) {
        List<String> wrong = new ArrayList<>();
        if (!line.projectNo().matches("[0-9A-Za-z-]{1," + MOST_NUMBER + "}")) {
            wrong.add("projectNo");
        }
        if (!Names.isCode(line.itemCode()) || line.itemCode().length() > MOST_ITEM) {
            wrong.add("itemCode");
        }
        if (!line.acceptedAt().matches("[0-9]{14}")) {
            wrong.add("acceptedAt");
        }
        if (line.satisfaction() < 1 || line.satisfaction() > 5) {
            wrong.add("satisfaction");
        }
        if (!line.reasons().stream().allMatch(Names::isEvent)) {
            wrong.add("reasons");
        }
        // A terminal whose clock is wrong says that it was rated before it was handed in, or after it came here.
        if (line.ratedAt().compareTo(line.arrivedAt()) > 0 || line.ratedAt().compareTo(line.acceptedAt()) < 0) {
            wrong.add("ratedAt");
        }
        return wrong;
    }

    private byte[] csv(Report report) {
        StringBuilder csv = new StringBuilder(String.join(",", HEADINGS)).append("\r\n");
        for (Line line : report.lines()) {
            csv.append(Arrays.asList(
                                    line.projectNo(),
                                    line.itemCode(),
                                    Integer.toString(line.stage()),
                                    line.acceptedAt(),
                                    Integer.toString(line.channel()),
                                    Integer.toString(line.satisfaction()),
                                    String.join(" ", line.reasons()),
                                    line.ratedAt(),
                                    line.arrivedAt(),
                                    String.join(" ", line.wrong()))
                            .stream()
                            .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<LocalDate> day(Call call, String name) {
        try {
            return call.said(name).map(LocalDate::parse);
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private String digits(Instant at) {
        return DIGITS.format(at.atZone(zone));
    }

    private static String orNothing(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
