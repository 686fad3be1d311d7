package banyan.acceptance;

import java.nio.charset.StandardCharsets;

/**
 * How the centre proves that an answer is its own and belongs to this very request: every answer under {@code /api}, refusals
 * too, carries {@link Request#DATE}, {@link #KEY} and in {@link Request#SIGNATURE} an Ed25519 signature over these bytes. An
 * answer without it may come from anything on the way, a hotel's sign-in page for one, and says nothing about the centre.
 *
 * @param status HTTP status
 * @param date seconds since 1970 by the centre's clock, as decimal text
 * @param request the request's {@link Request#SIGNATURE} header as sent; where it had none its {@link #NONCE}; else {@value #UNNAMED}
 * @param body SHA-256 of the answer's body
 */
public record Answer(int status, String date, String request, Sha256 body) {
    /** Header of an answer: which of the centre's keys signed, see {@link Signing#keyId}. */
    public static final String KEY = "Banyan-Key";

    /** Header of an unsigned request: 8 to 64 letters and digits chosen by the asker, so that no old answer can be passed off. */
    public static final String NONCE = "Banyan-Nonce";

    /** Stands for a request that had neither signature nor nonce. */
    public static final String UNNAMED = "-";

    /** The bytes under the signature. */
    public byte[] signedBytes() {
        return "banyan-answer 1\n%d\n%s\n%s\n%s\n"
                .formatted(status, date, request, body)
                .getBytes(StandardCharsets.UTF_8);
    }
}
