package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.TerminalHeartbeat;
import banyan.acceptance.TerminalHeartbeat.Service;
import banyan.server.staff.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okio.BufferedSource;
import org.junit.jupiter.api.Test;

/** A page that is told of changes: it hears how things stand, hears of a change, and hears nothing more once its session has ended. */
class LiveTest {
    private static final OkHttpClient HTTP =
            new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(20)).build();

    private static String next(BufferedSource lines) throws IOException {
        String line = Objects.requireNonNull(lines.readUtf8Line());
        while (!line.startsWith("data:")) {
            line = Objects.requireNonNull(lines.readUtf8Line());
        }
        return line;
    }

    private static Response listen(StaffAtTest staff) throws IOException {
        return HTTP.newCall(staff.request("/staff/api/live").header("Accept", "text/event-stream").build()).execute();
    }

    @Test
    void aLineSaysWhatStandsAndWhatHasChangedAndEndsWithItsSession() throws IOException {
        StaffAtTest operator = StaffAtTest.signedIn(Role.OPERATOR);
        TerminalAtTest terminal = House.introduced("L100");
        try (Response line = listen(operator)) {
            assertEquals("text/event-stream", Objects.requireNonNull(line.header("Content-Type")).replaceFirst(";.*", ""));
            BufferedSource lines = line.body().source();
            String first = next(lines);
            assertTrue(first.contains("mark"), first);
            terminal.put("/api/v1/heartbeat", new TerminalHeartbeat(
                    "0.1.0", 3, House.CLOCK.instant(), 60, Service.OPEN, Optional.empty(), 0, 0, false, 1L << 30, List.of(), Optional.empty(), List.of()));
            String changed = next(lines);
            while (changed.equals(first)) {
                changed = next(lines);
            }
            assertNotEquals(first, changed);
            assertEquals(204, operator.post("/staff/api/sign-out").status());
            String last = lines.readUtf8Line();
            while (last != null) {
                last = lines.readUtf8Line();
            }
            assertNull(last);
        }
    }

    @Test
    void nobodyListensWhoMayNotLookAndWhoDoesNotAskForEventsGetsTheMark() throws IOException {
        try (Response line = listen(StaffAtTest.signedIn(Role.CLERK))) {
            assertEquals(403, line.code());
        }
        try (Response line = listen(StaffAtTest.stranger())) {
            assertEquals(401, line.code());
        }
        assertTrue(StaffAtTest.signedIn(Role.SUPERVISOR).get("/staff/api/live").text().contains("mark"));
    }
}
