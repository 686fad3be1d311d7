package banyan.server.fleet;

import banyan.acceptance.TerminalHeartbeat.Left;
import banyan.acceptance.TerminalHeartbeat.SupplyStanding;
import banyan.server.staff.Audit;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** What is used up at terminals, and the list of those that somebody should visit with more of it. */
public final class Supplies {
    private static final int MOST = 20_000;
    /** Below these it is soon used up: of a hundred, and in sheets. */
    private static final int FEW_PERCENT = 20;
    private static final int FEW_PIECES = 50;

    private final Jdbi rows;
    private final Supplier<Set<String>> known;
    private final Places places;
    private final Audit audit;
    private final InstantSource clock;

    public Supplies(Jdbi rows, Supplier<Set<String>> known, Places places, Audit audit, InstantSource clock) {
        this.rows = rows;
        this.known = known;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    /** How soon somebody must go there, the most urgent first. Not to know is a reason to look, and never enough. */
    public enum Need {
        OUT,
        LOW,
        UNKNOWN,
        ENOUGH
    }

    /**
     * One terminal.
     *
     * @param told whether it says anything of its supplies
     * @param said how long ago, where it was ever heard
     */
    public record Stop(
            String terminal,
            Optional<String> district,
            Optional<String> hall,
            Need need,
            boolean told,
            Optional<Instant> said,
            List<SupplyStanding> supplies) {}

    /** All terminals, those that need somebody first; those of one district together. */
    public record VisitingList(Instant at, List<Stop> stops) {}

    /** {@code GET /staff/api/supplies?form=json|csv} */
    public Reply get(Call call) {
        VisitingList list = list();
        if (call.said("form").filter("csv"::equals).isEmpty()) {
            return Reply.json(200, list);
        }
        rows.useTransaction(handle -> audit.note(handle, call.staff(), "SUPPLIES-EXPORTED", list.stops().size() + " terminals"));
        return new Reply(200, "text/csv; charset=utf-8", csv(list), Map.of("Content-Disposition", "attachment; filename=\"visits.csv\""));
    }

    private VisitingList list() {
        Instant now = clock.instant();
        Map<String, Stop> stops = new TreeMap<>();
        known.get().forEach(terminal -> stops.put(terminal, stop(terminal, Optional.empty(), Optional.empty(), now)));
        rows.useHandle(handle -> handle.createQuery("SELECT terminal, heard_at, supplies FROM heartbeat LIMIT :most")
                .bind("most", MOST)
                .map((row, _) -> stop(row, now))
                .forEach(stop -> stops.put(stop.terminal(), stop)));
        return new VisitingList(now, stops.values().stream()
                .sorted(Comparator.comparing(Stop::need).thenComparing(stop -> stop.district().orElse("~")).thenComparing(Stop::terminal))
                .toList());
    }

    private Stop stop(ResultSet row, Instant now) throws SQLException {
        return stop(
                row.getString("terminal"),
                Optional.of(row.getTimestamp("heard_at").toInstant()),
                Optional.ofNullable(row.getBytes("supplies")).flatMap(json -> Json.read(json, Devices.Supplies.class)).map(Devices.Supplies::all),
                now);
    }

    private Stop stop(String terminal, Optional<Instant> heard, Optional<List<SupplyStanding>> said, Instant now) {
        boolean fresh = heard.filter(at -> Duration.between(at, now).compareTo(PointStanding.SILENCE) <= 0).isPresent();
        List<SupplyStanding> supplies = said.orElse(List.of());
        Need worst = supplies.stream().map(Supplies::need).min(Comparator.naturalOrder()).orElse(Need.UNKNOWN);
        // What was empty an hour ago is empty until somebody has been there; what was full then is not known any more.
        Need need = fresh || worst.compareTo(Need.UNKNOWN) < 0 ? worst : Need.UNKNOWN;
        Optional<Places.Place> place = places.of(terminal);
        return new Stop(terminal, place.map(Places.Place::district), place.map(Places.Place::hall), need, said.isPresent(), heard, supplies);
    }

    /** Of one supply. A bin fills up instead: what its device counts is how full it is, which is no need until it says so. */
    static Need need(SupplyStanding one) {
        return switch (one.left()) {
            case OUT -> Need.OUT;
            case LOW -> Need.LOW;
            case ENOUGH -> Need.ENOUGH;
            case UNKNOWN -> Need.UNKNOWN;
            case PERCENT, PIECES -> {
                if (one.kind().equals("BIN")) {
                    yield Need.ENOUGH;
                }
                int few = one.left() == Left.PERCENT ? FEW_PERCENT : FEW_PIECES;
                yield one.count().map(count -> count == 0 ? Need.OUT : count < few ? Need.LOW : Need.ENOUGH).orElse(Need.UNKNOWN);
            }
        };
    }

    /** Names and codes have no comma, quote or line end, but a hall's name may; none begins what a spreadsheet would calculate. */
    private static byte[] csv(VisitingList list) {
        StringBuilder csv = new StringBuilder("\uFEFFneed,district,hall,terminal,device,supply,kind,left,count,heard\r\n");
        for (Stop stop : list.stops()) {
            String head = stop.need() + "," + stop.district().orElse("") + "," + quoted(stop.hall().orElse("")) + "," + stop.terminal() + ",";
            String heard = stop.said().map(Instant::toString).orElse("");
            if (stop.supplies().isEmpty()) {
                csv.append(head).append(",,,UNKNOWN,,").append(heard).append("\r\n");
            }
            stop.supplies().forEach(one -> csv.append(head)
                    .append(String.join(",", one.device(), one.name(), one.kind(), one.left().name()))
                    .append(',')
                    .append(one.count().map(String::valueOf).orElse(""))
                    .append(',')
                    .append(heard)
                    .append("\r\n"));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        String plain = text.isEmpty() || "=+-@".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return "\"" + plain.replace("\"", "\"\"") + "\"";
    }
}
