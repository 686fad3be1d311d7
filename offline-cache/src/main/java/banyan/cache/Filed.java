package banyan.cache;

import banyan.acceptance.Receipt;
import banyan.acceptance.Reckoning;
import banyan.acceptance.Reckoning.State;
import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import java.util.Optional;
import java.util.UUID;

/**
 * A submission as the terminal's own book has it.
 *
 * @param name its id
 * @param number what the citizen holds
 * @param payload hash of the payload; empty where a damaged receipt is all that is left
 * @param receipt the centre's, as far as it can be read
 * @param erased the receipt was taken away because its time was over: it is not missed
 */
record Filed(String name, String number, State state, Optional<Sha256> payload, Optional<Receipt> receipt, boolean erased) {
    static Filed of(Pending entry) {
        State state = switch (entry.state()) {
            case KEPT -> State.KEPT;
            case SENT -> State.SENT;
            case REFUSED -> State.REFUSED;
        };
        return new Filed(entry.name(), entry.number(), state, Optional.of(entry.payload()), Optional.empty(), false);
    }

    /** One whose receipt took its place. */
    static Filed of(StoredReceipt stored, boolean erased) {
        Optional<Receipt> receipt = stored.receipt();
        return new Filed(stored.name(), stored.number(), State.RECEIVED, receipt.map(Receipt::payload), receipt, erased);
    }

    SubmissionId id() {
        return new SubmissionId(UUID.fromString(name));
    }

    /** Whether the terminal holds the centre's word for it, or has held it as long as it should. */
    boolean receipted() {
        return erased || receipt.isPresent();
    }

    Reckoning.Line line() {
        return new Reckoning.Line(id(), number, payload, state, receipt.map(Receipt::acceptanceNumber));
    }

    @Override
    public String toString() {
        return "Filed[" + state + "]";
    }
}
