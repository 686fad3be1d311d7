package banyan.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between terminal and centre and resets the connection once, after so many bytes in one direction. */
final class FaultProxy implements AutoCloseable {
    private final ServerSocket door;
    private final int behind;
    private final AtomicLong up = new AtomicLong();
    private final AtomicLong down = new AtomicLong();
    private volatile long cutUp = Long.MAX_VALUE;
    private volatile long cutDown = Long.MAX_VALUE;

    FaultProxy(int behind) throws IOException {
        this.behind = behind;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    long up() {
        return up.get();
    }

    long down() {
        return down.get();
    }

    void cutUpAfter(long bytes) {
        up.set(0);
        cutUp = bytes;
    }

    void cutDownAfter(long bytes) {
        down.set(0);
        cutDown = bytes;
    }

    private void accept() {
        try {
            while (true) {
                Socket terminal = door.accept();
                Socket centre = new Socket(InetAddress.getLoopbackAddress(), behind);
                Thread.ofVirtual().start(() -> pump(terminal, centre, true));
                Thread.ofVirtual().start(() -> pump(centre, terminal, false));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void pump(Socket from, Socket to, boolean upward) {
        byte[] buffer = new byte[2048];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                int allowed = allowed(count, upward);
                out.write(buffer, 0, allowed);
                out.flush();
                if (allowed < count) {
                    reset(from);
                    reset(to);
                    return;
                }
            }
        } catch (IOException cut) {
            // As intended, or the other direction's doing.
        }
    }

    /** How many of so many bytes pass; fewer than all only once. */
    private synchronized int allowed(int count, boolean upward) {
        AtomicLong passed = upward ? up : down;
        long limit = upward ? cutUp : cutDown;
        long before = passed.getAndAdd(count);
        if (before + count <= limit) {
            return count;
        }
        cutUp = Long.MAX_VALUE;
        cutDown = Long.MAX_VALUE;
        return (int) Math.max(0, limit - before);
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
