package banyan.server.casework;

import banyan.acceptance.CaseProof;
import banyan.acceptance.Refusal;
import banyan.server.progress.LookupCodes;
import banyan.server.progress.LookupTries;
import banyan.server.wire.Names;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds the case that somebody is entitled to. A wrong proof and a number that is none are answered alike, and counted. */
final class CaseFinder {
    private final LookupCodes codes;
    private final LookupTries tries;
    private final CaseBeginnings citizens;

    CaseFinder(LookupCodes codes, LookupTries tries, CaseBeginnings citizens) {
        this.codes = codes;
        this.tries = tries;
        this.citizens = citizens;
    }

    /** What was found. */
    sealed interface Found {
        /** Locked until the transaction ends. */
        record Case(CaseRow row) implements Found {}

        record Not(Refusal refusal) implements Found {}
    }

    /** Whether it can be looked at: a number, and exactly one proof, each of its form. */
    static boolean formed(String number, CaseProof proof) {
        return number.matches("[0-9]{12,15}")
                && proof.code().isPresent() != proof.citizen().isPresent()
                && proof.code().map(code -> code.matches("[0-9]{8}")).orElse(true)
                && proof.citizen().map(Names::isCitizen).orElse(true);
    }

    Found find(Handle handle, String terminal, String number, CaseProof proof, Instant now) {
        if (tries.tooMany(handle, terminal, number, now)) {
            return new Found.Not(Refusal.PROGRESS_TOO_MANY_TRIES);
        }
        boolean entitled = proof.code()
                .map(code -> codes.fits(handle, number, code))
                .orElseGet(() -> isOf(handle, number, proof.citizen().orElse("")));
        Optional<CaseRow> row = entitled ? CaseRows.locked(handle, number) : Optional.empty();
        if (row.isEmpty()) {
            tries.note(handle, terminal, number, now);
            return new Found.Not(Refusal.PROGRESS_UNKNOWN);
        }
        return new Found.Case(row.get());
    }

    private boolean isOf(Handle handle, String number, String citizen) {
        return CaseRows.of(handle, number)
                .map(row -> CaseRows.isOf(handle, row, citizens.citizen(citizen)))
                .orElse(false);
    }
}
