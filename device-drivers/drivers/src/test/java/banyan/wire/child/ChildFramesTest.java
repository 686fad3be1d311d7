package banyan.wire.child;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.wire.child.ChildFrames.Frame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ChildFramesTest {
    private static final long SEED = 5;

    private static Optional<Frame> read(byte[] bytes) {
        return ChildFrames.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static Frame one(byte[] bytes) {
        return read(bytes).orElseThrow();
    }

    @Test
    void aFrameIsReadAsItWasWrittenAndSaysNothingOfItsBytes() throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        ChildFrames.write(pipe, new Frame(7, new byte[] {1, 2, 3}));
        Frame read = one(pipe.toByteArray());
        assertEquals(7, read.number());
        assertArrayEquals(new byte[] {1, 2, 3}, read.bytes());
        assertEquals("Frame[7]", read.toString());
    }

    /** C10. */
    @Test
    void aLengthBeyondTheLargestIsTheEnd() {
        for (int length : new int[] {ChildWork.MOST + 1, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
            assertTrue(read(ByteBuffer.allocate(100_000).putInt(1).putInt(length).array())
                    .isEmpty());
        }
        assertTrue(read(ByteBuffer.allocate(8 + ChildWork.MOST)
                        .putInt(1)
                        .putInt(ChildWork.MOST)
                        .array())
                .isPresent());
    }

    /** C17. */
    @Test
    void aMillionMalformedStreamsEnd() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        byte[] bytes = new byte[24];
        for (int i = 0; i < 1_000_000; i++) {
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                bytes[4] = 0;
                bytes[5] = 0;
                bytes[6] = 0;
            }
            Optional<Frame> read = read(bytes);
            assertTrue(read.isEmpty() || read.get().bytes().length <= bytes.length - 8);
        }
    }

    @Test
    void soManyRestartsAreAllowedInAnyStretchOfTimeAndNoMore() {
        RestartBudget budget = new RestartBudget(2, Duration.ofSeconds(10));
        long second = 1_000_000_000L;
        budget.ended(0);
        budget.ended(second);
        assertTrue(budget.allows(second));
        budget.ended(2 * second);
        assertFalse(budget.allows(3 * second));
        assertFalse(budget.allows(10 * second));
        assertTrue(budget.allows(11 * second));
        budget.ended(11 * second);
        assertFalse(budget.allows(11 * second));
    }
}
