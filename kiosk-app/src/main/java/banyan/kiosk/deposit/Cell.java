package banyan.kiosk.deposit;

import banyan.acceptance.Deposit;
import banyan.acceptance.DepositTaken;
import banyan.acceptance.SubmissionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A cell that was opened for somebody and is not free yet. Nothing of a person is in it: a request is named by its random name alone.
 *
 * @param number from 1
 * @param deposit the name under which the centre hears of it
 * @param about the request whose originals they are
 * @param materials codes of those originals
 * @param since when it was opened
 * @param how what became of it; empty while the citizen is still there
 * @param owed the centre is still to be told
 * @param taken staff have emptied it; it is free once the centre's word is kept for sending
 */
public record Cell(
        int number,
        UUID deposit,
        SubmissionId about,
        List<String> materials,
        Instant since,
        Optional<Deposit.How> how,
        boolean owed,
        Optional<DepositTaken> taken) {
    public Cell {
        materials = List.copyOf(materials);
    }

    /** Opened now, for these; nobody knows yet what becomes of it. */
    static Cell opening(int number, UUID deposit, SubmissionId about, List<String> materials, Instant since) {
        return new Cell(number, deposit, about, materials, since, Optional.empty(), false, Optional.empty());
    }

    Cell ended(Deposit.How end) {
        return new Cell(number, deposit, about, materials, since, Optional.of(end), true, taken);
    }

    Cell told() {
        return new Cell(number, deposit, about, materials, since, how, false, taken);
    }

    Cell emptied(DepositTaken by) {
        return new Cell(number, deposit, about, materials, since, how, owed, Optional.of(by));
    }

    /** What the centre is told of it; the same for every repeat. */
    public Deposit word() {
        return new Deposit(about, number, materials, how.orElse(Deposit.How.UNCERTAIN), since);
    }

    /** Somebody must look into it before it can be used again; else it waits to be emptied in good order. */
    public boolean uncertain() {
        return how.filter(Deposit.How.DEPOSITED::equals).isEmpty();
    }
}
