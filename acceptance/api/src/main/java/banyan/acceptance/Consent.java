package banyan.acceptance;

import java.time.Instant;
import java.util.UUID;

/**
 * That the citizen agreed before the card was read, and to which words. Nothing in it says who agreed; the
 * request it names does. Its own name is made of its content, so that the same consent is one however often it is sent.
 *
 * @param about the submission, or the request of the certificate, for which it was given
 * @param to what was agreed to, such as {@link #ID_CARD}
 * @param language in which the words stood on the screen
 * @param words hash of the words, each line ended by a line feed, UTF-8
 * @param at when, by the terminal's clock
 */
public record Consent(UUID about, String to, String language, Sha256 words, Instant at) {
    /** That the identity card is read, and what for. */
    public static final String ID_CARD = "ID-CARD";
}
