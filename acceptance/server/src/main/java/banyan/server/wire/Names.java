package banyan.server.wire;

import banyan.acceptance.Sha256;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The forms of names that come from outside and go into rows, paths and logs. What does not match goes nowhere. */
public final class Names {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TERMINAL = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,31}");
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,63}");
    private static final Pattern EVENT = Pattern.compile("[A-Z0-9-]{1,40}");
    private static final Pattern TRACE = Pattern.compile("[0-9A-Z][0-9A-Z-]{2,30}[0-9A-Z]");
    private static final Pattern CITIZEN = Pattern.compile("[0-9]{17}[0-9X]");
    private static final Pattern PHONE = Pattern.compile("[0-9+ -]{5,20}");
    private static final Pattern SLIP_END = Pattern.compile("[2-9A-Z]{4}");
    private static final Pattern DRAFT_LOOKUP = Pattern.compile("[0-9A-Za-z_-]{22}");
    private static final Pattern NONCE = Pattern.compile("[0-9A-Za-z]{8,64}");

    private Names() {}

    /** A UUID in its one canonical form; two spellings would be two names. */
    public static Optional<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** A SHA-256 in hexadecimal. */
    public static Optional<Sha256> hash(String text) {
        return HASH.matcher(text).matches() ? Optional.of(new Sha256(text)) : Optional.empty();
    }

    /** A terminal's number: it becomes a file name. */
    public static boolean isTerminal(String text) {
        return TERMINAL.matcher(text).matches();
    }

    /** Code of an item, a version, a material, a field. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** Code of a step, a fault, a reason. */
    public static boolean isEvent(String text) {
        return EVENT.matcher(text).matches();
    }

    /** Trace number of a trouble. */
    public static boolean isTrace(String text) {
        return TRACE.matcher(text).matches();
    }

    /** Citizen identification number, by its form. */
    public static boolean isCitizen(String text) {
        return CITIZEN.matcher(text).matches();
    }

    /** The number of a slip that this terminal has given. */
    public static boolean isSlip(String text, String terminal) {
        return text.startsWith(terminal + "-") && SLIP_END.matcher(text.substring(terminal.length() + 1)).matches();
    }

    /** A telephone number, by its form. */
    public static boolean isPhone(String text) {
        return PHONE.matcher(text).matches();
    }

    /** What a draft on paper is asked for by. */
    public static boolean isDraftLookup(String text) {
        return DRAFT_LOOKUP.matcher(text).matches();
    }

    /** What an unsigned request may be told apart by. */
    public static boolean isNonce(String text) {
        return NONCE.matcher(text).matches();
    }
}
