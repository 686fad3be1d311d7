package banyan.acceptance;

/** What terminal and centre agree on about reports of readiness: a PDF that the terminal has signed, under a name of its own. */
public final class Readiness {
    /** Of the body. */
    public static final String MEDIA_TYPE = "application/pdf";

    /** A larger report is refused. */
    public static final int MAX_BYTES = 1_000_000;

    private Readiness() {}
}
