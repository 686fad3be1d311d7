package banyan.driver.ipp;

import banyan.device.DevicePart;
import banyan.device.DeviceState;
import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Nameplate;
import banyan.device.Outcome;
import banyan.device.Pace;
import banyan.device.Printer;
import banyan.device.Printer.Found;
import banyan.device.Printer.PrintJob;
import banyan.device.Printer.PrintListener;
import banyan.device.Supply;
import banyan.device.Turn;
import banyan.device.Wire;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What runs on the printer's thread. */
final class PrinterWire implements Wire {
    private static final Fault NO_PDF = new Fault(Kind.UNSUPPORTED, Remedy.OUT_OF_SERVICE, "PRINTER-NO-PDF");
    private static final Fault NO_SUCH_TRAY =
            new Fault(Kind.UNSUPPORTED, Remedy.OUT_OF_SERVICE, "PRINTER-NO-SUCH-TRAY");
    private static final Fault OUR_JOB = new Fault(Kind.BUSY, Remedy.RETRY, "PRINTER-BUSY");

    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final Duration WHILE_PRINTING = Duration.ofMillis(150);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final Duration BELIEVED = Duration.ofSeconds(3);

    private static final List<AttributeType<?>> LOOK = Stream.concat(
                    PrinterLook.ATTRIBUTES.stream(), Supplies.ATTRIBUTES.stream())
            .toList();

    private static final List<AttributeType<?>> BEHIND =
            Stream.of(LOOK, Plate.ATTRIBUTES, List.of(Types.mediaSourceSupported))
                    .flatMap(List::stream)
                    .<AttributeType<?>>map(type -> type)
                    .toList();

    private final Ipp ipp;
    private final String media;
    private final Trays trays;
    private final SecondWitness second;
    private final Handover handover;
    private final JobWatch watch;
    private @Nullable Spooler spooler;
    /** Why this printer cannot be used as it is set up, whatever it says of its paper. */
    private Optional<Fault> refused = Optional.empty();
    /** How far the printer's own counter had gone when it was last asked. */
    private Optional<Integer> counted = Optional.empty();

    /** The trays in which something lay when it was last asked; empty where it does not say. */
    private Set<String> ready = Set.of();
    /** What of the settings does not fit this printer. */
    private volatile Map<String, String> misfits = Map.of();

    private @Nullable Job job;
    private Nameplate nameplate = Nameplate.BLANK;
    private List<Supply> supplies = List.of();
    private List<DevicePart> parts = List.of();
    private DeviceState standing = new DeviceState.Opening();

    PrinterWire(URI printer, String media, Trays trays, Optional<SnmpAddress> snmp) {
        this.ipp = new Ipp(printer);
        this.media = media;
        this.trays = trays;
        this.second = new SecondWitness(snmp);
        this.handover = new Handover(ipp, media, trays, taken -> job = taken);
        this.watch = new JobWatch(ipp, second, handover);
    }

    @Override
    public Outcome<DeviceState> open(Turn turn) {
        List<AttributeType<?>> wanted = new ArrayList<>(PrinterLook.ATTRIBUTES);
        wanted.addAll(Plate.ATTRIBUTES);
        wanted.addAll(Supplies.ATTRIBUTES);
        wanted.addAll(Spooler.ATTRIBUTES);
        wanted.addAll(Trays.ATTRIBUTES);
        wanted.addAll(Handover.ATTRIBUTES);
        Outcome<IppPacket> answer = ipp.attributes(turn, wanted, ANSWER);
        if (answer instanceof Outcome.Failed<IppPacket>(var fault)) {
            unseen(turn, fault);
        }
        return answer.then(queue -> behind(turn, queue));
    }

    /** Opened is the queue where there is one; what there is to print with is the printer's behind it. */
    private Outcome<DeviceState> behind(Turn turn, IppPacket answer) {
        Spooler.Seen seen = Spooler.look(answer);
        if (!(seen instanceof Spooler.Seen.Queue(var printer) && spooler != null && spooler.leadsTo(printer))) {
            forgetSpooler();
        }
        refused = Optional.empty();
        return switch (seen) {
            case Spooler.Seen.Printer() -> Outcome.done(opened(answer, answer));
            case Spooler.Seen.Refused(var why) -> {
                refused = Optional.of(why);
                yield Outcome.done(standing = new DeviceState.NeedsHelp(why));
            }
            case Spooler.Seen.Queue(var printer) -> {
                // The one it had knows which jobs are not ours.
                Spooler found = spooler == null ? Spooler.of(printer) : spooler;
                spooler = found;
                yield found.look(turn, BEHIND, ANSWER).map(itsWord -> opened(answer, itsWord));
            }
        };
    }

    private void forgetSpooler() {
        if (spooler != null) {
            spooler.close();
            spooler = null;
        }
    }

    private DeviceState opened(IppPacket answer, IppPacket printer) {
        handover.opened(answer);
        nameplate = Plate.of(printer);
        PrinterLook look = look(printer);
        misfits = trays.misfits(printer);
        if (!Handover.possible(answer)) {
            refused = Optional.of(NO_PDF);
            return standing = new DeviceState.NeedsHelp(NO_PDF);
        }
        if (!misfits.isEmpty()) {
            refused = Optional.of(NO_SUCH_TRAY);
            return standing = new DeviceState.NeedsHelp(NO_SUCH_TRAY);
        }
        return standing = look.behind(answer).state();
    }

    /** How the printer stands, and the queue before it where there is one, by all who can say it. */
    private Outcome<PrinterLook> lookAround(Turn turn) {
        Outcome<IppPacket> asked = ipp.attributes(turn, LOOK, ANSWER);
        return asked.then(answer -> spooler == null
                        ? Outcome.done(look(answer))
                        : spooler.look(turn, LOOK, ANSWER)
                                .map(itsWord -> look(itsWord).behind(answer)))
                .map(look -> second.beside(turn, look));
    }

    private PrinterLook look(IppPacket printer) {
        supplies = Supplies.of(printer);
        PrinterLook look = PrinterLook.of(printer, media, trays);
        parts = look.parts();
        ready = Trays.ready(printer);
        counted = look.counted();
        return look;
    }

    @Override
    public DeviceState examine(Turn turn) {
        second.examine();
        return tend(turn);
    }

    @Override
    public DeviceState tend(Turn turn) {
        if (refused.isPresent()) {
            return reopen(turn);
        }
        Job running = job;
        Outcome<IppPacket> ofJob = running == null ? Outcome.failed(JobWatch.LOST) : watch.ask(turn, running);
        // The printer is asked after the job: what contradicts a completed job must not have been said before it was.
        return switch (lookAround(turn)) {
            case Outcome.Done<PrinterLook>(var look) -> {
                if (running != null) {
                    watch.follow(turn, running, ofJob, look, spooler);
                    dropEnded(turn);
                }
                boolean busy = job != null && look.trouble().isEmpty();
                yield standing = busy
                        ? new DeviceState.Busy()
                        : second.disagrees() ? unknown(look.trouble()) : look.state();
            }
            case Outcome.Failed<PrinterLook>(var fault) -> {
                unseen(turn, fault);
                yield fault.kind() == Kind.DISCONNECTED ? new DeviceState.Absent(fault) : unknown();
            }
        };
    }

    private DeviceState reopen(Turn turn) {
        return switch (open(turn)) {
            case Outcome.Done<DeviceState>(var state) -> state;
            case Outcome.Failed<DeviceState>(var fault) ->
                fault.kind() == Kind.DISCONNECTED ? new DeviceState.Absent(fault) : unknown();
        };
    }

    private DeviceState unknown() {
        return unknown(Optional.empty());
    }

    /** Since when is said once, so that it is one state and not many. */
    private DeviceState unknown(Optional<Fault> why) {
        if (!(standing instanceof DeviceState.Unknown(_, var said) && said.equals(why))) {
            standing = new DeviceState.Unknown(Instant.now(), why);
        }
        return standing;
    }

    private void unseen(Turn turn, Fault fault) {
        if (job != null) {
            job.unseen(fault);
            dropEnded(turn);
        }
    }

    private void dropEnded(Turn turn) {
        if (job != null && job.ended()) {
            if (spooler != null) {
                // What nobody follows any more must not come out of the queue later, when somebody else stands there.
                var _ = handover.cancelAnyway(turn, job);
            }
            job = null;
        }
    }

    /** What of the settings does not fit this printer: the name of each, and why. From any thread. */
    Map<String, String> misfits() {
        return misfits;
    }

    @Override
    public Nameplate nameplate() {
        return nameplate;
    }

    @Override
    public List<Supply> supplies() {
        return supplies;
    }

    @Override
    public List<DevicePart> parts() {
        // Of a printer that cannot be used as it is set up, its parts say nothing.
        return refused.isEmpty()
                ? parts
                : parts.stream().map(DevicePart::unheard).toList();
    }

    @Override
    public Duration rest(Pace pace) {
        return job == null && !second.inDoubt() ? pace.between(BETWEEN_LOOKS) : WHILE_PRINTING;
    }

    @Override
    public Duration believedFor() {
        return BELIEVED;
    }

    /** As {@link Printer#find}. */
    Outcome<Found> find(Turn turn, String name, int pages) {
        return watch.find(turn, name, pages, spooler, () -> lookAround(turn));
    }

    /** Checks, announces and sends a job. Failed: the printer has nothing and will print nothing. */
    Outcome<Job> print(Turn turn, PrintJob document, PrintListener listener) {
        if (job != null) {
            return Outcome.failed(OUR_JOB);
        }
        if (refused.isPresent()) {
            return Outcome.failed(refused.get());
        }
        if (second.disagrees()) {
            return Outcome.failed(TwoWitnesses.DISAGREE);
        }
        Optional<String> tray = trays.source(document.stock());
        if (tray.isPresent() && !ready.isEmpty() && !ready.contains(tray.get())) {
            return Outcome.failed(PrinterLook.PAPER_OUT);
        }
        turn.busy();
        Outcome<Boolean> clear = second.before(turn)
                .then(_ -> spooler == null
                        ? Outcome.done(true)
                        : spooler.remember(turn, document.name(), ANSWER.multipliedBy(3)));
        return clear.then(_ -> handover.print(turn, document, listener, counted));
    }

    /** Asks the printer to stop a job: whether it will. */
    Outcome<Boolean> cancel(Turn turn, Job which) {
        return handover.cancel(turn, which);
    }

    @Override
    public void shut() {
        // Each request is a matter of its own: there is nothing to shut, and the job goes on in the printer.
        standing = new DeviceState.Opening();
        second.startAnew();
    }

    @Override
    public void forget() {
        // A document is held by the command that sends it, and by nobody afterwards.
    }

    @Override
    public void ended() {
        if (job != null) {
            job.lost(DeviceThread.CLOSED);
            job = null;
        }
        forgetSpooler();
        second.close();
        ipp.close();
    }
}
