package banyan.driver.ipp;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the printer's two witnesses amount to together, what it says by IPP and what it says by SNMP: where they contradict each
 * other for longer than a change takes, nobody knows how it stands. Pure: the time is told.
 */
final class TwoWitnesses {
    /** The printer says by SNMP what it denies by IPP, or the other way round. */
    static final Fault DISAGREE = new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "PRINTER-DISAGREES");

    /** Two readings taken around a change contradict each other and neither lies; a printer's SNMP may be a second behind. */
    static final Duration GRACE = Duration.ofMillis(1500);

    /** One datagram may be lost. */
    private static final int QUIET = 2;

    /** What both have words for. Of a pause, a wrong size or a queue that takes no jobs SNMP says nothing. */
    private static final Set<String> COMMON = Set.of(
            "PAPER-JAM", "PRINTER-COVER-OPEN", "PAPER-OUT", "OUTPUT-FULL", "TRAY-MISSING", "TONER-OUT");

    /** What both together are. */
    enum Verdict {
        /** They say the same, or the second has not been asked yet. */
        AGREED,
        /** The second says nothing any more, or never did. */
        SILENT,
        /** They contradict each other, perhaps for a moment only. */
        IN_DOUBT,
        /** They have contradicted each other for too long. */
        DISAGREED
    }

    private Optional<Testimony> last = Optional.empty();
    private OptionalLong doubtSince = OptionalLong.empty();
    private int missed;
    private Verdict verdict = Verdict.AGREED;

    /** What SNMP said. */
    void heard(Testimony testimony) {
        missed = 0;
        last = Optional.of(testimony);
    }

    /** SNMP was asked and said nothing. A contradiction that stands is not taken back by that; everything else is old. */
    void unheard() {
        missed = Math.min(missed + 1, QUIET);
        if (missed == QUIET && verdict != Verdict.DISAGREED) {
            last = Optional.empty();
        }
    }

    /** What both are at this moment of the monotonic clock. */
    Verdict judge(PrinterLook ipp, long nanos) {
        if (last.isPresent() && contradict(ipp, last.get())) {
            long since = doubtSince.orElse(nanos);
            doubtSince = OptionalLong.of(since);
            verdict = nanos - since >= GRACE.toNanos() ? Verdict.DISAGREED : Verdict.IN_DOUBT;
        } else {
            doubtSince = OptionalLong.empty();
            verdict = missed == QUIET ? Verdict.SILENT : Verdict.AGREED;
        }
        return verdict;
    }

    /** Whether SNMP has to be asked now and not in its time: it contradicts what IPP says, or it may have been lost. */
    boolean unsettled(PrinterLook ipp) {
        return missed > 0 && missed < QUIET || last.isPresent() && contradict(ipp, last.get());
    }

    /** By the last {@link #judge}. */
    Verdict verdict() {
        return verdict;
    }

    /** As at first: the printer was away. */
    void startAnew() {
        last = Optional.empty();
        doubtSince = OptionalLong.empty();
        missed = 0;
        verdict = Verdict.AGREED;
    }

    /** Only whether it can print is compared: of two faults at once each may name another first. */
    static boolean contradict(PrinterLook ipp, Testimony snmp) {
        if (ipp.trouble().isEmpty()) {
            return snmp.trouble().isPresent();
        }
        String seen = ipp.trouble().get().code();
        return snmp.detects() && snmp.trouble().isEmpty() && COMMON.contains(seen) && !snmp.signs().contains(seen);
    }
}
