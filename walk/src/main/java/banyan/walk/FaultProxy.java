package banyan.walk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The line between the terminal and the centre: a TCP relay that can be cut before, in or after a request, or be slow or lossy.
 * Faults happen at bytes and requests, never at times, so that a journey meets the same one each time.
 */
final class FaultProxy implements AutoCloseable {
    /** What the line is like. */
    enum Line {
        UP,
        /** Connections are refused; open ones are cut. */
        DOWN,
        /** 20 ms for every 4 KiB. */
        SLOW,
        /** Every third connection is reset after its first 2 KiB. */
        LOSSY,
        /** The next submission is cut in the middle of its request. */
        CUT_IN_REQUEST,
        /** The next submission or appointment reaches the centre whole, and its answer is lost; then the line stays down. */
        CUT_BEFORE_ANSWER,
        /** The next question how a case stands does not reach the centre; then the line stays down. */
        CUT_BEFORE_PROGRESS,
        /** The next chunk of an upload that is not its first is cut in the middle; then the line stays down. */
        CUT_IN_CHUNK
    }

    private static final int CHUNK = 4096;
    private static final int LOSSY_BYTES = 2048;
    private static final byte[] SUBMISSION = "PUT /api/v1/submissions/".getBytes(StandardCharsets.ISO_8859_1);
    private static final String APPOINTMENT = "PUT /api/v1/appointments/";
    private static final String PROGRESS = "POST /api/v1/progress ";
    private static final String UPLOAD = "PATCH /api/v1/uploads/";
    private static final int BEFORE_CUT = 64 << 10;

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Line line = Line.UP;

    FaultProxy(int targetPort) throws IOException {
        target = targetPort;
        server = new ServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        Thread.ofVirtual().name("line").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void become(Line next) {
        line = next;
        if (next == Line.DOWN) {
            open.forEach(FaultProxy::reset);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket terminal = server.accept();
                if (line == Line.DOWN) {
                    reset(terminal);
                    continue;
                }
                relay(terminal, connections.incrementAndGet());
            } catch (IOException closed) {
                // Either the proxy ends, or one connection did; the loop's condition tells which.
            }
        }
    }

    private void relay(Socket terminal, int number) throws IOException {
        Socket centre = new Socket();
        try {
            centre.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2000);
        } catch (IOException unreachable) {
            centre.close();
            reset(terminal);
            return;
        }
        open.add(terminal);
        open.add(centre);
        Exchange exchange = new Exchange(terminal, centre, number);
        Thread.ofVirtual().name("line-up").start(() -> exchange.pump(terminal, centre, true));
        Thread.ofVirtual().name("line-down").start(() -> exchange.pump(centre, terminal, false));
    }

    private final class Exchange {
        private final Socket terminal;
        private final Socket centre;
        private final int number;
        private volatile boolean answerLost;

        /** How much more of a chunk passes before it is cut. */
        private long beforeCut = Long.MAX_VALUE;

        Exchange(Socket terminal, Socket centre, int number) {
            this.terminal = terminal;
            this.centre = centre;
            this.number = number;
        }

        void pump(Socket from, Socket to, boolean request) {
            byte[] bytes = new byte[CHUNK];
            long passed = 0;
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                    if (request && startsSubmission(bytes, count) && cutInRequest(out, bytes, count)) {
                        return;
                    }
                    if (request && (cutInChunk(bytes, count) || cutBeforeProgress(bytes, count))) {
                        return;
                    }
                    if (!request && answerLost) {
                        line = Line.DOWN;
                        return;
                    }
                    if (line == Line.SLOW) {
                        Thread.sleep(20);
                    }
                    passed += count;
                    if (line == Line.LOSSY && number % 3 == 0 && passed > LOSSY_BYTES) {
                        return;
                    }
                    out.write(bytes, 0, count);
                    out.flush();
                }
            } catch (IOException cut) {
                // The other side went away: so does this one.
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            } finally {
                reset(terminal);
                reset(centre);
                open.remove(terminal);
                open.remove(centre);
            }
        }

        private boolean cutBeforeProgress(byte[] bytes, int count) {
            boolean cut = line == Line.CUT_BEFORE_PROGRESS
                    && new String(bytes, 0, count, StandardCharsets.ISO_8859_1).startsWith(PROGRESS);
            if (cut) {
                // On every connection: whoever asks again does so on another one that is still open.
                become(Line.DOWN);
            }
            return cut;
        }

        private boolean cutInChunk(byte[] bytes, int count) {
            if (line == Line.CUT_IN_CHUNK && continuesUpload(bytes, count)) {
                beforeCut = BEFORE_CUT;
            }
            if (beforeCut == Long.MAX_VALUE) {
                return false;
            }
            beforeCut -= count;
            if (beforeCut > 0) {
                return false;
            }
            line = Line.DOWN;
            return true;
        }

        /** Whether the connection was cut here. */
        private boolean cutInRequest(OutputStream out, byte[] bytes, int count) throws IOException {
            if (line == Line.CUT_BEFORE_ANSWER) {
                answerLost = true;
            }
            if (line != Line.CUT_IN_REQUEST) {
                return false;
            }
            out.write(bytes, 0, count / 2);
            out.flush();
            line = Line.DOWN;
            return true;
        }
    }

    private static boolean continuesUpload(byte[] bytes, int count) {
        String head = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
        return head.startsWith(UPLOAD) && !head.toLowerCase(Locale.ROOT).contains("upload-offset: 0\r\n");
    }

    /** Only the submission itself, not its papers: their path goes on behind the id. */
    private static boolean startsSubmission(byte[] bytes, int count) {
        if (new String(bytes, 0, count, StandardCharsets.ISO_8859_1).startsWith(APPOINTMENT)) {
            return true;
        }
        if (count < SUBMISSION.length) {
            return false;
        }
        for (int i = 0; i < SUBMISSION.length; i++) {
            if (bytes[i] != SUBMISSION[i]) {
                return false;
            }
        }
        String head = new String(bytes, 0, Math.min(count, 160), StandardCharsets.ISO_8859_1);
        return !head.substring(0, head.indexOf('\r')).contains("/papers/");
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException already) {
            // It is closed, which is all that was wanted.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(FaultProxy::reset);
    }
}
