package banyan.kiosk.documents;

import banyan.acceptance.Sha256;
import java.util.Locale;

/**
 * The first eight digits of a document's hash, as they stand under its picture: whoever compares them knows that what is shown
 * is what is signed.
 */
public record CheckCode(String digits) {
    public static CheckCode of(Sha256 hash) {
        return new CheckCode(hash.hex().substring(0, 8).toUpperCase(Locale.ROOT));
    }

    /** {@code 7F3A 91C2}. */
    public String inWords() {
        return digits.substring(0, 4) + " " + digits.substring(4);
    }
}
