package banyan.kiosk.upkeep;

/** What has become of a report of readiness: only what is true is said. */
public record ReportStanding(Paper paper, Way way) {
    /** It is being made. */
    public static final ReportStanding BEGUN = new ReportStanding(Paper.NOT_YET, Way.NOT_YET);

    /** On paper. */
    public enum Paper {
        /** Not sent to the printer, or not out of it. */
        NOT_YET,
        /** The printer says that it is out. */
        PRINTED,
        /** It did not come out, or nobody knows. */
        NOT_PRINTED
    }

    /** At the centre. */
    public enum Way {
        /** Not on the disk. */
        NOT_YET,
        /** Signed and durable here; it goes to the centre by itself. */
        KEPT,
        /** The centre has it, by its own signed word. */
        AT_CENTRE,
        /** The disk did not take it, or nobody knows. */
        NOT_KEPT,
        /** The centre will not have it. */
        REFUSED
    }

    public ReportStanding with(Paper now) {
        return new ReportStanding(now, way);
    }

    /** The centre's word, which is the last, may come before the disk's. */
    public ReportStanding with(Way now) {
        return way == Way.AT_CENTRE || way == Way.REFUSED ? this : new ReportStanding(paper, now);
    }
}
