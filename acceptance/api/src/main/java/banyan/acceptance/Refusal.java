package banyan.acceptance;

import java.util.Optional;

/**
 * Every reason for which the centre refuses a request. The code is fixed and tells nothing of a person, so that it can be
 * logged, shown and counted.
 */
public enum Refusal {
    /** No terminal of that number has been introduced to this centre. */
    TERMINAL_UNKNOWN(401, Remedy.STAFF),
    /** The terminal was shut out here. What it holds stays where it is: it is introduced anew, or its disk is carried in. */
    TERMINAL_REVOKED(401, Remedy.STAFF),
    /** The signature is not that terminal's over this request. */
    SIGNATURE_INVALID(401, Remedy.STAFF),
    /** The two clocks are too far apart; the answer's own date says what the centre's shows. */
    CLOCK_SKEW(401, Remedy.STAFF),
    /** This very request was here before, longer ago than an honest repeat is late: say it anew, with a date of its own. */
    REQUEST_REPLAYED(409, Remedy.LATER),
    /** No code for this terminal that is open, or not proven, or tried too often: which is not said. Have another made. */
    ENROLMENT_REFUSED(403, Remedy.STAFF),
    /** This key was replaced or revoked for this terminal, and is never taken again: make another. */
    KEY_SPENT(422, Remedy.STAFF),
    /** Not the key in force is to be replaced, but another. */
    KEY_DIFFERS(409, Remedy.STAFF),
    /** There is nothing at this path. */
    ROUTE_UNKNOWN(404, Remedy.STAFF),
    /** There is something at this path, but not for this method. */
    METHOD_UNKNOWN(405, Remedy.STAFF),
    /** Not a request over HTTP that can be understood: its line or its headers are malformed, ambiguous or too long. */
    REQUEST_UNREADABLE(400, Remedy.STAFF),
    /** The body did not arrive in the time allowed. */
    BODY_SLOW(408, Remedy.LATER),
    /** Larger than this path takes. */
    BODY_TOO_LARGE(413, Remedy.NEVER),
    /** Not JSON, or not of this request's form; the fields that are wrong are named. */
    MALFORMED(422, Remedy.NEVER),
    /** The payload names another submission or another terminal than path and signature. */
    SUBMISSION_MISNAMED(422, Remedy.NEVER),
    /** A submission of this name with another payload is already here. */
    SUBMISSION_DIFFERS(422, Remedy.NEVER),
    /** This very submission is being taken in by another transfer; it brings the same answer once that has ended. */
    TRANSFER_UNDER_WAY(409, Remedy.LATER),
    /** The centre does not offer this item. */
    ITEM_UNKNOWN(422, Remedy.STAFF),
    /** The centre offers the item, but has never had this version of it. */
    ITEM_VERSION_UNKNOWN(422, Remedy.STAFF),
    /** Answers that the item's form does not take; the fields are named, never their values. */
    ANSWERS_INVALID(422, Remedy.NEVER),
    /** Papers beyond the limits, or not those the item asks for; the materials are named. */
    PAPERS_INVALID(422, Remedy.NEVER),
    /** The bytes are not those of the hash in the path: something went wrong on the way. */
    PAPER_DIFFERS(422, Remedy.LATER),
    /** More papers have been sent for this submission than any may have. */
    PAPERS_TOO_MANY(422, Remedy.NEVER),
    /** The submission's papers together are larger than any may have. */
    PAPERS_TOO_LARGE(422, Remedy.NEVER),
    /** No submission of this name: its payload goes first, its papers after. */
    SUBMISSION_UNKNOWN(404, Remedy.LATER),
    /** No such upload, or none any more: begin it again. */
    UPLOAD_UNKNOWN(404, Remedy.LATER),
    /** The chunk does not begin where the upload has come to; {@code HEAD} says where that is. */
    UPLOAD_OFFSET(409, Remedy.LATER),
    /** Not a chunk: of another media type, without an offset, or with a hash of another algorithm. */
    UPLOAD_MALFORMED(415, Remedy.LATER),
    /** Another chunk of this upload is on its way. */
    UPLOAD_UNDER_WAY(423, Remedy.LATER),
    /** More uploads have been begun by this terminal than it may have open. */
    UPLOADS_TOO_MANY(429, Remedy.LATER),
    /** The chunk's bytes are not those of its hash: nothing of it was kept, send it again. */
    CHUNK_DIFFERS(460, Remedy.LATER),
    /** Not the version of tus that the centre speaks. */
    TUS_VERSION_UNKNOWN(412, Remedy.STAFF),
    /** A certificate was asked for under this name with other particulars. */
    CERTIFICATE_DIFFERS(422, Remedy.NEVER),
    /** The item's parameters are missing or out of range; they are named. */
    PARAMETERS_INVALID(422, Remedy.NEVER),
    /** No certificate has been issued under this name. */
    CERTIFICATE_UNKNOWN(404, Remedy.NEVER),
    /** It was issued and has been declared void since; ask for another under a new name. */
    CERTIFICATE_VOID(410, Remedy.NEVER),
    /** It is already known to have been printed whole. */
    PRINT_DIFFERS(422, Remedy.NEVER),
    /** The registers hold nothing about this person for this item. */
    NOTHING_ON_RECORD(422, Remedy.NEVER),
    /** The department that knows does not answer now, or is being left alone for a while; nothing was issued. */
    PROVIDER_AWAY(503, Remedy.LATER),
    /** There is no such case of this terminal's, or the proof is not what its paper says; which of the two is not said. */
    EVALUATION_UNPROVEN(422, Remedy.NEVER),
    /** This case has been evaluated otherwise; the first evaluation stands. */
    EVALUATION_DIFFERS(422, Remedy.NEVER),
    /** Another trouble was reported under this trace number. */
    TROUBLE_DIFFERS(422, Remedy.NEVER),
    /** Another word about a deposit of this name is here; the first stands. */
    DEPOSIT_DIFFERS(422, Remedy.NEVER),
    /** The report is not what its terminal has signed. */
    READINESS_UNPROVEN(422, Remedy.NEVER),
    /** Another report has been sent under this name. */
    READINESS_DIFFERS(422, Remedy.NEVER),
    /** This terminal was never told to do anything under this name. */
    DIRECTIVE_UNKNOWN(404, Remedy.NEVER),
    /** Another consent or ledger line has been sent under this name; the first stands. */
    RECORD_DIFFERS(422, Remedy.NEVER),
    /** No case of this number and lookup code: which of the two is wrong is not said. */
    PROGRESS_UNKNOWN(404, Remedy.NEVER),
    /** Too many numbers and lookup codes that fit no case, from this terminal or for this number; nothing is looked up for a while. */
    PROGRESS_TOO_MANY_TRIES(429, Remedy.LATER),
    /** Too many have been asked for by their cards at this terminal, or this one too often; nothing is looked up for a while. */
    CASES_TOO_MANY_TRIES(429, Remedy.LATER),
    /** The case has got to where this cannot be done any more, or not yet: ask how it stands. */
    CASE_STATE(422, Remedy.NEVER),
    /** The case has changed since it was looked at: look again. */
    CASE_CHANGED(409, Remedy.NEVER),
    /** Another clerk holds the case. */
    CASE_HELD(409, Remedy.NEVER),
    /** What was asked for has been answered, or is asked for otherwise by now. */
    SUPPLEMENT_OVER(422, Remedy.NEVER),
    /** Another answer has been sent under this name. */
    SUPPLEMENT_DIFFERS(422, Remedy.NEVER),
    /** The case's document has been ordered under another name; it is printed once, unless that one is declared void. */
    RESULT_TAKEN(422, Remedy.NEVER),
    /** That hall, item or time is not offered, or not any more. */
    APPOINTMENT_NOT_OFFERED(422, Remedy.NEVER),
    /** Nothing is free at that time. */
    APPOINTMENT_FULL(422, Remedy.NEVER),
    /** This citizen has an appointment for this item on that day. */
    APPOINTMENT_TWICE(422, Remedy.NEVER),
    /** This citizen has stayed away too often of late and cannot book for a while. */
    APPOINTMENT_BARRED(422, Remedy.NEVER),
    /** No appointment of this name and proof: which of the two is wrong is not said. */
    APPOINTMENT_UNKNOWN(404, Remedy.NEVER),
    /** It is cancelled, checked in, or its time is over. */
    APPOINTMENT_OVER(410, Remedy.NEVER),
    /** It is too early to check in. */
    APPOINTMENT_EARLY(422, Remedy.NEVER),
    /** There is no such hall or queue. */
    QUEUE_UNKNOWN(404, Remedy.NEVER),
    /** The queue has given all the numbers of this day. */
    QUEUE_FULL(422, Remedy.NEVER),
    /** The number was not called, or is served or skipped by now. */
    NUMBER_NOT_CALLED(409, Remedy.NEVER),
    /** There is no draft of this code, or none yet: where it waits in its terminal, the centre does not know of it. */
    DRAFT_UNKNOWN(404, Remedy.NEVER),
    /** There was a draft of this code, and its time was over. */
    DRAFT_EXPIRED(410, Remedy.NEVER),
    /** What was made of the draft of this code has been handed in, or its citizen did not want it any more. */
    DRAFT_USED(410, Remedy.NEVER),
    /** Another has changed the draft since it was read: read it again. */
    DRAFT_CHANGED(409, Remedy.NEVER),
    /** A mistake of the centre's own. */
    CENTRE_FAULT(500, Remedy.LATER),
    /** More requests than the centre will take at once; {@link Problem#retryAfterSeconds} says when to come back. */
    CENTRE_BUSY(503, Remedy.LATER),
    /** The centre cannot reach its own store. */
    STORE_AWAY(503, Remedy.LATER),
    /** The centre has no room for another paper. */
    STORE_FULL(507, Remedy.LATER);

    /** What helps against a refusal. */
    public enum Remedy {
        /** The same request may be taken later. */
        LATER,
        /** Once a person has put something right at the terminal or at the centre, the same request may be taken. */
        STAFF,
        /** The same request will be refused again: put it aside and tell a person; it must not hold up the others. */
        NEVER
    }

    private final int status;
    private final Remedy remedy;

    Refusal(int status, Remedy remedy) {
        this.status = status;
        this.remedy = remedy;
    }

    /** HTTP status of the answer. */
    public int status() {
        return status;
    }

    public Remedy remedy() {
        return remedy;
    }

    /** As it stands in a {@link Problem}: {@code SUBMISSION-DIFFERS}. */
    public String code() {
        return name().replace('_', '-');
    }

    /** The refusal of this code, or empty: a newer centre may know more of them, and then its status must do. */
    public static Optional<Refusal> ofCode(String code) {
        for (Refusal refusal : values()) {
            if (refusal.code().equals(code)) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }
}
