package banyan.server.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.server.SharedHouse;
import banyan.server.store.Retry;
import banyan.server.wire.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {
    private static final String PHONE = "13850192671";
    private static final Instant THEN = Instant.parse("2026-11-20T12:46:00Z");
    private static final NoticePlan PLAN =
            new NoticePlan(Optional.empty(), Map.of("APPOINTMENT-BOOKED", "您已预约 {when}，{hall}。"));

    private final Jdbi rows = SharedHouse.database().jdbi();
    private final Notices notices = new Notices(PLAN, new byte[32]);
    private final AtomicReference<Instant> now = new AtomicReference<>(THEN);
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path folder;

    @BeforeEach
    @AfterEach
    void nothingWaits() {
        rows.useHandle(handle -> handle.execute("TRUNCATE notice"));
    }

    private void queue(String about) {
        rows.useTransaction(handle ->
                notices.queue(handle, "APPOINTMENT-BOOKED", about, PHONE, Map.of("when", "11月23日 09:00", "hall", "鼓楼大厅"), now.get()));
    }

    private Postman by(Channel channel) {
        return new Postman(rows, notices, channel, now::get);
    }

    private NoticeDesk.Standing standing() {
        return rows.withHandle(handle -> new NoticeDesk.Standing(notices.waiting(handle), notices.dead(handle, 10)));
    }

    /** A small gateway that answers with these states, the last of them from then on. */
    private HttpServer gateway(Integer... statuses) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/messages", exchange -> heard(exchange, statuses));
        server.start();
        return server;
    }

    private void heard(HttpExchange exchange, Integer... statuses) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
        exchange.sendResponseHeaders(statuses[Math.min(keys.size(), statuses.length) - 1], -1);
        exchange.close();
    }

    private static URI at(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/messages");
    }

    @Test
    void aMessageGoesToTheGatewayOnceAndNothingOfItIsKept() throws IOException {
        HttpServer server = gateway(202);
        queue("one");
        queue("one");
        assertEquals(1, by(new Webhook(at(server))).round());
        assertEquals(0, by(new Webhook(at(server))).round());
        server.stop(0);
        assertEquals(1, bodies.size());
        assertTrue(bodies.getFirst().contains("您已预约 11月23日 09:00，鼓楼大厅。"));
        assertTrue(bodies.getFirst().contains(PHONE));
        int left = rows.withHandle(handle -> handle.createQuery("SELECT length(sealed) FROM notice WHERE state = 'SENT'")
                .mapTo(Integer.class)
                .one());
        assertEquals(0, left);
    }

    @Test
    void whatTheGatewayCannotTakeNowIsTriedAgainUnderTheSameNameAndLaterEachTime() throws IOException {
        HttpServer server = gateway(503, 429, 200);
        Postman postman = by(new Webhook(at(server)));
        queue("one");
        assertEquals(0, postman.round());
        now.set(THEN.plus(Retry.FIRST_WAIT).minusSeconds(1));
        assertEquals(0, postman.round());
        assertEquals(1, keys.size(), "it came before its time");
        now.set(THEN.plus(Retry.FIRST_WAIT));
        assertEquals(0, postman.round());
        now.set(THEN.plus(Retry.FIRST_WAIT.multipliedBy(3)));
        assertEquals(1, postman.round());
        server.stop(0);
        assertEquals(3, keys.size());
        assertEquals(1, keys.stream().distinct().count());
    }

    @Test
    void whatTheGatewayRefusesIsDeadAndIsSentWhenSomebodySaysSo() throws IOException {
        HttpServer server = gateway(400, 200);
        Postman postman = by(new Webhook(at(server)));
        queue("one");
        postman.round();
        Notices.Dead dead = standing().dead().getFirst();
        assertEquals("GATEWAY-400", dead.code());
        now.set(THEN.plus(Duration.ofDays(3)));
        assertEquals(0, postman.round());
        rows.useTransaction(handle -> assertTrue(notices.again(handle, dead.id(), now.get())));
        assertEquals(1, postman.round());
        server.stop(0);
        assertEquals(new NoticeDesk.Standing(0, List.of()), standing());
    }

    @Test
    void aGatewayThatIsAwayForGoodLeavesADeadLetterAndNothingForgotten() {
        queue("one");
        Postman postman = by(_ -> new Channel.Delivery.Later("GATEWAY-AWAY"));
        for (int tried = 0; tried < Retry.MOST_TRIES; tried++) {
            assertEquals(1, standing().waiting());
            postman.round();
            now.set(now.get().plus(Retry.LONGEST_WAIT));
        }
        assertEquals(Retry.MOST_TRIES, standing().dead().getFirst().tries());
    }

    @Test
    void whoeverEndsBetweenSendingAndWritingItDownSendsItAgainUnderTheSameNameAndAnotherOnlyAfterAWhile() {
        queue("one");
        List<Notice> sent = new ArrayList<>();
        Postman killed = by(notice -> {
            sent.add(notice);
            throw new IllegalStateException("killed");
        });
        assertThrows(IllegalStateException.class, killed::round);
        Channel gateway = notice -> {
            sent.add(notice);
            return new Channel.Delivery.Taken();
        };
        assertEquals(0, by(gateway).round(), "taken from whoever may still be sending it");
        now.set(THEN.plus(Notices.LEASE));
        assertEquals(1, by(gateway).round());
        assertEquals(sent.get(0), sent.get(1));
        assertEquals(2, sent.size());
    }

    @Test
    void whatWaitsIsSealed() {
        queue("one");
        String row = rows.withHandle(handle -> handle.createQuery("SELECT encode(sealed, 'escape') || notice::text FROM notice")
                .mapTo(String.class)
                .one());
        assertFalse(row.contains(PHONE));
    }

    @Test
    void whatCannotBeOpenedIsDeadAndHoldsUpNobody() {
        rows.useTransaction(handle -> new Notices(PLAN, "another key of thirty-two bytes!".getBytes(StandardCharsets.US_ASCII))
                .queue(handle, "APPOINTMENT-BOOKED", "before", PHONE, Map.of(), THEN.minusSeconds(1)));
        queue("one");
        assertEquals(1, by(_ -> new Channel.Delivery.Taken()).round());
        assertEquals("NOT-OPENED", standing().dead().getFirst().code());
    }

    @Test
    void aFileIsASampleAndSaysSo() throws IOException {
        queue("one");
        assertEquals(1, by(new Spool(folder.resolve("notices"))).round());
        try (var files = Files.list(folder.resolve("notices"))) {
            List<Path> all = files.toList();
            assertEquals(1, all.size());
            assertFalse(all.getFirst().getFileName().toString().contains(PHONE));
            assertTrue(Json.read(Files.readAllBytes(all.getFirst()), Spool.Sample.class)
                    .orElseThrow()
                    .sample()
                    .contains("A sample"));
        }
    }

    @Test
    void aTemplateSaysNoMoreThanItMayAndOneThatIsNotThereSendsNothing() throws IOException {
        rows.useTransaction(handle -> notices.queue(handle, "APPOINTMENT-CHANGED", "one", PHONE, Map.of(), now.get()));
        assertEquals(0, standing().waiting());
        Path file = folder.resolve("notices.json");
        assertEquals(NoticePlan.NONE, NoticePlan.in(file));
        for (String wrong : List.of(
                "{\"templates\": {\"APPOINTMENT-BOOKED\": \"{name}, come\"}}",
                "{\"templates\": {\"APPOINTMENT-BOOKED\": \"{code}\"}}",
                "{\"webhook\": \"file:/x\", \"templates\": {}}",
                "{}")) {
            Files.writeString(file, wrong);
            assertThrows(IOException.class, () -> NoticePlan.in(file), wrong);
        }
        Files.writeString(file, "{\"webhook\": \"https://gateway.example/messages\", \"templates\": {\"APPOINTMENT-BOOKED\": \"{when} {hall}\"}}");
        assertEquals(Optional.of("a b"), NoticePlan.in(file).text("APPOINTMENT-BOOKED", Map.of("when", "a", "hall", "b")));
    }
}
