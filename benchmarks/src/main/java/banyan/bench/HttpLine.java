package banyan.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection on which requests that were written beforehand are sent one after the other. No library: what the client costs
 * would be taken from the server on the same processors, and counted against it.
 */
final class HttpLine implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;

    HttpLine(URI to) throws IOException {
        socket = new Socket(to.getHost(), to.getPort());
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), 8192);
    }

    /** What was answered. */
    record Answer(int status, byte[] body) {}

    Answer send(byte[] request) throws IOException {
        out.write(request);
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        return new Answer(status, in.readNBytes(length));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("the centre hung up");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    /** A request as it goes over the wire. */
    static byte[] request(String method, String path, String headers, byte[] body) {
        byte[] head = "%s %s HTTP/1.1\r\nHost: centre\r\n%sContent-Length: %d\r\n\r\n"
                .formatted(method, path, headers, body.length)
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
