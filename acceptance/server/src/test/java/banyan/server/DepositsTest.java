package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Deposit;
import banyan.acceptance.Deposit.How;
import banyan.acceptance.DepositTaken;
import banyan.acceptance.Problem;
import banyan.acceptance.Receipt;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.records.CentreRecords.HeldDeposit;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class DepositsTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:05:00Z");

    private final TerminalAtTest terminal = House.terminal();
    private final UUID id = UUID.randomUUID();
    private final SubmissionId about = SubmissionId.random();
    private final Deposit deposit = deposit(3, List.of("workProof", "paymentProof"), How.DEPOSITED);

    private Deposit deposit(int cell, List<String> materials, How how) {
        return new Deposit(about, cell, materials, how, AT);
    }

    private Heard put(Deposit what) {
        return terminal.put("/api/v1/deposits/" + id, what);
    }

    private Heard taken(DepositTaken what) {
        return terminal.put("/api/v1/deposits/" + id + "/taken", what);
    }

    private HeldDeposit held() {
        return House.centre().records().deposits(1000).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDepositIsKeptWithItsCellAndMaterialsBeforeItsCaseHasCome() {
        assertEquals(200, put(deposit).status());
        assertEquals(deposit, held().deposit());
        assertEquals(Optional.empty(), held().takenAt());
    }

    @Test
    void theSameAgainIsTheSameAndOneRow() {
        put(deposit);
        assertEquals(200, put(deposit).status());
        assertEquals(
                1,
                House.centre().records().deposits(1000).stream()
                        .filter(one -> one.id().equals(id))
                        .count());
    }

    @Test
    void anotherWordUnderTheSameNameIsRefusedAndTheFirstStands() {
        put(deposit);
        Heard second = put(deposit(3, List.of("workProof", "paymentProof"), How.UNCERTAIN));
        assertEquals(422, second.status());
        assertEquals("DEPOSIT-DIFFERS", second.code());
        assertEquals(How.DEPOSITED, held().deposit().how());
    }

    @Test
    void anotherTerminalsDepositOfTheSameNameIsAnother() throws IOException {
        put(deposit);
        var keys = banyan.acceptance.KeyFiles.newPair();
        House.centre().introduce("0139", keys.getPublic());
        Heard elsewhere = new TerminalAtTest(House.centre(), "0139", keys, House.CLOCK)
                .put("/api/v1/deposits/" + id, deposit(4, List.of("workProof"), How.EMPTY));
        assertEquals(200, elsewhere.status());
    }

    @Test
    void whatIsWrongIsNamed() {
        assertEquals(
                List.of("cell", "materials"),
                put(deposit(0, List.of(), How.DEPOSITED)).as(Problem.class).fields());
        assertEquals(
                List.of("cell", "materials"),
                put(deposit(257, List.of("twice", "twice"), How.DEPOSITED))
                        .as(Problem.class)
                        .fields());
        assertEquals(
                List.of("staff"),
                taken(new DepositTaken(true, "by hand", AT)).as(Problem.class).fields());
    }

    @Test
    void whatIsNoDepositIsMalformed() {
        assertEquals(
                "MALFORMED",
                terminal.put("/api/v1/deposits/" + id, "{\"cell\":3}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .code());
    }

    @Test
    void aNameOfAnotherFormIsNotThere() {
        assertEquals("ROUTE-UNKNOWN", terminal.put("/api/v1/deposits/cell-3", deposit).code());
    }

    @Test
    void whatStaffFoundIsKeptAlsoBeforeTheDepositItself() {
        assertEquals(200, taken(new DepositTaken(false, "3302", AT)).status());
        put(deposit);
        assertEquals(Optional.of(AT), held().takenAt());
        assertEquals(Optional.of(false), held().found());
        assertEquals(200, taken(new DepositTaken(false, "3302", AT)).status());
        assertEquals(
                "DEPOSIT-DIFFERS", taken(new DepositTaken(true, "3302", AT)).code());
    }

    @Test
    void othersAreTold() {
        put(deposit);
        taken(new DepositTaken(true, "3302", AT));
        assertEquals(
                List.of("DEPOSIT-DEPOSITED", "DEPOSIT-TAKEN"),
                House.centre().records().outbox("0137").stream()
                        .filter(told -> told.subject().equals(id.toString()))
                        .map(told -> told.kind())
                        .toList());
    }

    @Test
    void thePageShowsTheDepositWithItsCasesNumber() throws IOException {
        Submission submission = Cases.with();
        Receipt receipt = terminal.put(Cases.path(submission), submission).as(Receipt.class);
        put(new Deposit(submission.id(), 5, List.of("workProof"), How.UNCERTAIN, AT));
        String page = page();
        String row = page.substring(page.indexOf("文件柜里的原件"));
        assertTrue(row.contains("<td>5</td>"), row);
        assertTrue(row.contains("不知道，要去看"), row);
        assertTrue(row.contains(receipt.acceptanceNumber()), row);
    }

    private static String page() throws IOException {
        var call = new OkHttpClient()
                .newCall(new Request.Builder().url("http://127.0.0.1:" + House.centre().port() + "/").build());
        try (var answer = call.execute()) {
            return answer.body().string();
        }
    }
}
