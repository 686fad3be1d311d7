package banyan.kiosk.visit;

import java.util.OptionalInt;

/** What lies over the page; the page behind it is replaced by blank blocks or dimmed, and cannot be touched. */
public sealed interface Sheet {
    /**
     * Are you still here?
     *
     * @param secondsLeft until the visit ends
     * @param of how long the warning is
     * @param draftKept whether a draft would outlive the end; in this version never
     */
    record IdleWarning(int secondsLeft, int of, boolean draftKept) implements Sheet {}

    /**
     * Something unsaved would be lost: end all the same?
     *
     * @param later it may be gone on with at another time
     */
    record ConfirmEnd(boolean sealedGoesOn, boolean later) implements Sheet {
        /** With no other time for it. */
        public ConfirmEnd(boolean sealedGoesOn) {
            this(sealedGoesOn, false);
        }
    }

    /** Choose a language. */
    record Languages() implements Sheet {}

    /** The full text of the consent. */
    record ConsentText() implements Sheet {}

    /** A paper larger. */
    record Zoom(PaperPage.Preview preview) implements Sheet {}

    /**
     * 办不成事.
     *
     * @param trace the help number
     * @param sent whether it is durable here
     */
    record CannotDo(String trace, boolean sent) implements Sheet {}

    /** Staff want to see to the terminal; the citizen may refuse. */
    record StaffAsk() implements Sheet {}

    /** After 不满意: the national reasons; {@code level} 1 (very dissatisfied) to 5. */
    record Reasons(int level, java.util.Set<String> chosen, OptionalInt callBack) implements Sheet {}
}
