package banyan.kiosk.release;

import banyan.acceptance.Release;
import banyan.acceptance.ReleaseReport;
import banyan.acceptance.ReleaseReport.Standing;
import banyan.cache.ReleaseFetch;
import banyan.cache.ReleaseFetch.Found;
import banyan.cache.ReleaseShelf;
import banyan.item.catalogue.CatalogueReport;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.release.ContentReader.Read;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps the terminal's content: begins with the release that was shown last, asks the centre now and then for a newer one, and switches
 * to it when its time has come and nobody is here. What does not work is given back, and the centre is told. One thread does all of it.
 */
public final class ContentDesk implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMinutes(10);
    /** So that terminals which were started together do not ask together. */
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

    private static final Duration TICK = Duration.ofSeconds(5);

    private final ContentReader reader;
    private final Optional<ReleaseShelf> shelf;
    private final Optional<ReleaseFetch> fetch;
    private final InstantSource clock;
    private final Consumer<Event> log;
    private final Hall hall;
    /** The hall may still take a release while the terminal closes; what would follow is dropped then. */
    private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("content").factory(), new ThreadPoolExecutor.DiscardPolicy());
    private Instant lookAt;
    private Optional<Owed> owed = Optional.empty();
    private Optional<Found> refused = Optional.empty();
    private boolean handing;
    private volatile Optional<Instant> heard = Optional.empty();
    private volatile Optional<Long> waiting = Optional.empty();

    /** What the centre is still to be told. */
    private record Owed(long number, ReleaseReport report) {}

    /** The visits before which the content is laid. */
    public interface Hall {
        /** Whether nobody is here, as far as can be said from another thread. */
        boolean empty();

        /** Shows this as soon as nobody is here, and then runs {@code taken}. */
        void show(Content content, Runnable taken);
    }

    /**
     * @param shelf empty where this terminal takes no releases
     * @param log the terminal's events
     */
    public ContentDesk(
            ContentReader reader,
            Optional<ReleaseShelf> shelf,
            Optional<ReleaseFetch> fetch,
            InstantSource clock,
            Consumer<Event> log,
            Hall hall) {
        this.reader = reader;
        this.shelf = shelf;
        this.fetch = fetch;
        this.clock = clock;
        this.log = log;
        this.hall = hall;
        this.lookAt = clock.instant().plus(jittered(FIRST_LOOK));
    }

    /** What is shown first; on the caller's thread, before {@link #start}. */
    public Content first() {
        Optional<Content> released = Optional.empty();
        while (released.isEmpty() && shelf.isPresent() && shelf.get().active() > 0) {
            released = begun(shelf.get());
        }
        return released.orElseGet(this::installed);
    }

    private Content installed() {
        CatalogueReport report = reader.installed();
        report.mistakes().forEach(System.err::println);
        if (!report.mistakes().isEmpty()) {
            log.accept(Event.of(EventKind.PACKAGE_REFUSED)
                    .with(Key.COUNT, report.mistakes().size()));
        }
        return ContentReader.content(report);
    }

    /** The active release; empty where it cannot be shown, and then another one is active. */
    private Optional<Content> begun(ReleaseShelf here) {
        long number = here.active();
        try {
            if (here.onTrial() && !here.tryAgain()) {
                giveBack(here, number, "CONTENT-ENDED-PROGRAM");
                return Optional.empty();
            }
            Optional<Release> release = here.proved(number);
            if (release.isEmpty()) {
                log.accept(about(EventKind.RELEASE_DAMAGED, number));
                here.lost();
                return Optional.empty();
            }
            Path folder = here.content(number);
            return switch (here.onTrial() ? reader.examine(release.get(), folder) : reader.read(release.get(), folder)) {
                case Read.Fit(var content) -> {
                    if (here.onTrial()) {
                        here.good();
                    }
                    owe(number, Standing.ACTIVE, Optional.empty());
                    yield Optional.of(content);
                }
                case Read.Unfit(var code) -> {
                    giveBack(here, number, code);
                    yield Optional.empty();
                }
            };
        } catch (IOException disk) {
            // The disk takes nothing; what was installed is shown, and the pointer stands as it stood.
            log.accept(about(EventKind.RELEASE_REFUSED, number).with(Key.FAULT, new Code("RELEASE-DISK")));
            return Optional.of(installed());
        }
    }

    /** Looks and switches from now on. */
    public void start() {
        if (shelf.isEmpty()) {
            return;
        }
        thread.execute(() -> {
            try {
                if (shelf.get().heard().isEmpty()) {
                    // Counted from its first day where the centre was never heard.
                    shelf.get().heard(clock.instant());
                }
            } catch (IOException disk) {
                log.accept(Event.of(EventKind.RELEASE_REFUSED).with(Key.FAULT, new Code("RELEASE-DISK")));
            }
            heard = shelf.get().heard();
            waiting = shelf.get().waiting().map(Release::number);
        });
        var _ = thread.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks for a newer release soon; false where this terminal takes none. From any thread. */
    public boolean hurry() {
        if (shelf.isEmpty() || fetch.isEmpty()) {
            return false;
        }
        thread.execute(() -> lookAt = clock.instant());
        return true;
    }

    private void tick() {
        try {
            tick(shelf.orElseThrow());
        } catch (IOException disk) {
            log.accept(Event.of(EventKind.RELEASE_REFUSED).with(Key.FAULT, new Code("RELEASE-DISK")));
        } catch (RuntimeException bug) {
            // The next release may be better; a thread that ended would take none.
            log.accept(Event.of(EventKind.BUG)
                    .with(Key.PLACE, new Code("CONTENT"))
                    .with(Key.FAULT, new Code(bug.getClass().getSimpleName())));
        }
    }

    private void tick(ReleaseShelf here) throws IOException {
        Instant now = clock.instant();
        if (!now.isBefore(lookAt)) {
            lookAt = now.plus(jittered(LOOK));
            fetch.ifPresent(way -> look(here, way));
        }
        Optional<Release> next = here.waiting();
        waiting = next.map(Release::number);
        heard = here.heard();
        if (next.isPresent() && !next.get().from().isAfter(now) && !handing && hall.empty()) {
            turn(here, next.get());
        }
    }

    private void look(ReleaseShelf here, ReleaseFetch way) {
        Found found = way.look();
        switch (found) {
            case Found.Nothing() -> {}
            case Found.Here(var release) -> log.accept(about(EventKind.RELEASE_STORED, release.number()));
            case Found.Refused(var number, var code) -> {
                // Said once, however often it comes again.
                if (refused.filter(found::equals).isEmpty()) {
                    refused = Optional.of(found);
                    log.accept(about(EventKind.RELEASE_REFUSED, number).with(Key.FAULT, new Code(code)));
                    owed = Optional.of(new Owed(number, new ReleaseReport(Standing.REFUSED, Optional.of(code), clock.instant())));
                }
            }
            case Found.NotNow _ -> {}
        }
        if (owed.isPresent() && (owed.get().number() == 0 || way.tell(owed.get().number(), owed.get().report()))) {
            owed = Optional.empty();
        }
        heard = here.heard();
    }

    /** The pointer first, and then the examination in its light: a program that ends in it finds on its next start that it is on trial. */
    private void turn(ReleaseShelf here, Release next) throws IOException {
        here.show(next.number());
        Optional<Release> proved = here.proved(next.number());
        Read read = proved.isEmpty()
                ? new Read.Unfit("CONTENT-DAMAGED")
                : reader.examine(proved.get(), here.content(next.number()));
        switch (read) {
            case Read.Fit(var content) -> {
                handing = true;
                hall.show(content, () -> thread.execute(() -> taken(here, next.number())));
            }
            case Read.Unfit(var code) -> giveBack(here, next.number(), code);
        }
    }

    private void taken(ReleaseShelf here, long number) {
        handing = false;
        try {
            here.good();
            log.accept(about(EventKind.RELEASE_ACTIVE, number));
            owe(number, Standing.ACTIVE, Optional.empty());
            waiting = here.waiting().map(Release::number);
        } catch (IOException disk) {
            // It is shown; that it is good is found again at the next start.
            log.accept(about(EventKind.RELEASE_REFUSED, number).with(Key.FAULT, new Code("RELEASE-DISK")));
        }
    }

    private void giveBack(ReleaseShelf here, long number, String code) throws IOException {
        here.back();
        log.accept(about(EventKind.RELEASE_ROLLED_BACK, number).with(Key.FAULT, new Code(code)));
        owe(number, Standing.ROLLED_BACK, Optional.of(code));
    }

    private void owe(long number, Standing standing, Optional<String> fault) {
        owed = Optional.of(new Owed(number, new ReleaseReport(standing, fault, clock.instant())));
        // Told soon, by the next look.
        lookAt = clock.instant().plus(jittered(Duration.ofSeconds(10)));
    }

    private static Event about(EventKind kind, long number) {
        return Event.of(kind).with(Key.COUNT, number);
    }

    private static Duration jittered(Duration time) {
        return time.multipliedBy(50 + ThreadLocalRandom.current().nextInt(100)).dividedBy(100);
    }

    /** What staff are told of this content. From any thread. */
    public ContentLine line(Content shown, ZoneId zone) {
        return ContentLine.of(shown, heard, waiting, clock.instant(), zone);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
