package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Answer;
import banyan.acceptance.CentreStatus;
import banyan.acceptance.KeyFiles;
import banyan.acceptance.Problem;
import banyan.acceptance.Refusal;
import banyan.acceptance.Request;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in; that every answer is the centre's own is checked by {@link TerminalAtTest} with each of them. */
class GateTest {
    private final Submission submission = Cases.with();

    @Test
    void aTerminalThatWasNeverIntroducedIsRefused() {
        TerminalAtTest stranger = new TerminalAtTest(House.centre(), "4711", House.TERMINAL_KEYS, House.CLOCK);
        assertRefused(Refusal.TERMINAL_UNKNOWN, stranger.put(Cases.path(submission), submission));
    }

    @Test
    void aNumberThatIsAPathIsNoTerminal() {
        TerminalAtTest stranger = new TerminalAtTest(House.centre(), "../0137", House.TERMINAL_KEYS, House.CLOCK);
        assertRefused(Refusal.TERMINAL_UNKNOWN, stranger.put(Cases.path(submission), submission));
    }

    @Test
    void anotherKeyIsRefused() {
        TerminalAtTest thief = new TerminalAtTest(House.centre(), House.TERMINAL, KeyFiles.newPair(), House.CLOCK);
        assertRefused(Refusal.SIGNATURE_INVALID, thief.put(Cases.path(submission), submission));
    }

    @Test
    void aBodyThatWasChangedOnTheWayIsRefused() {
        Heard heard =
                House.terminal().send("PUT", Cases.path(submission), Json.write(submission), Sha256.of(new byte[] {1}));
        assertRefused(Refusal.SIGNATURE_INVALID, heard);
    }

    @Test
    void elevenMinutesOfSkewAreRefusedAndTheAnswerTellsTheCentresTime() {
        InstantSource late = () -> House.NOW.get().minus(Duration.ofMinutes(11));
        Heard heard = new TerminalAtTest(House.centre(), House.TERMINAL, House.TERMINAL_KEYS, late)
                .put(Cases.path(submission), submission);
        assertRefused(Refusal.CLOCK_SKEW, heard);
        assertEquals(
                Long.toString(House.NOW.get().getEpochSecond()), heard.headers().get(Request.DATE));
    }

    @Test
    void nineMinutesOfSkewAreTaken() {
        InstantSource late = () -> House.NOW.get().minus(Duration.ofMinutes(9));
        Heard heard = new TerminalAtTest(House.centre(), House.TERMINAL, House.TERMINAL_KEYS, late)
                .put(Cases.path(submission), submission);
        assertEquals(201, heard.status());
    }

    @Test
    void withoutHeadersNobodyIsLetIn() {
        Heard heard = House.terminal()
                .call(new okhttp3.Request.Builder()
                        .url(House.centre()
                                .address()
                                .resolve(Cases.path(submission))
                                .toString())
                        .put(okhttp3.RequestBody.create(Json.write(submission)))
                        .build());
        assertRefused(Refusal.TERMINAL_UNKNOWN, heard);
    }

    @Test
    void theStatusAnswersToTheAskersNonce() {
        assertEquals(
                House.NOW.get(), status(House.centre()).as(CentreStatus.class).time());
    }

    private static Heard status(Centre centre) {
        return new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK)
                .call(new okhttp3.Request.Builder()
                        .url(centre.address().resolve("/api/v1/status").toString())
                        .header(Answer.NONCE, "abcdefgh12345678")
                        .build());
    }

    @Test
    void theCentresClockCanBeMoved() {
        Instant before = House.NOW.get();
        House.NOW.set(before.plus(Duration.ofHours(3)));
        try {
            Heard heard = House.terminal().put(Cases.path(submission), submission);
            assertEquals(201, heard.status());
        } finally {
            House.NOW.set(before);
        }
    }

    @Test
    void whatIsNotThereIsRefusedInTheSameForm() {
        assertRefused(Refusal.ROUTE_UNKNOWN, House.terminal().put("/api/v1/nothing", new byte[0]));
        assertRefused(Refusal.METHOD_UNKNOWN, House.terminal().post(Cases.path(submission), submission));
    }

    @Test
    void aNameThatIsNoUuidIsNotThere() {
        assertRefused(Refusal.ROUTE_UNKNOWN, House.terminal().put("/api/v1/submissions/1-2-3-4-5", submission));
    }

    @Test
    void whoFindsNoPlaceIsToldWhenToComeBack(@TempDir Path folder)
            throws IOException, InterruptedException, ExecutionException {
        CentreSettings narrow = House.settings(folder).withLimits(1, 1, Duration.ZERO);
        try (Centre centre = Centre.start(narrow, House.ITEMS);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
            TerminalAtTest there = new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
            Submission first = Cases.with(Cases.page("still missing"));
            there.put(Cases.path(first), first);
            Future<Heard> waiting = holding(threads, () -> there.put(Cases.path(first), first), () -> {
                Submission another = Cases.with(Cases.page("missing too"));
                Heard second = there.put(Cases.path(another), another);
                Problem busy = second.as(Problem.class);
                assertEquals(Refusal.CENTRE_BUSY.code(), busy.code());
                assertEquals(
                        busy.retryAfterSeconds().orElseThrow().toString(),
                        second.headers().get("Retry-After"));
                assertEquals(200, status(centre).status());
            });
            assertEquals(202, waiting.get().status());
            assertEquals(201, there.put(Cases.path(submission), submission).status());
        }
    }

    @Test
    void thoseWhoShareATransactionHaveABoundToo(@TempDir Path folder)
            throws IOException, InterruptedException, ExecutionException {
        CentreSettings narrow = House.settings(folder).withLimits(1, 1, Duration.ZERO);
        try (Centre centre = Centre.start(narrow, House.ITEMS);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
            TerminalAtTest there = new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
            List<Future<Heard>> crowd = new ArrayList<>();
            Future<Heard> first = holding(threads, () -> there.put(Cases.path(submission), submission), () -> {
                while (crowd.stream().noneMatch(Future::isDone)) {
                    assertTrue(crowd.size() < 100, "a hundred are under way in a centre of one connection");
                    Submission one = Cases.with();
                    crowd.add(threads.submit(() -> there.put(Cases.path(one), one)));
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                }
            });
            assertEquals(201, first.get().status());
            List<Integer> answers = new ArrayList<>();
            for (Future<Heard> one : crowd) {
                answers.add(one.get().status());
            }
            assertEquals(Set.of(201, 503), Set.copyOf(answers));
        }
    }

    /** Does something while a request stands in the database before a locked table. */
    private static Future<Heard> holding(
            ExecutorService threads,
            java.util.concurrent.Callable<Heard> request,
            Runnable meanwhile) {
        return House.database().jdbi().inTransaction(handle -> {
            int _ = handle.execute("LOCK TABLE receipt IN ACCESS EXCLUSIVE MODE");
            Future<Heard> waiting = threads.submit(request);
            awaitSomebodyAtALock();
            meanwhile.run();
            return waiting;
        });
    }

    /** On a connection of its own: inside a transaction PostgreSQL goes on showing what it showed first. */
    private static void awaitSomebodyAtALock() {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (House.database()
                        .jdbi()
                        .withHandle(handle -> handle.createQuery(
                                        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                                .mapTo(Long.class)
                                .one())
                == 0) {
            assertTrue(System.nanoTime() < end, "nobody came to wait at the lock");
        }
    }

    private static void assertRefused(Refusal refusal, Heard heard) {
        assertEquals(refusal.status(), heard.status());
        assertEquals(Problem.of(refusal, List.of()), heard.as(Problem.class));
        assertEquals(Problem.MEDIA_TYPE, heard.headers().get("Content-Type"));
    }
}
