package banyan.kiosk.fleet;

import banyan.acceptance.Directive;
import banyan.acceptance.DirectiveAnswer;
import banyan.acceptance.DirectiveAnswer.Standing;
import banyan.acceptance.HeartbeatAnswer;
import banyan.acceptance.TerminalHeartbeat;
import banyan.acceptance.TerminalHeartbeat.Service;
import banyan.cache.FleetLine;
import banyan.cache.Reply;
import banyan.cache.StandingOrders;
import banyan.device.Device;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Says now and then how this terminal stands, and does what the answer asks. One thread does all of it; a centre that is away costs one
 * call a time, and nothing that a citizen does waits for it.
 */
public final class Pulse implements AutoCloseable {
    private static final Duration USUAL = Duration.ofSeconds(30);

    private final FleetLine line;
    private final StandingOrders orders;
    private final DeviceWatch devices;
    private final HourBook hours;
    private final RecentEvents recent;
    private final Terminal terminal;
    private final InstantSource clock;
    private final Consumer<Event> log;
    private final long startedNanos = System.nanoTime();
    /** What would follow while the terminal closes is dropped. */
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("fleet").factory(), new ThreadPoolExecutor.DiscardPolicy());

    /** What is asked of the rest of the terminal. Each returns at once. */
    public interface Terminal {
        /** Of its program. */
        String version();

        /** The release that is shown. */
        long release();

        /** What waits to be sent, and what of it staff must look at. */
        Load load();

        /** Whether visits are closed to all by a directive of a release. */
        boolean outOfService();

        /** Something that is said to all who come is otherwise now. */
        void changed();

        /** Asks for a newer release soon; false where this terminal takes none. */
        boolean fetchCatalogue();

        /** Whether something starts this program again when it ends. */
        boolean startsAgain();

        /** Ends this program as soon as nobody is here. */
        void restart();
    }

    /** What is kept here. */
    public record Load(int waiting, int stuck, boolean full, long diskFree) {}

    public Pulse(
            FleetLine line, StandingOrders orders, List<Device> devices, HourBook hours, RecentEvents recent, Terminal terminal, InstantSource clock, Consumer<Event> log) {
        this.line = line;
        this.orders = orders;
        this.devices = new DeviceWatch(devices);
        this.hours = hours;
        this.recent = recent;
        this.terminal = terminal;
        this.clock = clock;
        this.log = log;
    }

    /** Speaks from now on; at a time of its own, so that terminals which were started together do not speak together. */
    public void start() {
        next(USUAL.dividedBy(3));
    }

    private void next(Duration after) {
        long millis = after.toMillis() * (75 + ThreadLocalRandom.current().nextInt(50)) / 100;
        var _ = thread.schedule(this::beat, millis, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        Duration after = USUAL;
        try {
            if (line.beat(said()) instanceof Reply.Answered<HeartbeatAnswer>(var answer)) {
                after = Duration.ofSeconds(Math.clamp(answer.everySeconds(), 1, 3600));
                answer.directives().forEach(this::obey);
            }
        } catch (RuntimeException bug) {
            // A thread that ended would say nothing any more.
            log.accept(Event.of(EventKind.BUG)
                    .with(Key.PLACE, new Code("FLEET"))
                    .with(Key.FAULT, new Code(bug.getClass().getSimpleName())));
        }
        next(after);
    }

    TerminalHeartbeat said() {
        Instant now = clock.instant();
        Load load = terminal.load();
        Optional<String> closed = hours.closed();
        Service service = closed.isPresent()
                ? Service.CLOSED
                : orders.closure(now).isPresent() || terminal.outOfService() ? Service.OUT_OF_SERVICE : Service.OPEN;
        return new TerminalHeartbeat(
                terminal.version(),
                terminal.release(),
                now,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startedNanos),
                service,
                closed,
                load.waiting(),
                load.stuck(),
                load.full(),
                load.diskFree(),
                devices.look(now),
                Optional.of(devices.supplies()),
                hours.usage());
    }

    /** To be told twice does nothing more; an answer that is lost is given again. */
    void obey(Directive directive) {
        if (directive.kind() == Directive.Kind.RESTART && terminal.startsAgain()) {
            restart(directive.id());
            return;
        }
        Optional<String> refused = switch (directive.kind()) {
            case RESTART -> Optional.of("NOTHING-STARTS-IT");
            case SEND_LOG -> line.log(directive.id(), recent.lines()) ? Optional.empty() : Optional.of("NOT-SENT");
            case OUT_OF_SERVICE, BACK_IN_SERVICE, NOTICE -> {
                boolean kept = orders.take(directive);
                terminal.changed();
                yield kept ? Optional.empty() : Optional.of("DISK");
            }
            case FETCH_CATALOGUE -> terminal.fetchCatalogue() ? Optional.empty() : Optional.of("NO-RELEASES-HERE");
        };
        note(directive.kind(), refused.orElse("DONE"));
        boolean _ = line.answer(
                directive.id(),
                new DirectiveAnswer(refused.isEmpty() ? Standing.DONE : Standing.REFUSED, refused, clock.instant()));
    }

    /** Said to be done before it is: whoever ends first and says so then is told again, and ends for ever. */
    private void restart(UUID directive) {
        boolean now = hours.idle();
        Standing standing = now ? Standing.DONE : Standing.SEEN;
        if (line.answer(directive, new DirectiveAnswer(standing, Optional.empty(), clock.instant())) && now) {
            note(Directive.Kind.RESTART, "DONE");
            terminal.restart();
        }
    }

    private void note(Directive.Kind kind, String what) {
        log.accept(Event.of(EventKind.DIRECTIVE_HEARD).with(Key.PLACE, kind).with(Key.FAULT, new Code(what)));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
