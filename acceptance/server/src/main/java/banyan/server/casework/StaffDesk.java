package banyan.server.casework;

import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.server.casework.Inbox.Key;
import banyan.server.casework.Inbox.Tab;
import banyan.server.intake.ItemBook;
import banyan.server.staff.Audit;
import banyan.server.staff.Role;
import banyan.server.staff.Staff;
import banyan.server.store.PaperStore;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import banyan.server.wire.Route;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What clerks and supervisors ask about cases. Who looks at one is written down before it is shown. */
public final class StaffDesk {
    /** Browsers show these; anything else is only ever a file to keep. */
    private static final Set<String> SHOWN = Set.of("image/jpeg", "application/pdf");

    private static final int SOON = 2;

    private final Jdbi rows;
    private final PaperStore store;
    private final Audit audit;
    private final Deeds deeds;
    private final Inbox inbox;
    private final CaseViews views;
    private final WorkCalendar calendar;
    private final InstantSource clock;

    public StaffDesk(
            Jdbi rows, ItemBook items, PaperStore store, Audit audit, WorkCalendar calendar, InstantSource clock) {
        this.rows = rows;
        this.store = store;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
        this.deeds = new Deeds(items, new Casework(calendar), calendar);
        this.inbox = new Inbox(items);
        this.views = new CaseViews(items);
    }

    /** {@code GET /staff/api/cases} */
    public Reply inbox(Call call) {
        Optional<Inbox.Wanted> wanted = wanted(call);
        if (wanted.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        LocalDate today = calendar.day(clock.instant());
        return rows.inTransaction(handle -> {
            audit.note(handle, call.staff(), "CASES-LISTED", wanted.get().tab().name());
            // Where the calendar ends, soon is a matter of days: nobody is kept from looking at what may be due.
            LocalDate soon = calendar.after(today, SOON).orElse(today.plusDays(SOON));
            return Reply.json(200, inbox.page(handle, wanted.get(), call.staff().number(), today, soon));
        });
    }

    private static Optional<Inbox.Wanted> wanted(Call call) {
        Optional<Tab> tab = one(Tab.values(), call.said("tab").orElse("FREE"));
        Optional<CaseState> state = call.said("state").flatMap(said -> one(CaseState.values(), said));
        String most = call.said("most").orElse("50");
        Optional<Key> behind = call.said("after").flatMap(StaffDesk::key);
        boolean wrong = call.said("state").isPresent() != state.isPresent()
                || call.said("after").isPresent() != behind.isPresent()
                || !most.matches("[1-9][0-9]?|100");
        return wrong
                ? Optional.empty()
                : tab.map(known -> new Inbox.Wanted(
                        known, call.said("department"), state, behind, Math.min(Inbox.MOST, Integer.parseInt(most))));
    }

    private static <T extends Enum<T>> Optional<T> one(T[] all, String said) {
        return Arrays.stream(all).filter(one -> one.name().equals(said)).findFirst();
    }

    private static Optional<Key> key(String said) {
        if (!said.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}\\.[0-9]{12,15}")) {
            return Optional.empty();
        }
        int dot = said.indexOf('.');
        try {
            return Optional.of(new Key(LocalDate.parse(said.substring(0, dot)), said.substring(dot + 1)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** {@code GET /staff/api/cases/{number}} */
    public Reply view(Call call) {
        return rows.inTransaction(handle -> CaseRows.of(handle, call.named("number"))
                .map(row -> {
                    audit.note(handle, call.staff(), "CASE-VIEWED", row.number());
                    return shown(handle, row, call.staff());
                })
                .orElseGet(() -> Reply.refused(Refusal.PROGRESS_UNKNOWN)));
    }

    private Reply shown(Handle handle, CaseRow row, Staff staff) {
        LocalDate today = calendar.day(clock.instant());
        return Reply.json(200, views.of(handle, row, today, deeds.possible(handle, row, staff, today)));
    }

    /** {@code POST /staff/api/cases/{number}/deeds} */
    public Reply deed(Call call) {
        Optional<DeedOrder> order = Json.read(call.body(), DeedOrder.class);
        if (order.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return rows.inTransaction(handle -> {
            Optional<CaseRow> row = CaseRows.locked(handle, call.named("number"));
            if (row.isEmpty()) {
                return Reply.refused(Refusal.PROGRESS_UNKNOWN);
            }
            return switch (deeds.act(handle, row.get(), order.get(), call.staff(), now)) {
                case Deeds.Did.Not(var refusal, var parts) -> Reply.refused(refusal, parts);
                case Deeds.Did.It(var after, var deed) -> {
                    audit.note(handle, call.staff(), "CASE-" + deed.code(), after.number());
                    yield shown(handle, after, call.staff());
                }
            };
        });
    }

    /** {@code GET /staff/api/cases/{number}/papers/{hash}} */
    public Reply paper(Call call) throws IOException {
        Optional<Sha256> hash = Names.hash(call.named("hash"));
        Optional<CaseFile.Held> held = hash.isEmpty()
                ? Optional.empty()
                : rows.inTransaction(handle -> CaseRows.of(handle, call.named("number"))
                        .flatMap(row -> CaseFile.of(handle, row).paper(hash.get()))
                        .map(paper -> {
                            audit.note(
                                    handle,
                                    call.staff(),
                                    "CASE-PAPER-VIEWED",
                                    call.named("number") + " " + paper.paper().material() + " " + paper.paper().page());
                            return paper;
                        }));
        return held.isEmpty() ? Reply.refused(Refusal.PROGRESS_UNKNOWN) : bytes(held.get());
    }

    private Reply bytes(CaseFile.Held held) throws IOException {
        boolean shown = SHOWN.contains(held.paper().mediaType());
        try (InputStream in = store.open(held.terminal(), held.under(), held.paper().hash())) {
            return new Reply(
                            200, shown ? held.paper().mediaType() : "application/octet-stream", in.readAllBytes())
                    .with(Map.of(
                            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'self'",
                            "Content-Disposition", shown ? "inline" : "attachment; filename=paper.bin"));
        }
    }

    /** Everything of it, in the order of {@code staff-openapi.yaml}. */
    public List<Route> routes() {
        Set<Role> who = Set.of(Role.CLERK, Role.SUPERVISOR);
        return List.of(
                Route.staff("GET", "/staff/api/cases", who, this::inbox),
                Route.staff("GET", "/staff/api/case-departments", who, this::departments),
                Route.staff("GET", "/staff/api/cases/{number}", who, this::view),
                Route.staff("POST", "/staff/api/cases/{number}/deeds", who, this::deed),
                Route.staff("GET", "/staff/api/cases/{number}/papers/{hash}", who, this::paper));
    }

    /** {@code GET /staff/api/case-departments}: those with cases that are not over. */
    public Reply departments(Call call) {
        return rows.withHandle(handle -> Reply.json(
                200,
                new Departments(handle.createQuery("""
                                WITH RECURSIVE one AS (
                                    (SELECT department FROM case_file WHERE open ORDER BY department LIMIT 1)
                                    UNION ALL
                                    SELECT (SELECT department FROM case_file WHERE open AND department > one.department
                                            ORDER BY department LIMIT 1)
                                    FROM one WHERE one.department IS NOT NULL)
                                SELECT department FROM one WHERE department IS NOT NULL
                                """)
                        .mapTo(String.class)
                        .list())));
    }

    /** By name. */
    public record Departments(List<String> departments) {}
}
