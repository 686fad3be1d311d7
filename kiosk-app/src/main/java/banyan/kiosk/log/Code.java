package banyan.kiosk.log;

/**
 * A fixed identifier that may stand in a log: letters, digits, dots and hyphens, at most 64 of them, and no run of more than six
 * digits, so that neither a name nor a number of a person passes.
 */
public record Code(String text) {
    /** What stands in the log when something else was offered. */
    private static final String UNFIT = "UNFIT";

    public Code {
        if (!text.matches("[A-Za-z0-9.-]{1,64}") || text.matches(".*[0-9]{7,}.*")) {
            text = UNFIT;
        }
    }

    /** The identifier of an enum's constant. */
    public static Code of(Enum<?> constant) {
        return new Code(constant.name().replace('_', '-'));
    }
}
