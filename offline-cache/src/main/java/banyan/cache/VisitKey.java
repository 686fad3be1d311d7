package banyan.cache;

import java.util.Arrays;
import java.util.HexFormat;

/** The key of one visit: every page scanned in it can be read with this and with nothing else. To abandon a visit is to forget it. */
public final class VisitKey {
    static final int LENGTH = 32;

    private final String visit;
    private final byte[] key;
    private final Suite suite;
    private boolean forgotten;

    /** Takes the bytes over. */
    VisitKey(String visit, byte[] key, Suite suite) {
        this.visit = visit;
        this.key = key;
        this.suite = suite;
    }

    /** A new one from the platform's strong random source. */
    public static VisitKey random() {
        return random(Suite.AES_256_GCM);
    }

    /** The same for pages that are sealed with another cipher. */
    static VisitKey random(Suite suite) {
        return new VisitKey(HexFormat.of().formatHex(Randomness.bytes(16)), Randomness.bytes(LENGTH), suite);
    }

    Suite suite() {
        return suite;
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
