package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Missing;
import banyan.acceptance.Paper;
import banyan.acceptance.Request;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.records.CentreRecords;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PapersTest {
    private final TerminalAtTest terminal = House.terminal();
    private final CentreRecords records = House.centre().records();

    @Test
    void aPaperIsKeptAsItIs() throws IOException {
        byte[] page = new byte[3_000_000];
        new java.util.Random(7).nextBytes(page);
        SubmissionId id = SubmissionId.random();
        assertEquals(204, terminal.putPaper(id, page).status());
        CentreRecords.HeldPaper held = records.papers(House.TERMINAL, id).getFirst();
        assertArrayEquals(page, records.bytes(held));
    }

    @Test
    void aRepeatChangesNothing() {
        SubmissionId id = SubmissionId.random();
        terminal.putPaper(id, Cases.page("again"));
        assertEquals(204, terminal.putPaper(id, Cases.page("again")).status());
        assertEquals(1, records.papers(House.TERMINAL, id).size());
    }

    @Test
    void tenAtOnceAreOnePaper() throws InterruptedException, ExecutionException {
        SubmissionId id = SubmissionId.random();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Heard>> answers = java.util.stream.IntStream.range(0, 10)
                    .mapToObj(_ -> threads.submit(() -> terminal.putPaper(id, Cases.page("at once"))))
                    .toList();
            for (Future<Heard> answer : answers) {
                assertEquals(204, answer.get().status());
            }
        }
        assertEquals(1, records.papers(House.TERMINAL, id).size());
    }

    @Test
    void bytesThatAreNotThoseOfTheHashAreRefusedAndForgotten() {
        SubmissionId id = SubmissionId.random();
        Heard heard = terminal.putPaper(id, Sha256.of(Cases.page("said")), Cases.page("sent"));
        assertEquals("PAPER-DIFFERS", heard.code());
        assertTrue(records.papers(House.TERMINAL, id).isEmpty());
    }

    @Test
    void anEmptyPaperIsNoPaper() {
        assertEquals(422, terminal.putPaper(SubmissionId.random(), new byte[0]).status());
    }

    @Test
    void moreThanThirtyMillionBytesAreRefused() {
        byte[] large = new byte[(int) Paper.MAX_BYTES + 1];
        assertEquals(
                "BODY-TOO-LARGE",
                terminal.putPaper(SubmissionId.random(), large).code());
    }

    @Test
    void aPaperOfOneSubmissionIsNotHereForAnother() {
        byte[] page = Cases.page("the same page");
        Submission other = Cases.with(page);
        terminal.putPaper(SubmissionId.random(), page);
        assertEquals(
                new Missing(List.of(Sha256.of(page))),
                terminal.put(Cases.path(other), other).as(Missing.class));
    }

    @Test
    void aPaperWhoseFileIsGoneIsAskedForAgain(@TempDir Path folder) throws IOException {
        byte[] page = Cases.page("lost");
        Submission submission = Cases.with(page);
        try (Centre centre = Centre.start(House.settings(folder), House.ITEMS)) {
            centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
            TerminalAtTest there = new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
            there.putPaper(submission.id(), page);
            String id = submission.id().toString();
            Files.delete(folder.resolve("papers")
                    .resolve(House.TERMINAL)
                    .resolve(id.substring(0, 2))
                    .resolve(id)
                    .resolve(Sha256.of(page).hex()));
            assertEquals(202, there.put(Cases.path(submission), submission).status());
        }
    }

    @Test
    void whereTheDiskIsFullNothingIsPromised(@TempDir Path folder) throws IOException {
        SubmissionId id = SubmissionId.random();
        CentreSettings full = House.settings(folder).withPaperReserve(Long.MAX_VALUE / 2);
        try (Centre centre = Centre.start(full, House.ITEMS)) {
            centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
            TerminalAtTest there = new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
            Heard heard = there.putPaper(id, Cases.page("no room"));
            assertEquals("STORE-FULL", heard.code());
            assertTrue(Integer.parseInt(String.valueOf(heard.headers().get("Retry-After"))) > 0);
            assertTrue(centre.records().papers(House.TERMINAL, id).isEmpty());
        }
    }

    @Test
    void aPaperThatBreaksOffLeavesNothing() throws IOException {
        byte[] page = Cases.page("a page of which only the beginning arrives");
        SubmissionId id = SubmissionId.random();
        try (Socket socket = new Socket("127.0.0.1", House.centre().port())) {
            OutputStream out = socket.getOutputStream();
            out.write(head(id, page, "").getBytes(StandardCharsets.US_ASCII));
            out.write(page, 0, 10);
            out.flush();
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertFalse(answer.startsWith("HTTP/1.1 2"), "half a paper was taken for a whole one");
        }
        assertTrue(records.papers(House.TERMINAL, id).isEmpty());
    }

    @Test
    void aStrangerIsSentAwayBeforeTheBodyIsSent() throws IOException {
        byte[] page = Cases.page("never sent");
        try (Socket socket = new Socket("127.0.0.1", House.centre().port())) {
            String head = head(SubmissionId.random(), page, "Expect: 100-continue\r\n")
                    .replace(Request.TERMINAL + ": " + House.TERMINAL, Request.TERMINAL + ": 9999");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            byte[] answer = new byte[12];
            assertEquals(12, socket.getInputStream().readNBytes(answer, 0, 12));
            assertEquals("HTTP/1.1 401", new String(answer, StandardCharsets.US_ASCII));
        }
    }

    private static String head(SubmissionId id, byte[] page, String more) {
        String path = "/api/v1/submissions/" + id + "/papers/" + Sha256.of(page);
        String date = Long.toString(House.CLOCK.instant().getEpochSecond());
        byte[] signed = new Request("PUT", path, date, Sha256.of(page)).signedBytes();
        String signature = Base64.getEncoder().encodeToString(Signing.sign(House.TERMINAL_KEYS.getPrivate(), signed));
        return "PUT " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + page.length + "\r\n"
                + Request.TERMINAL + ": " + House.TERMINAL + "\r\n"
                + Request.DATE + ": " + date + "\r\n"
                + Request.SIGNATURE + ": " + signature + "\r\n" + more + "\r\n";
    }
}
