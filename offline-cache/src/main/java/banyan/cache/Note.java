package banyan.cache;

import banyan.acceptance.Consent;
import banyan.acceptance.Deposit;
import banyan.acceptance.DepositTaken;
import banyan.acceptance.DraftCode;
import banyan.acceptance.Evaluation;
import banyan.acceptance.LedgerEntry;
import banyan.acceptance.NoteReceipt;
import banyan.acceptance.PaperDraft;
import banyan.acceptance.PrintReport;
import banyan.acceptance.Readiness;
import banyan.acceptance.Sha256;
import banyan.acceptance.Trouble;
import banyan.acceptance.Unaccepted;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * A small thing owed to the centre that is no submission: an evaluation, a trouble that stopped somebody, a deposit, how the
 * terminal stands. It goes through the same outbox under a name of its own, so that repeats have one effect.
 *
 * @param kind where it goes
 * @param name its name for ever: the case evaluated, the trouble's trace number, the certificate's request, the deposit
 * @param body what is sent, as it is
 */
public record Note(Kind kind, String name, byte[] body) {
    /** What a note is, and therefore its place at the centre. Its number stands on the disk and never changes its meaning. */
    public enum Kind {
        EVALUATION(1, "/api/v1/evaluations/", ""),
        TROUBLE(2, "/api/v1/troubles/", ""),
        PRINTED(3, "/api/v1/certificates/", "/printed"),
        VOID(4, "/api/v1/certificates/", "/void"),
        DEPOSIT(5, "/api/v1/deposits/", ""),
        DEPOSIT_TAKEN(6, "/api/v1/deposits/", "/taken"),
        READINESS(7, "/api/v1/readiness/", ""),
        CONSENT(8, "/api/v1/consents/", ""),
        LEDGER(9, "/api/v1/ledger/", ""),
        UNACCEPTED(10, "/api/v1/unaccepted/", ""),
        PAPER_DRAFT(11, "/api/v1/paper-drafts/", ""),
        PAPER_DRAFT_USED(12, "/api/v1/paper-drafts/", "/used");

        private final int number;
        private final String before;
        private final String after;

        Kind(int number, String before, String after) {
            this.number = number;
            this.before = before;
            this.after = after;
        }

        /** As it stands on the disk; 0 is a submission. */
        int number() {
            return number;
        }

        /** The kind of this number; empty for a submission, and for what a newer program has written. */
        static Optional<Kind> of(int number) {
            return Arrays.stream(values()).filter(kind -> kind.number == number).findFirst();
        }

        /** What the centre's receipt calls it; empty for those of which the centre only says that it has taken note. */
        Optional<String> receipted() {
            return switch (this) {
                case CONSENT -> Optional.of(NoteReceipt.CONSENT);
                case LEDGER -> Optional.of(NoteReceipt.LEDGER);
                case PAPER_DRAFT -> Optional.of(NoteReceipt.PAPER_DRAFT);
                // Its own word is kept: who takes care of it.
                case UNACCEPTED -> Optional.empty();
                case EVALUATION, TROUBLE, PRINTED, VOID, DEPOSIT, DEPOSIT_TAKEN, READINESS, PAPER_DRAFT_USED ->
                    Optional.empty();
            };
        }

        /** What this terminal has signed comes as a PDF, all else as JSON. */
        String mediaType() {
            return switch (this) {
                case READINESS -> Readiness.MEDIA_TYPE;
                case EVALUATION, TROUBLE, PRINTED, VOID, DEPOSIT, DEPOSIT_TAKEN, CONSENT, LEDGER, UNACCEPTED, PAPER_DRAFT,
                    PAPER_DRAFT_USED -> "application/json";
            };
        }

        String path(String name) {
            return before + name + after;
        }
    }

    public Note {
        if (!name.matches("[0-9A-Za-z-]{1,64}")) {
            throw new IllegalArgumentException("not the name of a note");
        }
    }

    /** What the citizen thought of a case: the submission's id or the certificate's request. */
    public static Note of(UUID about, Evaluation evaluation) {
        return new Note(Kind.EVALUATION, about.toString(), Wire.write(evaluation));
    }

    /** What could not be got done, under the trace number that the screen showed. */
    public static Note of(String trace, Trouble trouble) {
        return new Note(Kind.TROUBLE, trace, Wire.write(trouble));
    }

    /** What became of a certificate's paper. */
    public static Note of(UUID certificate, PrintReport report) {
        return new Note(Kind.PRINTED, certificate.toString(), Wire.write(report));
    }

    /** That a certificate must not verify. */
    public static Note voided(UUID certificate) {
        return new Note(Kind.VOID, certificate.toString(), new byte[0]);
    }

    /** What became of a cell of the cabinet, under the name that its deposit has. */
    public static Note of(UUID deposit, Deposit what) {
        return new Note(Kind.DEPOSIT, deposit.toString(), Wire.write(what));
    }

    /** That staff have emptied it. */
    public static Note of(UUID deposit, DepositTaken taken) {
        return new Note(Kind.DEPOSIT_TAKEN, deposit.toString(), Wire.write(taken));
    }

    /** How the terminal stands, as a PDF that it has signed. */
    public static Note readiness(UUID name, byte[] pdf) {
        return new Note(Kind.READINESS, name.toString(), pdf);
    }

    /** To which words the citizen of a request agreed; named by what it says. */
    public static Note of(Consent consent) {
        byte[] body = Wire.write(consent);
        ByteBuffer hash = ByteBuffer.wrap(HexFormat.of().parseHex(Sha256.of(body).hex()));
        return new Note(Kind.CONSENT, new UUID(hash.getLong(), hash.getLong()).toString(), body);
    }

    /** A line of the ledger of printed paper. */
    public static Note of(LedgerEntry entry) {
        return new Note(Kind.LEDGER, entry.name(), Wire.write(entry));
    }

    /** What was filled in, under the code on its citizen's paper. */
    public static Note of(DraftCode code, PaperDraft draft) {
        return new Note(Kind.PAPER_DRAFT, code.name().hex(), Wire.write(draft));
    }

    /** That the draft of this name was handed in, or is not wanted any more. */
    public static Note paperDraftUsed(Sha256 name) {
        return new Note(Kind.PAPER_DRAFT_USED, name.hex(), new byte[0]);
    }

    /** That a submission of this name, which was kept, cannot be handed over as it is. */
    static Note of(String submission, Unaccepted said) {
        return new Note(Kind.UNACCEPTED, submission, Wire.write(said));
    }

    /**
     * The last word about a note.
     *
     * @param refused why the centre will never take it; empty: it has it
     */
    public record End(Kind kind, String name, Optional<String> refused) {}

    @Override
    public String toString() {
        return "Note[" + kind + "]";
    }
}
