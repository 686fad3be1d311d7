package banyan.acceptance;

import java.time.Instant;

/**
 * An unfinished form that a citizen has asked the centre to keep in his account. The same name replaces what was kept under it.
 *
 * @param citizen number of the identity card that was read
 * @param item code of the item
 * @param content the answers, as terminals write and read them; the centre does not look into it
 * @param language in which the citizen was asked
 * @param words hash of the words he agreed to
 * @param at when, by the terminal's clock
 */
public record Draft(String citizen, String item, byte[] content, String language, Sha256 words, Instant at) {
    /** The largest content, in bytes. */
    public static final int MAX_CONTENT = 64 * 1024;

    @Override
    public String toString() {
        return "Draft[" + item + "]";
    }
}
