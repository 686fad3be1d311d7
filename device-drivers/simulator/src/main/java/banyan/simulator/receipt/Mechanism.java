package banyan.simulator.receipt;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The printer behind its interfaces: receive buffer, head, roll, cover and knife. Its thread works the buffer off line by line,
 * and stands still while something is wrong; real-time commands are obeyed at once all the same.
 */
final class Mechanism implements AutoCloseable, RealTime.Ear, Interpreter.Replies {
    /** How much is on the roll, as two sensors see it. */
    enum Roll {
        ENOUGH,
        LOW,
        OUT
    }

    /** What can be made to happen now or in the middle of a receipt. */
    enum Mishap {
        OUT_OF_PAPER,
        COVER_OPENED,
        SILENCE,
        UNPLUGGED,
        POWER_CUT
    }

    private static final int USUAL_MILLIS_PER_LINE = 12;
    private static final int FIXED = 0x12;
    private static final int ROOM = 4 << 20;

    private final Platen platen = new Platen();
    private final Interpreter interpreter = new Interpreter(platen, this);
    private final RealTime realTime = new RealTime();
    private final Map<Mishap, Integer> mishaps = new EnumMap<>(Mishap.class);
    private final Runnable unplug;
    private final Thread thread;
    private byte[] buffer = new byte[1 << 14];
    private int count;
    private boolean whole = true;
    private Consumer<byte[]> answering = _ -> {};
    private Roll roll = Roll.ENOUGH;
    private boolean coverOpen;
    private boolean knifeJams;
    private boolean knifeJammed;
    private boolean silent;
    private boolean garbling;
    private boolean powered = true;
    private int automatic;
    private int millisPerLine = USUAL_MILLIS_PER_LINE;
    private volatile boolean ended;

    /** @param unplug pulls the plugs of all interfaces */
    Mechanism(Runnable unplug) {
        this.unplug = unplug;
        this.thread = Thread.ofPlatform().daemon().name("receipt-printer head").start(this::work);
    }

    /** Bytes came in by an interface, and answers go out by it. */
    synchronized void hear(byte[] bytes, int arrived, Consumer<byte[]> answers) {
        if (powered) {
            answering = answers;
            realTime.hear(bytes, arrived, this);
            whole = true;
            notifyAll();
        }
    }

    @Override
    public void data(byte value) {
        if (count == buffer.length && count < ROOM) {
            buffer = Arrays.copyOf(buffer, 2 * count);
        }
        if (count < buffer.length) {
            buffer[count++] = value;
        }
    }

    private void work() {
        while (!ended) {
            int moved;
            int millis;
            synchronized (this) {
                if (count == 0 || !whole || offline()) {
                    rest();
                    continue;
                }
                int before = platen.moved();
                int taken = interpreter.step(buffer, count);
                whole = taken > 0;
                drop(taken);
                moved = platen.moved() - before;
                millis = millisPerLine;
            }
            for (int i = 0; i < moved; i++) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
                lineDone();
            }
        }
    }

    private void rest() {
        try {
            wait();
        } catch (InterruptedException _) {
            // Closed: the loop's condition sees it.
        }
    }

    private void drop(int bytes) {
        System.arraycopy(buffer, bytes, buffer, 0, count - bytes);
        count -= bytes;
    }

    private synchronized void lineDone() {
        for (Mishap mishap : Mishap.values()) {
            Integer left = mishaps.get(mishap);
            if (left != null && left <= 1) {
                mishaps.remove(mishap);
                happens(mishap);
            } else if (left != null) {
                mishaps.put(mishap, left - 1);
            }
        }
    }

    /** After so many lines more, or now. */
    synchronized void arrange(Mishap mishap, int afterLines) {
        if (afterLines > 0) {
            mishaps.put(mishap, afterLines);
        } else {
            happens(mishap);
        }
    }

    private void happens(Mishap mishap) {
        switch (mishap) {
            case OUT_OF_PAPER -> roll(Roll.OUT);
            case COVER_OPENED -> cover(true);
            case SILENCE -> silent = true;
            case UNPLUGGED -> pullPlug();
            case POWER_CUT -> {
                powerOff();
                pullPlug();
            }
        }
    }

    /** On a thread of its own: pulling a plug waits for threads that may be on their way in here. */
    private void pullPlug() {
        var _ = Thread.ofPlatform().daemon().start(unplug);
    }

    synchronized void roll(Roll now) {
        if (roll == Roll.OUT && now != Roll.OUT) {
            // What hung from the old roll comes off when a new one is put in.
            platen.off(false);
        }
        roll = now;
        changed();
    }

    synchronized void cover(boolean open) {
        coverOpen = open;
        changed();
    }

    synchronized void jamNextCut() {
        knifeJams = true;
    }

    synchronized void clearJam() {
        knifeJams = false;
        if (knifeJammed) {
            knifeJammed = false;
            platen.off(true);
            changed();
        }
    }

    synchronized void silent() {
        silent = true;
    }

    synchronized void garbling() {
        garbling = true;
    }

    synchronized void millisPerLine(int millis) {
        millisPerLine = millis;
    }

    /** Nothing is wrong any more, and nothing is arranged. */
    synchronized void heal() {
        mishaps.clear();
        clearJam();
        silent = false;
        garbling = false;
        coverOpen = false;
        if (roll != Roll.ENOUGH) {
            roll(Roll.ENOUGH);
        }
        changed();
    }

    /** Everything that is not on paper is gone. */
    synchronized void powerOff() {
        powered = false;
        clearAll();
        interpreter.reset();
        automatic = 0;
    }

    synchronized void powerOn() {
        powered = true;
        notifyAll();
    }

    /** As after the start, with no paper out. */
    synchronized void reset() {
        heal();
        powerOff();
        powered = true;
        platen.clear();
        millisPerLine = USUAL_MILLIS_PER_LINE;
    }

    private void clearAll() {
        count = 0;
        whole = true;
        realTime.forget();
        interpreter.dropLine();
    }

    private boolean offline() {
        return !powered || coverOpen || roll == Roll.OUT || knifeJammed;
    }

    private void changed() {
        notifyAll();
        if (automatic != 0) {
            int second = knifeJammed ? 0x08 : 0;
            say(new byte[] {
                (byte) (0x10 | (offline() ? 0x08 : 0) | (coverOpen ? 0x20 : 0)), (byte) second, (byte) paper(1), 0
            });
        }
    }

    @Override
    public void status(int n) {
        int bits =
                switch (n) {
                    case 1 -> offline() ? 0x08 : 0;
                    case 2 -> (coverOpen ? 0x04 : 0) | (roll == Roll.OUT ? 0x20 : 0) | (knifeJammed ? 0x40 : 0);
                    case 3 -> knifeJammed ? 0x08 : 0;
                    default -> (roll == Roll.ENOUGH ? 0 : 0x0C) | (roll == Roll.OUT ? 0x60 : 0);
                };
        say(new byte[] {(byte) (FIXED | bits)});
    }

    @Override
    public void clear() {
        clearAll();
        say(new byte[] {0x37, 0x25, 0});
    }

    @Override
    public void recover(int n) {
        if (n == 2) {
            clearAll();
        }
        clearJam();
    }

    @Override
    public int paper(int n) {
        return n != 1 && n != '1' ? 0 : (roll == Roll.ENOUGH ? 0 : 0x03) | (roll == Roll.OUT ? 0x0C : 0);
    }

    @Override
    public void automatic(int mask) {
        automatic = mask;
        changed();
    }

    @Override
    public void cut() {
        if (knifeJams) {
            knifeJams = false;
            knifeJammed = true;
            changed();
        } else {
            platen.off(true);
        }
    }

    @Override
    public void say(byte[] bytes) {
        if (silent || !powered) {
            return;
        }
        byte[] said = bytes.clone();
        for (int i = 0; garbling && i < said.length; i++) {
            // Bits that no answer of such a printer has.
            said[i] = (byte) (said[i] ^ 0xAB | 0x80);
        }
        answering.accept(said);
    }

    synchronized List<Slip> slips() {
        return platen.slips();
    }

    synchronized State state() {
        return new State(
                roll,
                coverOpen,
                knifeJammed,
                silent,
                garbling,
                powered,
                count,
                interpreter.unknown(),
                interpreter.wrapped(),
                millisPerLine);
    }

    /** How it stands. */
    record State(
            Roll roll,
            boolean coverOpen,
            boolean knifeJammed,
            boolean silent,
            boolean garbling,
            boolean powered,
            int waiting,
            int unknownCommands,
            int linesTooLong,
            int millisPerLine) {}

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
    }
}
