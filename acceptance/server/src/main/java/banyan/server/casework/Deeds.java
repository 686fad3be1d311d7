package banyan.server.casework;

import banyan.acceptance.CaseStand;
import banyan.acceptance.Refusal;
import banyan.server.intake.CaseTerms;
import banyan.server.intake.ItemBook;
import banyan.server.staff.Role;
import banyan.server.staff.Staff;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Does what staff ordered, if it is theirs to do and the case is where they saw it. */
final class Deeds {
    private static final CaseStand.Decision ANY = new CaseStand.Decision(
            CaseStand.Decision.Outcome.GRANTED, Instant.EPOCH, List.of(), "");
    /** By code, one of each kind, for finding out what can be done. */
    private static final Map<String, Deed> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry("CLAIM", new Deed.Claim("")),
            Map.entry("HAND-OVER", new Deed.HandOver(Optional.empty())),
            Map.entry("NOTE", new Deed.Note("")),
            Map.entry("COMPARE", new Deed.Compare("")),
            Map.entry("ACCEPT", new Deed.Accept()),
            Map.entry("DONT-ACCEPT", new Deed.DontAccept(ANY)),
            Map.entry("BEGIN", new Deed.Begin()),
            Map.entry("GO-ON", new Deed.GoOn()),
            Map.entry(
                    "ASK",
                    new Deed.Ask(
                            new CaseStand.Asked(new UUID(0, 0), Instant.EPOCH, Optional.empty(), 1, "", List.of()),
                            Optional.empty())),
            Map.entry("GRANT", new Deed.Grant(ANY, new TreeMap<>())),
            Map.entry("REFUSE", new Deed.Refuse(ANY, new TreeMap<>())),
            Map.entry("ISSUE", new Deed.Issue())));

    private final ItemBook items;
    private final Casework casework;
    private final DeedReader reader;
    private final WorkCalendar calendar;

    Deeds(ItemBook items, Casework casework, WorkCalendar calendar) {
        this.items = items;
        this.casework = casework;
        this.reader = new DeedReader(calendar);
        this.calendar = calendar;
    }

    /** What became of it. */
    sealed interface Did {
        record It(CaseRow row, Deed deed) implements Did {}

        record Not(Refusal refusal, List<String> parts) implements Did {
            static Not of(Refusal refusal) {
                return new Not(refusal, List.of());
            }
        }
    }

    /** @param row locked */
    Did act(Handle handle, CaseRow row, DeedOrder order, Staff staff, Instant now) {
        if (order.version() != row.version()) {
            // What has happened meanwhile, so that the one who comes second need not guess.
            return new Did.Not(Refusal.CASE_CHANGED, since(handle, row, order.version()));
        }
        CaseTerms terms = items.terms(row.item(), row.itemVersion());
        return switch (reader.read(order, terms, staff.number(), Asks.count(handle, row), now)) {
            case DeedReader.Read.Wrong(var parts) -> new Did.Not(Refusal.MALFORMED, parts);
            case DeedReader.Read.It(var deed) -> {
                Optional<Did.Not> objection = objection(handle, row, deed, staff, calendar.day(now));
                yield objection.isPresent() ? objection.get() : done(handle, row, deed, staff, now);
            }
        };
    }

    private Did done(Handle handle, CaseRow row, Deed deed, Staff staff, Instant now) {
        return switch (casework.act(handle, row, deed, "staff " + staff.number(), now)) {
            case Casework.Outcome.Not(var refusal) -> Did.Not.of(refusal);
            case Casework.Outcome.Done(var after) -> new Did.It(after, deed);
        };
    }

    private static List<String> since(Handle handle, CaseRow row, int version) {
        return CaseRows.events(handle, row, Math.max(0, version)).stream()
                .map(event -> event.seq() + " " + event.deed() + " " + event.by())
                .toList();
    }

    private static Optional<Did.Not> objection(Handle handle, CaseRow row, Deed deed, Staff staff, LocalDate today) {
        if (CaseFlow.next(row.state(), deed).isEmpty() || (deed instanceof Deed.GoOn && !overdue(handle, row, today))) {
            return Optional.of(Did.Not.of(Refusal.CASE_STATE));
        }
        if (!mayTouch(row, deed, staff)) {
            return Optional.of(Did.Not.of(Refusal.CASE_HELD));
        }
        boolean toNobody = deed instanceof Deed.HandOver(var to) && to.isPresent() && !isClerk(handle, to.get());
        return toNobody ? Optional.of(new Did.Not(Refusal.MALFORMED, List.of("to"))) : Optional.empty();
    }

    /** What is decided is decided by whoever holds the case. A supervisor may take it from anybody, and hand it on. */
    private static boolean mayTouch(CaseRow row, Deed deed, Staff staff) {
        boolean mine = row.clerk().equals(Optional.of(staff.number()));
        boolean supervisor = staff.roles().contains(Role.SUPERVISOR);
        return switch (deed) {
            case Deed.Note _ -> true;
            case Deed.Claim _ -> row.clerk().isEmpty() || mine || supervisor;
            case Deed.HandOver _ -> mine || supervisor;
            case Deed.Accept _, Deed.DontAccept _, Deed.Begin _, Deed.Ask _, Deed.Answer _, Deed.GoOn _, Deed.Grant _, Deed.Refuse _,
                    Deed.Issue _, Deed.Withdraw _, Deed.Compare _, Deed.Remind _ -> mine;
        };
    }

    private static boolean overdue(Handle handle, CaseRow row, LocalDate today) {
        return Asks.open(handle, row).flatMap(CaseStand.Asked::until).map(today::isAfter).orElse(false);
    }

    private static boolean isClerk(Handle handle, String number) {
        return handle.createQuery("SELECT 1 FROM staff WHERE number = :number AND NOT shut AND 'CLERK' = ANY (roles)")
                .bind("number", number)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** The codes of what this person can do now. */
    List<String> possible(Handle handle, CaseRow row, Staff staff, LocalDate today) {
        return KINDS.entrySet().stream()
                .filter(kind -> objection(handle, row, kind.getValue(), staff, today).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }
}
