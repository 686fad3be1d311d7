package banyan.driver.escl;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import banyan.device.ScanRun;
import banyan.device.Scanner.ScanEvent;
import banyan.device.Scanner.ScanJob;
import banyan.device.Scanner.Source;
import banyan.driver.escl.EsclLine.Created;
import banyan.driver.escl.ScannerCapabilities.Input;
import banyan.wire.HttpLine.Answer;
import banyan.wire.Jpeg;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the pages of one scan job. */
final class EsclFeed implements ScanRun.Reader {
    private static final Fault ABORTED = new Fault(Kind.HARDWARE, Remedy.RETRY, "SCANNER-JOB-ABORTED");
    private static final Fault MISCOUNTED = new Fault(Kind.MEDIA, Remedy.ASK_CITIZEN, "SCANNER-MISCOUNTED");
    private static final Fault TOO_MANY = new Fault(Kind.USER, Remedy.ASK_CITIZEN, "SCANNER-TOO-MANY-PAGES");
    private static final Fault TOO_LARGE = new Fault(Kind.PROTOCOL, Remedy.CALL_STAFF, "SCANNER-PAGE-TOO-LARGE");
    private static final Fault INCOMPLETE = new Fault(Kind.PROTOCOL, Remedy.RETRY, "SCANNER-PAGE-INCOMPLETE");

    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int UNAVAILABLE = 503;

    /** A scanner that has no page ready yet says so and is asked again. */
    private static final Duration ASK_AGAIN = Duration.ofMillis(250);

    private final EsclLine line;
    private final Area area;
    private final ScannerCapabilities capabilities;
    private final Input input;
    private final ScanJob job;
    private volatile @Nullable Thread reading;
    private volatile Optional<String> left = Optional.empty();

    EsclFeed(EsclLine line, Area area, ScannerCapabilities capabilities, Input input, ScanJob job) {
        this.line = line;
        this.area = area;
        this.capabilities = capabilities;
        this.input = input;
        this.job = job;
    }

    @Override
    public ScanEvent.End read(ScanRun run) {
        reading = Thread.currentThread();
        byte[] settings = ScanSettings.of(job, area, capabilities.version(), input);
        return switch (line.begin(run.turn(), settings)) {
            case Outcome.Failed<Created>(var fault) -> over(run, fault);
            case Outcome.Done<Created>(var created) -> {
                if (created.status() != CREATED || created.job().isEmpty()) {
                    yield over(run, refused(run, created.status()));
                }
                run.begun();
                yield pages(run, created.job().get());
            }
        };
    }

    /** Why there is no job, by the scanner's status: its answer is one number for many reasons. */
    private Fault refused(ScanRun run, int status) {
        Optional<Fault> trouble = switch (line.status(run.turn())) {
            case Outcome.Failed<ScannerStatus> _ -> Optional.empty();
            case Outcome.Done<ScannerStatus>(var now) ->
                now.trouble().or(() -> fromFeeder() && now.feederEmpty() ? Optional.of(ScannerStatus.EMPTY) : Optional.empty());
        };
        return trouble.orElseGet(() -> status == CONFLICT ? EsclLine.BUSY : EsclLine.refusal(status));
    }

    private boolean fromFeeder() {
        return job.source() != Source.FLATBED;
    }

    private ScanEvent.End pages(ScanRun run, String path) {
        while (!run.stopping()) {
            run.reading(0);
            switch (line.next(run.turn(), path)) {
                case Outcome.Failed<Answer>(var fault) -> {
                    return dropped(run, path, fault);
                }
                case Outcome.Done<Answer>(var answer) -> {
                    switch (answer.status()) {
                        case OK -> {
                            Optional<Fault> bad = take(run, answer.body());
                            if (bad.isPresent()) {
                                return dropped(run, path, bad.get());
                            }
                        }
                        case UNAVAILABLE -> run.turn().pause(ASK_AGAIN);
                        case NOT_FOUND, GONE, CONFLICT -> {
                            return last(run, path);
                        }
                        default -> {
                            return dropped(run, path, EsclLine.refusal(answer.status()));
                        }
                    }
                }
            }
        }
        return dropped(run, path, ABORTED);
    }

    /** Hands a page over, or says what is wrong with it. */
    private Optional<Fault> take(ScanRun run, byte[] jpeg) {
        if (run.pages() >= job.most()) {
            Arrays.fill(jpeg, (byte) 0);
            return Optional.of(TOO_MANY);
        }
        Optional<Jpeg.Size> size = Jpeg.size(jpeg);
        if (size.isEmpty() || !Jpeg.ends(jpeg)) {
            Arrays.fill(jpeg, (byte) 0);
            return Optional.of(INCOMPLETE);
        }
        if (size.get().pixels() > ScanEvent.Page.MAX_PAGE_PIXELS) {
            Arrays.fill(jpeg, (byte) 0);
            return Optional.of(TOO_LARGE);
        }
        return run.page(input.resolution(job.resolution()), jpeg) ? Optional.empty() : Optional.of(ABORTED);
    }

    /** The scanner has no further page: whether that is the truth, its status and its own count say. */
    private ScanEvent.End last(ScanRun run, String path) {
        int pages = run.pages();
        return switch (line.status(run.turn())) {
            case Outcome.Failed<ScannerStatus>(var fault) -> over(run, fault);
            case Outcome.Done<ScannerStatus>(var status) -> {
                Optional<ScannerStatus.Job> known = status.job(path);
                Optional<Fault> wrong = status.trouble()
                        .or(() -> known.filter(ScannerStatus.Job::aborted).map(_ -> ABORTED))
                        .or(() -> pages == 0 ? Optional.of(ScannerStatus.EMPTY) : Optional.empty())
                        .or(() -> known.filter(it -> contradicts(it, pages)).map(_ -> MISCOUNTED))
                        .or(() -> job.source() == Source.FEEDER_BOTH_SIDES && pages % 2 != 0
                                ? Optional.of(MISCOUNTED)
                                : Optional.empty());
                yield wrong.map(fault -> over(run, fault)).orElseGet(() -> new ScanEvent.Scanned(pages));
            }
        };
    }

    private static boolean contradicts(ScannerStatus.Job known, int pages) {
        return known.completed().filter(count -> count != pages).isPresent()
                || known.toTransfer().filter(count -> count > 0).isPresent();
    }

    /** The scanner is told that nobody fetches the rest. */
    private ScanEvent.End dropped(ScanRun run, String path, Fault fault) {
        // What woke this thread was meant for the request before this one.
        boolean _ = Thread.interrupted();
        if (line.delete(run.turn(), path) instanceof Outcome.Failed<Boolean>) {
            left = Optional.of(path);
        }
        return over(run, fault);
    }

    private static ScanEvent.End over(ScanRun run, Fault fault) {
        return run.stopping()
                ? new ScanEvent.Cancelled(run.pages())
                : new ScanEvent.Broken(fault, run.pages());
    }

    /** The job that the scanner could not be told to forget: until it is, it draws no paper for anybody. */
    Optional<String> left() {
        return left;
    }

    @Override
    public void stop() {
        Thread reader = reading;
        if (reader != null) {
            reader.interrupt();
        }
    }
}
