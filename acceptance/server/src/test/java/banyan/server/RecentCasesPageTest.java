package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Receipt;
import banyan.acceptance.Submission;
import banyan.acceptance.Unaccepted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentCasesPageTest {
    private static final OkHttpClient BROWSER = new OkHttpClient();

    @Test
    void theLatestCaseIsListedWithItsNameCovered() throws IOException {
        Submission submission = Cases.with();
        Receipt receipt =
                House.terminal().put(Cases.path(submission), submission).as(Receipt.class);
        String page = body(get(House.centre(), "127.0.0.1"));
        assertTrue(page.contains(receipt.acceptanceNumber()));
        assertTrue(page.contains("张*丰"));
        assertFalse(page.contains("张三丰"));
        assertFalse(page.contains(Cases.CITIZEN));
    }

    @Test
    void aDateThatCannotBeBelievedIsSaidToTheClerk() throws IOException {
        Submission submission = Cases.confirmed(Instant.parse("2031-05-01T00:00:00Z"));
        House.terminal().put(Cases.path(submission), submission);
        assertTrue(body(get(House.centre(), "127.0.0.1")).contains("doubtful, terminal&#39;s clock: 2031-05-01 08:00"));
    }

    @Test
    void whatAClerkHasNotSeenToInTimeIsSaidToBeOverdue() throws IOException {
        House.terminal()
                .put(
                        "/api/v1/unaccepted/" + UUID.randomUUID(),
                        new Unaccepted("0137-YYYY", "ANSWERS-INVALID", "48271093", House.NOW.get(), Optional.empty()));
        assertFalse(row("0137-YYYY").contains("overdue"));
        Instant before = House.NOW.get();
        try {
            House.NOW.set(before.plus(Duration.ofDays(4)));
            assertTrue(row("0137-YYYY").contains("overdue"));
        } finally {
            House.NOW.set(before);
        }
    }

    private static String row(String of) throws IOException {
        return Arrays.stream(body(get(House.centre(), "127.0.0.1")).split("<tr>"))
                .filter(row -> row.contains(of))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anotherSitesNameForThisMachineIsNotAnswered() throws IOException {
        try (Response response =
                BROWSER.newCall(get(House.centre(), "evil.example")).execute()) {
            assertEquals(404, response.code());
        }
    }

    @Test
    void whatAProxyPassesOnIsNotAnswered() throws IOException {
        Request passedOn = get(House.centre(), "127.0.0.1")
                .newBuilder()
                .header("X-Forwarded-For", "203.0.113.9")
                .build();
        try (Response response = BROWSER.newCall(passedOn).execute()) {
            assertEquals(404, response.code());
        }
    }

    @Test
    void switchedOffItIsNotThere(@TempDir Path folder) throws IOException {
        try (Centre centre = Centre.start(House.settings(folder).withRecentCases(false), House.ITEMS);
                Response response = BROWSER.newCall(get(centre, "127.0.0.1")).execute()) {
            assertEquals(404, response.code());
        }
    }

    private static Request get(Centre centre, String host) {
        return new Request.Builder()
                .url(centre.address().toString())
                .header("Host", host + ":" + centre.port())
                .build();
    }

    private static String body(Request request) throws IOException {
        try (Response response = BROWSER.newCall(request).execute()) {
            return response.body().string();
        }
    }
}
