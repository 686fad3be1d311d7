package banyan.server.clerk;

import banyan.acceptance.Progress;
import banyan.acceptance.Refusal;
import banyan.acceptance.SlipAnswer;
import banyan.acceptance.SlipQuery;
import banyan.server.progress.CaseProgress;
import banyan.server.progress.LookupCodes;
import banyan.server.progress.LookupTries;
import banyan.server.progress.SlipCodes;
import banyan.server.wire.Call;
import banyan.server.wire.CentreKey;
import banyan.server.wire.Json;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Answers whoever holds a slip, at any terminal. What has not come from its own terminal yet is not known here. */
public final class Slips {
    private final Jdbi rows;
    private final SlipCodes codes;
    private final LookupTries tries;
    private final AssignedRows assigned;
    private final CentreKey key;
    private final InstantSource clock;

    public Slips(
            Jdbi rows, SlipCodes codes, LookupTries tries, AssignedRows assigned, CentreKey key, InstantSource clock) {
        this.rows = rows;
        this.codes = codes;
        this.tries = tries;
        this.assigned = assigned;
        this.key = key;
        this.clock = clock;
    }

    /** {@code POST /slips} */
    public Reply post(Call call) {
        Optional<SlipQuery> query = Json.read(call.body(), SlipQuery.class)
                .filter(read -> read.number().matches("[0-9A-Za-z]{1,16}-[2-9A-Z]{4}") && read.code().matches("[0-9]{8}"));
        return query.isEmpty()
                ? Reply.refused(Refusal.MALFORMED)
                : rows.inTransaction(handle -> answer(handle, call.terminal(), query.get(), clock.instant()));
    }

    private Reply answer(Handle handle, String terminal, SlipQuery query, Instant now) {
        if (tries.tooMany(handle, terminal, query.number(), now)) {
            return Reply.refused(Refusal.PROGRESS_TOO_MANY_TRIES);
        }
        Optional<LookupCodes.Found> found = codes.find(handle, query.number(), query.code());
        if (found.isEmpty()) {
            tries.note(handle, terminal, query.number(), now);
            return Reply.refused(Refusal.PROGRESS_UNKNOWN);
        }
        Optional<Progress> progress = CaseProgress.of(handle, found.get());
        return Reply.json(
                200,
                new SlipAnswer(
                        query.number(),
                        progress,
                        progress.isPresent()
                                ? Optional.empty()
                                : assigned.assignment(handle, found.get().terminal(), found.get().id(), key.id())));
    }
}
