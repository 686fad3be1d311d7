package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.CaseProof;
import banyan.acceptance.CaseStand;
import banyan.acceptance.CasesQuery;
import banyan.acceptance.Certificate;
import banyan.acceptance.Missing;
import banyan.acceptance.MyCases;
import banyan.acceptance.Paper;
import banyan.acceptance.Progress;
import banyan.acceptance.ProgressQuery;
import banyan.acceptance.Receipt;
import banyan.acceptance.ResultOrder;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.acceptance.Supplement;
import banyan.acceptance.Withdrawal;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.casework.Inbox;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to a case between its receipt and its document, as its citizen and its clerk see it. */
class CasesTest {
    private static int citizens;

    private final Instant began = House.NOW.get();
    private final TerminalAtTest terminal = House.terminal();
    /** Somebody with no other case, whatever other tests have filed. */
    private final String citizen = "350102199003%05dX".formatted(++citizens);
    private final Submission submission = Cases.from(citizen);
    private final Receipt receipt = terminal.put(Cases.path(submission), submission).as(Receipt.class);
    private final String number = receipt.acceptanceNumber();
    private final ClerkAtTest clerk = ClerkAtTest.signedIn();

    @AfterEach
    void asBefore() {
        itIs(began);
        House.database().jdbi().useHandle(handle -> handle.execute("DELETE FROM lookup_try"));
    }

    private Progress progress() {
        return terminal.post("/api/v1/progress", new ProgressQuery(number, receipt.lookupCode().orElseThrow()))
                .as(Progress.class);
    }

    private CaseStand stand() {
        return progress().stand().orElseThrow();
    }

    private CaseProof proof() {
        return CaseProof.receipt(receipt.lookupCode().orElseThrow());
    }

    private void reviewed() {
        clerk.doAll(number, "CLAIM", "ACCEPT", "BEGIN");
    }

    private static void later(int days) {
        itIs(House.NOW.get().plus(Duration.ofDays(days)));
    }

    /** Whoever was signed in still is. */
    private static void itIs(Instant now) {
        House.NOW.set(now);
        House.database().jdbi().useHandle(handle -> handle.createUpdate("UPDATE staff_session SET begun_at = :now, seen_at = :now")
                .bind("now", now)
                .execute());
    }

    private Supplement answer(UUID ask, byte[] page) {
        return new Supplement(
                SubmissionId.random(),
                House.TERMINAL,
                number,
                ask,
                proof(),
                House.NOW.get(),
                "zh-CN",
                new TreeMap<>(Map.of("phone", "13900001111")),
                List.of(new Paper("proof", 1, "image/jpeg", page.length, Sha256.of(page))));
    }

    private Heard bring(Supplement supplement) {
        return terminal.put("/api/v1/supplements/" + supplement.id(), supplement);
    }

    @Test
    void aCaseGoesFromItsReceiptToItsDocumentAndTheCitizenSeesEachStage() {
        reviewed();
        assertEquals(200, clerk.decides(number, "GRANT", "conditions-met").status());
        clerk.doAll(number, "ISSUE");
        assertEquals(
                List.of("received", "accepted", "in-review", "granted", "issued"),
                progress().stages().stream().map(Progress.Stage::stage).toList());
        CaseStand stand = stand();
        assertEquals(List.of("符合申请条件"), stand.decision().orElseThrow().grounds());
        assertFalse(stand.result().orElseThrow().collected());
        assertFalse(stand.withdrawable());
    }

    @Test
    void whatIsAskedStopsTheClockAndTheAnswerHasAReceiptAndStartsItAgain() {
        reviewed();
        assertEquals(200, clerk.asks(number, 5, Optional.empty(), ClerkAtTest.proof(), ClerkAtTest.phone()).status());
        CaseStand asked = stand();
        assertEquals(Optional.empty(), asked.promise().by());
        assertEquals(Optional.of(LocalDate.of(2026, 11, 27)), asked.asked().orElseThrow().until());
        later(5);
        byte[] page = Cases.page("again " + number);
        Supplement supplement = answer(asked.asked().orElseThrow().ask(), page);
        Heard missing = bring(supplement);
        assertEquals(202, missing.status());
        assertEquals(new Missing(List.of(Sha256.of(page))), missing.as(Missing.class));
        assertEquals("supplement-asked", stand().state());
        terminal.putPaper(supplement.id(), page);
        Heard heard = bring(supplement);
        assertEquals(201, heard.status(), heard.text());
        Receipt second = heard.as(Receipt.class);
        assertTrue(Signing.holds(House.centre().key(), second.signedBytes(), second.signature()));
        assertEquals(number, second.acceptanceNumber());
        // Filed Friday the 20th, asked the same day: all five are left behind Wednesday the 25th.
        assertEquals(Optional.of(LocalDate.of(2026, 12, 2)), stand().promise().by());
        assertEquals(LocalDate.of(2026, 12, 2), second.answerBy());
        Heard again = bring(supplement);
        assertEquals(200, again.status());
        assertEquals(heard.text(), again.text());
        var view = clerk.view(number);
        assertEquals(
                Optional.of("13850192671"),
                view.answers().stream().filter(one -> one.code().equals("phone")).findFirst().orElseThrow().before());
        assertEquals(
                Sha256.of(page).hex(),
                view.materials().stream().filter(one -> one.code().equals("proof")).findFirst().orElseThrow().pages().getFirst().hash());
    }

    @Test
    void anAnswerIsToWhatWasAskedToAllOfItAndToNothingElse() {
        reviewed();
        clerk.asks(number, 5, Optional.empty(), ClerkAtTest.proof(), ClerkAtTest.phone());
        UUID ask = stand().asked().orElseThrow().ask();
        Supplement whole = answer(ask, Cases.page("x"));
        Supplement without = new Supplement(
                whole.id(), whole.terminal(), number, ask, proof(), whole.confirmedAt(), "zh-CN", whole.answers(), List.of());
        assertEquals(List.of("proof"), bring(without).as(banyan.acceptance.Problem.class).fields());
        Supplement wrong = new Supplement(
                whole.id(),
                whole.terminal(),
                number,
                ask,
                proof(),
                whole.confirmedAt(),
                "zh-CN",
                new TreeMap<>(Map.of("phone", "none")),
                whole.papers());
        assertEquals("ANSWERS-INVALID", bring(wrong).code());
        assertEquals("SUPPLEMENT-OVER", bring(answer(UUID.randomUUID(), Cases.page("x"))).code());
        assertEquals("supplement-asked", stand().state());
    }

    @Test
    void anotherAnswerUnderTheSameNameIsRefused() {
        reviewed();
        clerk.asks(number, 5, Optional.empty(), ClerkAtTest.phone());
        UUID ask = stand().asked().orElseThrow().ask();
        Supplement first = new Supplement(
                SubmissionId.random(), House.TERMINAL, number, ask, proof(), House.NOW.get(), "zh-CN",
                new TreeMap<>(Map.of("phone", "13900001111")), List.of());
        assertEquals(201, bring(first).status());
        Supplement other = new Supplement(
                first.id(), House.TERMINAL, number, ask, proof(), House.NOW.get(), "zh-CN",
                new TreeMap<>(Map.of("phone", "13900002222")), List.of());
        assertEquals("SUPPLEMENT-DIFFERS", bring(other).code());
    }

    @Test
    void everythingIsAskedAtOnceAndWhoAsksAgainSaysWhy() {
        reviewed();
        clerk.asks(number, 5, Optional.empty(), ClerkAtTest.phone());
        UUID ask = stand().asked().orElseThrow().ask();
        Supplement first = new Supplement(
                SubmissionId.random(), House.TERMINAL, number, ask, proof(), House.NOW.get(), "zh-CN",
                new TreeMap<>(Map.of("phone", "13900001111")), List.of());
        bring(first);
        assertEquals(
                List.of("again"),
                clerk.asks(number, 5, Optional.empty(), ClerkAtTest.proof()).as(banyan.acceptance.Problem.class).fields());
        assertEquals(200, clerk.asks(number, 5, Optional.of("新号码与证明不一致"), ClerkAtTest.proof()).status());
    }

    @Test
    void nobodyGoesOnWithoutTheAnswerBeforeItsTimeIsOver() {
        reviewed();
        clerk.asks(number, 2, Optional.empty(), ClerkAtTest.proof());
        assertEquals("CASE-STATE", clerk.does(number, "GO-ON").code());
        later(5);
        clerk.doAll(number, "GO-ON");
        assertEquals(200, clerk.decides(number, "REFUSE", "not-entitled").status());
        assertEquals("refused", stand().state());
    }

    @Test
    void acrossTheEndOfTheCalendarNobodyGuesses() {
        reviewed();
        itIs(Instant.parse("2026-12-28T02:00:00Z"));
        clerk.asks(number, 10, Optional.empty(), ClerkAtTest.proof());
        assertEquals(Optional.empty(), stand().asked().orElseThrow().until());
        assertEquals(Optional.empty(), stand().promise().by());
    }

    @Test
    void theCitizenTakesACaseBackUntilItIsDecided() {
        Withdrawal withdrawal = new Withdrawal(proof(), House.NOW.get());
        String path = "/api/v1/cases/" + number + "/withdrawn";
        assertEquals(
                "PROGRESS-UNKNOWN",
                terminal.put(path, new Withdrawal(CaseProof.card("350102199003079999"), House.NOW.get())).code());
        assertEquals("withdrawn", terminal.put(path, withdrawal).as(Progress.class).stand().orElseThrow().state());
        assertEquals(200, terminal.put(path, withdrawal).status());
        assertEquals("CASE-STATE", clerk.does(number, "CLAIM").code());
    }

    @Test
    void whatIsDecidedIsNotTakenBack() {
        reviewed();
        clerk.decides(number, "GRANT", "conditions-met");
        assertEquals(
                "CASE-STATE",
                terminal.put("/api/v1/cases/" + number + "/withdrawn", new Withdrawal(proof(), House.NOW.get())).code());
    }

    @Test
    void theOneWhoseCardWasReadSeesTheCasesOfAllTerminalsAndTriesAreBounded() {
        MyCases mine = terminal.post("/api/v1/cases/mine", new CasesQuery(citizen)).as(MyCases.class);
        assertTrue(mine.cases().stream().anyMatch(one -> one.number().equals(number)));
        TerminalAtTest other = House.introduced("0701");
        assertEquals(0, other.post("/api/v1/cases/mine", new CasesQuery("110105194912310021")).as(MyCases.class).cases().size());
        for (int asked = 1; asked < 20; asked++) {
            other.post("/api/v1/cases/mine", new CasesQuery("110105194912310021"));
        }
        assertEquals("CASES-TOO-MANY-TRIES", other.post("/api/v1/cases/mine", new CasesQuery("110105194912310021")).code());
        assertEquals(200, other.post("/api/v1/cases/mine", new CasesQuery(citizen)).status());
    }

    @Test
    void theDocumentIsPrintedOnceForTheOneWhoseCardWasRead() throws Exception {
        reviewed();
        ResultOrder order = new ResultOrder(number, citizen);
        UUID request = UUID.randomUUID();
        assertEquals("CASE-STATE", terminal.put("/api/v1/results/" + request, order).code());
        clerk.decides(number, "GRANT", "conditions-met");
        clerk.doAll(number, "ISSUE");
        assertEquals(
                "PROGRESS-UNKNOWN",
                terminal.put("/api/v1/results/" + request, new ResultOrder(number, "350102199003079999")).code());
        Heard heard = terminal.put("/api/v1/results/" + request, order);
        Certificate document = heard.as(Certificate.class);
        assertEquals("12", document.values().get("months"));
        assertEquals("测试局", document.values().get("office"));
        assertEquals(heard.text(), terminal.put("/api/v1/results/" + request, order).text());
        assertTrue(stand().result().orElseThrow().collected());
        UUID another = UUID.randomUUID();
        assertEquals("RESULT-TAKEN", terminal.put("/api/v1/results/" + another, order).code());
        Heard page = terminal.stranger("GET", document.verifyPath(), new byte[0], Map.of());
        assertTrue(page.text().contains("有效") && page.text().contains("张*丰"));
        assertFalse(page.text().contains(citizen) || page.text().contains("张三丰") || page.text().contains(number));
        terminal.put("/api/v1/certificates/" + request + "/void", new byte[0]);
        assertEquals(200, terminal.put("/api/v1/results/" + another, order).status());
    }

    @Test
    void ofTwoClerksTheSecondHearsWhatHasChanged() {
        int seen = clerk.view(number).version();
        ClerkAtTest first = ClerkAtTest.signedIn();
        first.doAll(number, "CLAIM");
        Heard second = clerk.order(number, ClerkAtTest.plain("CLAIM", seen));
        assertEquals("CASE-CHANGED", second.code());
        assertEquals(409, second.status());
        assertEquals(
                List.of("2 CLAIM staff " + first.number()), second.as(banyan.acceptance.Problem.class).fields());
        assertEquals("CASE-HELD", clerk.does(number, "CLAIM").code());
        assertEquals("CASE-HELD", clerk.does(number, "ACCEPT").code());
        ClerkAtTest supervisor = ClerkAtTest.supervisor();
        assertTrue(supervisor.view(number).deeds().contains("HAND-OVER"));
        supervisor.doAll(number, "HAND-OVER");
        clerk.doAll(number, "CLAIM", "ACCEPT");
    }

    @Test
    void everyLookAndEveryDeedStandsInTheAudit() {
        clerk.view(number);
        clerk.doAll(number, "CLAIM");
        List<String> deeds = House.database().jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT deed FROM staff_audit WHERE staff = :staff AND subject = :number ORDER BY seq")
                .bind("staff", clerk.number())
                .bind("number", number)
                .mapTo(String.class)
                .list());
        assertEquals(List.of("CASE-VIEWED", "CASE-VIEWED", "CASE-CLAIM"), deeds);
    }

    @Test
    void aPageIsShownToAClerkAndNeverRunsInABrowser() {
        byte[] json = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Submission with = Cases.of(
                SubmissionId.random(),
                TestItems.FILING,
                "13850192671",
                List.of(new Paper("proof", 1, "application/json", json.length, Sha256.of(json))));
        terminal.putPaper(with.id(), json);
        String its = terminal.put(Cases.path(with), with).as(Receipt.class).acceptanceNumber();
        Heard page = clerk.get("/staff/api/cases/" + its + "/papers/" + Sha256.of(json));
        assertEquals(200, page.status());
        assertEquals("application/octet-stream", page.headers().get("Content-Type"));
        assertEquals("nosniff", page.headers().get("X-Content-Type-Options"));
        assertTrue(String.valueOf(page.headers().get("Content-Disposition")).startsWith("attachment"));
        assertEquals(404, clerk.get("/staff/api/cases/" + number + "/papers/" + Sha256.of(json)).status());
    }

    @Test
    void theInboxGoesPageByPageWithoutAGapAndWithoutANamedCitizen() {
        clerk.doAll(number, "CLAIM");
        String second = another();
        clerk.doAll(second, "CLAIM");
        Heard heard = clerk.get("/staff/api/cases?tab=MINE&most=1");
        Inbox.Page first = heard.as(Inbox.Page.class);
        Inbox.Page next = clerk.get("/staff/api/cases?tab=MINE&most=1&after=" + first.next().orElseThrow()).as(Inbox.Page.class);
        assertEquals(
                Set.of(number, second),
                Set.of(first.cases().getFirst().number(), next.cases().getFirst().number()));
        assertEquals(Optional.empty(), next.next());
        assertFalse(heard.text().contains("张三丰"));
        assertEquals("MALFORMED", clerk.get("/staff/api/cases?tab=NONE").code());
        assertEquals("MALFORMED", clerk.get("/staff/api/cases?after=2026-13-30.350126000000").code());
    }

    @Test
    void whatIsOverdueAndWhatWaitsForTheCitizenAreAskedFor() {
        reviewed();
        assertFalse(listed("OVERDUE"));
        assertFalse(listed("DUE_SOON"));
        later(5);
        assertTrue(listed("DUE_SOON"));
        later(5);
        assertTrue(listed("OVERDUE"));
        clerk.asks(number, 5, Optional.empty(), ClerkAtTest.proof());
        assertTrue(listed("ASKED"));
        assertFalse(listed("OVERDUE"));
    }

    /** Whether it is on any page of these, however many other cases wait. */
    private boolean listed(String tab) {
        Optional<String> next = Optional.of("");
        boolean found = false;
        while (!found && next.isPresent()) {
            Inbox.Page page = clerk.get("/staff/api/cases?most=100&tab=" + tab + next.get()).as(Inbox.Page.class);
            found = page.cases().stream().anyMatch(line -> line.number().equals(number));
            next = page.next().map(after -> "&after=" + after);
        }
        return found;
    }

    private String another() {
        Submission other = Cases.with();
        return terminal.put(Cases.path(other), other).as(Receipt.class).acceptanceNumber();
    }

    @Test
    void whoDoesNotAnswerIsRemindedOnceAndTheDepartmentSeesIt() throws IOException {
        reviewed();
        clerk.asks(number, 2, Optional.empty(), ClerkAtTest.proof());
        House.centre().sweep().once();
        assertEquals(0, reminders());
        later(5);
        House.centre().sweep().once();
        House.centre().sweep().once();
        assertEquals(1, reminders());
        assertTrue(clerk.view(number).events().stream().anyMatch(event -> event.deed().equals("REMIND")));
        assertTrue(clerk.view(number).deeds().contains("GO-ON"));
    }

    private long reminders() {
        return House.centre().records().outbox(House.TERMINAL).stream()
                .filter(told -> told.kind().equals("CASE-REMINDED")
                        && told.subject().equals(submission.id().toString()))
                .count();
    }

    @Test
    void aCaseOfBeforeIsFoundByItsCitizenOnceTheCentreHasLookedAtIt() throws IOException {
        House.database().jdbi().useHandle(handle -> handle.createUpdate(
                        "UPDATE case_file SET citizen = NULL, department = '', item_version = NULL, days_left = NULL WHERE number = :number")
                .bind("number", number)
                .execute());
        House.centre().sweep().once();
        MyCases mine = terminal.post("/api/v1/cases/mine", new CasesQuery(citizen)).as(MyCases.class);
        assertTrue(mine.cases().stream().anyMatch(one -> one.number().equals(number)));
        assertEquals("测试局", clerk.view(number).department());
        assertEquals(Optional.of(receipt.answerBy()), stand().promise().by());
    }

    @Test
    void whoIsNoClerkSeesNoCase() {
        assertEquals(
                403,
                StaffAtTest.signedIn(banyan.server.staff.Role.AUDITOR).get("/staff/api/cases/" + number).status());
        assertEquals(401, StaffAtTest.stranger().get("/staff/api/cases/" + number).status());
    }

    @Test
    void theReceiptAndItsCaseAreThereTogether() {
        long without = House.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM receipt r LEFT JOIN case_file c ON c.terminal = r.terminal AND c.id = r.id
                        LEFT JOIN case_event e ON e.terminal = r.terminal AND e.id = r.id AND e.seq = 1
                        WHERE c.number IS DISTINCT FROM r.acceptance_number OR e.deed IS NULL
                        """)
                .mapTo(Long.class)
                .one());
        assertEquals(0, without);
    }
}
