package banyan.acceptance;

import java.time.Instant;
import java.util.Optional;

/**
 * 办不成事: the citizen could not get it done and says so. It goes under the trace number that the screen showed.
 *
 * @param item code of the item, absent where none was chosen yet
 * @param step in which step of the visit, a fixed code such as {@code MATERIALS}
 * @param faultCode the fault that stopped it, such as {@code PRINTER-PAPER-OUT}; {@code NONE} where the citizen stopped
 * @param at when, by the terminal's clock
 * @param phone given on purpose by a citizen who wants to be called back
 */
public record Trouble(Optional<String> item, String step, String faultCode, Instant at, Optional<String> phone) {
    @Override
    public String toString() {
        return "Trouble[" + item.orElse("-") + ", " + step + ", " + faultCode + "]";
    }
}
