package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.Paper;
import banyan.acceptance.Receipt;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.acceptance.Tus;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.records.CentreRecords;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A paper in chunks: what is taken, what is refused, and where an upload stands afterwards. */
class UploadsTest {
    private static final int CHUNK = 64 * 1024;
    private static final byte[] NOTHING = {};

    private final TerminalAtTest terminal = House.terminal();
    private final byte[] page = TusAtTest.page(5 * CHUNK + 77);
    private final Submission submission = Cases.with(page);

    @Test
    void whatIsSpokenIsSaid() {
        Heard heard = terminal.unsigned("OPTIONS", "/api/v1/uploads", NOTHING, Map.of());
        assertEquals(204, heard.status());
        assertEquals("creation,checksum,termination", heard.headers().get("Tus-Extension"));
        assertEquals("sha256", heard.headers().get("Tus-Checksum-Algorithm"));
        assertEquals("200000000", heard.headers().get("Tus-Max-Size"));
        assertEquals("1.0.0", heard.headers().get("Tus-Version"));
    }

    @Test
    void aPaperInChunksBringsTheReceiptAndNoneBeforeTheLast() throws IOException {
        String upload = begun();
        for (int from = 0; from < page.length; from += CHUNK) {
            assertEquals(202, terminal.put(Cases.path(submission), submission).status());
            int to = Math.min(page.length, from + CHUNK);
            Heard heard = chunk(upload, from, Arrays.copyOfRange(page, from, to));
            assertEquals(204, heard.status());
            assertEquals(Integer.toString(to), heard.headers().get(Tus.OFFSET));
        }
        Heard receipt = terminal.put(Cases.path(submission), submission);
        assertEquals(201, receipt.status());
        assertEquals(List.of(Sha256.of(page)), receipt.as(Receipt.class).papers());
        CentreRecords records = House.centre().records();
        assertArrayEquals(
                page,
                records.bytes(
                        records.papers(House.TERMINAL, submission.id()).getFirst()));
        assertEquals(page.length, offset(upload), "an upload that is whole still says so");
        assertEquals(204, chunk(upload, page.length, NOTHING).status());
    }

    @Test
    void theSamePaperHasTheSameUploadHoweverOftenItIsBegun() {
        String upload = begun();
        chunk(upload, 0, Arrays.copyOf(page, CHUNK));
        Heard again = begin(submission.id(), Sha256.of(page), page.length);
        assertEquals(upload, again.headers().get("Location"));
        assertEquals(Integer.toString(CHUNK), again.headers().get(Tus.OFFSET));
    }

    @Test
    void rowsGoFirst() {
        assertEquals(
                "SUBMISSION-UNKNOWN",
                begin(submission.id(), Sha256.of(page), page.length).code());
    }

    @Test
    void onlyThePapersOfTheSubmissionAreTaken() {
        terminal.put(Cases.path(submission), submission);
        assertEquals(
                "PAPERS-INVALID",
                begin(submission.id(), Sha256.of(Cases.page("strange")), page.length).code());
        assertEquals(
                "PAPERS-INVALID",
                begin(submission.id(), Sha256.of(page), page.length + 1).code());
    }

    @Test
    void moreThanTwoHundredMillionBytesAreRefusedBeforeAnyIsSent() {
        terminal.put(Cases.path(submission), submission);
        assertEquals(
                "PAPERS-TOO-LARGE",
                begin(submission.id(), Sha256.of(page), Paper.MAX_TOTAL + 1).code());
        SubmissionId id = SubmissionId.random();
        List<Paper> papers = new ArrayList<>();
        for (int at = 1; at <= 7; at++) {
            Sha256 hash = Sha256.of(Cases.page("large " + at));
            papers.add(new Paper("proof", at, "image/jpeg", Paper.MAX_BYTES, hash));
        }
        Submission large = Cases.of(id, TestItems.FILING, "13850192671", papers);
        assertEquals("PAPERS-TOO-LARGE", terminal.put(Cases.path(large), large).code());
        Submission fits = Cases.of(id, TestItems.FILING, "13850192671", papers.subList(0, 6));
        assertEquals(202, terminal.put(Cases.path(fits), fits).status());
    }

    @Test
    void aChunkGoesWhereTheUploadHasComeToAndNowhereElse() {
        String upload = begun();
        chunk(upload, 0, Arrays.copyOf(page, CHUNK));
        for (int wrong : new int[] {0, 1, CHUNK - 1, CHUNK + 1, page.length}) {
            assertEquals("UPLOAD-OFFSET", chunk(upload, wrong, new byte[10]).code(), "at " + wrong);
        }
        assertEquals(CHUNK, offset(upload));
    }

    @Test
    void ofAChunkThatHasAnotherHashNothingIsKept() {
        String upload = begun();
        Map<String, String> headers = TusAtTest.headers(0, Sha256.of(TusAtTest.page(5)));
        assertEquals(
                "CHUNK-DIFFERS",
                terminal.unsigned("PATCH", upload, TusAtTest.page(CHUNK), headers).code());
        assertEquals(0, offset(upload));
        assertEquals(204, chunk(upload, 0, Arrays.copyOf(page, CHUNK)).status());
    }

    @Test
    void aChecksumThatCannotBeReadIsNoChecksum() {
        String upload = begun();
        for (String wrong : List.of("sha1 AAAA", "sha256", "sha256 AAAA", "sha256 ***", "md5 " + "A".repeat(43) + "=")) {
            Map<String, String> headers = new HashMap<>(TusAtTest.headers(0, Sha256.of(page)));
            headers.put(Tus.CHECKSUM, wrong);
            assertEquals(
                    "UPLOAD-MALFORMED",
                    terminal.unsigned("PATCH", upload, page, headers).code(),
                    wrong);
        }
        assertEquals(0, offset(upload));
    }

    @Test
    void aChunkIsNoLongerThanItMayBe() {
        String upload = begun();
        assertEquals(
                "BODY-TOO-LARGE", chunk(upload, 0, new byte[page.length + 1]).code());
        byte[] large = TusAtTest.page(Tus.MAX_CHUNK + 1);
        Submission other = Cases.with(large);
        terminal.put(Cases.path(other), other);
        String to = TusAtTest.location(begin(other.id(), Sha256.of(large), large.length));
        assertEquals("BODY-TOO-LARGE", chunk(to, 0, large).code());
        assertEquals(0, offset(to));
        assertEquals(204, chunk(to, 0, Arrays.copyOf(large, Tus.MAX_CHUNK)).status());
    }

    @Test
    void whatIsNoChunkIsRefused() {
        String upload = begun();
        Map<String, String> plain = new HashMap<>(TusAtTest.headers(0, Sha256.of(page)));
        plain.put("Content-Type", "application/octet-stream");
        assertEquals(415, terminal.unsigned("PATCH", upload, page, plain).status());
        Map<String, String> nowhere = new HashMap<>(TusAtTest.headers(0, Sha256.of(page)));
        nowhere.remove(Tus.OFFSET);
        assertEquals(415, terminal.unsigned("PATCH", upload, page, nowhere).status());
        Map<String, String> other = new HashMap<>(TusAtTest.headers(0, Sha256.of(page)));
        other.put(Tus.RESUMABLE, "0.2.2");
        Heard heard = terminal.unsigned("PATCH", upload, page, other);
        assertEquals("TUS-VERSION-UNKNOWN", heard.code());
        assertEquals("1.0.0", heard.headers().get("Tus-Version"));
        assertEquals(412, terminal.unsigned("HEAD", upload, NOTHING, Map.of()).status());
        assertEquals(0, offset(upload));
    }

    @Test
    void bytesThatAreNotThePapersBeginAnew() {
        String upload = begun();
        byte[] other = TusAtTest.page(page.length);
        other[0]++;
        assertEquals("PAPER-DIFFERS", chunk(upload, 0, other).code());
        assertEquals(0, offset(upload));
        assertEquals(202, terminal.put(Cases.path(submission), submission).status());
        assertEquals(204, chunk(upload, 0, page).status());
        assertEquals(201, terminal.put(Cases.path(submission), submission).status());
    }

    @Test
    void aTokenOfAnotherTerminalIsNoneForWhoeverSigns() throws IOException {
        String upload = begun();
        KeyPair keys = KeyFiles.newPair();
        House.centre().introduce("0555", keys.getPublic());
        TerminalAtTest other = new TerminalAtTest(House.centre(), "0555", keys, House.CLOCK);
        Map<String, String> headers = TusAtTest.headers(0, Sha256.of(page));
        assertEquals(
                "UPLOAD-UNKNOWN",
                other.send("PATCH", upload, page, Sha256.of(page), headers).code());
        assertEquals(
                404, other.send("HEAD", upload, NOTHING, Sha256.of(page), headers).status());
        assertEquals(
                404,
                other.send("DELETE", upload, NOTHING, Sha256.of(page), headers).status());
        assertEquals(
                204,
                terminal.send("PATCH", upload, page, Sha256.of(page), headers).status());
    }

    @Test
    void aSignatureThatIsGivenMustHold() {
        String upload = begun();
        Map<String, String> headers = TusAtTest.headers(0, Sha256.of(page));
        assertEquals(
                "SIGNATURE-INVALID",
                terminal.send("PATCH", upload, page, Sha256.of(NOTHING), headers).code());
        String unsigned = "/api/v1/submissions/" + submission.id() + "/uploads?hash=" + Sha256.of(page) + "&length=9";
        assertEquals(
                "TERMINAL-UNKNOWN",
                terminal.unsigned("POST", unsigned, NOTHING, headers).code());
        assertEquals(0, offset(upload));
    }

    @Test
    void aNameThatIsNoTokenIsNoUpload() throws IOException {
        List<String> tricks = List.of(
                "%2e%2e%2fincoming", "..%5cx", "00000000-0000-0000-0000-000000000000", "1-2-3-4-5", "%00", "a.b", "../incoming/x");
        for (String trick : tricks) {
            // As it stands, for a client would tidy the path; some do not even reach us, and are answered by nobody's key.
            try (Socket socket = new Socket("127.0.0.1", House.centre().port())) {
                TusAtTest.sendPart(socket, "/api/v1/uploads/" + trick, 1, new byte[1], Map.of(Tus.OFFSET, "0"));
                byte[] answer = new byte[12];
                assertEquals(12, socket.getInputStream().readNBytes(answer, 0, 12));
                String status = new String(answer, StandardCharsets.US_ASCII);
                assertTrue(status.matches("HTTP/1.1 40[04]"), trick + " " + status);
            }
        }
    }

    @Test
    void anUploadCanBeEndedAndBegunAgain() {
        String upload = begun();
        chunk(upload, 0, Arrays.copyOf(page, CHUNK));
        assertEquals(
                204, terminal.unsigned("DELETE", upload, NOTHING, TusAtTest.headers()).status());
        assertEquals(404, terminal.unsigned("HEAD", upload, NOTHING, TusAtTest.headers()).status());
        String again = begun();
        assertNotEquals(upload, again);
        assertEquals(0, offset(again));
    }

    @Test
    void ofTwoChunksAtOnceOneIsTaken() throws IOException {
        String upload = begun();
        try (Socket first = new Socket("127.0.0.1", House.centre().port())) {
            TusAtTest.sendPart(first, upload, page.length, Arrays.copyOf(page, CHUNK), Map.of(Tus.OFFSET, "0"));
            until(423, upload);
            assertEquals("UPLOAD-UNDER-WAY", chunk(upload, 0, page).code());
            OutputStream rest = first.getOutputStream();
            rest.write(page, CHUNK, page.length - CHUNK);
            rest.flush();
            byte[] answer = new byte[12];
            assertEquals(12, first.getInputStream().readNBytes(answer, 0, 12));
            assertEquals("HTTP/1.1 204", new String(answer, StandardCharsets.US_ASCII));
        }
        assertEquals(201, terminal.put(Cases.path(submission), submission).status());
    }

    @Test
    void ofAChunkThatBreaksOffWhatHasArrivedIsKeptWhereNoHashWasPromised() throws IOException {
        String upload = begun();
        try (Socket cut = new Socket("127.0.0.1", House.centre().port())) {
            TusAtTest.sendPart(cut, upload, page.length, Arrays.copyOf(page, 2 * CHUNK), Map.of(Tus.OFFSET, "0"));
            until(423, upload);
            cut.setSoLinger(true, 0);
        }
        until(200, upload);
        int kept = (int) offset(upload);
        assertTrue(kept <= 2 * CHUNK, "more was kept than was sent: " + kept);
        assertEquals(
                204, chunk(upload, kept, Arrays.copyOfRange(page, kept, page.length)).status());
        assertEquals(201, terminal.put(Cases.path(submission), submission).status());
    }

    @Test
    void ofAChunkThatBreaksOffNothingIsKeptWhereAHashWasPromised() throws IOException {
        String upload = begun();
        try (Socket cut = new Socket("127.0.0.1", House.centre().port())) {
            TusAtTest.sendPart(
                    cut,
                    upload,
                    page.length,
                    Arrays.copyOf(page, 2 * CHUNK),
                    Map.of(Tus.OFFSET, "0", Tus.CHECKSUM, Tus.checksum(Sha256.of(page))));
            until(423, upload);
            cut.setSoLinger(true, 0);
        }
        until(200, upload);
        assertEquals(0, offset(upload));
        assertEquals(204, chunk(upload, 0, page).status());
    }

    private String begun() {
        terminal.put(Cases.path(submission), submission);
        return TusAtTest.location(begin(submission.id(), Sha256.of(page), page.length));
    }

    private Heard begin(SubmissionId id, Sha256 hash, long length) {
        return TusAtTest.begin(terminal, id, hash, length);
    }

    private Heard chunk(String upload, int from, byte[] bytes) {
        return TusAtTest.chunk(terminal, upload, from, bytes);
    }

    private long offset(String upload) {
        return TusAtTest.offset(terminal, upload);
    }

    private void until(int status, String upload) {
        TusAtTest.until(terminal, status, upload);
    }
}
