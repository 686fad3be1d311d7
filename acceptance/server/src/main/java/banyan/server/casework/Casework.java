package banyan.server.casework;

import banyan.acceptance.CaseStand;
import banyan.acceptance.Refusal;
import banyan.server.store.Outbox;
import banyan.server.wire.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Does deeds: the state, the clock, the trace, and what others are to be told, all in the caller's transaction. */
public final class Casework {
    private final WorkCalendar calendar;

    public Casework(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** What became of a deed. */
    public sealed interface Outcome {
        record Done(CaseRow row) implements Outcome {}

        record Not(Refusal refusal) implements Outcome {}
    }

    /**
     * Does one.
     *
     * @param row locked by the caller
     * @param by as in {@link CaseEvent}
     */
    public Outcome act(Handle handle, CaseRow row, Deed deed, String by, Instant now) {
        Optional<CaseState> next = CaseFlow.next(row.state(), deed);
        if (next.isEmpty()) {
            return new Outcome.Not(Refusal.CASE_STATE);
        }
        CaseRow after = row.now(next.get(), holder(row, deed), clock(row, next.get(), now));
        CaseRows.write(
                handle,
                after,
                new CaseEvent(after.version(), deed.code(), after.state(), by, now, code(deed), words(deed)));
        keep(handle, after, deed, now);
        if (after.state() != row.state() || deed instanceof Deed.Remind) {
            String kind = deed instanceof Deed.Remind
                    ? "CASE-REMINDED"
                    : "CASE-" + after.state().name().replace('_', '-');
            Outbox.add(handle, row.terminal(), kind, row.id().toString(), now);
        }
        return new Outcome.Done(after);
    }

    private PromiseClock clock(CaseRow row, CaseState next, Instant now) {
        return next.asked()
                ? row.clock().stopped(now, calendar.day(now), calendar.days())
                : row.clock().going(calendar.day(now), calendar.days());
    }

    private static Optional<String> holder(CaseRow row, Deed deed) {
        return switch (deed) {
            case Deed.Claim(var clerk) -> Optional.of(clerk);
            case Deed.HandOver(var to) -> to;
            case Deed.Accept _, Deed.DontAccept _, Deed.Begin _, Deed.Ask _, Deed.Answer _, Deed.GoOn _, Deed.Grant _, Deed.Refuse _,
                    Deed.Issue _, Deed.Withdraw _, Deed.Note _, Deed.Compare _, Deed.Remind _ -> row.clerk();
        };
    }

    private static Optional<String> code(Deed deed) {
        return switch (deed) {
            case Deed.Ask(var asked, _) -> Optional.of(asked.ask().toString());
            case Deed.Answer(var supplement) -> Optional.of(supplement.toString());
            case Deed.Claim(var clerk) -> Optional.of(clerk);
            case Deed.Compare(var material) -> Optional.of(material);
            case Deed.HandOver(var to) -> to;
            case Deed.Accept _, Deed.DontAccept _, Deed.Begin _, Deed.GoOn _, Deed.Grant _, Deed.Refuse _, Deed.Issue _,
                    Deed.Withdraw _, Deed.Note _, Deed.Remind _ -> Optional.empty();
        };
    }

    private static Optional<String> words(Deed deed) {
        return switch (deed) {
            case Deed.Note(var words) -> Optional.of(words);
            case Deed.Ask(_, var again) -> again;
            case Deed.DontAccept _, Deed.Grant _, Deed.Refuse _, Deed.Accept _, Deed.Begin _, Deed.Answer _, Deed.GoOn _, Deed.Issue _,
                    Deed.Withdraw _, Deed.Claim _, Deed.HandOver _, Deed.Compare _, Deed.Remind _ -> Optional.empty();
        };
    }

    private void keep(Handle handle, CaseRow row, Deed deed, Instant now) {
        switch (deed) {
            case Deed.Ask(var asked, _) -> Asks.write(handle, row, asked);
            case Deed.Answer _, Deed.GoOn _, Deed.Withdraw _, Deed.DontAccept _ -> {
                Asks.close(handle, row);
                if (deed instanceof Deed.DontAccept(var decision)) {
                    decide(handle, row, decision, new TreeMap<>(), now);
                }
            }
            case Deed.Grant(var decision, var data) -> decide(handle, row, decision, data, now);
            case Deed.Refuse(var decision, var data) -> decide(handle, row, decision, data, now);
            case Deed.Remind _ -> Asks.reminded(handle, row, now);
            case Deed.Accept _, Deed.Begin _, Deed.Issue _, Deed.Claim _, Deed.HandOver _, Deed.Note _, Deed.Compare _ -> {}
        }
    }

    private static void decide(
            Handle handle, CaseRow row, CaseStand.Decision decision, SortedMap<String, String> data, Instant now) {
        handle.createUpdate("""
                        INSERT INTO case_decision (terminal, id, body, data, at) VALUES (:terminal, :id, :body, :data, :at)
                        """)
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .bind("body", Json.write(decision))
                .bind("data", Json.write(new DecisionData(data)))
                .bind("at", now)
                .execute();
    }

    /** What the document says besides the decision, by name. */
    public record DecisionData(SortedMap<String, String> values) {
        @Override
        public String toString() {
            return "DecisionData[]";
        }
    }
}
