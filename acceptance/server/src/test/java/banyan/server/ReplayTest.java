package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.ProgressQuery;
import banyan.acceptance.Refusal;
import banyan.acceptance.Request;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.acceptance.TerminalHeartbeat;
import banyan.acceptance.TerminalHeartbeat.Service;
import banyan.cache.Centre;
import banyan.cache.CentreClient;
import banyan.cache.Reply;
import banyan.cache.Terminal;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.staff.Role;
import banyan.server.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a captured request is good for: nothing, where that matters; and that an honest repeat is harmless. */
class ReplayTest {
    private static final Instant NOW = House.NOW.get();
    private final KeyPair keys = KeyFiles.newPair();

    @AfterEach
    void clock() {
        House.NOW.set(NOW);
    }

    /** About a case that is not there; each about another, for after some tries nothing is looked up for a while. */
    private static ProgressQuery about(String terminal) {
        return new ProgressQuery("35012609" + terminal, "00000000");
    }

    private okhttp3.Request question(String terminal) {
        return captured(House.centre(), terminal, "POST", "/api/v1/progress", Json.write(about(terminal)));
    }

    /** As it went over the line. */
    private okhttp3.Request captured(banyan.server.Centre centre, String number, String method, String path, byte[] body) {
        String date = Long.toString(House.NOW.get().getEpochSecond());
        byte[] signed = new Request(method, path, date, Sha256.of(body)).signedBytes();
        return new okhttp3.Request.Builder()
                .url(centre.address().resolve(path).toString())
                .method(method, RequestBody.create(body))
                .header(Request.TERMINAL, number)
                .header(Request.DATE, date)
                .header(Request.SIGNATURE, Base64.getEncoder().encodeToString(Signing.sign(keys.getPrivate(), signed)))
                .build();
    }

    private TerminalAtTest introduced(String number) throws IOException {
        House.centre().introduce(number, keys.getPublic());
        return new TerminalAtTest(House.centre(), number, keys, House.CLOCK);
    }

    @Test
    void whatAsksIsAnsweredAgainWithinSecondsAndNeverAfterAtAnyCentre(@TempDir Path folder) throws IOException {
        TerminalAtTest line = introduced("0821");
        okhttp3.Request question = question("0821");
        assertEquals(Refusal.PROGRESS_UNKNOWN.code(), line.call(question).code());
        assertEquals(Refusal.PROGRESS_UNKNOWN.code(), line.call(question).code());
        House.NOW.set(NOW.plusSeconds(16));
        assertEquals(Refusal.REQUEST_REPLAYED.code(), line.call(question).code());
        try (banyan.server.Centre other = banyan.server.Centre.start(House.settings(folder), House.ITEMS)) {
            okhttp3.Request there = question.newBuilder()
                    .url(other.address().resolve("/api/v1/progress").toString())
                    .build();
            Heard heard = new TerminalAtTest(other, "0821", keys, House.CLOCK).call(there);
            assertEquals(Refusal.REQUEST_REPLAYED.code(), heard.code());
        }
        // Asked anew it is another request.
        assertEquals(
                Refusal.PROGRESS_UNKNOWN.code(),
                line.call(question("0821")).code());
        House.NOW.set(NOW.plusSeconds(Request.MAX_SKEW_SECONDS + 1));
        assertEquals(Refusal.CLOCK_SKEW.code(), line.call(question).code());
    }

    @Test
    void anOtherSpellingOfTheSignatureIsTheSameRequest() throws IOException {
        TerminalAtTest line = introduced("0822");
        okhttp3.Request question = question("0822");
        assertEquals(Refusal.PROGRESS_UNKNOWN.code(), line.call(question).code());
        House.NOW.set(NOW.plusSeconds(60));
        String spelt = question.header(Request.SIGNATURE);
        assertTrue(spelt != null && spelt.endsWith("=="));
        okhttp3.Request other = question.newBuilder()
                .header(Request.SIGNATURE, spelt.substring(0, spelt.length() - 2))
                .build();
        assertEquals(Refusal.REQUEST_REPLAYED.code(), line.call(other).code());
    }

    @Test
    void anOldHeartbeatDoesNotHideThatATerminalIsSilent() throws IOException {
        TerminalAtTest line = introduced("0823");
        TerminalHeartbeat beat = new TerminalHeartbeat(
                "0.1.0", 3, NOW, 60, Service.OPEN, Optional.empty(), 2, 0, false, 1L << 30, List.of(), Optional.empty(), List.of());
        okhttp3.Request said = captured(House.centre(), "0823", "PUT", "/api/v1/heartbeat", Json.write(beat));
        assertEquals(200, line.call(said).status());
        House.NOW.set(NOW.plusSeconds(120));
        assertEquals(Refusal.REQUEST_REPLAYED.code(), line.call(said).code());
        assertEquals(
                NOW,
                House.database().jdbi().withHandle(handle -> handle.createQuery(
                                "SELECT heard_at FROM heartbeat WHERE terminal = '0823'")
                        .mapTo(Instant.class)
                        .one()));
    }

    @Test
    void whatHasOneEffectHoweverOftenMayComeAgain() throws IOException {
        TerminalAtTest line = introduced("0824");
        var submission = Cases.of("0824");
        okhttp3.Request said =
                captured(House.centre(), "0824", "PUT", Cases.path(submission), Json.write(submission));
        Heard first = line.call(said);
        assertEquals(201, first.status());
        House.NOW.set(NOW.plusSeconds(300));
        Heard again = line.call(said);
        assertEquals(200, again.status());
        assertEquals(first.text(), again.text());
    }

    @Test
    void aCapturedRequestServesNoOtherTerminalAndNoneThatWasShutOut() throws IOException {
        TerminalAtTest line = introduced("0825");
        House.introduced("0826");
        okhttp3.Request question = question("0825");
        okhttp3.Request asAnother = question.newBuilder().header(Request.TERMINAL, "0826").build();
        assertEquals(Refusal.SIGNATURE_INVALID.code(), line.call(asAnother).code());
        StaffAtTest.signedIn(Role.OPERATOR).post("/staff/api/terminals/0825/revocation");
        assertEquals(Refusal.TERMINAL_REVOKED.code(), line.call(question).code());
    }

    @Test
    void aTerminalWhoseClockIsHoursOffPutsItsDatesRightByTheCentresOwnWord() throws IOException {
        introduced("0827");
        Centre centre = Centre.of(House.centre().address(), House.centre().key());
        for (Duration off : List.of(Duration.ofHours(9), Duration.ofHours(-9))) {
            try (CentreClient client = new CentreClient(
                    centre, new Terminal("0827", keys.getPrivate()), () -> House.NOW.get().plus(off))) {
                assertInstanceOf(Reply.Answered.class, client.status(Duration.ofSeconds(5)));
                assertEquals(0, client.clocksApart());
                Reply.Refused<?> refused = assertInstanceOf(
                        Reply.Refused.class,
                        client.progress(about("0827"), Duration.ofSeconds(10)));
                assertEquals(Refusal.PROGRESS_UNKNOWN.code(), refused.code());
                assertEquals(-off.toSeconds(), client.clocksApart());
            }
        }
    }
}
