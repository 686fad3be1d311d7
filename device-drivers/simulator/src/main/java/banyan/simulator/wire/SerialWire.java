package banyan.simulator.wire;

import banyan.simulator.traffic.Spoken;
import banyan.simulator.traffic.Traffic;
import banyan.simulator.traffic.Way;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * A serial cable with a device at its end: a pseudo-terminal behind a link of a fixed name, bytes paced as the line's
 * speed demands in both directions, and a plug that can be pulled. The driver names the link in its configuration.
 */
public final class SerialWire implements AutoCloseable {
    /** The device that listens. Called on the wire's own thread, one call at a time. */
    public interface Listener {
        void received(byte[] bytes, int count);

        /** Nothing has come for a while: what is half received will not be completed. */
        default void quiet() {}
    }

    /** Ten bits carry a byte: start, eight data bits, stop. */
    private static final int BITS_PER_BYTE = 10;

    private static final int QUIET_MILLIS = 100;
    private static final int POLL_MILLIS = 10;

    private final String name;
    private final Path link;
    private final Line line;
    private final Listener listener;
    private final Traffic traffic;
    private final Object plug = new Object();
    private final LinkedBlockingQueue<Transmission> outgoing = new LinkedBlockingQueue<>();
    private volatile int baud;
    private volatile Grade grade = Grade.IDEAL;
    private volatile boolean open;
    private final AtomicInteger unsent = new AtomicInteger();

    /** Counts what was discarded, so that what is poured knows its end. */
    private final AtomicInteger poured = new AtomicInteger();
    private volatile @Nullable Connection connection;

    /** What stands only while the cable is plugged in. */
    private static final class Connection {
        final Pty pty = new Pty();
        volatile boolean cut;

        @Nullable
        Thread reader;

        @Nullable
        Thread writer;
    }

    /** A frame on its way: sent for as long as {@code holds}, and if it no longer does, {@code otherwise} follows at once. */
    private static final class Transmission {
        final List<Line.Portion> portions;
        final BooleanSupplier holds;
        final byte[] otherwise;

        Transmission(List<Line.Portion> portions, BooleanSupplier holds, byte[] otherwise) {
            this.portions = portions;
            this.holds = holds;
            this.otherwise = otherwise;
        }
    }

    /** A wire whose traffic nobody looks at. */
    public SerialWire(String name, Path folder, int baud, byte[] falseStart, boolean checksum, Listener listener) {
        this(name, folder, baud, falseStart, checksum, listener, new Traffic((_, bytes, _) -> Spoken.unknown(bytes.length)));
    }

    /**
     * A wire with a device at its end, not plugged in yet.
     *
     * @param falseStart what a frame of this protocol begins with, to be used as bait
     * @param checksum whether frames carry one, so that damage can be recognised at all
     * @param traffic is told what passes
     */
    public SerialWire(
            String name,
            Path folder,
            int baud,
            byte[] falseStart,
            boolean checksum,
            Listener listener,
            Traffic traffic) {
        this.name = name;
        this.link = folder.resolve(name);
        this.baud = baud;
        this.line =
                new Line(RandomGeneratorFactory.of("L64X128MixRandom").create(name.hashCode()), falseStart, checksum);
        this.listener = listener;
        this.traffic = traffic;
    }

    /** The name the driver opens. */
    public Path link() {
        return link;
    }

    public boolean plugged() {
        return connection != null;
    }

    /** Whether a driver has the port open. */
    public boolean open() {
        return open;
    }

    public int baud() {
        return baud;
    }

    public void baud(int baud) {
        this.baud = baud;
    }

    public Grade grade() {
        return grade;
    }

    public void grade(Grade grade) {
        this.grade = grade;
    }

    public void plug() {
        synchronized (plug) {
            if (connection != null) {
                return;
            }
            Connection made = new Connection();
            point(link, Path.of(made.pty.path()));
            made.reader = Thread.ofPlatform().daemon().name(name + " in").start(() -> listen(made));
            made.writer = Thread.ofPlatform().daemon().name(name + " out").start(() -> speak(made));
            connection = made;
        }
    }

    /** Pulls the cable. The threads end first, because one inside a call would keep the port alive for the driver. */
    public void unplug() {
        synchronized (plug) {
            Connection cut = connection;
            if (cut == null) {
                return;
            }
            connection = null;
            cut.cut = true;
            Ending.await(cut.reader);
            if (cut.writer != null) {
                cut.writer.interrupt();
            }
            Ending.await(cut.writer);
            discardOutgoing();
            unsent.set(0);
            removeLink(cut.pty.path());
            cut.pty.close();
            open = false;
        }
    }

    /** Sends a frame as the line's grade carries it. */
    public void send(byte[] frame) {
        send(frame, () -> true, new byte[0]);
    }

    /** Sends a frame for as long as {@code holds}; where it no longer does the frame breaks off and the other follows. */
    public void send(byte[] frame, BooleanSupplier holds, byte[] otherwise) {
        List<Line.Portion> portions;
        synchronized (line) {
            portions = line.carry(grade, frame);
        }
        queue(new Transmission(portions, holds, otherwise.clone()));
    }

    /** Sends what needs no care: in large pieces, whatever the line's grade. */
    public void pour(byte[] bytes) {
        List<Line.Portion> portions = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += Traffic.KEPT) {
            portions.add(new Line.Portion(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + Traffic.KEPT)), 0));
        }
        int mine = poured.get();
        queue(new Transmission(portions, () -> poured.get() == mine, new byte[0]));
    }

    /** Forgets what is not yet on the line; what is being poured stops. */
    public void discardOutgoing() {
        int _ = poured.incrementAndGet();
        List<Transmission> dropped = new ArrayList<>();
        unsent.addAndGet(-outgoing.drainTo(dropped));
    }

    /** Whether nothing is waiting to be sent or being sent. */
    public boolean idle() {
        return unsent.get() <= 0;
    }

    private void queue(Transmission transmission) {
        if (plugged()) {
            unsent.incrementAndGet();
            outgoing.add(transmission);
        }
    }

    private void listen(Connection mine) {
        byte[] buffer = new byte[1024];
        long lastHeard = System.nanoTime();
        boolean awaiting = false;
        while (!mine.cut) {
            int count = mine.pty.read(buffer, POLL_MILLIS);
            if (count == Pty.NOBODY) {
                if (open) {
                    open = false;
                    mine.pty.discardUnread();
                    listener.quiet();
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            } else if (count > 0) {
                open = true;
                // The last byte of what was written at once arrives only now.
                LockSupport.parkNanos(lineNanos(count));
                traffic.passed(Way.TO_DEVICE, buffer, count);
                listener.received(buffer, count);
                lastHeard = System.nanoTime();
                awaiting = true;
            } else {
                open = true;
                if (awaiting && System.nanoTime() - lastHeard > TimeUnit.MILLISECONDS.toNanos(QUIET_MILLIS)) {
                    awaiting = false;
                    listener.quiet();
                }
            }
        }
    }

    private void speak(Connection mine) {
        while (!mine.cut) {
            Transmission next;
            try {
                next = outgoing.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                // Only unplugging interrupts this thread, and it has set the flag that ends the loop.
                Thread.currentThread().interrupt();
                return;
            }
            if (next != null) {
                transmit(mine, next);
                unsent.decrementAndGet();
            }
        }
    }

    private void transmit(Connection mine, Transmission transmission) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        transmit(mine, transmission, sent);
        tell(sent);
    }

    private void tell(ByteArrayOutputStream sent) {
        if (sent.size() > 0) {
            traffic.passed(Way.TO_DRIVER, sent.toByteArray(), sent.size());
            sent.reset();
        }
    }

    /** What goes over the line is told in pieces of which all can be kept. */
    private void write(Connection mine, byte[] bytes, ByteArrayOutputStream sent) {
        if (open) {
            if (sent.size() + bytes.length > Traffic.KEPT) {
                tell(sent);
            }
            sent.writeBytes(bytes);
            mine.pty.write(bytes, 0, bytes.length);
        }
    }

    private void transmit(Connection mine, Transmission transmission, ByteArrayOutputStream sent) {
        long due = System.nanoTime();
        for (Line.Portion portion : transmission.portions) {
            due += portion.pauseNanos + lineNanos(portion.bytes.length);
            if (!parkUntil(mine, due)) {
                return;
            }
            if (!transmission.holds.getAsBoolean()) {
                byte[] otherwise = transmission.otherwise;
                if (parkUntil(mine, System.nanoTime() + lineNanos(otherwise.length))) {
                    write(mine, otherwise, sent);
                }
                return;
            }
            write(mine, portion.bytes, sent);
        }
    }

    private static boolean parkUntil(Connection mine, long due) {
        while (!mine.cut) {
            long left = due - System.nanoTime();
            if (left <= 0) {
                return true;
            }
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
        return false;
    }

    private long lineNanos(int bytes) {
        return bytes * 1_000_000_000L * BITS_PER_BYTE / baud;
    }

    private static void point(Path link, Path target) {
        try {
            Path fresh = link.resolveSibling(link.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createSymbolicLink(fresh, target);
            Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unless somebody else has taken the name since. */
    private void removeLink(String target) {
        try {
            if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(Path.of(target))) {
                Files.delete(link);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        unplug();
    }
}
