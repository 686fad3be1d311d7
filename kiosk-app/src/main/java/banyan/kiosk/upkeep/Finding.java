package banyan.kiosk.upkeep;

/**
 * One thing that was examined.
 *
 * @param mark how it was found
 * @param subject what was examined, such as {@code disk} or a device's name at this site
 * @param what how it stands, a sentence
 * @param remedy what helps, with the exact command where there is one; empty where nothing is to be done
 */
public record Finding(Mark mark, String subject, String what, String remedy) {
    /** How a thing was found. Unknown is not well. */
    public enum Mark {
        WELL,
        /** Well for now; somebody should look at it. */
        SOON,
        UNKNOWN,
        WRONG
    }

    static Finding well(String subject, String what) {
        return new Finding(Mark.WELL, subject, what, "");
    }

    static Finding soon(String subject, String what, String remedy) {
        return new Finding(Mark.SOON, subject, what, remedy);
    }

    static Finding unknown(String subject, String what, String remedy) {
        return new Finding(Mark.UNKNOWN, subject, what, remedy);
    }

    static Finding wrong(String subject, String what, String remedy) {
        return new Finding(Mark.WRONG, subject, what, remedy);
    }

    /** Whether the terminal may serve with this. */
    boolean good() {
        return mark == Mark.WELL || mark == Mark.SOON;
    }

    /** As a person reads it: one line, and the remedy under it. */
    String text() {
        String sign =
                switch (mark) {
                    case WELL -> "well   ";
                    case SOON -> "soon   ";
                    case UNKNOWN -> "UNKNOWN";
                    case WRONG -> "WRONG  ";
                };
        String line = "%s  %s: %s".formatted(sign, subject, what);
        return remedy.isEmpty() ? line : line + "\n         → " + remedy;
    }
}
