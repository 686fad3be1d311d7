package banyan.kiosk.upkeep;

import banyan.device.DeviceKind;
import java.util.Optional;

/** What an untrained helper is led through, step by step, with a picture each. */
public enum Guidance {
    /** Fill up the A4 printer. */
    CHANGE_PAPER(4),
    /** Take out what is stuck in it. */
    CLEAR_JAM(4),
    /** A card or an original that somebody left behind: never looked at, put away, written down. */
    LEFT_BEHIND(3);

    private final int steps;

    Guidance(int steps) {
        this.steps = steps;
    }

    /** How many steps there are. */
    public int steps() {
        return steps;
    }

    /** What helps with this part, where anybody can do it; empty where somebody who knows has to come. */
    public static Optional<Guidance> of(Part part) {
        boolean printer = part.subject() instanceof Part.Subject.OfDevice(DeviceKind kind, _, _) && kind == DeviceKind.PRINTER;
        String code = part.code().orElse("");
        if (printer && (code.contains("JAM") || code.contains("COVER"))) {
            return Optional.of(CLEAR_JAM);
        }
        return printer && (code.contains("EMPTY") || code.contains("PAPER"))
                ? Optional.of(CHANGE_PAPER)
                : Optional.empty();
    }

    /** What was found, as the custody log has it: the kind alone. */
    public enum Left {
        /** A card of any kind. */
        CARD,
        /** Paper that somebody brought. */
        ORIGINAL,
        /** Anything else. */
        OTHER
    }
}
