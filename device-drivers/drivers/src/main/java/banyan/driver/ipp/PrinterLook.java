package banyan.driver.ipp;

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
 * @param counted every impression it ever made ({@code printer-impressions-completed}, PWG 5100.22); empty where it does not say
 */
record PrinterLook(Optional<Fault> trouble, Set<String> warnings, Optional<Integer> counted) {
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

    /** Judges an answer for somebody who wants a page of this medium. */
    static PrinterLook of(IppPacket answer, String media) {
        Reasons reasons = Reasons.of(Ipp.texts(answer, Tag.printerAttributes, Types.printerStateReasons));
        List<String> ready = Ipp.texts(answer, Tag.printerAttributes, Types.mediaReady);
        Optional<Fault> trouble = reasons.trouble()
                .or(() -> standsStill(answer))
                // A printer that does not say what lies in its trays is asked for the medium all the same.
                .or(() -> !ready.isEmpty() && ready.stream().noneMatch(name -> name.startsWith(media))
                        ? Optional.of(WRONG_SIZE)
                        : Optional.empty());
        return new PrinterLook(
                trouble,
                reasons.warnings(),
                Optional.ofNullable(answer.getValue(Tag.printerAttributes, Types.printerImpressionsCompleted)));
    }

    /**
     * The same for a site that has said in which tray what lies. Without plain paper nothing can be done; without the other, that it
     * lacks is a warning, and whoever wants to print on it is told.
     */
    PrinterLook with(Trays trays, IppPacket answer) {
        Set<String> ready = Trays.ready(answer);
        if (!trays.set() || ready.isEmpty()) {
            return this;
        }
        boolean plain = trays.source(Stock.PLAIN).filter(ready::contains).isPresent();
        if (!plain) {
            return new PrinterLook(trouble.or(() -> Optional.of(PAPER_OUT)), warnings, counted);
        }
        var more = new TreeSet<>(warnings);
        if (!trays.sources().values().stream().allMatch(ready::contains)) {
            more.add("TRAY-EMPTY");
        }
        // What is empty is another tray: it stops nothing until somebody prints on it, and then the printer stands still.
        boolean elsewhere = trouble.equals(Optional.of(PAPER_OUT)) && standsStill(answer).isEmpty();
        return new PrinterLook(elsewhere ? Optional.empty() : trouble, more, counted);
    }

    /** The same behind a queue that answered so: what the queue repeats of paper is old, that it stands still is its own. */
    PrinterLook behind(IppPacket queue) {
        return new PrinterLook(trouble.or(() -> standsStill(queue)), warnings, counted);
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
