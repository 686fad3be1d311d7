package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
    private static final int CHUNK = 64 * 1024;
    private static final byte[] NOTHING = {};

    private final TerminalAtTest terminal = House.terminal();
    private final byte[] page = page(5 * CHUNK + 77);
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
        Map<String, String> headers = headers(0, Sha256.of(page(5)));
        assertEquals(
                "CHUNK-DIFFERS",
                terminal.unsigned("PATCH", upload, page(CHUNK), headers).code());
        assertEquals(0, offset(upload));
        assertEquals(204, chunk(upload, 0, Arrays.copyOf(page, CHUNK)).status());
    }

    @Test
    void aChecksumThatCannotBeReadIsNoChecksum() {
        String upload = begun();
        for (String wrong : List.of("sha1 AAAA", "sha256", "sha256 AAAA", "sha256 ***", "md5 " + "A".repeat(43) + "=")) {
            Map<String, String> headers = new HashMap<>(headers(0, Sha256.of(page)));
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
        byte[] large = page(Tus.MAX_CHUNK + 1);
        Submission other = Cases.with(large);
        terminal.put(Cases.path(other), other);
        String to = location(begin(other.id(), Sha256.of(large), large.length));
        assertEquals("BODY-TOO-LARGE", chunk(to, 0, large).code());
        assertEquals(0, offset(to));
        assertEquals(204, chunk(to, 0, Arrays.copyOf(large, Tus.MAX_CHUNK)).status());
    }

    @Test
    void whatIsNoChunkIsRefused() {
        String upload = begun();
        Map<String, String> plain = new HashMap<>(headers(0, Sha256.of(page)));
        plain.put("Content-Type", "application/octet-stream");
        assertEquals(415, terminal.unsigned("PATCH", upload, page, plain).status());
        Map<String, String> nowhere = new HashMap<>(headers(0, Sha256.of(page)));
        nowhere.remove(Tus.OFFSET);
        assertEquals(415, terminal.unsigned("PATCH", upload, page, nowhere).status());
        Map<String, String> other = new HashMap<>(headers(0, Sha256.of(page)));
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
        byte[] other = page(page.length);
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
        Map<String, String> headers = headers(0, Sha256.of(page));
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
        Map<String, String> headers = headers(0, Sha256.of(page));
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
                sendPart(socket, "/api/v1/uploads/" + trick, 1, new byte[1], Map.of(Tus.OFFSET, "0"));
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
                204, terminal.unsigned("DELETE", upload, NOTHING, headers()).status());
        assertEquals(404, terminal.unsigned("HEAD", upload, NOTHING, headers()).status());
        String again = begun();
        assertNotEquals(upload, again);
        assertEquals(0, offset(again));
    }

    @Test
    void ofTwoChunksAtOnceOneIsTaken() throws IOException {
        String upload = begun();
        try (Socket first = new Socket("127.0.0.1", House.centre().port())) {
            sendPart(first, upload, page.length, Arrays.copyOf(page, CHUNK), Map.of(Tus.OFFSET, "0"));
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
            sendPart(cut, upload, page.length, Arrays.copyOf(page, 2 * CHUNK), Map.of(Tus.OFFSET, "0"));
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
            sendPart(
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

    @Test
    void aRestartKeepsWhatWasPromisedAndNothingElse(@TempDir Path folder) throws IOException {
        String upload = "";
        for (int from = 0; from < page.length; from += CHUNK) {
            try (Centre centre = Centre.start(House.settings(folder), House.ITEMS)) {
                centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
                TerminalAtTest there = new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
                there.put(Cases.path(submission), submission);
                Heard begun = begin(there, submission.id(), Sha256.of(page), page.length);
                assertTrue(upload.isEmpty() || upload.equals(location(begun)));
                upload = location(begun);
                assertEquals(from, offset(there, upload));
                byte[] chunk = Arrays.copyOfRange(page, from, Math.min(page.length, from + CHUNK));
                assertEquals(204, chunk(there, upload, from, chunk).status());
                if (from + CHUNK >= page.length) {
                    assertEquals(
                            201, there.put(Cases.path(submission), submission).status());
                }
            }
            // As if the centre had died in the middle of the next chunk: its bytes are there, and no row speaks of them.
            try (Stream<Path> files = Files.list(folder.resolve("papers/.uploads"))) {
                for (Path file : files.toList()) {
                    Files.write(file, new byte[1000], java.nio.file.StandardOpenOption.APPEND);
                }
            }
        }
    }

    @Test
    void aFileThatIsShorterThanItsRowCounts(@TempDir Path folder) throws IOException {
        try (Centre centre = Centre.start(House.settings(folder), House.ITEMS)) {
            centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
            TerminalAtTest there = new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
            there.put(Cases.path(submission), submission);
            String upload = location(begin(there, submission.id(), Sha256.of(page), page.length));
            chunk(there, upload, 0, Arrays.copyOf(page, 2 * CHUNK));
            Path file = folder.resolve("papers/.uploads").resolve(upload.substring(upload.lastIndexOf('/') + 1));
            Files.write(file, Arrays.copyOf(page, CHUNK));
            assertEquals(CHUNK, offset(there, upload));
            byte[] rest = Arrays.copyOfRange(page, CHUNK, page.length);
            assertEquals(204, chunk(there, upload, CHUNK, rest).status());
            assertFalse(Files.exists(file));
        }
    }

    @Test
    void whereTheDiskIsFullNothingIsBegun(@TempDir Path folder) throws IOException {
        CentreSettings full = House.settings(folder).withPaperReserve(Long.MAX_VALUE / 2);
        try (Centre centre = Centre.start(full, House.ITEMS)) {
            centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
            TerminalAtTest there = new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
            there.put(Cases.path(submission), submission);
            assertEquals(
                    "STORE-FULL",
                    begin(there, submission.id(), Sha256.of(page), page.length).code());
        }
    }

    @Test
    void aTerminalHasNoMoreThanAFewOpenAndAnAbandonedOneIsForgotten(@TempDir Path folder) throws IOException {
        KeyPair keys = KeyFiles.newPair();
        try (Centre centre = Centre.start(House.settings(folder), House.ITEMS)) {
            centre.introduce(House.TERMINAL, keys.getPublic());
            TerminalAtTest there = new TerminalAtTest(centre, House.TERMINAL, keys, House.CLOCK);
            List<Paper> papers = new ArrayList<>();
            for (int at = 1; at <= 40; at++) {
                papers.add(new Paper("proof", at, "image/jpeg", 2_000_000, Sha256.of(Cases.page("open " + at))));
            }
            Submission many = Cases.of(SubmissionId.random(), TestItems.FILING, "13850192671", papers);
            there.put(Cases.path(many), many);
            Instant before = House.NOW.get();
            try {
                // So late that what other tests have begun is over, and so is what is begun here next time.
                House.NOW.set(before.plus(Duration.ofDays(8)));
                List<Heard> begun = papers.stream()
                        .map(paper -> begin(there, many.id(), paper.hash(), paper.size()))
                        .toList();
                assertEquals(32, begun.stream().filter(one -> one.status() == 201).count());
                assertEquals("UPLOADS-TOO-MANY", begun.getLast().code());
                House.NOW.set(before.plus(Duration.ofDays(16)));
                Paper last = papers.getLast();
                assertEquals(
                        201, begin(there, many.id(), last.hash(), last.size()).status());
                assertEquals(
                        404,
                        there.unsigned("HEAD", location(begun.getFirst()), NOTHING, headers())
                                .status());
            } finally {
                House.NOW.set(before);
            }
        }
    }

    private String begun() {
        terminal.put(Cases.path(submission), submission);
        return location(begin(submission.id(), Sha256.of(page), page.length));
    }

    private Heard begin(SubmissionId id, Sha256 hash, long length) {
        return begin(terminal, id, hash, length);
    }

    static Heard begin(TerminalAtTest by, SubmissionId id, Sha256 hash, long length) {
        String path = "/api/v1/submissions/%s/uploads?hash=%s&length=%d".formatted(id, hash, length);
        return by.send("POST", path, NOTHING, Sha256.of(NOTHING), headers());
    }

    static String location(Heard begun) {
        assertEquals(201, begun.status());
        return String.valueOf(begun.headers().get("Location"));
    }

    private Heard chunk(String upload, int from, byte[] bytes) {
        return chunk(terminal, upload, from, bytes);
    }

    static Heard chunk(TerminalAtTest by, String upload, int from, byte[] bytes) {
        return by.unsigned("PATCH", upload, bytes, headers(from, Sha256.of(bytes)));
    }

    private long offset(String upload) {
        return offset(terminal, upload);
    }

    static long offset(TerminalAtTest by, String upload) {
        Heard heard = by.unsigned("HEAD", upload, NOTHING, headers());
        assertEquals(200, heard.status());
        return Long.parseLong(String.valueOf(heard.headers().get(Tus.OFFSET)));
    }

    private static Map<String, String> headers() {
        return Map.of(Tus.RESUMABLE, Tus.VERSION);
    }

    private static Map<String, String> headers(int from, Sha256 hash) {
        return Map.of(
                Tus.RESUMABLE, Tus.VERSION,
                Tus.OFFSET, Integer.toString(from),
                Tus.CHECKSUM, Tus.checksum(hash),
                "Content-Type", Tus.CHUNK);
    }

    /** Waits until a question about the upload is answered so: somebody is at it, or nobody any more. */
    private void until(int status, String upload) {
        until(terminal, status, upload);
    }

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
