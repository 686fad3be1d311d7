package banyan.driver.ipp;

import banyan.device.DevicePart;
import banyan.device.DevicePart.Kind;
import banyan.device.DevicePart.Standing;
import banyan.device.Fault;
import banyan.device.Printer.Stock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A printer's parts, by its {@code printer-state-reasons} and what lies ready in its trays. Without the sheets' way, the marker, the bin
 * and plain paper nothing is printed; the paper for certificates is a part where the site has a tray of its own for it, and other papers
 * are printed without.
 */
final class Parts {
    private Parts() {}

    /**
     * @param reasons what is of matter at this site
     * @param paper what is wrong with the paper itself, whatever the reasons say
     * @param ready the trays in which something lies; empty where the printer does not say, or the site not which it needs
     */
    static List<DevicePart> of(Reasons reasons, Optional<Fault> paper, Trays trays, Set<String> ready) {
        var parts = new ArrayList<DevicePart>();
        parts.add(DevicePart.required(Kind.TRAY_PLAIN, plain(reasons, paper, trays, ready)));
        trays.source(Stock.CERTIFICATE)
                .ifPresent(source -> parts.add(DevicePart.optional(Kind.TRAY_CERTIFICATE, other(reasons, source, ready))));
        for (Kind kind : List.of(Kind.PAPER_PATH, Kind.MARKER, Kind.COVER, Kind.OUTPUT_BIN)) {
            parts.add(DevicePart.required(kind, by(reasons, reasons.of(kind))));
        }
        return List.copyOf(parts);
    }

    private static Standing plain(Reasons reasons, Optional<Fault> paper, Trays trays, Set<String> ready) {
        boolean there = trays.source(Stock.PLAIN).filter(ready::contains).isPresent();
        // It stands still for want of paper, and plain paper is there: then it waits for the other.
        return by(
                reasons,
                reasons.of(Kind.TRAY_PLAIN)
                        .filter(fault -> !there || !fault.equals(PrinterLook.PAPER_OUT))
                        .or(() -> paper));
    }

    private static Standing other(Reasons reasons, String source, Set<String> ready) {
        if (!ready.isEmpty()) {
            return ready.contains(source) ? new Standing.Usable() : new Standing.Broken(PrinterLook.PAPER_OUT);
        }
        // Some paper is out, and it does not say which.
        return reasons.of(Kind.TRAY_PLAIN).isPresent() ? new Standing.Unknown() : new Standing.Untold();
    }

    /** A printer that gives its reasons, be it {@code none}, has a word for each of these. */
    private static Standing by(Reasons reasons, Optional<Fault> fault) {
        return fault.<Standing>map(Standing.Broken::new)
                .orElseGet(() -> reasons.given() ? new Standing.Usable() : new Standing.Untold());
    }
}
