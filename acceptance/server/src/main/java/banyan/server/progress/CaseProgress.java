package banyan.server.progress;

import banyan.acceptance.Progress;
import banyan.acceptance.ProgressQuery;
import banyan.acceptance.Refusal;
import banyan.server.casework.Stands;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers how a case stands. Who does not hold its receipt learns nothing, not even whether there is such a case. */
public final class CaseProgress {
    private static final Logger LOG = LoggerFactory.getLogger(CaseProgress.class);

    private final Jdbi rows;
    private final LookupCodes codes;
    private final LookupTries tries;
    private final InstantSource clock;

    public CaseProgress(Jdbi rows, LookupCodes codes, LookupTries tries, InstantSource clock) {
        this.rows = rows;
        this.codes = codes;
        this.tries = tries;
        this.clock = clock;
    }

    /** {@code POST /progress} */
    public Reply post(Call call) {
        Optional<ProgressQuery> query = Json.read(call.body(), ProgressQuery.class)
                .filter(read -> read.number().matches("[0-9]{12,15}") && read.code().matches("[0-9]{8}"));
        if (query.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        Instant now = clock.instant();
        return rows.inTransaction(handle -> answer(handle, call.terminal(), query.get(), now));
    }

    private Reply answer(Handle handle, String terminal, ProgressQuery query, Instant now) {
        if (tries.tooMany(handle, terminal, query.number(), now)) {
            LOG.warn("PROGRESS-TOO-MANY-TRIES terminal={}", terminal);
            return Reply.refused(Refusal.PROGRESS_TOO_MANY_TRIES);
        }
        Optional<LookupCodes.Found> found = codes.find(handle, query.number(), query.code());
        if (found.isEmpty()) {
            tries.note(handle, terminal, query.number(), now);
            return Reply.refused(Refusal.PROGRESS_UNKNOWN);
        }
        return Reply.json(
                200,
                of(handle, found.get()).orElseThrow(() -> new IllegalStateException("a lookup code without its receipt")));
    }

    /** How this case stands; empty where it has no receipt. */
    public static Optional<Progress> of(Handle handle, LookupCodes.Found found) {
        return Stands.of(handle, found.terminal(), found.id());
    }
}
