package banyan.server.casework;

import java.util.Optional;

/** Which deed leads from where to where. Pure, and the only place that knows. */
public final class CaseFlow {
    private CaseFlow() {}

    /** Where the case is after this deed; empty where it cannot be done there. */
    public static Optional<CaseState> next(CaseState state, Deed deed) {
        return Optional.ofNullable(after(state, deed));
    }

    private static @org.jspecify.annotations.Nullable CaseState after(CaseState state, Deed deed) {
        return switch (deed) {
            case Deed.Accept _ -> from(state, CaseState.ACCEPTED, CaseState.RECEIVED, CaseState.ANSWERED_FIRST);
            case Deed.DontAccept _ ->
                from(state, CaseState.NOT_ACCEPTED, CaseState.RECEIVED, CaseState.ANSWERED_FIRST);
            case Deed.Begin _ -> from(state, CaseState.IN_REVIEW, CaseState.ACCEPTED, CaseState.ANSWERED);
            case Deed.Ask _ -> switch (state) {
                case RECEIVED, ANSWERED_FIRST -> CaseState.ASKED_FIRST;
                case ACCEPTED, IN_REVIEW, ANSWERED -> CaseState.SUPPLEMENT_ASKED;
                case ASKED_FIRST, SUPPLEMENT_ASKED, NOT_ACCEPTED, GRANTED, REFUSED, ISSUED, WITHDRAWN -> null;
            };
            case Deed.Answer _ -> switch (state) {
                case ASKED_FIRST -> CaseState.ANSWERED_FIRST;
                case SUPPLEMENT_ASKED -> CaseState.ANSWERED;
                case RECEIVED, ANSWERED_FIRST, ACCEPTED, NOT_ACCEPTED, IN_REVIEW, ANSWERED, GRANTED, REFUSED, ISSUED, WITHDRAWN -> null;
            };
            case Deed.GoOn _ -> switch (state) {
                case ASKED_FIRST -> CaseState.RECEIVED;
                case SUPPLEMENT_ASKED -> CaseState.IN_REVIEW;
                case RECEIVED, ANSWERED_FIRST, ACCEPTED, NOT_ACCEPTED, IN_REVIEW, ANSWERED, GRANTED, REFUSED, ISSUED, WITHDRAWN -> null;
            };
            case Deed.Grant _ -> from(state, CaseState.GRANTED, CaseState.IN_REVIEW);
            case Deed.Refuse _ -> from(state, CaseState.REFUSED, CaseState.IN_REVIEW);
            case Deed.Issue _ -> from(state, CaseState.ISSUED, CaseState.GRANTED);
            case Deed.Withdraw _ -> state.open() && state != CaseState.GRANTED ? CaseState.WITHDRAWN : null;
            case Deed.Claim _, Deed.HandOver _, Deed.Compare _ -> state.open() ? state : null;
            case Deed.Remind _ -> state.asked() ? state : null;
            // What is over may still have to be explained.
            case Deed.Note _ -> state;
        };
    }

    private static @org.jspecify.annotations.Nullable CaseState from(CaseState state, CaseState to, CaseState... these) {
        for (CaseState one : these) {
            if (one == state) {
                return to;
            }
        }
        return null;
    }
}
