package banyan.server.casework;

import banyan.acceptance.CasesQuery;
import banyan.acceptance.MyCases;
import banyan.acceptance.Refusal;
import banyan.acceptance.Withdrawal;
import banyan.server.store.CentreSecret;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What citizens can do about their cases at a terminal, but for answering and collecting. */
public final class CitizensDesk {
    private static final Logger LOG = LoggerFactory.getLogger(CitizensDesk.class);

    private final Jdbi rows;
    private final Casework casework;
    private final CaseFinder finder;
    private final CaseBeginnings citizens;
    private final CardTries tries;
    private final byte[] lookups;
    private final InstantSource clock;

    /** @param lookups secret under which it is kept who was looked up, the same as for facts */
    CitizensDesk(
            Jdbi rows,
            Casework casework,
            CaseFinder finder,
            CaseBeginnings citizens,
            CardTries tries,
            byte[] lookups,
            InstantSource clock) {
        this.rows = rows;
        this.casework = casework;
        this.finder = finder;
        this.citizens = citizens;
        this.tries = tries;
        this.lookups = lookups.clone();
        this.clock = clock;
    }

    /** {@code POST /cases/mine} */
    public Reply mine(Call call) {
        Optional<CasesQuery> query =
                Json.read(call.body(), CasesQuery.class).filter(read -> Names.isCitizen(read.citizen()));
        if (query.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        String citizen = query.get().citizen();
        Instant now = clock.instant();
        return rows.inTransaction(handle -> {
            if (!tries.may(handle, call.terminal(), citizen, now)) {
                LOG.warn("CASES-TOO-MANY-TRIES terminal={}", call.terminal());
                return Reply.refused(Refusal.CASES_TOO_MANY_TRIES);
            }
            note(handle, call.terminal(), citizen, now);
            return Reply.json(
                    200,
                    new MyCases(CaseRows.ofCitizen(handle, citizens.citizen(citizen), MyCases.MOST).stream()
                            .map(row -> Stands.of(handle, row))
                            .toList()));
        });
    }

    private void note(Handle handle, String terminal, String citizen, Instant now) {
        handle.createUpdate("INSERT INTO lookup (terminal, item, citizen, at) VALUES (:terminal, 'cases', :citizen, :at)")
                .bind("terminal", terminal)
                .bind("citizen", CentreSecret.keyedHash(lookups, citizen))
                .bind("at", now)
                .execute();
    }

    /** {@code PUT /cases/{number}/withdrawn} */
    public Reply withdraw(Call call) {
        String number = call.named("number");
        Optional<Withdrawal> read = Json.read(call.body(), Withdrawal.class)
                .filter(said -> CaseFinder.formed(number, said.proof()));
        if (read.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return rows.inTransaction(handle -> switch (finder.find(handle, call.terminal(), number, read.get().proof(), now)) {
            case CaseFinder.Found.Not(var refusal) -> Reply.refused(refusal);
            case CaseFinder.Found.Case(var row) -> withdrawn(handle, row, now);
        });
    }

    private Reply withdrawn(Handle handle, CaseRow row, Instant now) {
        if (row.state() == CaseState.WITHDRAWN) {
            return Reply.json(200, Stands.of(handle, row));
        }
        return switch (casework.act(handle, row, new Deed.Withdraw(), "citizen", now)) {
            case Casework.Outcome.Not(var refusal) -> Reply.refused(refusal);
            case Casework.Outcome.Done(var after) -> Reply.json(200, Stands.of(handle, after));
        };
    }
}
