package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Evaluation;
import banyan.acceptance.Receipt;
import banyan.acceptance.Submission;
import banyan.acceptance.Trouble;
import banyan.acceptance.TroubleQuery;
import banyan.acceptance.TroubleStand;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.followup.FollowUpDesk.Counts;
import banyan.server.followup.FollowUpDesk.TakenOn;
import banyan.server.followup.FollowUpDesk.Tasks;
import banyan.server.followup.RatingsReport;
import banyan.server.followup.Task;
import banyan.server.staff.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowUpsTest {
    private static final String TASKS = "/staff/api/follow-ups";
    /** Fifteen working days after the house's Friday, by weekends. */
    private static final LocalDate DUE = LocalDate.of(2026, 12, 11);

    private final TerminalAtTest terminal = House.terminal();
    private final StaffAtTest clerk = StaffAtTest.signedIn(Role.CLERK);
    private final Instant before = House.NOW.get();
    private final String trace = "0137-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);

    @BeforeEach
    @AfterEach
    void nothingIsOpen() {
        House.NOW.set(before);
        House.database().jdbi().useHandle(handle -> {
            handle.execute("TRUNCATE follow_up, evaluation");
            handle.execute("DELETE FROM lookup_try");
        });
    }

    private UUID rated(int level, Optional<String> phone) {
        Submission submission = Cases.with();
        Receipt receipt = terminal.put(Cases.path(submission), submission).as(Receipt.class);
        UUID about = receipt.submission().value();
        assertEquals(200, terminal.put(
                        "/api/v1/evaluations/" + about,
                        new Evaluation(level, List.of("TOO-SLOW"), House.CLOCK.instant(), phone, receipt.lookupCode()))
                .status());
        return about;
    }

    private void troubled() {
        assertEquals(200, terminal.put(
                        "/api/v1/troubles/" + trace,
                        new Trouble(Optional.of(TestItems.FILING), "MATERIALS", "CAMERA-GONE", House.CLOCK.instant(), Optional.empty()))
                .status());
    }

    private List<Task> open() {
        return clerk.get(TASKS).as(Tasks.class).open();
    }

    private static String path(UUID about) {
        return TASKS + "/RATING/" + House.TERMINAL + "/" + about;
    }

    private static Map<String, String> ending(String call) {
        return Map.of("call", call, "rectified", "指引已改短", "words", "谢谢您的意见，已经改进。");
    }

    @Test
    void aBadRatingIsATaskWithADayAndAGoodOneIsNot() {
        rated(3, Optional.empty());
        UUID bad = rated(2, Optional.of("13850192671"));
        assertEquals(1, open().size());
        Task task = open().getFirst();
        assertEquals(bad.toString(), task.subject());
        assertEquals(DUE, task.due());
        assertEquals(Optional.of(2), task.level());
        assertEquals(List.of("TOO-SLOW"), task.said());
        assertEquals(Optional.of(TestItems.FILING), task.item());
        assertTrue(task.mayCall());
        assertFalse(clerk.get(TASKS).text().contains("13850192671"), "the list shows a telephone number");
    }

    @Test
    void theSameRatingAgainIsOneTask() {
        Submission submission = Cases.with();
        Receipt receipt = terminal.put(Cases.path(submission), submission).as(Receipt.class);
        Evaluation evaluation =
                new Evaluation(1, List.of(), House.CLOCK.instant(), Optional.empty(), receipt.lookupCode());
        String path = "/api/v1/evaluations/" + receipt.submission();
        terminal.put(path, evaluation);
        terminal.put(path, evaluation);
        assertEquals(1, open().size());
    }

    @Test
    void whoTakesItOnIsToldTheNumberAndWhoDoesNotHoldItCannotCloseIt() {
        UUID about = rated(1, Optional.of("13850192671"));
        assertEquals(Optional.of("13850192671"), clerk.post(path(about) + "/held").as(TakenOn.class).phone());
        StaffAtTest other = StaffAtTest.signedIn(Role.CLERK);
        assertEquals("CASE-HELD", other.post(path(about) + "/held").code());
        assertEquals("CASE-HELD", other.put(path(about) + "/closed", ending("REACHED")).code());
        StaffAtTest supervisor = StaffAtTest.signedIn(Role.SUPERVISOR);
        assertEquals(200, supervisor.post(path(about) + "/held").status());
        assertEquals("CASE-HELD", clerk.put(path(about) + "/closed", ending("REACHED")).code());
        assertEquals("FOLLOW-UP-HELD RATING 0137 " + about, clerk.deeds());
    }

    @Test
    void itIsClosedOnceWithWhatWasPutRight() {
        UUID about = rated(1, Optional.empty());
        clerk.post(path(about) + "/held");
        assertEquals("MALFORMED", clerk.put(path(about) + "/closed", Map.of("call", "REACHED", "rectified", " ", "words", "x")).code());
        Task closed = clerk.put(path(about) + "/closed", ending("NOT_WANTED")).as(Task.class);
        assertEquals("指引已改短", closed.closing().orElseThrow().rectified());
        assertEquals(clerk.number(), closed.closing().orElseThrow().by());
        assertEquals(200, clerk.put(path(about) + "/closed", ending("NOT_WANTED")).status());
        assertEquals("CASE-STATE", clerk.put(path(about) + "/closed", ending("REACHED")).code());
        assertEquals("CASE-STATE", clerk.post(path(about) + "/held").code());
        assertEquals(List.of(), open());
    }

    @Test
    void whatIsNotClosedByItsDayIsOverdueAndWhatIsNotIsCounted() {
        rated(1, Optional.empty());
        UUID about = rated(2, Optional.empty());
        clerk.post(path(about) + "/held");
        clerk.put(path(about) + "/closed", ending("REACHED"));
        House.NOW.set(Instant.parse("2026-12-11T15:59:59Z"));
        // Another sign-in: a session does not last three weeks.
        StaffAtTest later = StaffAtTest.signedIn(Role.SUPERVISOR);
        assertFalse(later.get(TASKS).as(Tasks.class).open().getFirst().overdue());
        assertEquals(new Counts(2, 1, 1, 0), later.get(TASKS + "/counts").as(Counts.class));
        House.NOW.set(Instant.parse("2026-12-11T16:00:00Z"));
        assertEquals(new Counts(2, 1, 1, 1), later.get(TASKS + "/counts").as(Counts.class));
        assertTrue(later.get(TASKS).as(Tasks.class).open().getFirst().overdue());
    }

    @Test
    void aTroubleIsFollowedByItsTraceNumberToItsEnd() {
        assertEquals("PROGRESS-UNKNOWN", stand().code());
        troubled();
        TroubleStand first = stand().as(TroubleStand.class);
        assertEquals(TroubleStand.State.RECEIVED, first.state());
        assertEquals(DUE, first.answerBy());
        assertEquals("政务服务值班席", first.owner());
        String path = TASKS + "/TROUBLE/" + House.TERMINAL + "/" + trace;
        clerk.post(path + "/held");
        assertEquals(TroubleStand.State.UNDER_WAY, stand().as(TroubleStand.class).state());
        clerk.put(path + "/closed", ending("NOT_WANTED"));
        TroubleStand last = stand().as(TroubleStand.class);
        assertEquals(TroubleStand.State.CLOSED, last.state());
        assertEquals(Optional.of("谢谢您的意见，已经改进。"), last.words());
    }

    @Test
    void traceNumbersAreNotTriedUntilOneFits() {
        for (int tried = 0; tried < 5; tried++) {
            assertEquals(404, stand().status());
        }
        troubled();
        assertEquals(429, stand().status());
    }

    private Heard stand() {
        return terminal.post("/api/v1/troubles/find", new TroubleQuery(trace));
    }

    @Test
    void nobodyAtTheCentreChangesARating() {
        UUID about = rated(1, Optional.empty());
        assertTrue(House.centre().routes().stream()
                .filter(route -> route.path().contains("evaluation") || route.path().contains("rating"))
                .filter(route -> route.path().startsWith("/staff"))
                .allMatch(route -> route.method().equals("GET")));
        assertThrows(
                JdbiException.class,
                () -> House.database().jdbi().useHandle(handle -> handle.createUpdate(
                                "UPDATE evaluation SET level = 5 WHERE case_id = :case")
                        .bind("case", about)
                        .execute()));
    }

    @Test
    void theReportHasALineForEachRatingAndSaysWhichCameLateOrAreNotWhole() {
        rated(5, Optional.of("13850192671"));
        rated(2, Optional.empty());
        House.NOW.set(before.plus(Duration.ofHours(25)));
        late();
        House.NOW.set(before);
        StaffAtTest auditor = StaffAtTest.signedIn(Role.AUDITOR);
        String path = "/staff/api/ratings?from=2026-11-20&to=2026-11-20";
        RatingsReport.Report report = auditor.get(path).as(RatingsReport.Report.class);
        assertEquals(new RatingsReport.Figures(3, 2, 2, 2), report.figures());
        assertEquals(
                List.of("", "", "ratedAt"),
                report.lines().stream().map(one -> String.join(" ", one.wrong())).sorted().toList());
        RatingsReport.Line line = report.lines().getFirst();
        assertEquals(5, line.channel());
        assertEquals(1, line.stage());
        assertTrue(line.projectNo().startsWith("350126"));
        Heard csv = auditor.get(path + "&form=csv");
        assertEquals(4, csv.text().lines().count());
        assertFalse(csv.text().contains("13850192671"));
        assertEquals("RATINGS-EXPORTED 2026-11-20 2026-11-20, RATINGS-EXPORTED 2026-11-20 2026-11-20", auditor.deeds());
        assertEquals("MALFORMED", auditor.get("/staff/api/ratings?from=2026-11-20&to=x").code());
        assertEquals("STAFF-NOT-YOURS", clerk.get(path).code());
    }

    /** Handed in and rated a day later, by a terminal's clock that says it was the day before. */
    private void late() {
        Submission submission = Cases.with();
        Receipt receipt = terminal.put(Cases.path(submission), submission).as(Receipt.class);
        terminal.put(
                "/api/v1/evaluations/" + receipt.submission(),
                new Evaluation(4, List.of(), before, Optional.empty(), receipt.lookupCode()));
    }
}
