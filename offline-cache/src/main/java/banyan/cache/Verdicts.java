package banyan.cache;

import banyan.acceptance.Refusal;

/**
 * The one table that says what an answer means. Every code of the interface has its row, so that a new one does not compile without; of
 * what a newer centre may say besides, the status decides.
 */
final class Verdicts {
    private Verdicts() {}

    /** What was sent. */
    enum Sent {
        /** A submission's payload. */
        SUBMISSION,
        /** A paper, whole. */
        PAPER,
        /** A part of a paper, or a question about it. */
        CHUNK,
        /** A note. */
        NOTE,
        /** A question, for which nothing is kept. */
        QUESTION
    }

    static Verdict of(Sent sent, Reply<CentreClient.Raw> reply) {
        return switch (reply) {
            case Reply.Answered<CentreClient.Raw>(var raw) -> answered(sent, raw.status());
            case Reply.Refused<CentreClient.Raw> no -> refused(sent, no);
            case Reply.Unreachable<CentreClient.Raw>(var code) -> unreachable(code);
        };
    }

    /** Refused under the centre's signature. */
    static Verdict refused(Sent sent, Reply.Refused<?> no) {
        return Refusal.ofCode(no.code()).map(Verdicts::row).orElseGet(() -> unknown(sent, no.status()));
    }

    /** No answer of the centre's; what the disk has spoilt is nobody else's fault. */
    static Verdict unreachable(String code) {
        return code.equals(CentreClient.PAPER_DAMAGED) ? Verdict.ASIDE : Verdict.WAY;
    }

    /** Any other success is none: "accepted" or "partial" is no word that it is kept. */
    private static Verdict answered(Sent sent, int status) {
        return switch (status) {
            case 200, 201 -> Verdict.TAKEN;
            case 202 -> sent == Sent.SUBMISSION ? Verdict.LACKING : Verdict.ENTRY;
            case 204 -> sent == Sent.SUBMISSION ? Verdict.ENTRY : Verdict.TAKEN;
            default -> Verdict.ENTRY;
        };
    }

    private static Verdict row(Refusal refusal) {
        return switch (refusal) {
            case TERMINAL_UNKNOWN, TERMINAL_REVOKED, SIGNATURE_INVALID, CLOCK_SKEW -> Verdict.TERMINAL;
            case CENTRE_BUSY, STORE_AWAY -> Verdict.CENTRE;
            case TRANSFER_UNDER_WAY, UPLOAD_UNDER_WAY, REQUEST_REPLAYED -> Verdict.SOON;
            case SUBMISSION_UNKNOWN, UPLOAD_UNKNOWN, UPLOAD_OFFSET, CHUNK_DIFFERS -> Verdict.ANEW;
            // A paper that finds no room and an item the centre has not yet: what has no papers, or another item, fares better.
            case STORE_FULL, ITEM_UNKNOWN, ITEM_VERSION_UNKNOWN -> Verdict.ENTRY;
            // A centre that is older than this terminal, or the wrong one: no fault of what was sent.
            case ROUTE_UNKNOWN, METHOD_UNKNOWN, REQUEST_UNREADABLE, TUS_VERSION_UNKNOWN -> Verdict.ENTRY;
            // Said of a terminal's key alone.
            case ENROLMENT_REFUSED, KEY_SPENT, KEY_DIFFERS -> Verdict.ENTRY;
            // A department's trouble, and no word about the centre.
            case CENTRE_FAULT,
                    PROVIDER_AWAY,
                    BODY_SLOW,
                    PAPER_DIFFERS,
                    UPLOAD_MALFORMED,
                    UPLOADS_TOO_MANY,
                    PROGRESS_TOO_MANY_TRIES,
                    CASES_TOO_MANY_TRIES -> Verdict.ENTRY;
            case BODY_TOO_LARGE,
                    MALFORMED,
                    SUBMISSION_MISNAMED,
                    SUBMISSION_DIFFERS,
                    ANSWERS_INVALID,
                    PAPERS_INVALID,
                    PAPERS_TOO_MANY,
                    PAPERS_TOO_LARGE,
                    CERTIFICATE_DIFFERS,
                    DRAFT_UNKNOWN,
                    DRAFT_EXPIRED,
                    DRAFT_USED,
                    DRAFT_CHANGED,
                    PARAMETERS_INVALID,
                    CERTIFICATE_UNKNOWN,
                    CERTIFICATE_VOID,
                    PRINT_DIFFERS,
                    NOTHING_ON_RECORD,
                    EVALUATION_UNPROVEN,
                    EVALUATION_DIFFERS,
                    TROUBLE_DIFFERS,
                    DEPOSIT_DIFFERS,
                    READINESS_UNPROVEN,
                    READINESS_DIFFERS,
                    DIRECTIVE_UNKNOWN,
                    RECORD_DIFFERS,
                    CASE_STATE,
                    CASE_CHANGED,
                    CASE_HELD,
                    SUPPLEMENT_OVER,
                    SUPPLEMENT_DIFFERS,
                    RESULT_TAKEN,
                    APPOINTMENT_NOT_OFFERED,
                    APPOINTMENT_FULL,
                    APPOINTMENT_TWICE,
                    APPOINTMENT_BARRED,
                    APPOINTMENT_UNKNOWN,
                    APPOINTMENT_OVER,
                    APPOINTMENT_EARLY,
                    QUEUE_UNKNOWN,
                    QUEUE_FULL,
                    NUMBER_NOT_CALLED,
                    PROGRESS_UNKNOWN -> Verdict.ASIDE;
        };
    }

    /** A code that this terminal does not know, or an answer to HEAD, which has no room for one. */
    private static Verdict unknown(Sent sent, int status) {
        return switch (status) {
            case 401, 403, 407, 511 -> Verdict.TERMINAL;
            case 404, 410, 460 -> sent == Sent.CHUNK ? Verdict.ANEW : Verdict.ENTRY;
            case 409 -> sent == Sent.CHUNK ? Verdict.ANEW : Verdict.SOON;
            case 423 -> Verdict.SOON;
            case 405, 406, 408, 412, 421, 425, 426 -> Verdict.ENTRY;
            case 429, 502, 503, 504 -> Verdict.CENTRE;
            // What is left of the four hundreds says that this was wrong; all else is a trouble of the centre's own.
            default -> status >= 400 && status < 500 ? Verdict.ASIDE : Verdict.ENTRY;
        };
    }
}
