package banyan.server.city;

import banyan.server.casework.CaseRow;
import banyan.server.casework.CaseRows;
import banyan.server.register.Rest;
import banyan.server.store.Rounds;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks with the platform, one case after the other: hands over what waits and asks how that stands which is there. A case is taken in one
 * transaction, spoken of outside of any, and what was heard is written in another: whoever is killed between leaves it to be handed over again
 * under the same name. A platform that fails is left alone for a while, which costs no case a try.
 */
public final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int MOST_A_ROUND = 200;
    private static final int LOOKED_AT = 10;

    private final Jdbi rows;
    private final CityPlan plan;
    private final Optional<Spoken> spoken;
    private final CityForm form;
    private final Advance advance;
    private final InstantSource clock;
    private final Rounds rounds = new Rounds("courier", this::round);

    /** A platform, how it is spoken to, and whether it is. */
    private record Spoken(Platform platform, CityDoor door, Rest breaker) {}

    /** @param platform for the cases that go over an interface */
    Courier(Jdbi rows, CityPlan plan, Optional<Platform> platform, CityForm form, Advance advance, InstantSource clock) {
        this.rows = rows;
        this.plan = plan;
        this.spoken = platform.flatMap(one -> plan.rest().map(door -> new Spoken(one, door, breaker(door, clock))));
        this.form = form;
        this.advance = advance;
        this.clock = clock;
    }

    private static Rest breaker(CityDoor door, InstantSource clock) {
        return new Rest("city", LOOKED_AT, door.rest(), 1, clock, state -> LOG.warn("PLATFORM-{}", state));
    }

    /** From now on it goes its rounds. */
    public void start() {
        rounds.start();
    }

    /** Enters what is to go there and speaks of all that is due, within a bound; of how many cases it did. */
    public int round() {
        rows.useTransaction(handle -> CityRows.enlist(handle, plan.items(), clock.instant()));
        int count = 0;
        while (spoken.isPresent() && count < MOST_A_ROUND && one(spoken.get())) {
            count++;
        }
        return count;
    }

    private boolean one(Spoken to) {
        if (!to.breaker().mayAsk()) {
            return false;
        }
        Optional<CityRows.Row> due = rows.inTransaction(handle -> CityRows.take(handle, clock.instant()));
        if (due.isEmpty()) {
            to.breaker().notAsked();
            return false;
        }
        boolean answered = false;
        try {
            answered = due.get().theirs().isPresent()
                    ? asked(to, due.get(), due.get().theirs().get())
                    : pushed(to, due.get());
        } finally {
            if (answered) {
                to.breaker().answered();
            } else {
                to.breaker().unanswered();
            }
        }
        return true;
    }

    private boolean pushed(Spoken to, CityRows.Row row) {
        Optional<SortedMap<String, String>> filled = rows.inTransaction(handle -> {
            CaseRow now = CaseRows.of(handle, row.terminal(), row.id()).orElseThrow();
            if (!now.state().open()) {
                // Withdrawn, or decided here, before anybody there heard of it.
                CityRows.ended(handle, row, now.state().name(), clock.instant());
                return Optional.empty();
            }
            SortedMap<String, String> said = form.of(handle, row, now);
            if (!form.isWhole(row, said)) {
                stuck(handle, row, "NUMBERS-OF-THE-DAY-USED-UP", clock.instant());
                return Optional.empty();
            }
            return Optional.of(said);
        });
        if (filled.isEmpty()) {
            return true;
        }
        Platform.Pushed said = to.platform().push(row.id(), filled.get());
        Instant now = clock.instant();
        rows.useTransaction(handle -> {
            switch (said) {
                case Platform.Pushed.Taken(var theirs) ->
                    CityRows.there(handle, row, theirs, now.plus(to.door().between()), now);
                case Platform.Pushed.Later(var code) -> CityRows.later(handle, row, code, now);
                case Platform.Pushed.Never(var code) -> stuck(handle, row, code, now);
            }
        });
        return !(said instanceof Platform.Pushed.Later);
    }

    private boolean asked(Spoken to, CityRows.Row row, String theirs) {
        Platform.Told told = to.platform().ask(theirs);
        Instant now = clock.instant();
        rows.useTransaction(handle -> {
            switch (told) {
                case Platform.Told.At at -> moved(handle, row, at, now.plus(to.door().between()), now);
                case Platform.Told.Nothing _ -> CityRows.unchanged(handle, row, now.plus(to.door().between()), now);
                case Platform.Told.Later(var code) -> CityRows.later(handle, row, code, now);
                case Platform.Told.Never(var code) -> stuck(handle, row, code, now);
            }
        });
        return !(told instanceof Platform.Told.Later);
    }

    private void moved(Handle handle, CityRows.Row row, Platform.Told.At at, Instant next, Instant now) {
        CaseRow locked = CaseRows.locked(handle, row.number()).orElseThrow();
        switch (advance.to(handle, locked, at, plan.by(), now)) {
            case CONFLICT -> stuck(handle, row, "DECIDED-OTHERWISE-HERE", now);
            case NO_GROUNDS -> stuck(handle, row, "NO-GROUNDS", now);
            case THERE -> {
                if (Advance.isLast(at.stage())) {
                    CityRows.ended(handle, row, at.stage().name(), now);
                } else {
                    CityRows.heard(handle, row, at.stage().name(), next, now);
                }
            }
        }
    }

    private static void stuck(Handle handle, CityRows.Row row, String code, Instant now) {
        LOG.warn("CITY-CASE-STUCK {}", code);
        CityRows.dead(handle, row, code, now);
    }

    @Override
    public void close() {
        rounds.close();
    }
}
