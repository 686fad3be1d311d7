package banyan.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The centre's signed word about a submission that it does not take as it is: who takes care of it, and by when. No "received".
 *
 * @param submission what it is about
 * @param report hash of the report that is answered
 * @param code why it was not taken
 * @param clerk by name
 * @param telephone of the clerk
 * @param by the last day on which the clerk gets in touch, in the centre's working days from the day of the report
 * @param filedAt the legal date, which stays: when the citizen confirmed; where that cannot be believed, when the report arrived
 * @param keyId which of the centre's keys signed
 * @param signature Ed25519 over {@link #signedBytes}
 */
public record Assignment(
        SubmissionId submission,
        Sha256 report,
        String code,
        String clerk,
        String telephone,
        LocalDate by,
        Instant filedAt,
        String keyId,
        byte[] signature) {
    /** The bytes under the signature: one {@code name value} line each, in this order, UTF-8, ended by a line feed. */
    public byte[] signedBytes() {
        return """
                banyan-assignment 1
                submission %s
                report %s
                code %s
                clerk %s
                telephone %s
                by %s
                filed-at %s
                key %s
                """.formatted(submission, report, code, clerk, telephone, by, filedAt, keyId)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The same, signed. */
    public Assignment signed(byte[] with) {
        return new Assignment(submission, report, code, clerk, telephone, by, filedAt, keyId, with);
    }
}
