package banyan.cache;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * The form of what is sealed under an epoch's key: {@code form 1 · number of the epoch 4 · nonce 12 · sealed, tag 16}, the first
 * two authenticated too; the form says with which suite. What was sealed before there were epochs has no such beginning, and opens under the root.
 */
final class EpochSeal {
    private static final int PREFIX = 1 + Integer.BYTES;

    private EpochSeal() {}

    /** @param by one of the epoch's keys */
    static byte[] seal(Suite suite, int epoch, byte[] by, byte[] clear, byte[] context) {
        byte[] prefix = ByteBuffer.allocate(PREFIX).put(suite.form()).putInt(epoch).array();
        return join(prefix, Gcm.seal(suite, by, clear, join(prefix, context)));
    }

    /**
     * Opens it with the epoch that it names.
     *
     * @param by which of the epoch's keys
     * @param epochs those that are known
     */
    static Optional<byte[]> open(
            byte[] sealed, byte[] context, Function<Epoch, byte[]> by, IntFunction<Optional<Epoch>> epochs) {
        // What is of before may begin like what is of now, by chance: its tag tells.
        return epochOf(sealed)
                .flatMap(epochs::apply)
                .flatMap(epoch -> Gcm.open(
                        Suite.of(sealed[0]).orElseThrow(),
                        by.apply(epoch),
                        Arrays.copyOfRange(sealed, PREFIX, sealed.length),
                        join(Arrays.copyOf(sealed, PREFIX), context)))
                .or(() -> epochs.apply(Epoch.ROOT).flatMap(root -> Gcm.open(by.apply(root), sealed, context)));
    }

    /** Which epoch's it is, as far as its beginning tells; empty where it has no such beginning. */
    static Optional<Integer> epochOf(byte[] beginning) {
        return beginning.length >= PREFIX && Suite.of(beginning[0]).isPresent()
                ? Optional.of(ByteBuffer.wrap(beginning, 1, Integer.BYTES).getInt())
                : Optional.empty();
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
