package banyan.kiosk.visit;

import banyan.acceptance.LedgerEntry;
import banyan.cache.Appended;
import banyan.cache.Note;
import banyan.kiosk.documents.PrintLedger;

/** Keeps for sending what the centre is owed about printed paper; only then the ledger forgets that it is owed. */
final class PaperNotes {
    private PaperNotes() {}

    /** Blocks: for the disk's thread. What is not kept now stays owed, in its order. Repeats have one effect, for they say the same. */
    static void send(PrintLedger ledger, Outbox outbox) {
        for (LedgerEntry entry : ledger.owed()) {
            if (!(outbox.append(Note.of(entry)) instanceof Appended.Kept)
                    || !(ledger.told(entry) instanceof PrintLedger.Written.Safe)) {
                return;
            }
        }
    }
}
