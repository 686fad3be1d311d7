package banyan.driver.sane;

import au.com.southsky.jfreesane.SaneException;
import banyan.device.DevicePart;
import banyan.device.DevicePart.Standing;
import banyan.device.DeviceState;
import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Nameplate;
import banyan.device.Outcome;
import banyan.device.Pace;
import banyan.device.ScanRun;
import banyan.device.Scanner.ScanJob;
import banyan.device.Scanner.ScanListener;
import banyan.device.Scanner.Source;
import banyan.device.Turn;
import banyan.device.Wire;
import banyan.driver.sane.SaneLine.Unwanted;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What runs on the scanner's thread. What blocks at the library's sockets runs on virtual threads, which can be interrupted there. */
final class SaneWire implements Wire {
    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final Duration OPENING = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** The device's thread waits for pages, and sees in between whether somebody wants something. */
    private static final Duration WHILE_SCANNING = Duration.ofMillis(20);

    private static final Duration NO_REST = Duration.ofMillis(1);
    private static final Duration BELIEVED = Duration.ofSeconds(3);

    private final String id;
    private final Daemon daemon;
    private final Wishes wishes;
    private volatile Set<Source> sources = Set.of();
    private @Nullable SaneLine line;
    private @Nullable ScanRun run;
    private @Nullable ScanRun leaving;
    private Nameplate nameplate = Nameplate.BLANK;
    private DeviceState standing = new DeviceState.Opening();

    SaneWire(String id, Daemon daemon, Wishes wishes) {
        this.id = id;
        this.daemon = daemon;
        this.wishes = wishes;
    }

    /** From any thread. */
    Set<Source> sources() {
        return sources;
    }

    @Override
    public Nameplate nameplate() {
        return nameplate;
    }

    /** SANE tells of a feeder that it is there; whether it draws sheets in, only a scan does. */
    @Override
    public List<DevicePart> parts() {
        var parts = new ArrayList<DevicePart>();
        boolean fed = sources.contains(Source.FEEDER) || sources.contains(Source.FEEDER_BOTH_SIDES);
        if (fed) {
            parts.add(DevicePart.required(DevicePart.Kind.FEEDER, new Standing.Untold()));
        }
        if (sources.contains(Source.FLATBED)) {
            parts.add(new DevicePart(DevicePart.Kind.GLASS, OptionalInt.empty(), !fed, new Standing.Untold()));
        }
        return parts;
    }

    @Override
    public Outcome<DeviceState> open(Turn turn) {
        return session(turn).map(_ -> standing = DeviceState.ready());
    }

    private Outcome<SaneLine> session(Turn turn) {
        awaitLeaving(turn);
        return elsewhere(turn, OPENING, () -> {
                    SaneLine opened = SaneLine.open(daemon);
                    try {
                        sources = Set.copyOf(opened.sources(wishes));
                        opened.settle(wishes);
                        return opened;
                    } catch (IOException | RuntimeException e) {
                        opened.close();
                        throw e;
                    }
                })
                .map(opened -> {
                    turn.heard();
                    nameplate = opened.nameplate();
                    line = opened;
                    return opened;
                });
    }

    /** What blocks until the daemon answers. */
    @FunctionalInterface
    private interface Call<T> {
        T get() throws IOException, SaneException;
    }

    private static <T> Outcome<T> elsewhere(Turn turn, Duration atMost, Call<T> call) {
        CompletableFuture<Outcome<T>> answer = new CompletableFuture<>();
        Thread caller = Thread.ofVirtual().name("sane").start(() -> answer.complete(outcome(call)));
        Outcome<T> outcome = turn.await(answer, atMost, SaneFaults.SILENT);
        if (outcome instanceof Outcome.Failed<T>) {
            caller.interrupt();
            // A session that is opened too late is nobody's.
            var _ = answer.thenAccept(late -> {
                if (late instanceof Outcome.Done<T>(SaneLine opened)) {
                    opened.close();
                }
            });
        }
        return outcome;
    }

    private static <T> Outcome<T> outcome(Call<T> call) {
        try {
            return Outcome.done(call.get());
        } catch (SaneException e) {
            return Outcome.failed(SaneFaults.of(e));
        } catch (IOException e) {
            return Outcome.failed(SaneFaults.of(e));
        } catch (Unwanted e) {
            return Outcome.failed(e.fault());
        } catch (RuntimeException _) {
            // The library's way to say that what came is not the protocol.
            return Outcome.failed(SaneFaults.GARBLED);
        }
    }

    /** A scanner is one session's at a time. */
    private void awaitLeaving(Turn turn) {
        ScanRun before = leaving;
        while (before != null && !before.ended() && turn.over().isEmpty()) {
            turn.pause(WHILE_SCANNING);
        }
        leaving = null;
    }

    /** Begins a scan. */
    Outcome<ScanRun> begin(Turn turn, ScanJob job, ScanListener listener) {
        if (run != null) {
            return Outcome.failed(SaneFaults.BUSY);
        }
        if (!sources.contains(job.source())) {
            return Outcome.failed(SaneFaults.NO_SOURCE);
        }
        turn.busy();
        awaitLeaving(turn);
        SaneFeed feed = new SaneFeed(daemon, wishes, job, line);
        line = null;
        ScanRun next = ScanRun.start(id, listener, feed);
        leaving = next;
        Outcome<Boolean> begun =
                next.awaitBegun(turn, Duration.ofSeconds(2L * daemon.patience()), SaneFaults.SILENT);
        return begun.map(_ -> {
            leaving = null;
            run = next;
            return next;
        });
    }

    @Override
    public DeviceState tend(Turn turn) {
        ScanRun running = run;
        if (running != null) {
            turn.heard();
            if (!running.tell(turn, WHILE_SCANNING)) {
                return standing = new DeviceState.Busy();
            }
            run = null;
            leaving = running;
        }
        Outcome<Boolean> asked = asked(turn);
        return switch (asked) {
            case Outcome.Done<Boolean> _ -> {
                turn.heard();
                yield standing = DeviceState.ready();
            }
            case Outcome.Failed<Boolean>(var fault) -> {
                hangUp();
                yield fault.kind() == Kind.DISCONNECTED ? new DeviceState.Absent(fault) : unknown();
            }
        };
    }

    /** A session that the daemon has ended is not yet a scanner that is gone: it is asked for another. */
    private Outcome<Boolean> asked(Turn turn) {
        SaneLine open = line;
        if (open != null) {
            Outcome<Boolean> answer = elsewhere(turn, ANSWER, () -> {
                open.ask();
                return true;
            });
            if (!(answer instanceof Outcome.Failed<Boolean>(var fault)) || fault.kind() != Kind.DISCONNECTED) {
                return answer;
            }
            hangUp();
        }
        return session(turn).map(_ -> true);
    }

    /** Since when is said once, so that it is one state and not many. */
    private DeviceState unknown() {
        if (!(standing instanceof DeviceState.Unknown)) {
            standing = new DeviceState.Unknown(Instant.now());
        }
        return standing;
    }

    private void hangUp() {
        if (line != null) {
            line.close();
            line = null;
        }
    }

    @Override
    public Duration rest(Pace pace) {
        return run == null ? pace.between(BETWEEN_LOOKS) : NO_REST;
    }

    @Override
    public Duration believedFor() {
        return BELIEVED;
    }

    @Override
    public void shut() {
        end(DeviceThread.CLOSED);
        hangUp();
        standing = new DeviceState.Opening();
    }

    private void end(Fault why) {
        ScanRun running = run;
        run = null;
        if (running != null) {
            running.breakOff(why);
            leaving = running;
        }
    }

    @Override
    public void forget() {
        ScanRun running = run;
        run = null;
        if (running != null) {
            running.giveUp();
            leaving = running;
        }
    }
}
