package banyan.driver.ipp;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import banyan.device.Printer;
import banyan.device.Printer.Found;
import banyan.device.Printer.PrintEvent;
import banyan.device.Turn;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What becomes of a job by the printer's own word and its queue's: of one that is followed, and of one that nobody has followed. */
final class JobWatch {
    /** The printer forgot the job: it was switched off, or somebody took the job away. */
    static final Fault LOST = new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "PRINT-LOST");

    private static final Duration ANSWER = Duration.ofSeconds(1);

    private final Ipp ipp;
    private final SecondWitness second;
    private final Handover handover;

    JobWatch(Ipp ipp, SecondWitness second, Handover handover) {
        this.ipp = ipp;
        this.second = second;
        this.handover = handover;
    }

    /** What the printer says of a followed job. */
    Outcome<IppPacket> ask(Turn turn, Job running) {
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

    /** Tells of a followed job what the printer said of it, weighed with how the printer stood after that. */
    void follow(Turn turn, Job running, Outcome<IppPacket> ofJob, PrinterLook look, @Nullable Spooler spooler) {
        switch (ofJob) {
            case Outcome.Failed<IppPacket>(var fault) -> running.unseen(fault);
            case Outcome.Done<IppPacket>(var answer) -> {
                AttributeGroup said = answer.get(Tag.jobAttributes);
                Optional<Progress.JobState> state = Optional.ofNullable(said).flatMap(JobList::state);
                if (Ipp.is(answer, Status.clientErrorNotFound) || Ipp.is(answer, Status.clientErrorGone)) {
                    running.lost(LOST);
                } else if (said == null || state.isEmpty()) {
                    running.unseen(Ipp.GARBLED);
                } else {
                    seen(turn, running, said, state.get(), look, spooler);
                    askBackIfIncomplete(turn, running, answer);
                }
            }
        }
    }

    private void seen(
            Turn turn,
            Job running,
            AttributeGroup said,
            Progress.JobState state,
            PrinterLook look,
            @Nullable Spooler spooler) {
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

    /**
     * As {@link Printer#find}. Behind a queue it is the printer that knows, once the queue has done with the job.
     *
     * @param around how the printer stands, by all who can say it
     */
    Outcome<Found> find(
            Turn turn, String name, int pages, @Nullable Spooler spooler, Supplier<Outcome<PrinterLook>> around) {
        return JobList.named(ipp, turn, name, ANSWER.multipliedBy(3)).then(listed -> {
            if (spooler == null) {
                return found(Spooler.only(listed), pages, around);
            }
            boolean waits = listed.stream()
                    .anyMatch(job -> JobList.state(job).stream()
                            .anyMatch(state -> state == Progress.JobState.UNDER_WAY
                                    || state == Progress.JobState.STOPPED));
            return spooler.everHad(turn, name, ANSWER.multipliedBy(3))
                    .then(job -> waits ? Outcome.done(new Found.UnderWay(0)) : found(job, pages, around));
        });
    }

    private static Outcome<Found> found(Optional<AttributeGroup> job, int pages, Supplier<Outcome<PrinterLook>> around) {
        return around.get()
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
            var _ = handover.cancel(turn, running);
        }
    }
}
