package banyan.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The centre's signed answer to one page of a terminal's {@link Reckoning}: each name of the page stands in exactly one of the first
 * three lists.
 *
 * @param day of the reckoning
 * @param page of the reckoning
 * @param reckoning hash of the bytes that are answered
 * @param held what the centre holds with this very payload
 * @param unknown what it does not hold
 * @param different what it holds under that name with another payload
 * @param unnamed what it holds of that terminal, filed on that day and within the page, that the page does not name; at most
 *     {@value Reckoning#MAX_LINES}
 * @param chain what the centre makes of where the journal's chain ends; absent where the reckoning does not say it or is not the latest
 * @param keyId which of the centre's keys signed
 * @param signature Ed25519 over {@link #signedBytes}
 */
public record DayAnswer(
        LocalDate day,
        int page,
        Sha256 reckoning,
        List<Held> held,
        List<SubmissionId> unknown,
        List<SubmissionId> different,
        List<SubmissionId> unnamed,
        Optional<Chain> chain,
        String keyId,
        byte[] signature) {
    public DayAnswer {
        held = List.copyOf(held);
        unknown = List.copyOf(unknown);
        different = List.copyOf(different);
        unnamed = List.copyOf(unnamed);
    }

    /**
     * What the centre makes of a journal's chain.
     *
     * @param knows the link that it keeps from now on
     * @param fits whether the journal goes on from what the centre knew of it; where not, one of the two is an older copy
     */
    public record Chain(Sha256 knows, boolean fits) {}

    /**
     * A submission that the centre holds.
     *
     * @param id its name
     * @param acceptanceNumber of its receipt; absent while papers are missing
     */
    public record Held(SubmissionId id, Optional<String> acceptanceNumber) {}

    /** The bytes under the signature: one {@code name value} line each, in this order, UTF-8, ended by a line feed. */
    public byte[] signedBytes() {
        StringBuilder text = new StringBuilder("banyan-day 1\n");
        text.append("day ").append(day).append('\n');
        text.append("page ").append(page).append('\n');
        text.append("reckoning ").append(reckoning).append('\n');
        held.forEach(one -> text.append("held ")
                .append(one.id())
                .append(' ')
                .append(one.acceptanceNumber().orElse("-"))
                .append('\n'));
        unknown.forEach(id -> text.append("unknown ").append(id).append('\n'));
        different.forEach(id -> text.append("different ").append(id).append('\n'));
        unnamed.forEach(id -> text.append("unnamed ").append(id).append('\n'));
        chain.ifPresent(one -> text.append("chain ")
                .append(one.knows())
                .append(one.fits() ? " fits" : " differs")
                .append('\n'));
        text.append("key ").append(keyId).append('\n');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same, signed. */
    public DayAnswer signed(byte[] with) {
        return new DayAnswer(day, page, reckoning, held, unknown, different, unnamed, chain, keyId, with);
    }
}
