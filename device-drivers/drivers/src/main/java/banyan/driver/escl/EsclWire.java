package banyan.driver.escl;

import banyan.device.DevicePart;
import banyan.device.DeviceState;
import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Nameplate;
import banyan.device.Outcome;
import banyan.device.Pace;
import banyan.device.ScanRun;
import banyan.device.Scanner.ScanJob;
import banyan.device.Scanner.ScanListener;
import banyan.device.Scanner.Source;
import banyan.device.Turn;
import banyan.device.Wire;
import banyan.driver.escl.ScannerCapabilities.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What runs on the scanner's thread: one job at a time, and between jobs a look at how it stands. */
final class EsclWire implements Wire {
    private static final Fault NO_SOURCE = new Fault(Kind.UNSUPPORTED, Remedy.CALL_STAFF, "SCANNER-NO-SUCH-SOURCE");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    /** The device's thread waits for pages, and sees in between whether somebody wants something. */
    private static final Duration WHILE_SCANNING = Duration.ofMillis(20);

    private static final Duration NO_REST = Duration.ofMillis(1);
    private static final Duration BELIEVED = Duration.ofSeconds(3);

    private final String id;
    private final EsclLine line;
    private final Area area;
    private volatile Optional<ScannerCapabilities> capabilities = Optional.empty();
    private @Nullable ScanRun run;
    private @Nullable ScanRun leaving;
    private @Nullable EsclFeed last;
    private List<DevicePart> parts = List.of();
    private DeviceState standing = new DeviceState.Opening();

    EsclWire(String id, EsclLine line, Area area) {
        this.id = id;
        this.line = line;
        this.area = area;
    }

    /** From any thread. */
    Set<Source> sources() {
        return capabilities.map(it -> it.inputs().keySet()).orElse(Set.of());
    }

    @Override
    public Nameplate nameplate() {
        return capabilities.map(ScannerCapabilities::nameplate).orElse(Nameplate.BLANK);
    }

    @Override
    public Outcome<DeviceState> open(Turn turn) {
        return line.capabilities(turn).then(can -> {
            capabilities = Optional.of(can);
            takeBack(turn);
            return line.status(turn).map(status -> standing = opened(noted(status).standing()));
        });
    }

    private ScannerStatus noted(ScannerStatus status) {
        parts = status.parts(sources());
        return status;
    }

    @Override
    public List<DevicePart> parts() {
        return parts;
    }

    /** A scanner that works for somebody else is there all the same; the next look says that it is busy. */
    private static DeviceState opened(DeviceState now) {
        return now instanceof DeviceState.Busy ? DeviceState.ready() : now;
    }

    /** The scanner was cut off in the middle of a job and may still hold on to it. */
    private void takeBack(Turn turn) {
        if (last != null) {
            last.left().ifPresent(job -> {
                Outcome<Boolean> _ = line.delete(turn, job);
            });
            last = null;
        }
    }

    /** Begins a scan. */
    Outcome<ScanRun> begin(Turn turn, ScanJob job, ScanListener listener) {
        if (run != null) {
            return Outcome.failed(EsclLine.BUSY);
        }
        Optional<ScannerCapabilities> can = capabilities;
        Optional<Input> input = can.map(it -> it.inputs().get(job.source()));
        if (can.isEmpty() || input.isEmpty()) {
            return Outcome.failed(NO_SOURCE);
        }
        turn.busy();
        awaitLeaving(turn);
        takeBack(turn);
        return line.status(turn).then(status -> {
            Optional<Fault> not = status.trouble()
                    .or(() -> job.source() != Source.FLATBED && status.feederEmpty()
                            ? Optional.of(ScannerStatus.EMPTY)
                            : Optional.empty());
            return not.<Outcome<ScanRun>>map(Outcome::failed)
                    .orElseGet(() -> started(turn, listener, new EsclFeed(line, area, can.get(), input.get(), job)));
        });
    }

    private Outcome<ScanRun> started(Turn turn, ScanListener listener, EsclFeed feed) {
        ScanRun next = ScanRun.start(id, listener, feed);
        leaving = next;
        last = feed;
        return next.awaitBegun(turn, line.patience(), EsclLine.SILENT).map(_ -> {
            leaving = null;
            run = next;
            return next;
        });
    }

    /** A job that was given up is taken back before the next begins. */
    private void awaitLeaving(Turn turn) {
        ScanRun before = leaving;
        while (before != null && !before.ended() && turn.over().isEmpty()) {
            turn.pause(WHILE_SCANNING);
        }
        leaving = null;
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
        return switch (line.status(turn)) {
            case Outcome.Done<ScannerStatus>(var status) -> {
                turn.heard();
                yield standing = noted(status).standing();
            }
            case Outcome.Failed<ScannerStatus>(var fault) ->
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
        ScanRun running = run;
        run = null;
        if (running != null) {
            running.breakOff(DeviceThread.CLOSED);
            leaving = running;
        }
        standing = new DeviceState.Opening();
    }

    @Override
    public void ended() {
        line.close();
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
