package banyan.driver.escpos;

import banyan.device.DeviceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The settings that both models have: what the printer is like, whatever the line to it. */
final class Wishes {
    static final Set<String> NAMES = Set.of("columns", "cut", "confirm");

    private static final String COLUMNS = "48";
    private static final String PARTIAL = "partial";
    private static final String FULL = "full";
    private static final String PROCESS_ID = "process-id";
    private static final String PAPER_STATUS = "paper-status";

    private Wishes() {}

    static List<String> mistakes(DeviceSettings settings) {
        List<String> mistakes = new ArrayList<>();
        if (!settings.get("columns", COLUMNS).matches("2[0-9]|[3-6][0-9]")) {
            mistakes.add("columns must be a number from 20 to 69, such as 48 for paper of 80 mm and 32 for 58 mm");
        }
        if (!Set.of(PARTIAL, FULL).contains(settings.get("cut", PARTIAL))) {
            mistakes.add("cut must be partial, which leaves the receipt hanging until it is taken, or full");
        }
        if (!Set.of(PROCESS_ID, PAPER_STATUS).contains(settings.get("confirm", PROCESS_ID))) {
            mistakes.add("confirm must be process-id, or paper-status for a printer without GS ( H");
        }
        return mistakes;
    }

    static Composer composer(DeviceSettings settings) {
        return new Composer(
                Integer.parseInt(settings.get("columns", COLUMNS)),
                settings.get("cut", PARTIAL).equals(FULL) ? Composer.FULL_CUT : Composer.PARTIAL_CUT);
    }

    static Confirmation confirmation(DeviceSettings settings) {
        return settings.get("confirm", PROCESS_ID).equals(PAPER_STATUS)
                ? Confirmation.PAPER_STATUS
                : Confirmation.PROCESS_ID;
    }
}
