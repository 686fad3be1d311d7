package banyan.cache;

import java.util.Arrays;
import java.util.HexFormat;

/** The key of one visit: every page scanned in it can be read with this and with nothing else. To abandon a visit is to forget it. */
public final class VisitKey {
    static final int LENGTH = 32;

    private final String visit;
    private final byte[] key;
    private boolean forgotten;

    /** Takes the bytes over. */
    VisitKey(String visit, byte[] key) {
        this.visit = visit;
        this.key = key;
    }

    /** A new one from the platform's strong random source. */
    public static VisitKey random() {
        return new VisitKey(HexFormat.of().formatHex(Randomness.bytes(16)), Randomness.bytes(LENGTH));
    }

    /** Overwrites the key; nothing sealed under it can be read any more, except what the journal has taken over. */
    public synchronized void forget() {
        Arrays.fill(key, (byte) 0);
        forgotten = true;
    }

    public synchronized boolean forgotten() {
        return forgotten;
    }

    /** A random name of the visit, for its folder: tells neither who nor when. */
    String visit() {
        return visit;
    }

    /** A copy of the key, to be overwritten after use. Asking a forgotten key is a bug. */
    synchronized byte[] bytes() {
        if (forgotten) {
            throw new IllegalStateException("the visit is over");
        }
        return key.clone();
    }

    @Override
    public String toString() {
        return "VisitKey";
    }
}
