package banyan.kiosk.visit;

import banyan.device.ApplicationProfile;
import banyan.device.SmartCardTerminal;
import java.util.List;

/**
 * The terminal for chip cards, and what it is to look for.
 *
 * @param bankCards in the order in which they are tried
 */
public record ChipReader(SmartCardTerminal terminal, List<ApplicationProfile> bankCards) {
    /** What a bank card's profile calls the number. */
    static final String NUMBER = "number";

    public ChipReader {
        bankCards = List.copyOf(bankCards);
    }
}
