package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealedFileTest {
    private static final int CHUNK = SealedFile.CHUNK;
    private static final int HEADER = 68;
    private static final int SEALED_CHUNK = CHUNK + 16;
    private static final byte[] OUTER = Given.bytes(32, 7);

    @Test
    void anyLengthComesBackAsItWas() throws IOException {
        for (int size : List.of(0, 1, 100, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 5)) {
            byte[] clear = Given.bytes(size, size);
            byte[] sealed = seal(clear);
            assertEquals(SealedFile.sealedSize(size), sealed.length, "length of " + size);
            assertArrayEquals(clear, open(sealed), "content of " + size);
        }
    }

    @Test
    void everyFlippedBitIsNoticed() throws IOException {
        byte[] sealed = seal(Given.bytes(CHUNK + 300, 1));
        Random random = new Random(4);
        for (int round = 0; round < 400; round++) {
            int at = round < HEADER + 20 ? round : random.nextInt(sealed.length);
            byte[] flipped = sealed.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            assertFalse(opens(flipped), "byte " + at);
        }
    }

    @Test
    void aFileCutOffAtAChunkIsNoticed() throws IOException {
        byte[] sealed = seal(Given.bytes(3 * CHUNK, 2));
        assertFalse(opens(Arrays.copyOf(sealed, HEADER + 2 * SEALED_CHUNK)));
    }

    @Test
    void aFileCutOffAnywhereIsNoticed() throws IOException {
        byte[] sealed = seal(Given.bytes(CHUNK + 50, 2));
        for (int length = 0; length < sealed.length; length += 997) {
            assertFalse(opens(Arrays.copyOf(sealed, length)), "cut at " + length);
        }
    }

    @Test
    void chunksInAnotherOrderAreNoticed() throws IOException {
        byte[] sealed = seal(Given.bytes(3 * CHUNK, 3));
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, HEADER, swapped, HEADER + SEALED_CHUNK, SEALED_CHUNK);
        System.arraycopy(sealed, HEADER + SEALED_CHUNK, swapped, HEADER, SEALED_CHUNK);
        assertFalse(opens(swapped));
    }

    @Test
    void somethingPutBehindTheEndIsNoticed() throws IOException {
        byte[] sealed = seal(Given.bytes(CHUNK, 3));
        assertFalse(opens(Arrays.copyOf(sealed, sealed.length + 40)));
    }

    @Test
    void aChunkOfAnotherFileIsNoticed() throws IOException {
        byte[] sealed = seal(Given.bytes(2 * CHUNK, 3));
        byte[] other = seal(Given.bytes(2 * CHUNK, 3));
        System.arraycopy(other, HEADER, sealed, HEADER, SEALED_CHUNK);
        assertFalse(opens(sealed));
    }

    @Test
    void theSamePageTwiceLooksDifferent() throws IOException {
        byte[] first = seal(new byte[1000]);
        byte[] second = seal(new byte[1000]);
        assertFalse(Arrays.equals(first, HEADER, first.length, second, HEADER, second.length));
    }

    @Test
    void anotherKeyOpensNothing() throws IOException {
        byte[] sealed = seal(new byte[10]);
        assertTrue(
                SealedFile.key(new ByteArrayInputStream(sealed), new byte[32]).isEmpty());
    }

    @Test
    void aDiskThatTakesOnlyPartsStillGetsTheWhole() throws IOException {
        Memory crumbs = new Memory(1000);
        byte[] clear = Given.bytes(CHUNK + 77, 9);
        SealedFile.write(crumbs, Suite.AES_256_GCM, OUTER, new ByteArrayInputStream(clear));
        assertArrayEquals(clear, open(crumbs.bytes.toByteArray()));
    }

    @Test
    void aDiskThatTakesNothingIsAFailure() {
        assertThrows(
                IOException.class, () -> SealedFile.write(new Memory(0), Suite.AES_256_GCM, OUTER, new ByteArrayInputStream(new byte[9])));
    }

    private static byte[] seal(byte[] clear) throws IOException {
        Memory file = new Memory(Integer.MAX_VALUE);
        SealedFile.write(file, Suite.AES_256_GCM, OUTER, new ByteArrayInputStream(clear));
        return file.bytes.toByteArray();
    }

    private static byte[] open(byte[] sealed) throws IOException {
        byte[] key = SealedFile.key(new ByteArrayInputStream(sealed), OUTER).orElseThrow(SealedFile.Broken::new);
        ByteArrayOutputStream clear = new ByteArrayOutputStream();
        SealedFile.read(new ByteArrayInputStream(sealed), key, clear);
        return clear.toByteArray();
    }

    private static boolean opens(byte[] sealed) throws IOException {
        try {
            byte[] _ = open(sealed);
            return true;
        } catch (SealedFile.Broken noticed) {
            return false;
        }
    }

    /** A file in memory that takes at most so many bytes at a time. */
    private record Memory(ByteArrayOutputStream bytes, int most) implements Disk.Output {
        Memory(int most) {
            this(new ByteArrayOutputStream(), most);
        }

        @Override
        public int write(ByteBuffer from) {
            byte[] part = new byte[Math.min(most, from.remaining())];
            from.get(part);
            bytes.writeBytes(part);
            return part.length;
        }

        @Override
        public void force() {}

        @Override
        public void close() {}
    }
}
