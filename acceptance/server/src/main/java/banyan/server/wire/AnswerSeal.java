package banyan.server.wire;

import banyan.acceptance.Answer;
import banyan.acceptance.Request;
import banyan.acceptance.Sha256;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers that make an answer the centre's own, and one to this very request. */
record AnswerSeal(CentreKey key, InstantSource clock) {
    /** @param signature and nonce as the request has them, or null */
    Map<String, String> headers(int status, byte[] body, @Nullable String signature, @Nullable String nonce) {
        String date = Long.toString(clock.instant().getEpochSecond());
        Answer answer = new Answer(status, date, asked(signature, nonce), Sha256.of(body));
        return Map.of(
                Request.DATE,
                date,
                Answer.KEY,
                key.id(),
                Request.SIGNATURE,
                Base64.getEncoder().encodeToString(key.sign(answer.signedBytes())));
    }

    private static String asked(@Nullable String signature, @Nullable String nonce) {
        if (signature != null && signature.matches("[0-9A-Za-z+/=]{1,128}")) {
            return signature;
        }
        return nonce != null && Names.isNonce(nonce) ? nonce : Answer.UNNAMED;
    }
}
