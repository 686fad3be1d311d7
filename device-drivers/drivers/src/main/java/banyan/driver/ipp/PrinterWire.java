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
import banyan.device.Printer.PrintEvent;
import banyan.device.Printer.PrintJob;
import banyan.device.Printer.PrintListener;
import banyan.device.Supply;
import banyan.device.Turn;
import banyan.device.Wire;
import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Status;
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
    private static final String PDF = "application/pdf";
    private static final Fault NO_PDF = new Fault(Kind.UNSUPPORTED, Remedy.OUT_OF_SERVICE, "PRINTER-NO-PDF");
    private static final Fault NO_SUCH_TRAY =
            new Fault(Kind.UNSUPPORTED, Remedy.OUT_OF_SERVICE, "PRINTER-NO-SUCH-TRAY");
    private static final Fault OUR_JOB = new Fault(Kind.BUSY, Remedy.RETRY, "PRINTER-BUSY");
    private static final Fault GARBLED = new Fault(Kind.PROTOCOL, Remedy.RESET, "PRINTER-GARBLED");

    /** The printer forgot the job: it was switched off, or somebody took the job away. */
    private static final Fault LOST = new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "PRINT-LOST");

    private static final Duration ANSWER = Duration.ofSeconds(1);
    /** How long a printer may take to receive and store a document. */
    private static final Duration TAKING = Duration.ofSeconds(30);

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
    private @Nullable Spooler spooler;
    /** Why this printer cannot be used as it is set up, whatever it says of its paper. */
    private Optional<Fault> refused = Optional.empty();
    /** How far the printer's own counter had gone when it was last asked. */
    private Optional<Integer> counted = Optional.empty();

    /** The trays in which something lay when it was last asked; empty where it does not say. */
    private Set<String> ready = Set.of();
    /** What of the settings does not fit this printer. */
    private volatile Map<String, String> misfits = Map.of();

    private boolean takesJobFirst;
    private boolean keepsScale;
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
    }

    @Override
    public Outcome<DeviceState> open(Turn turn) {
        List<AttributeType<?>> wanted = new ArrayList<>(PrinterLook.ATTRIBUTES);
        wanted.addAll(Plate.ATTRIBUTES);
        wanted.addAll(Supplies.ATTRIBUTES);
        wanted.addAll(Spooler.ATTRIBUTES);
        wanted.addAll(Trays.ATTRIBUTES);
        wanted.addAll(List.of(Types.documentFormatSupported, Types.operationsSupported, Types.printScalingSupported));
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
        var operations = answer.getValues(Tag.printerAttributes, Types.operationsSupported);
        takesJobFirst = operations.contains(Operation.createJob) && operations.contains(Operation.sendDocument);
        keepsScale = Ipp.texts(answer, Tag.printerAttributes, Types.printScalingSupported)
                .contains("none");
        nameplate = Plate.of(printer);
        PrinterLook look = look(printer);
        misfits = trays.misfits(printer);
        boolean pdf = Ipp.texts(answer, Tag.printerAttributes, Types.documentFormatSupported)
                .contains(PDF);
        if (!pdf) {
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
        Outcome<IppPacket> ofJob = running == null ? Outcome.failed(LOST) : askJob(turn, running);
        // The printer is asked after the job: what contradicts a completed job must not have been said before it was.
        return switch (lookAround(turn)) {
            case Outcome.Done<PrinterLook>(var look) -> {
                if (running != null) {
                    follow(turn, running, ofJob, look);
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
                var _ = cancelAnyway(turn, job);
            }
            job = null;
        }
    }

    private Outcome<IppPacket> askJob(Turn turn, Job running) {
        var wanted = List.of(
                Types.jobState.getName(),
                Types.jobStateReasons.getName(),
                Types.jobImpressionsCompleted.getName(),
                Types.jobMediaSheetsCompleted.getName());
        return ipp.ask(
                turn,
                ipp.request(
                        Operation.getJobAttributes, Types.jobId.of(running.id()), Types.requestedAttributes.of(wanted)),
                ANSWER);
    }

    private void follow(Turn turn, Job running, Outcome<IppPacket> ofJob, PrinterLook look) {
        switch (ofJob) {
            case Outcome.Failed<IppPacket>(var fault) -> running.unseen(fault);
            case Outcome.Done<IppPacket>(var answer) -> {
                AttributeGroup said = answer.get(Tag.jobAttributes);
                Optional<Progress.JobState> state = Optional.ofNullable(said).flatMap(JobList::state);
                if (Ipp.is(answer, Status.clientErrorNotFound) || Ipp.is(answer, Status.clientErrorGone)) {
                    running.lost(LOST);
                } else if (said == null || state.isEmpty()) {
                    running.unseen(GARBLED);
                } else {
                    seen(turn, running, said, state.get(), look);
                    askBackIfIncomplete(turn, running, answer);
                }
            }
        }
        dropEnded(turn);
    }

    private void seen(Turn turn, Job running, AttributeGroup said, Progress.JobState state, PrinterLook look) {
        Optional<Integer> counted = running.counted(look.counted());
        if (spooler == null) {
            weighed(
                    turn,
                    running,
                    new Progress.Look(state, JobList.pagesOut(said, running.oneSided()), look.trouble(), counted));
            return;
        }
        switch (spooler.job(turn, running.name(), ANSWER)) {
            case Outcome.Failed<Optional<AttributeGroup>>(var fault) -> running.unseen(fault);
            case Outcome.Done<Optional<AttributeGroup>>(var atPrinter) ->
                weighed(
                        turn,
                        running,
                        Spooler.look(state, atPrinter, running.oneSided(), look.trouble(), counted));
        }
    }

    private void weighed(Turn turn, Job running, Progress.Look look) {
        second.weigh(turn, look, running.pages(), running.oneSided()).ifPresent(running::seen);
    }

    /** As {@link Printer#find}. Behind a queue it is the printer that knows, once the queue has done with the job. */
    Outcome<Found> find(Turn turn, String name, int pages) {
        return JobList.named(ipp, turn, name, ANSWER.multipliedBy(3)).then(listed -> {
            if (spooler == null) {
                return found(turn, Spooler.only(listed), pages);
            }
            boolean waits = listed.stream()
                    .anyMatch(job -> JobList.state(job).stream()
                            .anyMatch(state -> state == Progress.JobState.UNDER_WAY
                                    || state == Progress.JobState.STOPPED));
            return spooler.everHad(turn, name, ANSWER.multipliedBy(3))
                    .then(job -> waits ? Outcome.done(new Found.UnderWay(0)) : found(turn, job, pages));
        });
    }

    private Outcome<Found> found(Turn turn, Optional<AttributeGroup> job, int pages) {
        return lookAround(turn)
                .map(printer -> job.map(one -> found(one, pages, printer)).orElse(new Found.NotKnown()));
    }

    /** How a job stands that nobody has followed: by its own word, unless what stops the printer contradicts it. */
    private static Found found(AttributeGroup job, int pages, PrinterLook printer) {
        return JobList.state(job)
                .map(state -> {
                    // Nobody here knows how many sides it had, so sheets say nothing.
                    var look = new Progress.Look(state, JobList.pagesOut(job, false), printer.trouble());
                    List<PrintEvent> events = new Progress(pages).see(look);
                    return !events.isEmpty() && events.getLast() instanceof PrintEvent.End end
                            ? new Found.Ended(end)
                            : new Found.UnderWay(look.pagesOut().orElse(0));
                })
                .orElse(new Found.NotKnown());
    }

    /** A job that still waits for its document, when the sending of it broke off, would wait for ever. */
    private void askBackIfIncomplete(Turn turn, Job running, IppPacket answer) {
        boolean incoming =
                Ipp.texts(answer, Tag.jobAttributes, Types.jobStateReasons).contains("job-incoming");
        if (!running.ended() && running.unsure().isPresent() && incoming) {
            var _ = cancel(turn, running);
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
        return clear.then(_ -> ask(turn, describe(Operation.validateJob, document)))
                .then(_ -> takesJobFirst
                        ? announceAndSend(turn, document, listener)
                        : sendAtOnce(turn, document, listener));
    }

    private Outcome<IppPacket> ask(Turn turn, IppPacket.Builder request) {
        return ipp.ask(turn, request, ANSWER.multipliedBy(3)).then(Ipp::succeeded);
    }

    private IppPacket.Builder describe(Operation operation, PrintJob document) {
        // Without fidelity a printer may take what paper it likes, and A4 would come out on Letter.
        List<Attribute<?>> attributes = new ArrayList<>();
        attributes.add(Types.jobName.of(document.name()));
        attributes.add(Types.ippAttributeFidelity.of(true));
        if (operation != Operation.createJob) {
            attributes.add(Types.documentFormat.of(PDF));
        }
        IppPacket.Builder request = ipp.request(operation, attributes.toArray(Attribute<?>[]::new));
        var wishes = request.getJobAttributes();
        // One or the other, never both (PWG 5100.7, 6.3.1).
        Optional<String> tray = trays.source(document.stock());
        wishes.put(
                tray.<Attribute<?>>map(source -> Types.mediaCol.of(Trays.medium(media, source)))
                        .orElseGet(() -> Types.media.of(media)),
                Types.sides.of(document.sides().word()));
        if (keepsScale) {
            wishes.put(Types.printScaling.of("none"));
        }
        return request;
    }

    /** The printer names the job before it has the document, so that a broken sending can still be followed up. */
    private Outcome<Job> announceAndSend(Turn turn, PrintJob document, PrintListener listener) {
        return ask(turn, describe(Operation.createJob, document))
                .then(PrinterWire::jobId)
                .then(id -> {
                    Job announced = new Job(id, document, listener, counted);
                    var request = ipp.request(
                            Operation.sendDocument,
                            Types.jobId.of(id),
                            Types.documentFormat.of(PDF),
                            Types.lastDocument.of(true));
                    return switch (ipp.send(turn, request, document.pdf(), TAKING)) {
                        case Outcome.Done<IppPacket>(var answer) ->
                            Ipp.succeeded(answer) instanceof Outcome.Failed<IppPacket>(var fault)
                                    ? takeBack(turn, announced, fault)
                                    : Outcome.done(followed(announced));
                        case Outcome.Failed<IppPacket>(var fault) ->
                            fault.equals(ipp.refused())
                                    ? takeBack(turn, announced, fault)
                                    : unsure(turn, announced, fault);
                    };
                });
    }

    private Outcome<Job> sendAtOnce(Turn turn, PrintJob document, PrintListener listener) {
        Outcome<IppPacket> sent = ipp.send(turn, describe(Operation.printJob, document), document.pdf(), TAKING);
        if (sent instanceof Outcome.Failed<IppPacket>(var fault) && !fault.equals(ipp.refused())) {
            // Taken or not: nobody knows, and without its number nobody can ask.
            Job unknown = new Job(0, document, listener, counted);
            unknown.lost(fault);
            return fault.equals(DeviceThread.CANCELLED) ? Outcome.failed(fault) : Outcome.done(unknown);
        }
        return sent.then(Ipp::succeeded)
                .then(PrinterWire::jobId)
                .map(id -> followed(new Job(id, document, listener, counted)));
    }

    private static Outcome<Integer> jobId(IppPacket answer) {
        Integer id = answer.getValue(Tag.jobAttributes, Types.jobId);
        return id == null ? Outcome.failed(GARBLED) : Outcome.done(id);
    }

    private Job followed(Job taken) {
        job = taken;
        return taken;
    }

    /** The printer has no document for this job: an empty one must not stay in its list. */
    private Outcome<Job> takeBack(Turn turn, Job announced, Fault fault) {
        var _ = cancel(turn, announced);
        return Outcome.failed(fault);
    }

    private Outcome<Job> unsure(Turn turn, Job announced, Fault fault) {
        announced.unsure(fault);
        Job kept = followed(announced);
        if (fault.kind() != Kind.CANCELLED) {
            return Outcome.done(kept);
        }
        // Nobody waits for it any more: the printer is asked to stop, and the listener is told how that ended.
        var _ = cancel(turn, kept);
        return Outcome.failed(fault);
    }

    /** Asks the printer to stop a job: whether it will. */
    Outcome<Boolean> cancel(Turn turn, Job which) {
        if (which.ended()) {
            return Outcome.done(false);
        }
        return cancelAnyway(turn, which);
    }

    private Outcome<Boolean> cancelAnyway(Turn turn, Job which) {
        var request = ipp.request(Operation.cancelJob, Types.jobId.of(which.id()));
        return ipp.ask(turn, request, ANSWER)
                .then(answer -> Ipp.is(answer, Status.clientErrorNotPossible)
                        ? Outcome.done(false)
                        : Ipp.succeeded(answer).map(_ -> true));
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
