package banyan.simulator.traffic;

/** Which way bytes go, as transcripts write it. */
public enum Way {
    /** From the terminal. */
    TO_DEVICE(">"),
    /** From the device. */
    TO_DRIVER("<");

    private final String arrow;

    Way(String arrow) {
        this.arrow = arrow;
    }

    /** As at the beginning of a transcript's line. */
    public String arrow() {
        return arrow;
    }
}
