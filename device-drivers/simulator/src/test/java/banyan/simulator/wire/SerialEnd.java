package banyan.simulator.wire;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;

/** A driver's end of a serial line, as plain as can be: the port opened as a file. */
public final class SerialEnd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FileInputStream in;
    private final FileOutputStream out;

    public SerialEnd(Path port) throws IOException {
        in = new FileInputStream(port.toFile());
        out = new FileOutputStream(port.toFile());
    }

    public void send(String hex) throws IOException {
        out.write(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    /** So many bytes; fewer if no more come. */
    public byte[] receive(int count) throws IOException {
        byte[] bytes = new byte[count];
        int at = 0;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (at < count && System.nanoTime() < end) {
            if (in.available() > 0) {
                at += in.read(bytes, at, count - at);
            } else {
                LockSupport.parkNanos(200_000);
            }
        }
        return Arrays.copyOf(bytes, at);
    }

    public String ask(String hex, int count) throws IOException {
        send(hex);
        return HexFormat.of().withUpperCase().formatHex(receive(count));
    }

    /** Whether the other end is still there. */
    public boolean alive() {
        try {
            return in.available() >= 0;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
        out.close();
    }
}
