package banyan.server.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.acceptance.Fact;
import banyan.server.register.ProviderState.Circuit;
import banyan.server.register.Registers.Queried;
import banyan.server.register.Registers.Why;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** One sick department beside a well one. */
class ProvidersTest {
    private static final Bounds LONG = new Bounds(Duration.ofSeconds(30), 2, Duration.ofSeconds(20));

    private final Now now = new Now();
    private final Sick sick = new Sick();

    @Test
    void whatIsAskedOfAFullOneIsSentAwayAtOnceAndTheOtherAnswersAllTheWhile() throws ExecutionException, InterruptedException {
        sick.holds = true;
        try (Providers all = providers(LONG);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Registers.Told>>> waiting = new ArrayList<>();
            for (int count = 0; count < LONG.atOnce(); count++) {
                waiting.add(threads.submit(() -> all.query(ask("sick"))));
            }
            sick.inside.acquire(LONG.atOnce());
            assertEquals(new Queried.Away(Why.CROWDED), queried(all, "sick"));
            for (int count = 0; count < 50; count++) {
                assertInstanceOf(Queried.Found.class, queried(all, "well"));
            }
            assertEquals(LONG.atOnce(), all.states().getFirst().underWay());
            assertEquals(1, all.states().getFirst().turnedAway());
            sick.goOn.countDown();
            for (Future<Optional<Registers.Told>> one : waiting) {
                assertEquals(new Registers.Told("sick", new Queried.Nothing()), one.get().orElseThrow());
            }
            assertEquals(Circuit.CLOSED, all.states().getFirst().circuit());
        }
    }

    @Test
    void aCallThatIsNotHeardOfInItsTimeIsGivenUpAndItsPlaceIsFreeOnceItHasEnded() throws InterruptedException {
        sick.holds = true;
        try (Providers all = providers(new Bounds(Duration.ofMillis(50), 1, Duration.ofSeconds(20)))) {
            assertEquals(new Queried.Away(Why.SLOW), queried(all, "sick"));
            sick.interrupted.acquire();
            assertEquals(1, all.states().getFirst().failed());
        }
    }

    @Test
    void whoHasFailedFiveTimesIsLeftAloneAndTriedAgainAfterItsRest() {
        sick.says = new Queried.Away(Why.ILL);
        try (Providers all = providers(LONG)) {
            for (int count = 0; count < 5; count++) {
                assertEquals(new Queried.Away(Why.ILL), queried(all, "sick"));
            }
            assertEquals(new Queried.Away(Why.LEFT_ALONE), queried(all, "sick"));
            assertEquals(Circuit.OPEN, all.states().getFirst().circuit());
            assertEquals(5, sick.calls.get());
            now.goOn(LONG.rest().plusSeconds(1));
            assertEquals(new Queried.Away(Why.ILL), queried(all, "sick"));
            assertEquals(Circuit.TRYING, all.states().getFirst().circuit());
            assertEquals(new Queried.Away(Why.ILL), queried(all, "sick"));
            assertEquals(Circuit.OPEN, all.states().getFirst().circuit());
            now.goOn(LONG.rest().plusSeconds(1));
            sick.says = new Queried.Nothing();
            assertEquals(new Queried.Nothing(), queried(all, "sick"));
            assertEquals(new Queried.Nothing(), queried(all, "sick"));
            assertEquals(Circuit.CLOSED, all.states().getFirst().circuit());
        }
    }

    @Test
    void nothingOnRecordIsNoFailure() {
        try (Providers all = providers(LONG)) {
            for (int count = 0; count < 20; count++) {
                assertEquals(new Queried.Nothing(), queried(all, "sick"));
            }
            assertEquals(
                    new ProviderState("sick", Circuit.CLOSED, 0, 2, 20, 0, 0), all.states().getFirst());
        }
    }

    @Test
    void aMistakeInAProviderIsItsFailureAndNobodyElses() {
        sick.bug = true;
        try (Providers all = providers(LONG)) {
            assertEquals(new Queried.Away(Why.ILL), queried(all, "sick"));
            assertInstanceOf(Queried.Found.class, queried(all, "well"));
        }
    }

    @Test
    void whoDoesNotAnswerTellsNoFactsAndTheOthersTellTheirs() {
        sick.factsAway = true;
        try (Providers all = providers(LONG)) {
            assertEquals(
                    List.of("phone"),
                    all.facts("350102199003071234", Set.of("phone", "salary"), LocalDate.of(2026, 11, 20)).stream()
                            .map(Fact::name)
                            .toList());
        }
    }

    private Providers providers(Bounds bounds) {
        return new Providers(List.of(
                new Guarded(sick, bounds, now), new Guarded(DemonstrationRegister.builtIn(), Bounds.USUAL, now)));
    }

    private static Queried queried(Providers all, String item) {
        return all.query(ask(item)).orElseThrow().queried();
    }

    private static Ask ask(String item) {
        TreeMap<String, String> parameters = new TreeMap<>();
        parameters.put("from", "2026-01");
        parameters.put("to", "2026-10");
        return new Ask(
                UUID.randomUUID(), item, "350102199003071234", Set.of("totalPaid"), parameters, LocalDate.of(2026, 11, 20));
    }

    /** A provider of one item that does what a test wants. */
    private static final class Sick implements Provider {
        final Semaphore inside = new Semaphore(0);
        final Semaphore interrupted = new Semaphore(0);
        final CountDownLatch goOn = new CountDownLatch(1);
        final AtomicInteger calls = new AtomicInteger();
        volatile boolean holds;
        volatile boolean bug;
        volatile boolean factsAway;
        volatile Queried says = new Queried.Nothing();

        @Override
        public String name() {
            return "sick";
        }

        @Override
        public boolean has(Ask ask) {
            return ask.item().equals("sick");
        }

        @Override
        public Queried query(Ask ask) {
            calls.incrementAndGet();
            if (bug) {
                throw new IllegalStateException("350102199003071234");
            }
            if (holds) {
                inside.release();
                try {
                    goOn.await();
                } catch (InterruptedException givenUp) {
                    interrupted.release();
                }
            }
            return says;
        }

        @Override
        public Set<String> factNames() {
            return Set.of("salary");
        }

        @Override
        public Optional<List<Fact>> facts(String citizen, Set<String> names, LocalDate today) {
            return factsAway
                    ? Optional.empty()
                    : Optional.of(List.of(new Fact("salary", "1", Fact.Source.REGISTER, today)));
        }
    }

    private static final class Now extends Clock {
        private final AtomicReference<Instant> at = new AtomicReference<>(Instant.parse("2026-11-20T12:46:00Z"));

        void goOn(Duration time) {
            at.updateAndGet(before -> before.plus(time));
        }

        @Override
        public Instant instant() {
            return at.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
