package banyan.driver.pcsc;

import banyan.conformance.TestChip;
import com.licel.jcardsim.smartcardio.CardSimulator;
import com.licel.jcardsim.utils.AIDUtil;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.smartcardio.CommandAPDU;

/** A Java Card that JCardSim simulates, in the slot of vpcd: a card that nobody here wrote. */
final class JavaCard implements AutoCloseable {
    private static final int ASK_ATR = 4;
    private static final int RESET = 2;

    private final CardSimulator card = new CardSimulator();
    private final AtomicInteger commands = new AtomicInteger();
    private final Socket socket;
    private final Thread thread;

    JavaCard(int port, TestChip chip) {
        StoredApplet.next = chip;
        card.installApplet(AIDUtil.create(chip.profile().aid()), StoredApplet.class);
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = Thread.ofPlatform().daemon().name("java-card").start(this::serve);
    }

    private void serve() {
        try (DataInputStream in = new DataInputStream(socket.getInputStream());
                DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
            while (true) {
                byte[] asked = in.readNBytes(in.readUnsignedShort());
                if (asked.length > 1) {
                    int _ = commands.incrementAndGet();
                    answer(out, card.transmitCommand(new CommandAPDU(asked)).getBytes());
                } else if (asked[0] == ASK_ATR) {
                    answer(out, card.getATR());
                } else if (asked[0] <= RESET) {
                    card.reset();
                }
            }
        } catch (IOException _) {
            // Pulled out, or the reader ended.
        }
    }

    private static void answer(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeShort(bytes.length);
        out.write(bytes);
        out.flush();
    }

    int commands() {
        return commands.get();
    }

    @Override
    public void close() {
        try {
            socket.close();
            thread.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a test", e);
        }
    }
}
