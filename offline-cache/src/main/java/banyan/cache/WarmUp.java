package banyan.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;

/** Seals and opens a few chunks in the background, once: the first costs a hundred times a warm one, and must not be a citizen's. */
final class WarmUp {
    private static final int CHUNKS = 100;
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private WarmUp() {}

    static void begin() {
        if (!BEGUN.getAndSet(true)) {
            Thread.ofPlatform().daemon().name("vault-warm-up").start(WarmUp::warmUp);
        }
    }

    private static void warmUp() {
        try {
            byte[] key = Randomness.bytes(SealedFile.KEY);
            for (int left = CHUNKS; left > 0; left--) {
                Warm file = new Warm();
                SealedFile.write(file, Suite.AES_256_GCM, key, new ByteArrayInputStream(new byte[SealedFile.CHUNK]));
                byte[] sealed = file.bytes.toByteArray();
                byte[] own =
                        SealedFile.key(new ByteArrayInputStream(sealed), key).orElseThrow();
                SealedFile.read(new ByteArrayInputStream(sealed), own, OutputStream.nullOutputStream());
                boolean _ =
                        Gcm.open(key, Gcm.seal(key, new byte[2048], key), key).isPresent();
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A file in memory, for warming up only. */
    private record Warm(ByteArrayOutputStream bytes) implements Disk.Output {
        Warm() {
            this(new ByteArrayOutputStream());
        }

        @Override
        public int write(ByteBuffer from) {
            byte[] copy = new byte[from.remaining()];
            from.get(copy);
            bytes.writeBytes(copy);
            return copy.length;
        }

        @Override
        public void force() {}

        @Override
        public void close() {}
    }
}
