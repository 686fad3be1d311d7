package banyan.acceptance;

import java.nio.charset.StandardCharsets;

/**
 * How a terminal proves that a request is its own: the header {@code Banyan-Signature} carries a signature by its key (see {@link KeyAlgorithm}) over these
 * bytes, {@code Banyan-Terminal} the terminal's number, {@code Banyan-Date} the same date as here.
 *
 * @param method HTTP method, upper case
 * @param path path and query as sent
 * @param date seconds since 1970 as decimal text; the centre accepts ±{@value #MAX_SKEW_SECONDS} s
 * @param body SHA-256 of the body, of no bytes where there is none
 */
public record Request(String method, String path, String date, Sha256 body) {
    /** Header: the terminal's number. */
    public static final String TERMINAL = "Banyan-Terminal";

    /** Header: seconds since 1970 as decimal text, of a request and of an answer. */
    public static final String DATE = "Banyan-Date";

    /** Header: the signature in Base64, of a request and of an answer. */
    public static final String SIGNATURE = "Banyan-Signature";

    /** A larger JSON body is refused. */
    public static final int MAX_JSON_BYTES = 1_000_000;

    /** How far the two clocks may be apart. */
    public static final int MAX_SKEW_SECONDS = 600;

    /** The bytes under the signature. */
    public byte[] signedBytes() {
        return "banyan-request 1\n%s %s\n%s\n%s\n"
                .formatted(method, path, date, body)
                .getBytes(StandardCharsets.UTF_8);
    }
}
