package banyan.driver.ipp;

import banyan.device.DeviceState;
import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Nameplate;
import banyan.device.Outcome;
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
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What runs on the printer's thread. */
final class PrinterWire implements Wire {
    private static final String PDF = "application/pdf";
    private static final Fault NO_PDF = new Fault(Kind.UNSUPPORTED, Remedy.OUT_OF_SERVICE, "PRINTER-NO-PDF");
    private static final Fault OUR_JOB = new Fault(Kind.BUSY, Remedy.RETRY, "PRINTER-BUSY");
    private static final Fault GARBLED = new Fault(Kind.PROTOCOL, Remedy.RESET, "PRINTER-GARBLED");

    /** The printer forgot the job: it was switched off, or somebody took the job away. */
    private static final Fault LOST = new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "PRINT-LOST");

    /** How far back a job is looked for. */
    private static final int MOST_JOBS = 200;

    private static final Duration ANSWER = Duration.ofSeconds(1);
    /** How long a printer may take to receive and store a document. */
    private static final Duration TAKING = Duration.ofSeconds(30);

    private static final Duration WHILE_PRINTING = Duration.ofMillis(150);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final Duration BELIEVED = Duration.ofSeconds(3);

    private static final List<AttributeType<?>> LOOK = Stream.concat(
                    PrinterLook.ATTRIBUTES.stream(), Supplies.ATTRIBUTES.stream())
            .toList();

    private final Ipp ipp;
    private final String media;
    private boolean takesJobFirst;
    private boolean keepsScale;
    private @Nullable Job job;
    private Nameplate nameplate = Nameplate.BLANK;
    private List<Supply> supplies = List.of();
    private DeviceState standing = new DeviceState.Opening();

    PrinterWire(URI printer, String media) {
        this.ipp = new Ipp(printer);
        this.media = media;
    }

    @Override
    public Outcome<DeviceState> open(Turn turn) {
        List<AttributeType<?>> wanted = new ArrayList<>(PrinterLook.ATTRIBUTES);
        wanted.addAll(Plate.ATTRIBUTES);
        wanted.addAll(Supplies.ATTRIBUTES);
        wanted.addAll(List.of(Types.documentFormatSupported, Types.operationsSupported, Types.printScalingSupported));
        Outcome<IppPacket> answer = askPrinter(turn, wanted);
        if (answer instanceof Outcome.Failed<IppPacket>(var fault)) {
            unseen(fault);
        }
        return answer.map(this::opened);
    }

    private DeviceState opened(IppPacket answer) {
        var operations = answer.getValues(Tag.printerAttributes, Types.operationsSupported);
        takesJobFirst = operations.contains(Operation.createJob) && operations.contains(Operation.sendDocument);
        keepsScale = Ipp.texts(answer, Tag.printerAttributes, Types.printScalingSupported)
                .contains("none");
        nameplate = Plate.of(answer);
        supplies = Supplies.of(answer);
        boolean pdf = Ipp.texts(answer, Tag.printerAttributes, Types.documentFormatSupported)
                .contains(PDF);
        return standing = pdf ? PrinterLook.of(answer, media).state() : new DeviceState.NeedsHelp(NO_PDF);
    }

    private Outcome<IppPacket> askPrinter(Turn turn, List<AttributeType<?>> wanted) {
        var names = wanted.stream().map(AttributeType::getName).toList();
        var request = ipp.request(Operation.getPrinterAttributes, Types.requestedAttributes.of(names));
        return ipp.ask(turn, request, ANSWER).then(Ipp::succeeded);
    }

    @Override
    public DeviceState tend(Turn turn) {
        if (standing instanceof DeviceState.NeedsHelp(var fault) && fault.equals(NO_PDF)) {
            return reopen(turn);
        }
        Job running = job;
        Outcome<IppPacket> ofJob = running == null ? Outcome.failed(LOST) : askJob(turn, running);
        // The printer is asked after the job: what contradicts a completed job must not have been said before it was.
        Outcome<IppPacket> ofPrinter = askPrinter(turn, LOOK);
        return switch (ofPrinter) {
            case Outcome.Done<IppPacket>(var answer) -> {
                PrinterLook look = PrinterLook.of(answer, media);
                supplies = Supplies.of(answer);
                if (running != null) {
                    follow(turn, running, ofJob, look);
                }
                boolean busy = job != null && look.trouble().isEmpty();
                yield standing = busy ? new DeviceState.Busy() : look.state();
            }
            case Outcome.Failed<IppPacket>(var fault) -> {
                unseen(fault);
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

    /** Since when is said once, so that it is one state and not many. */
    private DeviceState unknown() {
        if (!(standing instanceof DeviceState.Unknown)) {
            standing = new DeviceState.Unknown(Instant.now());
        }
        return standing;
    }

    private void unseen(Fault fault) {
        if (job != null) {
            job.unseen(fault);
            dropEnded();
        }
    }

    private void dropEnded() {
        if (job != null && job.ended()) {
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
                JobState state = answer.getValue(Tag.jobAttributes, Types.jobState);
                if (Ipp.is(answer, Status.clientErrorNotFound) || Ipp.is(answer, Status.clientErrorGone)) {
                    running.lost(LOST);
                } else if (state == null) {
                    running.unseen(GARBLED);
                } else {
                    running.seen(
                            new Progress.Look(
                                    Progress.JobState.of(state.getCode()), pagesOut(answer, running), look.trouble()));
                    askBackIfIncomplete(turn, running, answer);
                }
            }
        }
        dropEnded();
    }

    private static Optional<Integer> pagesOut(IppPacket answer, Job running) {
        AttributeGroup said = answer.get(Tag.jobAttributes);
        return said == null ? Optional.empty() : pagesOut(said, running.oneSided());
    }

    /** Impressions are sides; where sides are not counted, sheets say the same of a job on one side. */
    private static Optional<Integer> pagesOut(AttributeGroup job, boolean oneSided) {
        Integer sides = job.getValue(Types.jobImpressionsCompleted);
        Integer sheets = oneSided ? job.getValue(Types.jobMediaSheetsCompleted) : null;
        return Optional.ofNullable(sides).or(() -> Optional.ofNullable(sheets));
    }

    /** As {@link Printer#find}. */
    Outcome<Found> find(Turn turn, String name, int pages) {
        // In this order: a job that ends in between is in the second list at the latest.
        return jobs(turn, "not-completed")
                .then(open -> jobs(turn, "completed").then(ended -> askPrinter(turn, LOOK)
                        .map(answer -> {
                            var byId = new HashMap<Integer, AttributeGroup>();
                            Stream.concat(open.stream(), ended.stream())
                                    .filter(job -> name.equals(job.getString(Types.jobName)))
                                    .forEach(job -> byId.put(job.getValue(Types.jobId), job));
                            return byId.size() == 1
                                    ? found(byId.values().iterator().next(), pages, PrinterLook.of(answer, media))
                                    : new Found.NotKnown();
                        })));
    }

    private Outcome<List<AttributeGroup>> jobs(Turn turn, String which) {
        var wanted = List.of(
                Types.jobId.getName(),
                Types.jobName.getName(),
                Types.jobState.getName(),
                Types.jobImpressionsCompleted.getName());
        var request = ipp.request(
                Operation.getJobs,
                Types.limit.of(MOST_JOBS),
                Types.requestedAttributes.of(wanted),
                Types.whichJobs.of(which));
        return ask(turn, request).map(answer -> answer.getAttributeGroups().stream()
                .filter(group -> group.getTag().equals(Tag.jobAttributes))
                .toList());
    }

    /** How a job stands that nobody has followed: by its own word, unless what stops the printer contradicts it. */
    private static Found found(AttributeGroup job, int pages, PrinterLook printer) {
        JobState state = job.getValue(Types.jobState);
        if (state == null) {
            return new Found.NotKnown();
        }
        // Nobody here knows how many sides it had, so sheets say nothing.
        var look = new Progress.Look(
                Progress.JobState.of(state.getCode()), pagesOut(job, false), printer.trouble());
        List<PrintEvent> events = new Progress(pages).see(look);
        return !events.isEmpty() && events.getLast() instanceof PrintEvent.End end
                ? new Found.Ended(end)
                : new Found.UnderWay(look.pagesOut().orElse(0));
    }

    /** A job that still waits for its document, when the sending of it broke off, would wait for ever. */
    private void askBackIfIncomplete(Turn turn, Job running, IppPacket answer) {
        boolean incoming =
                Ipp.texts(answer, Tag.jobAttributes, Types.jobStateReasons).contains("job-incoming");
        if (!running.ended() && running.unsure().isPresent() && incoming) {
            var _ = cancel(turn, running);
        }
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
    public Duration rest() {
        return job == null ? BETWEEN_LOOKS : WHILE_PRINTING;
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
        turn.busy();
        return ask(turn, describe(Operation.validateJob, document))
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
        wishes.put(Types.media.of(media), Types.sides.of(document.sides().word()));
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
                    Job announced = new Job(id, document, listener);
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
            Job unknown = new Job(0, document, listener);
            unknown.lost(fault);
            return fault.equals(DeviceThread.CANCELLED) ? Outcome.failed(fault) : Outcome.done(unknown);
        }
        return sent.then(Ipp::succeeded)
                .then(PrinterWire::jobId)
                .map(id -> followed(new Job(id, document, listener)));
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
        ipp.close();
    }
}
