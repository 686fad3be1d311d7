package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.Readiness;
import banyan.attest.Signer;
import banyan.server.TerminalAtTest.Heard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private static final OkHttpClient BROWSER = new OkHttpClient();

    private final TerminalAtTest terminal = House.terminal();
    private final UUID name = UUID.randomUUID();

    /** As few bytes as a signed PDF can have, made at this second of the evening. */
    private static byte[] report(String verdict, int second, PrivateKey key) {
        int room = 1600;
        String head = "%%PDF-1.7\n7 0 obj\n<< /Type /Sig /Reason (%s) /M (D:202611202046%02d+08'00') /ByteRange [0 "
                .formatted(verdict, second);
        int from = head.length() + 17 + "] /Contents ".length();
        byte[] after = " >>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        byte[] before = (head + "%05d %05d %05d".formatted(from, from + room + 2, after.length) + "] /Contents ")
                .getBytes(StandardCharsets.US_ASCII);
        var content = new ByteArrayOutputStream();
        content.writeBytes(before);
        content.writeBytes(after);
        String digits = HexFormat.of()
                .formatHex(new Signer(House.TERMINAL, key).sign(content.toByteArray()))
                .toUpperCase(Locale.ROOT);
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(before);
        whole.writeBytes(("<" + digits + "0".repeat(room - digits.length()) + ">").getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(after);
        return whole.toByteArray();
    }

    private static byte[] report(String verdict, int second) {
        return report(verdict, second, House.TERMINAL_KEYS.getPrivate());
    }

    private Heard put(byte[] pdf) {
        return terminal.put("/api/v1/readiness/" + name, pdf);
    }

    @Test
    void aSignedReportIsKeptAsItCame() {
        byte[] pdf = report("READY", 1);
        assertEquals(200, put(pdf).status());
        var kept = House.centre().records().readiness(name).orElseThrow();
        assertArrayEquals(pdf, kept.pdf());
        assertEquals("READY", kept.verdict());
        assertEquals(Instant.parse("2026-11-20T12:46:01Z"), kept.madeAt());
        assertEquals(House.TERMINAL, kept.terminal());
    }

    @Test
    void theSameReportAgainIsTheSame() {
        byte[] pdf = report("READY", 2);
        put(pdf);
        assertEquals(200, put(pdf).status());
        assertEquals(
                1,
                House.centre().records().readiness().stream()
                        .filter(one -> one.id().equals(name))
                        .count());
    }

    @Test
    void anotherReportUnderTheSameNameIsRefusedAndTheFirstStands() {
        put(report("READY", 3));
        Heard second = put(report("JOBS 2", 3));
        assertEquals(422, second.status());
        assertEquals("READINESS-DIFFERS", second.code());
        assertEquals("READY", House.centre().records().readiness(name).orElseThrow().verdict());
    }

    @Test
    void oneByteAlteredAfterSigningIsNotKept() {
        byte[] pdf = report("READY", 4);
        pdf[12] ^= 1;
        Heard heard = put(pdf);
        assertEquals(422, heard.status());
        assertEquals("READINESS-UNPROVEN", heard.code());
        assertTrue(House.centre().records().readiness(name).isEmpty());
    }

    @Test
    void whatAnotherKeyHasSignedIsNotTheTerminals() {
        assertEquals(
                "READINESS-UNPROVEN",
                put(report("READY", 5, KeyFiles.newPair().getPrivate())).code());
    }

    @Test
    void aReportHasABound() {
        assertEquals(413, put(new byte[Readiness.MAX_BYTES + 1]).status());
    }

    @Test
    void thePageListsATerminalsLatestReportAndOpensIt() throws IOException {
        put(report("READY", 10));
        UUID later = UUID.randomUUID();
        byte[] latest = report("JOBS 3", 50);
        terminal.put("/api/v1/readiness/" + later, latest);
        String page = new String(get("").body(), StandardCharsets.UTF_8);
        assertTrue(page.contains("/readiness/" + later));
        assertTrue(page.contains("还差 3 件"));
        assertFalse(page.contains("/readiness/" + name));
        Opened opened = get("readiness/" + later);
        assertEquals(Readiness.MEDIA_TYPE, opened.type());
        assertArrayEquals(latest, opened.body());
        assertEquals(404, get("readiness/" + UUID.randomUUID()).status());
    }

    private record Opened(int status, String type, byte[] body) {}

    private static Opened get(String path) throws IOException {
        Request request = new Request.Builder()
                .url(House.centre().address() + path)
                .header("Host", "127.0.0.1:" + House.centre().port())
                .build();
        try (Response response = BROWSER.newCall(request).execute()) {
            return new Opened(
                    response.code(), String.valueOf(response.header("Content-Type")), response.body().bytes());
        }
    }
}
