package banyan.server.intake;

import banyan.acceptance.Refusal;
import banyan.acceptance.Submission;
import banyan.item.InstantJudge;
import banyan.item.ServiceItem;
import banyan.item.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the centre must know of the items it offers. */
public interface ItemBook {
    /**
     * Why a submission cannot be taken.
     *
     * @param fields codes of the fields or materials that are wrong
     */
    record Objection(Refusal refusal, List<String> fields) {}

    /** What speaks against this submission: item or version unknown, answers that the form does not take, papers missing. */
    Optional<Objection> objection(Submission submission);

    /** The last day of the promised answer to this submission, filed on this day. */
    LocalDate answerBy(Submission submission, LocalDate filed);

    /** The day that lies so many working days after this one. */
    LocalDate workingDaysAfter(LocalDate day, int count);

    /** What the centre offers under this code now; empty where it offers nothing. */
    Optional<Offer> offer(String item);

    /** The form of this version, for whoever goes on with it elsewhere than at a terminal; empty where it never was here. */
    Optional<PublicForm> form(String item, String version, LocalDate today);

    /** The calendar that came with these items; weekends alone where none did, which is certain of no year. */
    default WorkingDays workingDays() {
        return WorkingDays.WEEKENDS_ONLY;
    }

    /** What casework has to know of this version. */
    default CaseTerms terms(String item, String version) {
        return CaseTerms.NONE;
    }

    /** By which rules this version is decided at once; empty where people decide. */
    Optional<Instant> instant(String item, String version);

    /** An item, and who judges by its rules. */
    record Instant(ServiceItem item, InstantJudge judge) {}

    /**
     * An item, as far as it concerns the centre.
     *
     * @param chinese its name in Chinese
     * @param english its name in English
     * @param facts the names of the facts it may be told about a citizen
     * @param query the names of what is asked for a certificate; empty for a declaration
     * @param results the names of what a certificate of it says; empty for a declaration
     */
    record Offer(String chinese, String english, Set<String> facts, Set<String> query, Set<String> results) {}
}
