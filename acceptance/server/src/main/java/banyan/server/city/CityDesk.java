package banyan.server.city;

import banyan.acceptance.Refusal;
import banyan.server.casework.CaseRow;
import banyan.server.casework.CaseRows;
import banyan.server.casework.CaseState;
import banyan.server.staff.Audit;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * How cases stand with the city's platform, for the centre's people: those that somebody hands over by hand, and those that are stuck until
 * somebody releases them.
 */
public final class CityDesk {
    private static final int MOST = 200;
    private static final int MOST_WORDS = 2000;

    private final Jdbi rows;
    private final CityPlan plan;
    private final CityForm form;
    private final Advance advance;
    private final Audit audit;
    private final InstantSource clock;

    CityDesk(Jdbi rows, CityPlan plan, CityForm form, Advance advance, Audit audit, InstantSource clock) {
        this.rows = rows;
        this.plan = plan;
        this.form = form;
        this.advance = advance;
        this.audit = audit;
        this.clock = clock;
    }

    /** How it stands with the platform. */
    public record CityStanding(String platform, int waiting, int there, List<CityCase> tasks, List<CityCase> dead) {
        public CityStanding {
            tasks = List.copyOf(tasks);
            dead = List.copyOf(dead);
        }
    }

    /** A case of which somebody has to do something. */
    public record CityCase(
            String number,
            String item,
            Optional<String> theirs,
            Optional<String> stage,
            int tries,
            Instant at,
            Optional<String> code) {
        static CityCase of(CityRows.Row row) {
            return new CityCase(row.number(), row.item(), row.theirs(), row.stage(), row.tries(), row.at(), row.code());
        }
    }

    /** What is to be typed. */
    public record CityFields(SortedMap<String, String> fields) {
        public CityFields {
            fields = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        }

        @Override
        public String toString() {
            return "CityFields[]";
        }
    }

    /** The number that the platform gave. */
    public record CityEntry(String theirs) {}

    /** How it stands there. */
    public record CityOutcome(CaseState stage, String words) {
        @Override
        public String toString() {
            return "CityOutcome[" + stage + "]";
        }
    }

    /** {@code GET /staff/api/city} */
    public Reply get(Call call) {
        CityStanding standing = rows.withHandle(handle -> new CityStanding(
                plan.name(),
                CityRows.count(handle, "WAITING"),
                CityRows.count(handle, "THERE"),
                cases(handle, "way = 'HAND' AND state IN ('WAITING', 'THERE')"),
                cases(handle, "state = 'DEAD'")));
        return Reply.json(200, standing);
    }

    private static List<CityCase> cases(Handle handle, String which) {
        return CityRows.which(handle, which, MOST).stream().map(CityCase::of).toList();
    }

    /** {@code GET /staff/api/city/{number}} */
    public Reply fields(Call call) {
        return of(call, (handle, row) -> {
            if (!isTask(row)) {
                return Reply.refused(Refusal.CASE_STATE);
            }
            audit.note(handle, call.staff(), "CITY-CASE-VIEWED", row.number());
            return Reply.json(200, new CityFields(form.of(handle, row, theCase(handle, row))));
        });
    }

    /** {@code PUT /staff/api/city/{number}/entered} */
    public Reply entered(Call call) {
        Optional<String> theirs = Json.read(call.body(), CityEntry.class)
                .map(CityEntry::theirs)
                .filter(number -> number.matches(RestPlatform.NUMBER));
        if (theirs.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED, List.of("theirs"));
        }
        return of(call, (handle, row) -> {
            if (!isTask(row)) {
                return Reply.refused(Refusal.CASE_STATE);
            }
            if (!row.theirs().equals(theirs)) {
                CityRows.there(handle, row, theirs.get(), clock.instant(), clock.instant());
                audit.note(handle, call.staff(), "CITY-CASE-ENTERED", row.number());
            }
            return Reply.done();
        });
    }

    /** {@code POST /staff/api/city/{number}/outcome} */
    public Reply outcome(Call call) {
        Optional<CityOutcome> read = Json.read(call.body(), CityOutcome.class)
                .filter(outcome -> CityDoor.REACHED.contains(outcome.stage()))
                .filter(outcome -> outcome.words().length() <= MOST_WORDS);
        return read.isEmpty()
                ? Reply.refused(Refusal.MALFORMED, List.of("stage", "words"))
                : of(call, (handle, row) -> outcome(handle, call, row, read.get()));
    }

    private Reply outcome(Handle handle, Call call, CityRows.Row row, CityOutcome outcome) {
        boolean repeated = row.state().equals("ENDED") && row.stage().equals(Optional.of(outcome.stage().name()));
        if (repeated && row.way() == CityPlan.Way.HAND) {
            return Reply.done();
        }
        if (!isTask(row) || row.theirs().isEmpty()) {
            return Reply.refused(Refusal.CASE_STATE);
        }
        Instant now = clock.instant();
        Platform.Told.At told = new Platform.Told.At(outcome.stage(), outcome.words().strip(), new TreeMap<>());
        return switch (advance.to(handle, theCase(handle, row), told, plan.by(), now)) {
            case CONFLICT -> Reply.refused(Refusal.CASE_STATE);
            case NO_GROUNDS -> Reply.refused(Refusal.MALFORMED, List.of("words"));
            case THERE -> {
                if (Advance.isLast(outcome.stage())) {
                    CityRows.ended(handle, row, outcome.stage().name(), now);
                } else {
                    CityRows.heard(handle, row, outcome.stage().name(), now, now);
                }
                audit.note(handle, call.staff(), "CITY-CASE-" + outcome.stage().name().replace('_', '-'), row.number());
                yield Reply.done();
            }
        };
    }

    /** {@code POST /staff/api/city/{number}/again} */
    public Reply again(Call call) {
        return released(call, "CITY-CASE-AGAIN", CityRows.Row::way);
    }

    /** {@code POST /staff/api/city/{number}/by-hand} */
    public Reply byHand(Call call) {
        return released(call, "CITY-CASE-BY-HAND", _ -> CityPlan.Way.HAND);
    }

    private Reply released(Call call, String deed, Function<CityRows.Row, CityPlan.Way> way) {
        return of(call, (handle, row) -> {
            if (!row.state().equals("DEAD")) {
                return Reply.refused(Refusal.CASE_STATE);
            }
            CityRows.again(handle, row, way.apply(row), clock.instant());
            audit.note(handle, call.staff(), deed, row.number());
            return Reply.done();
        });
    }

    private static boolean isTask(CityRows.Row row) {
        return row.way() == CityPlan.Way.HAND && (row.state().equals("WAITING") || row.state().equals("THERE"));
    }

    private static CaseRow theCase(Handle handle, CityRows.Row row) {
        return CaseRows.locked(handle, row.number()).orElseThrow();
    }

    private interface Does {
        Reply with(Handle handle, CityRows.Row row);
    }

    private Reply of(Call call, Does does) {
        return rows.inTransaction(handle -> CityRows.of(handle, call.named("number"))
                .map(row -> does.with(handle, row))
                .orElseGet(() -> Reply.refused(Refusal.PROGRESS_UNKNOWN)));
    }
}
