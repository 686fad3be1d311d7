package banyan.attest;

import java.time.Instant;

/** What is to be thought of a signed paper. */
public sealed interface Verdict {
    /**
     * The terminal has signed it, and not a byte is another since.
     *
     * @param at when, by the terminal's clock
     * @param reason what it says of itself, such as {@code READY}; empty where it says nothing
     */
    record Holds(Instant at, String reason) implements Verdict {}

    /** It proves nothing. */
    record Broken(Why why) implements Verdict {}

    /** Why a paper proves nothing. */
    enum Why {
        /** Nobody has signed it, or not in this form. */
        UNSIGNED,
        /** Something stands in it that the signature does not cover. */
        NOT_WHOLE,
        /** Somebody else has signed it. */
        OTHER_SIGNER,
        /** It is not what was signed. */
        ALTERED
    }
}
