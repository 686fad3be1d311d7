package banyan.server.casework;

import banyan.acceptance.CaseStand;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/** Something that is done to a case. */
public sealed interface Deed {
    /** 受理. */
    record Accept() implements Deed {}

    /** 不予受理. */
    record DontAccept(CaseStand.Decision decision) implements Deed {}

    /** Somebody looks into it. */
    record Begin() implements Deed {}

    /**
     * 补正.
     *
     * @param again why something is asked once more, where it was asked before: everything is to be said at once
     */
    record Ask(CaseStand.Asked asked, Optional<String> again) implements Deed {}

    /** The citizen has answered; which supplement it was. */
    record Answer(UUID supplement) implements Deed {}

    /** Nobody answered in time: the department goes on with what there is. */
    record GoOn() implements Deed {}

    /** Decided as it was asked for; {@code data} is what the document says besides. */
    record Grant(CaseStand.Decision decision, SortedMap<String, String> data) implements Deed {}

    /** Decided against. */
    record Refuse(CaseStand.Decision decision, SortedMap<String, String> data) implements Deed {}

    /** The document can be collected. */
    record Issue() implements Deed {}

    record Withdraw() implements Deed {}

    /** A clerk takes it. */
    record Claim(String clerk) implements Deed {}

    /** It goes to another clerk, or back to everybody. */
    record HandOver(Optional<String> to) implements Deed {}

    /** Words for colleagues; the citizen does not see them. */
    record Note(String words) implements Deed {}

    /** The paper of this material was compared with its original. */
    record Compare(String material) implements Deed {}

    /** The citizen is reminded that the answer is overdue. */
    record Remind() implements Deed {}

    /** Its name in the trace. */
    default String code() {
        return switch (this) {
            case Accept _ -> "ACCEPT";
            case DontAccept _ -> "DONT-ACCEPT";
            case Begin _ -> "BEGIN";
            case Ask _ -> "ASK";
            case Answer _ -> "ANSWER";
            case GoOn _ -> "GO-ON";
            case Grant _ -> "GRANT";
            case Refuse _ -> "REFUSE";
            case Issue _ -> "ISSUE";
            case Withdraw _ -> "WITHDRAW";
            case Claim _ -> "CLAIM";
            case HandOver _ -> "HAND-OVER";
            case Note _ -> "NOTE";
            case Compare _ -> "COMPARE";
            case Remind _ -> "REMIND";
        };
    }
}
