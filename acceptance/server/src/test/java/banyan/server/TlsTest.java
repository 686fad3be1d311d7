package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Answer;
import banyan.acceptance.KeyFiles;
import banyan.acceptance.Problem;
import banyan.acceptance.Refusal;
import banyan.acceptance.Request;
import banyan.acceptance.Submission;
import banyan.server.TestCertificates.Issued;
import banyan.server.staff.Role;
import banyan.server.wire.Json;
import banyan.server.wire.TlsAt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A centre that speaks TLS itself, and terminals that show a certificate instead of signing. */
class TlsTest {
    private static final TestCertificates CENTRES = new TestCertificates("Centres");
    private static final TestCertificates TERMINALS = new TestCertificates("Terminals");
    private static final Issued OWN = CENTRES.issue("centre.test", "EC");

    @TempDir
    Path folder;

    private record Heard(int status, byte[] body) {
        String code() {
            return Json.read(body, Problem.class).orElseThrow().code();
        }
    }

    private Centre centre(TlsAt.Own own, Optional<Path> terminals) throws IOException {
        CentreSettings settings = House.settings(folder);
        return Centre.start(
                settings.withEngine(settings.engine().withTls(new TlsAt(own, terminals))), House.ITEMS);
    }

    private TlsAt.Own pem() throws IOException {
        return new TlsAt.Own.Pem(
                OWN.writeCertificate(folder.resolve("centre.pem")), OWN.writeKey(folder.resolve("centre-key.pem")));
    }

    private static Heard send(OkHttpClient http, okhttp3.Request request) throws IOException {
        try (Response response = http.newCall(request).execute()) {
            return new Heard(response.code(), response.body().bytes());
        }
    }

    private static Heard status(OkHttpClient http, Centre centre) throws IOException {
        return send(
                http,
                new okhttp3.Request.Builder()
                        .url(centre.address().resolve("/api/v1/status").toString())
                        .build());
    }

    private static Heard submit(OkHttpClient http, Centre centre, String named, Submission submission) throws IOException {
        okhttp3.Request.Builder request = new okhttp3.Request.Builder()
                .url(centre.address().resolve(Cases.path(submission)).toString())
                .header(Answer.NONCE, "abcdefgh12345678")
                .put(RequestBody.create(Json.write(submission)));
        return send(http, named.isEmpty() ? request.build() : request.header(Request.TERMINAL, named).build());
    }

    @Test
    void aCertificateInPemServesWhoTrustsItsHouseAndNobodyElse() throws IOException {
        try (Centre centre = centre(pem(), Optional.empty())) {
            assertTrue(centre.address().toString().startsWith("https://"), centre.address().toString());
            OkHttpClient trusting = CENTRES.trusting(Optional.empty());
            assertEquals(200, status(trusting, centre).status());
            assertThrows(SSLException.class, () -> status(TERMINALS.trusting(Optional.empty()), centre));
            assertThrows(IOException.class, () -> send(
                    new OkHttpClient(),
                    new okhttp3.Request.Builder()
                            .url("http://127.0.0.1:" + centre.port() + "/api/v1/status")
                            .build()));
        }
    }

    @Test
    void soDoesOneInPkcs12() throws IOException {
        Path store = CENTRES.issue("centre.test", "RSA").writePkcs12(folder.resolve("centre.p12"), "changed");
        Path password = Files.writeString(folder.resolve("password"), "changed\n");
        try (Centre centre = centre(new TlsAt.Own.Pkcs12(store, password), Optional.empty())) {
            assertEquals(200, status(CENTRES.trusting(Optional.empty()), centre).status());
        }
    }

    @Test
    void aTerminalIsKnownByItsCertificateUntilItIsShutOut() throws IOException {
        Path house = TERMINALS.writeOwn(folder.resolve("terminals.pem"));
        House.centre().introduce("0831", KeyFiles.newPair().getPublic());
        House.centre().introduce("0832", KeyFiles.newPair().getPublic());
        try (Centre centre = centre(pem(), Optional.of(house))) {
            OkHttpClient shows = CENTRES.trusting(Optional.of(TERMINALS.issue("0831", "EC")));
            assertEquals(201, submit(shows, centre, "0831", Cases.of("0831")).status());
            assertEquals(201, submit(shows, centre, "", Cases.of("0831")).status());
            assertEquals(
                    Refusal.SIGNATURE_INVALID.code(),
                    submit(shows, centre, "0832", Cases.of("0832")).code());
            assertEquals(
                    Refusal.SUBMISSION_MISNAMED.code(),
                    submit(shows, centre, "0831", Cases.of("0832")).code());
            OkHttpClient unknown = CENTRES.trusting(Optional.of(TERMINALS.issue("0839", "EC")));
            assertEquals(
                    Refusal.TERMINAL_UNKNOWN.code(),
                    submit(unknown, centre, "0839", Cases.of("0839")).code());
            OkHttpClient shown = CENTRES.trusting(Optional.empty());
            assertEquals(
                    Refusal.SIGNATURE_INVALID.code(),
                    submit(shown, centre, "0831", Cases.of("0831")).code());
            OkHttpClient forged = CENTRES.trusting(
                    Optional.of(new TestCertificates("Terminals").issue("0831", "EC")));
            assertThrows(IOException.class, () -> submit(forged, centre, "0831", Cases.of("0831")));
            StaffAtTest.signedIn(Role.OPERATOR).post("/staff/api/terminals/0831/revocation");
            awaitRefused(shows, centre);
        }
    }

    /** Another centre over this database knows within a second. */
    private static void awaitRefused(OkHttpClient http, Centre centre) throws IOException {
        long end = System.nanoTime() + java.time.Duration.ofSeconds(10).toNanos();
        Heard heard = submit(http, centre, "0831", Cases.of("0831"));
        while (heard.status() != 401) {
            assertTrue(System.nanoTime() < end, "not shut out after ten seconds");
            heard = submit(http, centre, "0831", Cases.of("0831"));
        }
        assertEquals(Refusal.TERMINAL_REVOKED.code(), heard.code());
    }

    @Test
    void whatCannotBeUsedIsNamed() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.pem"), "nothing");
        IOException told = assertThrows(
                IOException.class, () -> centre(new TlsAt.Own.Pem(wrong, wrong), Optional.empty()).close());
        assertTrue(String.valueOf(told.getMessage()).contains("wrong.pem"), told.getMessage());
    }
}
