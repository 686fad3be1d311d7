package banyan.driver.samv;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import banyan.device.Turn;
import banyan.wire.usb.UsbIpLine;
import banyan.wire.usb.UsbLine;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A module on USB: each frame in two transfers. */
final class UsbModuleLine implements ModuleLine {
    private static final int VENDOR = 0x0400;
    private static final int PRODUCT = 0xC35A;
    private static final Duration TAKING = Duration.ofMillis(400);
    private static final Duration REST_FOLLOWS = Duration.ofMillis(60);

    /** More answers than this are late from no module. */
    private static final int MOST_LATE = 16;

    private static final Fault UNPLUGGED = new Fault(Kind.DISCONNECTED, Remedy.CALL_STAFF, "READER-UNPLUGGED");

    private final UsbLine line;

    /** What each endpoint was asked for and has not given yet. It outlasts its turn, so that nothing the module says is lost. */
    private @Nullable CompletableFuture<Outcome<byte[]>> head;

    private @Nullable CompletableFuture<Outcome<byte[]>> rest;

    /** The head of a frame was taken, and its rest was not. */
    private boolean restDue;

    /** A rest did not come in its time; what comes later belongs to no head. */
    private boolean astray;

    UsbModuleLine(UsbLine line) {
        this.line = line;
    }

    static Outcome<ModuleLine> open(Turn turn, URI shared) {
        return UsbIpLine.open(turn, shared, "READER").then(line -> {
            if (line.vendor() == VENDOR && line.product() == PRODUCT) {
                return Outcome.done(new UsbModuleLine(line));
            }
            line.close();
            return Outcome.failed(UNPLUGGED);
        });
    }

    private CompletableFuture<Outcome<byte[]>> head() {
        CompletableFuture<Outcome<byte[]>> now = head;
        if (now == null) {
            now = line.next(UsbSplit.HEAD_IN, Frames.MAX_FRAME);
            head = now;
        }
        return now;
    }

    private CompletableFuture<Outcome<byte[]>> rest() {
        CompletableFuture<Outcome<byte[]>> now = rest;
        if (now == null) {
            now = line.next(UsbSplit.REST_IN, Frames.MAX_FRAME);
            rest = now;
        }
        return now;
    }

    /** Each head is thrown away with its rest, so that no later head is given the rest of another. */
    @Override
    public void discard(Turn turn) {
        if (restDue) {
            astray |= !restDropped(turn);
            restDue = false;
        }
        for (int late = 0; late < MOST_LATE && head().isDone() && line.lost().isEmpty(); late++) {
            boolean announced = dropped(head().join()) > 0;
            head = null;
            astray |= !announced || !restDropped(turn);
        }
        for (int late = 0; late < MOST_LATE && astray && line.lost().isEmpty(); late++) {
            astray = restDropped(turn);
        }
    }

    /** Whether a rest came soon, which is thrown away. */
    private boolean restDropped(Turn turn) {
        CompletableFuture<Outcome<byte[]>> awaited = rest();
        var _ = turn.await(awaited, REST_FOLLOWS, SecurityModule.SILENT);
        if (!awaited.isDone()) {
            return false;
        }
        int _ = dropped(awaited.join());
        rest = null;
        return true;
    }

    /** Overwrites a transfer: how much it announced as a head. */
    private static int dropped(Outcome<byte[]> said) {
        if (said instanceof Outcome.Done<byte[]>(var bytes)) {
            int announced = UsbSplit.announced(bytes);
            Arrays.fill(bytes, (byte) 0);
            return announced;
        }
        return 0;
    }

    @Override
    public Outcome<Boolean> write(Turn turn, byte[] bytes) {
        return line.out(turn, UsbSplit.HEAD_OUT, UsbSplit.head(bytes), TAKING)
                .then(_ -> line.out(turn, UsbSplit.REST_OUT, UsbSplit.rest(bytes), TAKING));
    }

    @Override
    public Outcome<Integer> await(Turn turn, byte[] into, int at, Duration atMost) {
        CompletableFuture<Outcome<byte[]>> awaited = restDue ? rest() : head();
        var _ = turn.await(awaited, atMost, SecurityModule.SILENT);
        if (!awaited.isDone()) {
            Optional<Fault> over = turn.over();
            if (over.isPresent()) {
                return Outcome.failed(over.get());
            }
            astray = astray || restDue;
            restDue = false;
            return Outcome.done(0);
        }
        boolean isHead = !restDue;
        restDue = false;
        if (isHead) {
            head = null;
        } else {
            rest = null;
        }
        return switch (awaited.join()) {
            case Outcome.Failed<byte[]>(var fault) ->
                fault.kind() == Kind.DISCONNECTED ? Outcome.failed(fault) : Outcome.done(0);
            case Outcome.Done<byte[]>(var bytes) -> {
                restDue = isHead && UsbSplit.announced(bytes) > 0;
                // What follows noise, if anything does, belongs to no head.
                astray |= isHead && !restDue;
                int count = Math.min(bytes.length, into.length - at);
                System.arraycopy(bytes, 0, into, at, count);
                Arrays.fill(bytes, (byte) 0);
                yield Outcome.done(count);
            }
        };
    }

    @Override
    public Optional<Fault> lost() {
        return line.lost();
    }

    @Override
    public void close() {
        line.close();
        head = null;
        rest = null;
    }
}
