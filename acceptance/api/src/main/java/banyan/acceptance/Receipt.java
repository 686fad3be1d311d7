package banyan.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The centre's signed word that it holds a submission and each of its papers. Only with this in store may a screen or a paper
 * say "received".
 *
 * @param submission what was received
 * @param payload hash of the payload bytes the centre holds
 * @param papers the hash of every paper it holds for this submission, in the submission's order
 * @param acceptanceNumber 受理编号, digits only, such as {@code 350126084193}: area, year, and six digits or more
 * @param receivedAt when the last of it was durable at the centre
 * @param answerBy the last day of the promised answer, in the centre's working days, counted from the day of {@code filedAt}
 * @param filedAt the legal date: when the citizen confirmed, however much later it arrived; where the terminal's clock cannot be
 *     believed, when it arrived. Receipts of before have none, and for them {@code receivedAt} is the date
 * @param lookupCode 查询码, eight digits of chance: who has the number and this may ask how the case stands. Receipts of before
 *     there were any have none, and hold as they are
 * @param keyId which of the centre's keys signed
 * @param signature Ed25519 over {@link #signedBytes}
 */
public record Receipt(
        SubmissionId submission,
        Sha256 payload,
        List<Sha256> papers,
        String acceptanceNumber,
        Instant receivedAt,
        LocalDate answerBy,
        Optional<Instant> filedAt,
        Optional<String> lookupCode,
        String keyId,
        byte[] signature) {
    public Receipt {
        papers = List.copyOf(papers);
    }

    /** The date from which every period counts. */
    public Instant legalDate() {
        return filedAt.orElse(receivedAt);
    }

    /** The same, signed. */
    public Receipt signed(byte[] with) {
        return new Receipt(
                submission, payload, papers, acceptanceNumber, receivedAt, answerBy, filedAt, lookupCode, keyId, with);
    }

    /** The bytes under the signature: one {@code name value} line each, in this order, UTF-8, ended by a line feed. */
    public byte[] signedBytes() {
        StringBuilder text = new StringBuilder("banyan-receipt 1\n");
        text.append("submission ").append(submission).append('\n');
        text.append("payload ").append(payload).append('\n');
        papers.forEach(paper -> text.append("paper ").append(paper).append('\n'));
        text.append("acceptance-number ").append(acceptanceNumber).append('\n');
        text.append("received-at ").append(receivedAt).append('\n');
        text.append("answer-by ").append(answerBy).append('\n');
        filedAt.ifPresent(at -> text.append("filed-at ").append(at).append('\n'));
        lookupCode.ifPresent(code -> text.append("lookup-code ").append(code).append('\n'));
        text.append("key ").append(keyId).append('\n');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
