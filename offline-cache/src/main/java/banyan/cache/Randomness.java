package banyan.cache;

import java.security.SecureRandom;

/** The platform's random source, for keys, nonces and names. */
final class Randomness {
    private static final SecureRandom SOURCE = new SecureRandom();

    private Randomness() {}

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        SOURCE.nextBytes(bytes);
        return bytes;
    }

    /** Overwrites what stands there. */
    static void over(byte[] bytes) {
        SOURCE.nextBytes(bytes);
    }

    static int below(int bound) {
        return SOURCE.nextInt(bound);
    }
}
