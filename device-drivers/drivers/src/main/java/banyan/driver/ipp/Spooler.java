package banyan.driver.ipp;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import banyan.device.Turn;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.NameType;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.encoding.TextType;
import com.hp.jipp.encoding.UriType;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A queue of CUPS in front of a printer, and the printer behind it. The queue's own pages are those it has passed on: it calls them all
 * completed before the first is out, calls a job that the printer gave up cancelled, and calls a job completed that went into a bare
 * socket with no printer at it. So of a job's pages and of its end only the printer behind is believed, under the name the job
 * has in both lists.
 */
final class Spooler implements AutoCloseable {
    private static final TextType VERSION = new TextType("cups-version");
    private static final UriType DEVICE = new UriType("device-uri");
    private static final NameType POLICY = new NameType("printer-error-policy");

    /** What has to be asked for. */
    static final List<AttributeType<?>> ATTRIBUTES = List.of(VERSION, DEVICE, POLICY);

    /** Nobody behind the queue can be asked whether a page came out. */
    static final Fault BLIND = new Fault(Kind.UNSUPPORTED, Remedy.OUT_OF_SERVICE, "PRINTER-QUEUE-BLIND");

    /** The queue sends a job again by itself when its sending broke off: perhaps twice, perhaps to nobody. */
    static final Fault RETRIES = new Fault(Kind.UNSUPPORTED, Remedy.OUT_OF_SERVICE, "PRINTER-QUEUE-RETRIES");

    private static final Set<String> NEVER_AGAIN = Set.of("abort-job", "stop-printer");

    private final URI address;
    private final Ipp printer;
    private Set<Integer> before = Set.of();

    private Spooler(URI address) {
        this.address = address;
        this.printer = new Ipp(address);
    }

    /** Whether this answer is a queue's, and of what kind. */
    sealed interface Seen {
        /** A printer answers for itself. */
        record Printer() implements Seen {}

        record Queue(URI printer) implements Seen {}

        record Refused(Fault why) implements Seen {}
    }

    static Seen look(IppPacket answer) {
        if (Ipp.texts(answer, Tag.printerAttributes, VERSION).isEmpty()) {
            return new Seen.Printer();
        }
        if (Ipp.texts(answer, Tag.printerAttributes, POLICY).stream().noneMatch(NEVER_AGAIN::contains)) {
            return new Seen.Refused(RETRIES);
        }
        return Ipp.texts(answer, Tag.printerAttributes, DEVICE).stream()
                .flatMap(device -> printer(device).stream())
                .findFirst()
                .<Seen>map(Seen.Queue::new)
                .orElse(new Seen.Refused(BLIND));
    }

    private static Optional<URI> printer(String device) {
        try {
            URI address = new URI(device);
            return "ipp".equals(address.getScheme()) && address.getHost() != null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    static Spooler of(URI printer) {
        return new Spooler(printer);
    }

    boolean leadsTo(URI printer) {
        return address.equals(printer);
    }

    /** How the printer behind stands, by its own word. */
    Outcome<IppPacket> look(Turn turn, List<AttributeType<?>> wanted, Duration atMost) {
        return printer.attributes(turn, wanted, atMost);
    }

    /** Is called before a job is sent: which jobs of its name are not it. Failed: the printer cannot be asked now. */
    Outcome<Boolean> remember(Turn turn, String name, Duration atMost) {
        return JobList.named(printer, turn, name, atMost).map(jobs -> {
            before = jobs.stream().map(Spooler::id).collect(Collectors.toUnmodifiableSet());
            return true;
        });
    }

    /** The job as the printer has it; empty where it has none that came since {@link #remember}, or several. */
    Outcome<Optional<AttributeGroup>> job(Turn turn, String name, Duration atMost) {
        return JobList.named(printer, turn, name, atMost)
                .map(jobs -> only(
                        jobs.stream().filter(job -> !before.contains(id(job))).toList()));
    }

    /** The job of this name that the printer has, whoever sent it; empty where it has none, or several. */
    Outcome<Optional<AttributeGroup>> everHad(Turn turn, String name, Duration atMost) {
        return JobList.named(printer, turn, name, atMost).map(Spooler::only);
    }

    static Optional<AttributeGroup> only(List<AttributeGroup> jobs) {
        return jobs.size() == 1 ? Optional.of(jobs.getFirst()) : Optional.empty();
    }

    private static Integer id(AttributeGroup job) {
        return Optional.ofNullable(job.getValue(Types.jobId)).orElse(0);
    }

    /**
     * What a look at the queue's job amounts to. Where the printer has the job, it says how it goes; where it has not, nothing came out
     * of it that anybody counted.
     */
    static Progress.Look look(
            Progress.JobState inQueue,
            Optional<AttributeGroup> atPrinter,
            boolean oneSided,
            Optional<Fault> trouble,
            Optional<Integer> counted) {
        boolean passedOn = inQueue != Progress.JobState.UNDER_WAY && inQueue != Progress.JobState.STOPPED;
        Optional<Progress.JobState> itsWord = atPrinter.flatMap(JobList::state);
        Optional<Integer> pages = atPrinter.flatMap(job -> JobList.pagesOut(job, oneSided));
        // An end at the printer is waited for in the queue too, or the queue might still begin again.
        Progress.JobState state = passedOn ? itsWord.orElse(inQueue) : inQueue;
        return new Progress.Look(state, pages, trouble, counted);
    }

    @Override
    public void close() {
        printer.close();
    }
}
