package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Request;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.server.TerminalAtTest.Heard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever keeps the centre waiting keeps nobody else waiting, and what is packed small is not unpacked. */
class SlowCrowdTest {
    private static final int GOOD = 20;

    private final TerminalAtTest terminal = House.terminal();
    private final List<Socket> crowd = new ArrayList<>();

    @AfterEach
    void goAway() throws IOException {
        for (Socket one : crowd) {
            one.close();
        }
    }

    private void send(String begun) {
        URI there = House.centre().address();
        try {
            Socket socket = new Socket(there.getHost(), there.getPort());
            crowd.add(socket);
            socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static long stored() {
        return House.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM submission").mapTo(Long.class).one());
    }

    private void theGoodAreServed(long before) {
        for (int at = 0; at < GOOD; at++) {
            Submission submission = Cases.with();
            Heard heard = terminal.put(Cases.path(submission), submission);
            assertEquals(201, heard.status(), heard.text());
        }
        assertEquals(before + GOOD, stored());
    }

    @Test
    void aThousandWhoDoNotEndTheirHeadersHoldUpNobody() {
        long before = stored();
        for (int at = 0; at < 1_000; at++) {
            send("PUT /api/v1/submissions/" + SubmissionId.random() + " HTTP/1.1\r\nHost: centre\r\n" + Request.TERMINAL + ": 01");
        }
        theGoodAreServed(before);
    }

    @Test
    void thoseWhoDoNotSendTheirBodiesHoldUpNobody() {
        long before = stored();
        for (int at = 0; at < 300; at++) {
            send("PUT /api/v1/submissions/" + SubmissionId.random()
                    + " HTTP/1.1\r\nHost: centre\r\nContent-Type: application/json\r\nContent-Length: 2000\r\n\r\n{");
        }
        theGoodAreServed(before);
    }

    @Test
    void thoseWhoNeverReadTheirAnswersHoldUpNobody() {
        long before = stored();
        String asked = "GET /openapi.yaml HTTP/1.1\r\nHost: centre\r\n\r\n".repeat(40);
        for (int at = 0; at < 200; at++) {
            send(asked);
        }
        theGoodAreServed(before);
    }

    @Test
    void whatIsPackedIsNotUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int megabyte = 0; megabyte < 50; megabyte++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        assertTrue(packed.size() < Request.MAX_JSON_BYTES, "small enough to be let in");
        long before = stored();
        Heard heard = terminal.send(
                "PUT",
                "/api/v1/submissions/" + SubmissionId.random(),
                packed.toByteArray(),
                Sha256.of(packed.toByteArray()),
                Map.of("Content-Encoding", "gzip"));
        assertEquals("MALFORMED", heard.code());
        assertEquals(before, stored());
    }
}
