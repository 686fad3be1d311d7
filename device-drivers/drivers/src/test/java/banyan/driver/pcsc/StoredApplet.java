package banyan.driver.pcsc;

import banyan.conformance.TestChip;
import java.util.Arrays;
import java.util.Optional;
import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Util;
import org.jspecify.annotations.Nullable;

/** A Java Card applet that gives what a test card carries; what JCardSim runs as a real card would. */
public final class StoredApplet extends Applet {
    private static final short NO_SUCH_DATA = 0x6A88;

    /** What the next card that is made carries: an applet is installed by its class alone. */
    static volatile TestChip next = TestChip.SOCIAL;

    private final TestChip chip = next;
    private byte @Nullable [] file;

    private StoredApplet() {}

    /** As JCardSim calls it. */
    public static void install(byte[] parameters, short offset, byte length) {
        new StoredApplet().register();
    }

    @Override
    public void process(APDU apdu) {
        byte[] buffer = apdu.getBuffer();
        if (selectingApplet()) {
            return;
        }
        int p1 = buffer[ISO7816.OFFSET_P1] & 0xFF;
        int p2 = buffer[ISO7816.OFFSET_P2] & 0xFF;
        switch (buffer[ISO7816.OFFSET_INS] & 0xFF) {
            case 0xB2 -> send(apdu, record(p2 >> 3, p1), ISO7816.SW_RECORD_NOT_FOUND);
            case 0xCA -> send(apdu, Optional.ofNullable(chip.data().get(p1 << 8 | p2)), NO_SUCH_DATA);
            case 0xA8 -> send(apdu, Optional.of(chip.options()), ISO7816.SW_INS_NOT_SUPPORTED);
            case 0xA4 -> {
                short _ = apdu.setIncomingAndReceive();
                file = chip.files().get((int) Util.getShort(buffer, ISO7816.OFFSET_CDATA) & 0xFFFF);
                if (file == null) {
                    ISOException.throwIt(ISO7816.SW_FILE_NOT_FOUND);
                }
            }
            case 0xB0 -> send(apdu, part(p1 << 8 | p2, apdu.setOutgoing()), ISO7816.SW_WRONG_P1P2);
            default -> ISOException.throwIt(ISO7816.SW_INS_NOT_SUPPORTED);
        }
    }

    private Optional<byte[]> record(int shortFile, int number) {
        return chip.records().stream()
                .filter(one -> one.file() == shortFile && one.record() == number)
                .map(TestChip.Stored::bytes)
                .findFirst();
    }

    private Optional<byte[]> part(int offset, short length) {
        return file == null || offset > file.length
                ? Optional.empty()
                : Optional.of(Arrays.copyOfRange(file, offset, Math.min(file.length, offset + length)));
    }

    private static void send(APDU apdu, Optional<byte[]> bytes, short otherwise) {
        if (bytes.isEmpty() || bytes.get().length == 0) {
            ISOException.throwIt(otherwise);
        }
        byte[] there = bytes.orElseThrow();
        if (apdu.getCurrentState() != APDU.STATE_OUTGOING) {
            short _ = apdu.setOutgoing();
        }
        apdu.setOutgoingLength((short) there.length);
        apdu.sendBytesLong(there, (short) 0, (short) there.length);
    }
}
