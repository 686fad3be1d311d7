package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.CertificateOrder;
import banyan.acceptance.Problem;
import banyan.server.TerminalAtTest.Heard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A centre that asks a department which is not there. */
class DepartmentsTest {
    @TempDir
    Path folder;

    @Test
    void aDepartmentThatIsAwayIsToldAsSuchAndNotedAndNothingIsIssued() throws IOException {
        Path departments = Files.createDirectory(folder.resolve("departments"));
        Files.writeString(departments.resolve("payments-office.json"), """
                {"url": "http://127.0.0.1:%d/query", "deadlineMillis": 3000, "atOnce": 2, "restSeconds": 5, "mostBytes": 10000,
                 "items": {"%s": {"ask": {"idNo": "citizen"}, "values": {}, "tables": {}}}}
                """.formatted(closedPort(), TestItems.PRINTING));
        CentreSettings settings = House.settings(folder).withEngine(Engine.USUAL.withProviders(departments));
        UUID request = UUID.randomUUID();
        try (Centre centre = Centre.start(settings, House.ITEMS)) {
            centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
            TerminalAtTest terminal = new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
            CertificateOrder order = new CertificateOrder(
                    TestItems.PRINTING, "张三丰", Cases.CITIZEN, new TreeMap<>(Map.of("from", "2026-01", "to", "2026-10")));
            Heard heard = terminal.put("/api/v1/certificates/" + request, order);
            assertEquals("PROVIDER-AWAY", heard.code());
            assertEquals(503, heard.status());
            assertTrue(heard.as(Problem.class).retryAfterSeconds().orElseThrow() >= 10);
        }
        assertEquals(List.of("CERTIFICATE payments-office UNREACHED"), rows("""
                SELECT purpose || ' ' || provider || ' ' || outcome FROM lookup WHERE about = :request
                """, request));
        assertEquals(List.of(), rows("SELECT number FROM certificate WHERE request = :request", request));
    }

    private static List<String> rows(String sql, UUID request) {
        return House.database()
                .jdbi()
                .withHandle(handle ->
                        handle.createQuery(sql).bind("request", request).mapTo(String.class).list());
    }

    private static int closedPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return taken.getLocalPort();
        }
    }
}
