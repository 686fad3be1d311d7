package banyan.simulator.smartcard;

import banyan.simulator.traffic.Traffic;
import banyan.simulator.traffic.Way;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * A card in vpcd's slot: a TCP connection to it. Both sides send a length of two bytes, big-endian, and so many bytes; one byte from the
 * reader is a control (0 power off, 1 power on, 2 reset, 4 say your answer to reset), anything longer a command. While the reader
 * cannot be reached, it is tried again: a card that was put in is in when the reader comes back.
 */
final class VirtualSlot implements AutoCloseable {
    private static final int ASK_ATR = 4;
    private static final long AGAIN_NANOS = 20_000_000;
    private static final int CONNECT_MILLIS = 500;

    private final int port;
    private final Chip chip;
    private final Traffic traffic;
    private final Thread thread;
    private volatile boolean out;
    private volatile @Nullable Socket socket;

    /** The card in the slot. Called from the slot's own thread. */
    interface Chip {
        byte[] atr();

        void reset();

        /** The answer; nothing where the card is pulled out instead of answering. */
        byte @Nullable [] answer(byte[] command);
    }

    VirtualSlot(int port, Chip chip, Traffic traffic) {
        this.traffic = traffic;
        this.port = port;
        this.chip = chip;
        this.thread = Thread.ofPlatform().daemon().name("smart-card").start(this::live);
    }

    private void live() {
        while (!out) {
            try (Socket connection = new Socket()) {
                socket = connection;
                connection.setTcpNoDelay(true);
                connection.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
                serve(connection, new DataInputStream(connection.getInputStream()), connection.getOutputStream());
            } catch (IOException _) {
                // No reader, or it ended: looked for again.
            }
            LockSupport.parkNanos(AGAIN_NANOS);
        }
    }

    private void serve(Socket connection, DataInputStream in, OutputStream back) throws IOException {
        while (!out) {
            // vpcd sends the length on its own and waits for it to be acknowledged, for which the kernel takes 40 ms unless it is told.
            Socket _ = connection.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
            byte[] asked = new byte[in.readUnsignedShort()];
            in.readFully(asked);
            traffic.passed(Way.TO_DEVICE, asked, asked.length);
            if (asked.length != 1) {
                byte[] answer = chip.answer(asked);
                if (answer == null) {
                    out = true;
                    return;
                }
                send(back, answer);
            } else if (asked[0] == ASK_ATR) {
                send(back, chip.atr());
            } else {
                chip.reset();
            }
        }
    }

    /** In one piece: a length on its own would wait for an acknowledgement. */
    private void send(OutputStream back, byte[] answer) throws IOException {
        traffic.passed(Way.TO_DRIVER, answer, answer.length);
        back.write(ByteBuffer.allocate(2 + answer.length)
                .putShort((short) answer.length)
                .put(answer)
                .array());
        back.flush();
    }

    /** Whether the reader has it. */
    boolean connected() {
        Socket now = socket;
        return now != null && now.isConnected() && !now.isClosed();
    }

    /** Whether it was pulled out in the middle of something. */
    boolean gone() {
        return out;
    }

    @Override
    public void close() {
        out = true;
        Socket now = socket;
        try {
            if (now != null) {
                now.close();
            }
        } catch (IOException _) {
            // Closed already.
        }
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
