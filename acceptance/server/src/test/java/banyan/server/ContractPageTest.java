package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What terminal and centre agree on, served as it is committed and rendered for whoever builds another centre. */
class ContractPageTest {
    private static HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(House.centre().address().resolve(path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void theServedDocumentIsTheCommittedOneByteForByte() throws IOException, InterruptedException {
        HttpResponse<byte[]> served = get("openapi/openapi.yaml");
        assertEquals(200, served.statusCode());
        assertEquals("application/yaml", served.headers().firstValue("Content-Type").orElse(""));
        try (InputStream committed = Receipt.class.getResourceAsStream("/banyan/acceptance/openapi.yaml")) {
            assertNotNull(committed);
            assertArrayEquals(committed.readAllBytes(), served.body());
        }
    }

    @Test
    void aFileThatIsNotOfThePageIsNotThere() throws IOException, InterruptedException {
        assertEquals(404, get("openapi/other.js").statusCode());
    }

    @Test
    void aBrowserShowsEveryRouteAndFetchesNothingElsewhere() throws IOException {
        try (Browser browser = Browser.start()) {
            Browser.Tab page = browser.tab();
            page.wide(1200, 1600);
            page.open(House.centre().address() + "openapi");
            page.until("document.querySelectorAll('.opblock').length > 40");
            assertTrue(page.text().contains("/api/v1/supplements/{id}"));
            assertEquals(
                    0,
                    page.is("performance.getEntriesByType('resource').filter(one => new URL(one.name).origin !== location.origin && !one.name.startsWith('data:')).length")
                            .asInt());
            Path pictures = Files.createDirectories(Path.of("target", "pictures"));
            Files.write(pictures.resolve("contract.png"), page.picture());
        }
    }
}
