package banyan.driver.ipp;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code printer-state-reasons} mean for somebody who wants a page (RFC 8011, 5.4.12; PWG 5100.9).
 *
 * <p>The severity at the end of a reason follows the printer's state and not the matter: an empty tray is reported {@code
 * -report} when idle and {@code -warning} in the middle of a job. So it is cut off, and each reason is judged here.
 *
 * @param trouble what stops the printer, the first to be put right
 * @param warnings usable, but low or fading
 */
record Reasons(Optional<Fault> trouble, Set<String> warnings) {
    Reasons {
        warnings = Set.copyOf(warnings);
    }

    static Reasons of(Collection<String> keywords) {
        Optional<Fault> trouble = Optional.empty();
        Set<String> warnings = new TreeSet<>();
        for (String keyword : keywords) {
            String reason = keyword.replaceFirst("-(error|warning|report)$", "");
            Optional<Fault> stops = stops(reason);
            if (stops.isEmpty()) {
                warning(reason).ifPresent(warnings::add);
                // A reason we do not know stops the printer only where the printer itself says so.
                stops = !known(reason) && keyword.endsWith("-error")
                        ? Optional.of(new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "PRINTER-TROUBLE"))
                        : Optional.empty();
            }
            trouble = worse(trouble, stops);
        }
        return new Reasons(trouble, warnings);
    }

    private static boolean known(String reason) {
        return reason.equals("none") || warning(reason).isPresent();
    }

    private static Optional<Fault> stops(String reason) {
        return Optional.ofNullable(
                switch (reason) {
                    case "media-jam" -> new Fault(Kind.MEDIA, Remedy.CLEAR_PATH, "PAPER-JAM");
                    case "cover-open", "door-open", "interlock-open" ->
                        new Fault(Kind.MEDIA, Remedy.CALL_STAFF, "PRINTER-COVER-OPEN");
                    case "media-empty", "media-needed" -> new Fault(Kind.MEDIA, Remedy.REFILL, "PAPER-OUT");
                    case "output-area-full" -> new Fault(Kind.MEDIA, Remedy.CLEAR_PATH, "OUTPUT-FULL");
                    case "input-tray-missing", "output-tray-missing" ->
                        new Fault(Kind.MEDIA, Remedy.CALL_STAFF, "TRAY-MISSING");
                    case "toner-empty", "marker-supply-empty", "marker-supply-missing", "developer-empty" ->
                        new Fault(Kind.MEDIA, Remedy.REFILL, "TONER-OUT");
                    case "marker-waste-full" -> new Fault(Kind.MEDIA, Remedy.CALL_STAFF, "TONER-WASTE-FULL");
                    case "paused", "moving-to-paused", "shutdown", "stopping", "stopped-partly", "deactivated" ->
                        new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "PRINTER-STOPPED");
                    case "fuser-over-temp", "fuser-under-temp", "opc-life-over", "interpreter-resource-unavailable" ->
                        new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "PRINTER-TROUBLE");
                    default -> null;
                });
    }

    private static Optional<String> warning(String reason) {
        return Optional.ofNullable(
                switch (reason) {
                    case "media-low" -> "PAPER-LOW";
                    case "toner-low", "marker-supply-low", "developer-low" -> "TONER-LOW";
                    case "output-area-almost-full" -> "OUTPUT-ALMOST-FULL";
                    case "marker-waste-almost-full" -> "TONER-WASTE-ALMOST-FULL";
                    case "opc-near-eol" -> "PRINTER-WEARING";
                    default -> null;
                });
    }

    /** A jam is seen to first: until it is cleared, nothing that is refilled helps. */
    private static Optional<Fault> worse(Optional<Fault> one, Optional<Fault> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return rank(other.get()) < rank(one.get()) ? other : one;
    }

    private static int rank(Fault fault) {
        return switch (fault.remedy()) {
            case CLEAR_PATH -> 0;
            case REFILL -> 1;
            case RETRY, RESET, ASK_CITIZEN, CALL_STAFF, OUT_OF_SERVICE -> 2;
        };
    }
}
