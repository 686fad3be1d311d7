package banyan.acceptance;

import java.time.Instant;
import java.util.Optional;

/**
 * What a terminal reports of a submission that it has kept and cannot hand over: the centre does not take it as it is, or it is damaged.
 * It is for a clerk, who has to see what the citizen wanted. Personal data: {@link #toString} gives none of it.
 *
 * @param provisional the number that the citizen holds, such as {@code 0137-8K42}
 * @param code why it was set aside: that of a {@link Refusal}, or the terminal's own such as {@code ENTRY-DAMAGED}
 * @param slipCode 查询码 on the citizen's slip; with the number it asks at any terminal
 * @param keptAt the hour in which it was kept; counts as its date only where the payload cannot be read
 * @param payload the bytes that the citizen confirmed; absent where they cannot be read any more
 */
public record Unaccepted(
        String provisional, String code, String slipCode, Instant keptAt, Optional<byte[]> payload) {
    @Override
    public String toString() {
        return "Unaccepted[" + code + "]";
    }
}
