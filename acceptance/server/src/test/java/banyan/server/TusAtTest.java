package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import banyan.acceptance.Tus;
import banyan.server.TerminalAtTest.Heard;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/** Uploads as a terminal speaks of them: begun, asked about, and brought on in chunks or in parts of one. */
final class TusAtTest {
    private static final byte[] NOTHING = {};

    private TusAtTest() {}

    static Heard begin(TerminalAtTest by, SubmissionId id, Sha256 hash, long length) {
        String path = "/api/v1/submissions/%s/uploads?hash=%s&length=%d".formatted(id, hash, length);
        return by.send("POST", path, NOTHING, Sha256.of(NOTHING), headers());
    }

    static String location(Heard begun) {
        assertEquals(201, begun.status());
        return String.valueOf(begun.headers().get("Location"));
    }

    static Heard chunk(TerminalAtTest by, String upload, int from, byte[] bytes) {
        return by.unsigned("PATCH", upload, bytes, headers(from, Sha256.of(bytes)));
    }

    static long offset(TerminalAtTest by, String upload) {
        Heard heard = by.unsigned("HEAD", upload, NOTHING, headers());
        assertEquals(200, heard.status());
        return Long.parseLong(String.valueOf(heard.headers().get(Tus.OFFSET)));
    }

    static Map<String, String> headers() {
        return Map.of(Tus.RESUMABLE, Tus.VERSION);
    }

    static Map<String, String> headers(int from, Sha256 hash) {
        return Map.of(
                Tus.RESUMABLE, Tus.VERSION,
                Tus.OFFSET, Integer.toString(from),
                Tus.CHECKSUM, Tus.checksum(hash),
                "Content-Type", Tus.CHUNK);
    }

    /** Waits until a question about the upload is answered so: somebody is at it, or nobody any more. */
    static void until(TerminalAtTest by, int status, String upload) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (by.unsigned("HEAD", upload, NOTHING, headers()).status() != status) {
            assertTrue(System.nanoTime() < end, "it was never answered " + status);
            Thread.onSpinWait();
        }
    }

    static void sendPart(Socket to, String upload, int length, byte[] part, Map<String, String> headers)
            throws IOException {
        StringBuilder head = new StringBuilder("PATCH " + upload + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: "
                + length + "\r\nContent-Type: " + Tus.CHUNK + "\r\n" + Tus.RESUMABLE + ": 1.0.0\r\n");
        headers.forEach((name, value) ->
                head.append(name).append(": ").append(value).append("\r\n"));
        OutputStream out = to.getOutputStream();
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        out.write(part);
        out.flush();
    }

    static byte[] page(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
