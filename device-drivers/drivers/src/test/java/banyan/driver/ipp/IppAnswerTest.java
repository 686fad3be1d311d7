package banyan.driver.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Outcome;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class IppAnswerTest {
    private static final long SEED = 20261121;

    private static byte[] answer() throws IOException {
        IppPacket.Builder builder = new IppPacket.Builder(Status.successfulOk);
        builder.setRequestId(7);
        builder.getOperationAttributes().put(Types.attributesCharset.of("utf-8"));
        builder.getJobAttributes()
                .put(Types.jobState.of(JobState.processing), Types.jobImpressionsCompleted.of(2), Types.jobId.of(5));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        builder.build().write(bytes);
        return bytes.toByteArray();
    }

    @Test
    void anAnswerToAnotherRequestIsNotTakenForOurs() throws IOException {
        assertInstanceOf(Outcome.Done.class, Ipp.read(answer(), 7));
        assertInstanceOf(Outcome.Failed.class, Ipp.read(answer(), 8));
    }

    @Test
    void anyBytesEndInAnAnswerOrAFault() throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        byte[] good = answer();
        int understood = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = java.util.Arrays.copyOf(good, 1 + random.nextInt(good.length));
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            understood += Ipp.read(bytes, 7) instanceof Outcome.Done<IppPacket> ? 1 : 0;
        }
        assertTrue(understood > 0 && understood < 20_000, "understood: " + understood);
    }

    @Test
    void collectionsNestedWithoutEndAreAFault() {
        byte[] bytes = new byte[8 + 1 + 40_000 * 5];
        bytes[0] = 2;
        bytes[7] = 7;
        bytes[8] = 2;
        for (int at = 9; at + 5 <= bytes.length; at += 5) {
            // begCollection without a name and without a value.
            bytes[at] = 0x34;
        }
        Outcome<IppPacket> read = Ipp.read(bytes, 7);
        assertEquals(
                "PRINTER-GARBLED",
                assertInstanceOf(Outcome.Failed.class, read).fault().code());
    }
}
