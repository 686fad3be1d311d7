package banyan.driver.ipp;

import banyan.device.DevicePart;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Printer.Stock;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the printer stands by its own word.
 *
 * @param trouble what stops it
 * @param warnings usable, but low or fading
 * @param parts as they stand, in agreement with the trouble
 * @param counted every impression it ever made ({@code printer-impressions-completed}, PWG 5100.22); empty where it does not say
 */
record PrinterLook(
        Optional<Fault> trouble, Set<String> warnings, List<DevicePart> parts, Optional<Integer> counted) {
    /** What has to be asked for. */
    static final List<AttributeType<?>> ATTRIBUTES =
            List.of(
                    Types.printerState,
                    Types.printerStateReasons,
                    Types.printerIsAcceptingJobs,
                    Types.mediaReady,
                    Types.mediaColReady,
                    Types.printerImpressionsCompleted);

    private static final Fault STOPPED = new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "PRINTER-STOPPED");
    private static final Fault NOT_ACCEPTING = new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "PRINTER-NOT-ACCEPTING");
    /** Nothing lies in the tray that is wanted. */
    static final Fault PAPER_OUT = new Fault(Kind.MEDIA, Remedy.REFILL, "PAPER-OUT");

    private static final Fault WRONG_SIZE = new Fault(Kind.MEDIA, Remedy.REFILL, "PAPER-WRONG-SIZE");

    /**
     * Judges an answer for somebody who wants a page of this medium, at a site that may have said in which tray what lies. Without plain
     * paper nothing can be done; without the other, that it lacks is a warning, and whoever wants to print on it is told.
     */
    static PrinterLook of(IppPacket answer, String media, Trays trays) {
        Reasons all = Reasons.of(Ipp.texts(answer, Tag.printerAttributes, Types.printerStateReasons));
        Set<String> ready = trays.set() ? Trays.ready(answer) : Set.of();
        boolean plain = trays.source(Stock.PLAIN).filter(ready::contains).isPresent();
        // What is empty is another tray: it stops nothing until somebody prints on it, and then the printer stands still.
        Reasons reasons = plain && standsStill(answer).isEmpty() ? all.without(PAPER_OUT) : all;
        Optional<Fault> paper = !ready.isEmpty() && !plain ? Optional.of(PAPER_OUT) : wrongSize(answer, media);
        Set<String> warnings = new TreeSet<>(reasons.warnings());
        if (plain && !trays.sources().values().stream().allMatch(ready::contains)) {
            warnings.add("TRAY-EMPTY");
        }
        return new PrinterLook(
                reasons.trouble().or(() -> paper).or(() -> standsStill(answer)),
                warnings,
                Parts.of(reasons, paper, trays, ready),
                Optional.ofNullable(answer.getValue(Tag.printerAttributes, Types.printerImpressionsCompleted)));
    }

    /** A printer that does not say what lies in its trays is asked for the medium all the same. */
    private static Optional<Fault> wrongSize(IppPacket answer, String media) {
        List<String> ready = Ipp.texts(answer, Tag.printerAttributes, Types.mediaReady);
        return !ready.isEmpty() && ready.stream().noneMatch(name -> name.startsWith(media))
                ? Optional.of(WRONG_SIZE)
                : Optional.empty();
    }

    /** The same behind a queue that answered so: what the queue repeats of paper is old, that it stands still is its own. */
    PrinterLook behind(IppPacket queue) {
        return new PrinterLook(trouble.or(() -> standsStill(queue)), warnings, parts, counted);
    }

    /** The same with a second source that stops it, whatever the printer says itself. */
    PrinterLook stoppedBy(Fault fault) {
        return new PrinterLook(Optional.of(fault), warnings, parts, counted);
    }

    /** The same with one more warning. */
    PrinterLook warning(String code) {
        Set<String> more = new TreeSet<>(warnings);
        more.add(code);
        return new PrinterLook(trouble, more, parts, counted);
    }

    private static Optional<Fault> standsStill(IppPacket answer) {
        PrinterState state = answer.getValue(Tag.printerAttributes, Types.printerState);
        Boolean accepting = answer.getValue(Tag.printerAttributes, Types.printerIsAcceptingJobs);
        boolean stopped = state != null && state.getCode() == PrinterState.stopped.getCode();
        return stopped
                ? Optional.of(STOPPED)
                : Boolean.FALSE.equals(accepting) ? Optional.of(NOT_ACCEPTING) : Optional.empty();
    }

    DeviceState state() {
        return trouble.<DeviceState>map(DeviceState.NeedsHelp::new).orElse(new DeviceState.Ready(warnings));
    }
}
