package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.CaseStand;
import banyan.acceptance.Certificate;
import banyan.acceptance.Fact;
import banyan.acceptance.Paper;
import banyan.acceptance.Progress;
import banyan.acceptance.ProgressQuery;
import banyan.acceptance.Receipt;
import banyan.acceptance.ResultOrder;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.casework.CaseEvent;
import banyan.server.casework.CaseState;
import banyan.server.casework.WorkCalendar;
import banyan.server.instant.InstantDesk;
import banyan.server.instant.InstantDesk.Became;
import banyan.server.instant.InstantEnquiry;
import banyan.server.intake.CatalogueItemBook;
import banyan.server.register.Ask;
import banyan.server.register.LookupNotes;
import banyan.server.register.Registers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules decide at once, once, and what they leave to people. */
class InstantTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final CatalogueItemBook BOOK = new CatalogueItemBook(
            CatalogueItemBook.localPackages(Path.of("..", "..", "service-items", "catalogue")), List.of(), ZONE);
    private static final WorkCalendar CALENDAR = new WorkCalendar(BOOK.workingDays(), ZONE);
    private static final String PENSIONER = "350111197309304624";
    private static final byte[] FINGER = "a template".getBytes(StandardCharsets.UTF_8);
    private static final TreeMap<String, String> DRAWING = new TreeMap<>(
            Map.of("source", "sample", "drawing", "true", "drawingSince", "2023-10", "reportedDead", "false"));

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(House.NOW.get());

    /** A request to be confirmed as a pensioner, and what came of handing it in. */
    private record Case(Submission submission, Receipt receipt) {}

    private Centre centre(Duration most) throws IOException {
        return Centre.start(
                House.settings(folder).withKeys(House.besideTheCentre().keys()).withEngine(Engine.USUAL.withInstant(most)), BOOK);
    }

    private static TerminalAtTest at(Centre centre) {
        return new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
    }

    private static Case handedIn(TerminalAtTest terminal, String citizen, String livesIn) {
        SubmissionId id = SubmissionId.random();
        Submission submission = new Submission(
                id,
                House.TERMINAL,
                "pension-eligibility",
                "1.0.0",
                House.NOW.get(),
                "zh-CN",
                new Submission.Applicant("林玉兰", citizen, "ID_CARD"),
                new TreeMap<>(Map.of("applicantName", "林玉兰", "applicantNumber", citizen, "livesIn", livesIn)),
                new TreeMap<>(),
                List.of(new Paper(Paper.FINGERPRINT, 1, Paper.RECORD, FINGER.length, Sha256.of(FINGER))),
                "0137-8K42",
                Optional.empty());
        terminal.putPaper(id, FINGER);
        Heard heard = terminal.put(Cases.path(submission), submission);
        assertEquals(201, heard.status(), heard.text());
        return new Case(submission, heard.as(Receipt.class));
    }

    /** One that has come to a centre at which nothing runs by itself, and may be decided for two seconds. */
    private Case received(String citizen, String livesIn) throws IOException {
        try (Centre centre = centre(Duration.ZERO)) {
            Case made = handedIn(at(centre), citizen, livesIn);
            may(made, now.get().plusSeconds(2));
            return made;
        }
    }

    private static void may(Case made, Instant until) {
        House.database().jdbi().useHandle(handle -> handle.createUpdate("UPDATE case_file SET rules_until = :until WHERE id = :id")
                .bind("until", until)
                .bind("id", made.submission().id().value())
                .execute());
    }

    private InstantDesk desk(Function<Ask, Registers.Queried> register) {
        Registers registers = new Registers() {
            @Override
            public List<Fact> facts(String citizen, Set<String> names, LocalDate today) {
                return List.of();
            }

            @Override
            public Optional<Told> query(Ask ask) {
                return Optional.of(new Told("test", register.apply(ask)));
            }
        };
        LookupNotes notes = new LookupNotes(House.database().jdbi(), new byte[32], now::get);
        return new InstantDesk(
                House.database().jdbi(),
                BOOK,
                new InstantEnquiry(registers, notes),
                CALENDAR,
                now::get,
                Duration.ofSeconds(2));
    }

    private static Registers.Queried drawing(Ask ask) {
        assertEquals(Set.of("source", "drawing", "drawingSince", "reportedDead"), ask.results());
        return new Registers.Queried.Found(DRAWING, new TreeMap<>());
    }

    private static List<String> trace(Case made) {
        return ClerkAtTest.signedIn().view(made.receipt().acceptanceNumber()).events().stream()
                .map(event -> event.deed() + " " + event.by())
                .toList();
    }

    private static String said(Case made) {
        return ClerkAtTest.signedIn().view(made.receipt().acceptanceNumber()).events().stream()
                .filter(event -> event.deed().equals("NOTE"))
                .map(CaseEvent::words)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    private static CaseState state(Case made) {
        return ClerkAtTest.signedIn().view(made.receipt().acceptanceNumber()).state();
    }

    private static long rows(String table, Case made) {
        return House.database().jdbi().withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table + " WHERE id = :id")
                .bind("id", made.submission().id().value())
                .mapTo(Long.class)
                .one());
    }

    private static Progress asked(TerminalAtTest terminal, Case made) {
        return terminal.post(
                        "/api/v1/progress",
                        new ProgressQuery(
                                made.receipt().acceptanceNumber(),
                                made.receipt().lookupCode().orElseThrow()))
                .as(Progress.class);
    }

    @Test
    void whoMeetsTheRulesHasTheDecisionAndItsDocumentRightAfterTheReceipt() throws IOException {
        try (Centre centre = centre(Duration.ofSeconds(30))) {
            TerminalAtTest terminal = at(centre);
            Case made = handedIn(terminal, PENSIONER, "here");
            Progress progress = asked(terminal, made);
            for (int times = 0; progress.stand().orElseThrow().deciding().isPresent() && times < 500; times++) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                progress = asked(terminal, made);
            }
            assertEquals(
                    List.of("received", "accepted", "in-review", "granted", "issued"),
                    progress.stages().stream().map(Progress.Stage::stage).toList(),
                    said(made));
            CaseStand.Decision decision = progress.stand().orElseThrow().decision().orElseThrow();
            assertEquals(CaseStand.Decision.Outcome.GRANTED, decision.outcome());
            assertEquals("养老金发放登记（示例数据，不是真实记录）：2023年10月起发放", decision.grounds().get(1));
            assertEquals("1.0.0", decision.rules().orElseThrow().version());
            assertEquals(decision.grounds().size(), decision.rules().orElseThrow().grounds().size());
            Certificate paper = terminal.put(
                            "/api/v1/results/" + UUID.randomUUID(),
                            new ResultOrder(made.receipt().acceptanceNumber(), PENSIONER))
                    .as(Certificate.class);
            assertEquals("本年度领取资格已确认，养老金照常发放。", paper.values().get("words"));
            assertEquals("1.0.0", paper.values().get("rules"));
        }
    }

    @Test
    void theTraceHasTheGroundsTheRulesAndTheirVersion() throws IOException {
        Case made = received(PENSIONER, "here");
        assertEquals(Became.GRANTED, desk(InstantTest::drawing).decide(made.submission()));
        assertEquals(
                List.of(
                        "RECEIVE centre",
                        "NOTE rules 1.0.0",
                        "ACCEPT rules 1.0.0",
                        "BEGIN rules 1.0.0",
                        "GRANT rules 1.0.0",
                        "ISSUE rules 1.0.0"),
                trace(made));
        assertTrue(said(made).contains("按了指纹") && said(made).contains("示例数据"), said(made));
    }

    @Test
    void howeverOftenAndHoweverManyAtOnceItIsDecidedOnce()
            throws ExecutionException, IOException, InterruptedException {
        Case made = received(PENSIONER, "here");
        InstantDesk one = desk(InstantTest::drawing);
        InstantDesk other = desk(InstantTest::drawing);
        List<Became> became = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var said : threads.invokeAll(Stream.iterate(0, at -> at + 1)
                    .limit(12)
                    .map(at -> (Callable<Became>)
                            () -> (at % 2 == 0 ? one : other).decide(made.submission()))
                    .toList())) {
                became.add(said.get());
            }
        }
        assertEquals(1, became.stream().filter(Became.GRANTED::equals).count(), became.toString());
        assertEquals(11, became.stream().filter(Became.UNTOUCHED::equals).count(), became.toString());
        assertEquals(6, rows("case_event", made));
        assertEquals(1, rows("case_decision", made));
        assertEquals(Became.UNTOUCHED, one.decide(made.submission()));
    }

    @Test
    void theSameSubmissionSentAgainBringsItsReceiptAndNoSecondDecision() throws IOException {
        Case made = received(PENSIONER, "here");
        desk(InstantTest::drawing).decide(made.submission());
        try (Centre centre = centre(Duration.ofSeconds(2))) {
            assertEquals(200, at(centre).put(Cases.path(made.submission()), made.submission()).status());
        }
        assertEquals(6, rows("case_event", made));
    }

    @Test
    void whomTheRulesRefuseHasTheReasonInWords() throws IOException {
        Case made = received("350102199401238511", "here");
        assertEquals(
                Became.REFUSED,
                desk(_ -> new Registers.Queried.Found(
                                new TreeMap<>(Map.of("source", "sample", "drawing", "false", "reportedDead", "false")),
                                new TreeMap<>()))
                        .decide(made.submission()));
        var decision = ClerkAtTest.signedIn().view(made.receipt().acceptanceNumber()).decision().orElseThrow();
        assertEquals(CaseStand.Decision.Outcome.REFUSED, decision.outcome());
        assertEquals(List.of("养老金发放登记（示例数据，不是真实记录）：您现在没有领取养老金"), decision.grounds());
        assertTrue(state(made).collectable());
    }

    @Test
    void whereNoRuleHoldsAPersonDecidesByThePromisedDay() throws IOException {
        Case made = received(PENSIONER, "abroad");
        assertEquals(Became.LEFT, desk(InstantTest::drawing).decide(made.submission()));
        assertEquals("规则不作决定，由工作人员决定：没有一条规则适用", said(made));
        assertEquals(CaseState.RECEIVED, state(made));
        ClerkAtTest clerk = ClerkAtTest.signedIn();
        clerk.doAll(made.receipt().acceptanceNumber(), "CLAIM", "ACCEPT", "BEGIN");
        try (Centre centre = centre(Duration.ofSeconds(2))) {
            assertEquals(
                    Optional.empty(), asked(at(centre), made).stand().orElseThrow().deciding());
        }
    }

    @Test
    void aRegisterThatIsSilentOrBrokenLeavesItToAPerson() throws IOException {
        Map<Function<Ask, Registers.Queried>, String> silences = Map.of(
                _ -> new Registers.Queried.Nothing(), "有一项查不到（reportedDead）",
                _ -> new Registers.Queried.Away(Registers.Why.UNREACHED), "有一项查不到（reportedDead）",
                _ -> new Registers.Queried.Found(new TreeMap<>(), new TreeMap<>()), "有一项查不到（reportedDead）",
                _ -> {
                    throw new IllegalStateException("of a citizen");
                },
                "查询出了问题");
        for (var silence : silences.entrySet()) {
            Case made = received(PENSIONER, "here");
            assertEquals(Became.LEFT, desk(silence.getKey()).decide(made.submission()));
            assertEquals("规则不作决定，由工作人员决定：" + silence.getValue(), said(made));
            assertEquals(0, rows("case_decision", made));
        }
    }

    @Test
    void whatComesAfterTheBoundIsAPersonsThoughTheRulesWouldGrantIt() throws IOException {
        Case made = received(PENSIONER, "here");
        Became became = desk(ask -> {
                    now.set(now.get().plusMillis(2_001));
                    return drawing(ask);
                })
                .decide(made.submission());
        assertEquals(Became.LEFT, became);
        assertEquals("规则不作决定，由工作人员决定：没在规定的时间内查完", said(made));
    }

    @Test
    void nobodyWaitsLongerThanTheBoundForARegisterThatNeverAnswers() throws IOException {
        Case made = received(PENSIONER, "here");
        may(made, now.get().plusMillis(30));
        CountDownLatch never = new CountDownLatch(1);
        InstantDesk desk = desk(ask -> {
            try {
                never.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return drawing(ask);
        });
        try {
            assertEquals(Became.LEFT, desk.decide(made.submission()));
        } finally {
            never.countDown();
        }
    }

    /** A centre that ended between the receipt and the decision has left nothing behind but a case like any other. */
    @Test
    void killedInBetweenItIsAPersonsOrDecidedOnceButNeverBoth() throws IOException {
        Case taken = received(PENSIONER, "here");
        ClerkAtTest clerk = ClerkAtTest.signedIn();
        clerk.doAll(taken.receipt().acceptanceNumber(), "CLAIM");
        assertEquals(Became.UNTOUCHED, desk(InstantTest::drawing).decide(taken.submission()));
        assertEquals(2, rows("case_event", taken));
        Case late = received(PENSIONER, "here");
        now.set(now.get().plusSeconds(60));
        assertEquals(Became.LEFT, desk(InstantTest::drawing).decide(late.submission()));
        assertEquals(CaseState.RECEIVED, state(late));
    }

    @Test
    void whereTheBoundIsZeroNothingIsDecidedAtOnce() throws IOException {
        try (Centre centre = centre(Duration.ZERO)) {
            Case made = handedIn(at(centre), PENSIONER, "here");
            CaseStand stand = asked(at(centre), made).stand().orElseThrow();
            assertEquals(Optional.empty(), stand.deciding());
            assertEquals("received", stand.state());
        }
    }

    @Test
    void itIsNotedAboutWhomAndForWhatARegisterWasAsked() throws IOException {
        Case made = received(PENSIONER, "here");
        desk(InstantTest::drawing).decide(made.submission());
        assertEquals(
                List.of("DECISION test FOUND"),
                House.database().jdbi().withHandle(handle -> handle.createQuery(
                                "SELECT purpose || ' ' || provider || ' ' || outcome FROM lookup WHERE about = :id")
                        .bind("id", made.submission().id().value())
                        .mapTo(String.class)
                        .list()));
    }
}
