package banyan.driver.ipp;

import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Outcome;
import banyan.device.Printer.PrintJob;
import banyan.device.Printer.PrintListener;
import banyan.device.Turn;
import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Hands a document over to the printer, and asks it back: so that of each job it is known whether the printer has it. */
final class Handover {
    private static final String PDF = "application/pdf";
    private static final Duration ANSWER = Duration.ofSeconds(1);
    /** How long a printer may take to receive and store a document. */
    private static final Duration TAKING = Duration.ofSeconds(30);

    /** What has to be asked for. */
    static final List<AttributeType<?>> ATTRIBUTES =
            List.of(Types.documentFormatSupported, Types.operationsSupported, Types.printScalingSupported);

    private final Ipp ipp;
    private final String media;
    private final Trays trays;
    private final Consumer<Job> follow;
    private boolean takesJobFirst;
    private boolean keepsScale;

    /** @param follow is given each job that the printer has, or may have */
    Handover(Ipp ipp, String media, Trays trays, Consumer<Job> follow) {
        this.ipp = ipp;
        this.media = media;
        this.trays = trays;
        this.follow = follow;
    }

    /** What the printer, or the queue before it, says that it can do. */
    void opened(IppPacket answer) {
        var operations = answer.getValues(Tag.printerAttributes, Types.operationsSupported);
        takesJobFirst = operations.contains(Operation.createJob) && operations.contains(Operation.sendDocument);
        keepsScale = Ipp.texts(answer, Tag.printerAttributes, Types.printScalingSupported)
                .contains("none");
    }

    /** Whether it prints what is sent here. */
    static boolean possible(IppPacket answer) {
        return Ipp.texts(answer, Tag.printerAttributes, Types.documentFormatSupported)
                .contains(PDF);
    }

    /**
     * Checks, announces and sends a job. Failed: the printer has nothing and will print nothing.
     *
     * @param counted how far the printer's own counter had gone when it was last asked
     */
    Outcome<Job> print(Turn turn, PrintJob document, PrintListener listener, Optional<Integer> counted) {
        return ask(turn, describe(Operation.validateJob, document))
                .then(_ -> takesJobFirst
                        ? announceAndSend(turn, document, listener, counted)
                        : sendAtOnce(turn, document, listener, counted));
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
    private Outcome<Job> announceAndSend(Turn turn, PrintJob document, PrintListener listener, Optional<Integer> counted) {
        return ask(turn, describe(Operation.createJob, document))
                .then(Handover::jobId)
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

    private Outcome<Job> sendAtOnce(Turn turn, PrintJob document, PrintListener listener, Optional<Integer> counted) {
        Outcome<IppPacket> sent = ipp.send(turn, describe(Operation.printJob, document), document.pdf(), TAKING);
        if (sent instanceof Outcome.Failed<IppPacket>(var fault) && !fault.equals(ipp.refused())) {
            // Taken or not: nobody knows, and without its number nobody can ask.
            Job unknown = new Job(0, document, listener, counted);
            unknown.lost(fault);
            return fault.equals(DeviceThread.CANCELLED) ? Outcome.failed(fault) : Outcome.done(unknown);
        }
        return sent.then(Ipp::succeeded)
                .then(Handover::jobId)
                .map(id -> followed(new Job(id, document, listener, counted)));
    }

    private static Outcome<Integer> jobId(IppPacket answer) {
        Integer id = answer.getValue(Tag.jobAttributes, Types.jobId);
        return id == null ? Outcome.failed(Ipp.GARBLED) : Outcome.done(id);
    }

    private Job followed(Job taken) {
        follow.accept(taken);
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

    /** The same for a job that nobody here follows any more. */
    Outcome<Boolean> cancelAnyway(Turn turn, Job which) {
        var request = ipp.request(Operation.cancelJob, Types.jobId.of(which.id()));
        return ipp.ask(turn, request, ANSWER)
                .then(answer -> Ipp.is(answer, Status.clientErrorNotPossible)
                        ? Outcome.done(false)
                        : Ipp.succeeded(answer).map(_ -> true));
    }
}
