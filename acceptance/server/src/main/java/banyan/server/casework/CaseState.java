package banyan.server.casework;

import banyan.acceptance.Progress.Stage;

/** Where a case is. Two are asked and answered alike, and differ in whether the case had been taken up before. */
public enum CaseState {
    RECEIVED(Stage.RECEIVED, true),
    ASKED_FIRST(Stage.SUPPLEMENT_ASKED, true),
    ANSWERED_FIRST(Stage.ANSWERED, true),
    ACCEPTED(Stage.ACCEPTED, true),
    NOT_ACCEPTED(Stage.NOT_ACCEPTED, false),
    IN_REVIEW(Stage.IN_REVIEW, true),
    SUPPLEMENT_ASKED(Stage.SUPPLEMENT_ASKED, true),
    ANSWERED(Stage.ANSWERED, true),
    GRANTED(Stage.GRANTED, true),
    REFUSED(Stage.REFUSED, false),
    ISSUED(Stage.ISSUED, false),
    WITHDRAWN(Stage.WITHDRAWN, false);

    private final String stage;
    private final boolean open;

    CaseState(String stage, boolean open) {
        this.stage = stage;
        this.open = open;
    }

    /** Its name to the outside. */
    public String stage() {
        return stage;
    }

    /** Whether somebody has still something to do. */
    public boolean open() {
        return open;
    }

    /** Whether the clock stands because the citizen is asked. */
    public boolean asked() {
        return this == ASKED_FIRST || this == SUPPLEMENT_ASKED;
    }

    /** Whether its document can be collected. */
    public boolean collectable() {
        return this == NOT_ACCEPTED || this == REFUSED || this == ISSUED;
    }
}
