package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Certificate;
import banyan.acceptance.CertificateOrder;
import banyan.acceptance.PrintReport;
import banyan.acceptance.PrintReport.Outcome;
import banyan.acceptance.Problem;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.records.CentreRecords.IssuedCertificate;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CertificatesTest {
    private final TerminalAtTest terminal = House.terminal();
    private final UUID request = UUID.randomUUID();

    @Test
    void aCertificateSaysWhatTheRegisterHasMonthByMonth() {
        Certificate certificate = order("2026-01", "2026-10").as(Certificate.class);
        assertEquals(10, rows(certificate, "months").size());
        assertEquals(
                Map.of(
                        "month",
                        "2026-01",
                        "base",
                        "4200.00",
                        "pension",
                        "336.00",
                        "unemployment",
                        "21.00",
                        "state",
                        "paid"),
                rows(certificate, "months").getFirst());
        assertEquals("3570.00", certificate.values().get("totalPaid"));
        assertEquals("2026-01", certificate.values().get("from"));
    }

    @Test
    void theTotalIsTheSumOfTheMonthsAlsoWhereOneIsOpen() {
        CertificateOrder order =
                new CertificateOrder(TestItems.PRINTING, "李桂英", "35010219800518246X", period("2026-01", "2026-10"));
        Certificate certificate = terminal.put(path(), order).as(Certificate.class);
        BigDecimal sum = rows(certificate, "months").stream()
                .map(row -> new BigDecimal(row.get("pension")).add(new BigDecimal(row.get("unemployment"))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(sum.toPlainString(), certificate.values().get("totalPaid"));
        assertEquals("9", rows(certificate, "summary").getFirst().get("months"));
    }

    @Test
    void onlyWhatTheItemDeclaresIsTold() {
        Certificate certificate = order("2026-01", "2026-10").as(Certificate.class);
        assertFalse(certificate.values().containsKey("office"));
    }

    @Test
    void aRepeatBringsTheSameCertificateByteForByte() {
        Heard first = order("2026-01", "2026-10");
        Heard again = order("2026-01", "2026-10");
        assertArrayEquals(first.body(), again.body());
    }

    @Test
    void tenAtOnceAreOneCertificate() throws InterruptedException, ExecutionException {
        Set<String> bodies = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Heard>> answers = new ArrayList<>();
            for (int count = 0; count < 10; count++) {
                answers.add(threads.submit(() -> order("2026-01", "2026-10")));
            }
            for (Future<Heard> answer : answers) {
                bodies.add(answer.get().text());
            }
        }
        assertEquals(1, bodies.size());
        assertEquals(1, given());
    }

    @Test
    void anotherOrderUnderTheSameNameIsRefused() {
        order("2026-01", "2026-10");
        assertEquals("CERTIFICATE-DIFFERS", order("2026-02", "2026-10").code());
    }

    @Test
    void twoRequestsAreTwoCertificates() {
        Certificate first = order("2026-01", "2026-10").as(Certificate.class);
        CertificateOrder order =
                new CertificateOrder(TestItems.PRINTING, "张三丰", Cases.CITIZEN, period("2026-01", "2026-10"));
        Certificate second =
                terminal.put("/api/v1/certificates/" + UUID.randomUUID(), order).as(Certificate.class);
        assertNotEquals(first.number(), second.number());
        assertNotEquals(first.verificationCode(), second.verificationCode());
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefusedByName() {
        Heard heard = order("2026-10", "2026-01");
        assertEquals("PARAMETERS-INVALID", heard.code());
        assertEquals(List.of("to"), heard.as(Problem.class).fields());
    }

    @Test
    void aParameterTheItemDoesNotHaveIsRefused() {
        TreeMap<String, String> parameters = period("2026-01", "2026-10");
        parameters.put("purpose", "visa");
        CertificateOrder order = new CertificateOrder(TestItems.PRINTING, "张三丰", Cases.CITIZEN, parameters);
        assertEquals(
                List.of("purpose"),
                terminal.put(path(), order).as(Problem.class).fields());
    }

    @Test
    void whoeverNeverPaidGetsNone() {
        CertificateOrder order =
                new CertificateOrder(TestItems.PRINTING, "陈福来", "350103195602113350", period("2026-01", "2026-10"));
        assertEquals("NOTHING-ON-RECORD", terminal.put(path(), order).code());
    }

    @Test
    void anItemThatIsNotPrintedHasNoCertificate() {
        CertificateOrder order = new CertificateOrder(TestItems.FILING, "张三丰", Cases.CITIZEN, new TreeMap<>());
        assertEquals("ITEM-UNKNOWN", terminal.put(path(), order).code());
    }

    @Test
    void whatBecameOfThePaperIsNoted() {
        order("2026-01", "2026-10");
        assertEquals(
                204,
                terminal.put(path() + "/printed", new PrintReport(1, Outcome.PARTLY))
                        .status());
        assertEquals(
                204,
                terminal.put(path() + "/printed", new PrintReport(2, Outcome.PRINTED))
                        .status());
        assertEquals(Optional.of(new PrintReport(2, Outcome.PRINTED)), issued().printed());
    }

    @Test
    void printedWholeIsNeverTakenBack() {
        order("2026-01", "2026-10");
        terminal.put(path() + "/printed", new PrintReport(2, Outcome.PRINTED));
        assertEquals(
                204,
                terminal.put(path() + "/printed", new PrintReport(2, Outcome.PRINTED))
                        .status());
        assertEquals(
                "PRINT-DIFFERS",
                terminal.put(path() + "/printed", new PrintReport(0, Outcome.UNKNOWN))
                        .code());
    }

    @Test
    void aPrintOfNothingIsUnknown() {
        assertEquals(
                "CERTIFICATE-UNKNOWN",
                terminal.put(path() + "/printed", new PrintReport(1, Outcome.PRINTED))
                        .code());
    }

    @Test
    void aVoidCertificateIsNotHandedOutAgain() {
        order("2026-01", "2026-10");
        assertEquals(204, terminal.put(path() + "/void", new byte[0]).status());
        assertEquals(204, terminal.put(path() + "/void", new byte[0]).status());
        assertEquals("CERTIFICATE-VOID", order("2026-01", "2026-10").code());
    }

    @Test
    void oneDeclaredVoidBeforeItsOrderArrivesIsNeverIssued() {
        assertEquals(204, terminal.put(path() + "/void", new byte[0]).status());
        assertEquals("CERTIFICATE-VOID", order("2026-01", "2026-10").code());
        assertEquals(0, given());
    }

    @Test
    void theVerifyPageSaysValidThenVoidAndNoMoreOfTheNameThanNeeded() throws IOException, InterruptedException {
        Certificate certificate = order("2026-01", "2026-10").as(Certificate.class);
        HttpResponse<String> valid = browse(certificate.verifyPath());
        assertEquals(200, valid.statusCode());
        assertTrue(valid.body().contains("有效 · Valid"));
        assertTrue(valid.body().contains(certificate.number()));
        assertTrue(valid.body().contains("张*丰"));
        assertFalse(valid.body().contains("张三丰"));
        assertFalse(valid.body().contains("350102"));
        terminal.put(path() + "/void", new byte[0]);
        assertTrue(browse(certificate.verifyPath()).body().contains("已作废 · Void"));
    }

    @Test
    void aCodeMayBeTypedWithoutHyphensInSmallLetters() throws IOException, InterruptedException {
        Certificate certificate = order("2026-01", "2026-10").as(Certificate.class);
        String typed = certificate.verificationCode().replace("-", "").toLowerCase(java.util.Locale.ROOT);
        assertEquals(200, browse("/verify/" + typed).statusCode());
    }

    @Test
    void anUnknownCodeIsSaidToBeUnknown() throws IOException, InterruptedException {
        HttpResponse<String> page = browse("/verify/0000-0000-0000-0000");
        assertEquals(404, page.statusCode());
        assertTrue(page.body().contains("查不到 · Unknown"));
    }

    @Test
    void theVerifyPageQuotesNothingOfWhatWasTyped() throws IOException, InterruptedException {
        assertFalse(browse("/verify/%3Cscript%3Ealert(1)%3C%2Fscript%3E").body().contains("script"));
    }

    private static List<SortedMap<String, String>> rows(Certificate certificate, String table) {
        return certificate.tables().getOrDefault(table, List.of());
    }

    private String path() {
        return "/api/v1/certificates/" + request;
    }

    private Heard order(String from, String to) {
        return terminal.put(path(), new CertificateOrder(TestItems.PRINTING, "张三丰", Cases.CITIZEN, period(from, to)));
    }

    private static TreeMap<String, String> period(String from, String to) {
        return new TreeMap<>(Map.of("from", from, "to", to));
    }

    private IssuedCertificate issued() {
        return House.centre().records().certificates(1000).stream()
                .filter(issued -> issued.request().equals(request))
                .findFirst()
                .orElseThrow();
    }

    private long given() {
        return House.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM given_number WHERE subject = :request")
                        .bind("request", request)
                        .mapTo(Long.class)
                        .one());
    }

    private static HttpResponse<String> browse(String path) throws IOException, InterruptedException {
        URI page = House.centre().address().resolve(path);
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
