package banyan.driver.ipp;

import banyan.device.DevicePart;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code printer-state-reasons} mean for somebody who wants a page (RFC 8011, 5.4.12; PWG 5100.9).
 *
 * <p>The severity at the end of a reason follows the printer's state and not the matter: an empty tray is reported {@code
 * -report} when idle and {@code -warning} in the middle of a job. So it is cut off, and each reason is judged here.
 *
 * @param troubles what stops the printer, the first to be put right before the others
 * @param warnings usable, but low or fading
 * @param given whether the printer gives reasons at all, {@code none} among them
 */
record Reasons(List<Trouble> troubles, Set<String> warnings, boolean given) {
    Reasons {
        troubles = List.copyOf(troubles);
        warnings = Set.copyOf(warnings);
    }

    /**
     * What stops the printer.
     *
     * @param part where; empty where it is the printer as a whole
     */
    record Trouble(Fault fault, Optional<DevicePart.Kind> part) {
        private static Trouble at(DevicePart.Kind part, Remedy remedy, String code) {
            return new Trouble(new Fault(Kind.MEDIA, remedy, code), Optional.of(part));
        }

        private static Trouble ofAll(String code) {
            return new Trouble(new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, code), Optional.empty());
        }
    }

    /** What is to be put right first. */
    Optional<Fault> trouble() {
        return troubles.stream().findFirst().map(Trouble::fault);
    }

    /** What stops one part. */
    Optional<Fault> of(DevicePart.Kind part) {
        return troubles.stream()
                .filter(trouble -> trouble.part().equals(Optional.of(part)))
                .findFirst()
                .map(Trouble::fault);
    }

    /** The same without what is of no matter here. */
    Reasons without(Fault fault) {
        return new Reasons(
                troubles.stream().filter(trouble -> !trouble.fault().equals(fault)).toList(), warnings, given);
    }

    static Reasons of(Collection<String> keywords) {
        List<Trouble> troubles = new ArrayList<>();
        Set<String> warnings = new TreeSet<>();
        for (String keyword : keywords) {
            String reason = keyword.replaceFirst("-(error|warning|report)$", "");
            Optional<Trouble> stops = stops(reason);
            if (stops.isEmpty()) {
                warning(reason).ifPresent(warnings::add);
                // A reason we do not know stops the printer only where the printer itself says so.
                stops = !known(reason) && keyword.endsWith("-error")
                        ? Optional.of(Trouble.ofAll("PRINTER-TROUBLE"))
                        : Optional.empty();
            }
            stops.ifPresent(troubles::add);
        }
        troubles.sort(Comparator.comparingInt(Reasons::rank));
        return new Reasons(troubles, warnings, !keywords.isEmpty());
    }

    private static boolean known(String reason) {
        return reason.equals("none") || warning(reason).isPresent();
    }

    private static Optional<Trouble> stops(String reason) {
        return Optional.ofNullable(
                switch (reason) {
                    case "media-jam" -> Trouble.at(DevicePart.Kind.PAPER_PATH, Remedy.CLEAR_PATH, "PAPER-JAM");
                    case "cover-open", "door-open", "interlock-open" ->
                        Trouble.at(DevicePart.Kind.COVER, Remedy.CALL_STAFF, "PRINTER-COVER-OPEN");
                    case "media-empty", "media-needed" ->
                        Trouble.at(DevicePart.Kind.TRAY_PLAIN, Remedy.REFILL, "PAPER-OUT");
                    case "output-area-full" ->
                        Trouble.at(DevicePart.Kind.OUTPUT_BIN, Remedy.CLEAR_PATH, "OUTPUT-FULL");
                    case "input-tray-missing" ->
                        Trouble.at(DevicePart.Kind.TRAY_PLAIN, Remedy.CALL_STAFF, "TRAY-MISSING");
                    case "output-tray-missing" ->
                        Trouble.at(DevicePart.Kind.OUTPUT_BIN, Remedy.CALL_STAFF, "TRAY-MISSING");
                    case "toner-empty", "marker-supply-empty", "marker-supply-missing", "developer-empty" ->
                        Trouble.at(DevicePart.Kind.MARKER, Remedy.REFILL, "TONER-OUT");
                    case "marker-waste-full" ->
                        Trouble.at(DevicePart.Kind.MARKER, Remedy.CALL_STAFF, "TONER-WASTE-FULL");
                    case "paused", "moving-to-paused", "shutdown", "stopping", "stopped-partly", "deactivated" ->
                        Trouble.ofAll("PRINTER-STOPPED");
                    case "fuser-over-temp", "fuser-under-temp", "opc-life-over", "interpreter-resource-unavailable" ->
                        Trouble.ofAll("PRINTER-TROUBLE");
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

    /** A jam is seen to first: until it is cleared, nothing that is refilled helps; and before the whole, the part that stops it. */
    private static int rank(Trouble trouble) {
        return switch (trouble.fault().remedy()) {
            case CLEAR_PATH -> 0;
            case REFILL -> 1;
            case RETRY, RESET, ASK_CITIZEN, CALL_STAFF, OUT_OF_SERVICE -> trouble.part().isPresent() ? 2 : 3;
        };
    }
}
