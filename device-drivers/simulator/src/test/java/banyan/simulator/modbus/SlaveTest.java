package banyan.simulator.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The requests are the examples of MODBUS Application Protocol V1.1b3, 6.1, 6.2, 6.5 and 6.11, to unit 17. */
class SlaveTest {
    private static final HexFormat HEX = HexFormat.of();

    private final boolean[] coils = new boolean[256];
    private final Slave slave = new Slave(0x11, new Bits() {
        @Override
        public int inputs() {
            return 256;
        }

        @Override
        public int coils() {
            return coils.length;
        }

        @Override
        public boolean input(int address) {
            // Inputs 197 to 218 of the example, counted from 1.
            return (0x35DBAC >> address - 196 & 1) != 0;
        }

        @Override
        public boolean coil(int address) {
            return coils[address];
        }

        @Override
        public void coil(int address, boolean on) {
            coils[address] = on;
        }
    });

    /** What is answered to a message, and what the CRC of both is, computed here. */
    private String answer(String message) {
        byte[] request = HEX.parseHex(message);
        int crc = Slave.crc(request, request.length);
        return fed(message + HEX.toHexDigits((byte) crc) + HEX.toHexDigits((byte) (crc >> 8)));
    }

    private String fed(String bytes) {
        StringBuilder answers = new StringBuilder();
        for (byte next : HEX.parseHex(bytes)) {
            answers.append(HEX.formatHex(slave.take(next)));
        }
        return answers.toString();
    }

    @Test
    void inputsAreReadAsInTheStandard() {
        assertEquals("110203acdb352018", fed("110200c40016baa9"));
    }

    @Test
    void aCoilIsSwitchedAndTheRequestIsTheAnswer() {
        assertEquals("110500acff004e8b", fed("110500acff004e8b"));
        assertEquals(true, coils[0xAC]);
    }

    @Test
    void manyCoilsAreSwitchedAndReadBack() {
        answer("110f0013000a02cd01");
        assertEquals("110102cd01", answer("11010013000a").substring(0, 10));
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertEquals("118202c0a4", answer("110200ff0002"));
        assertEquals("118301", answer("110300000001").substring(0, 6));
        assertEquals("118503", answer("110500001234").substring(0, 6));
    }

    @Test
    void otherUnitsAndDamagedRequestsAreNotAnswered() {
        assertEquals("", answer("120200c40016"));
        assertEquals("", fed("110200c40016baa8"));
        assertEquals("110203acdb352018", fed("110200c40016baa9"));
    }

    @Test
    void halfARequestIsForgottenWhenTheLineFallsQuiet() {
        assertEquals("", fed("110200"));
        slave.quiet();
        assertEquals("110203acdb352018", fed("110200c40016baa9"));
    }
}
