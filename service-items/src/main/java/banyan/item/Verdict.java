package banyan.item;

/** What a rule came to. Unknown is never taken for true. */
public enum Verdict {
    TRUE,
    FALSE,
    UNKNOWN;

    public boolean holds() {
        return this == TRUE;
    }
}
