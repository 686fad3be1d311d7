package banyan.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeviceThreadTest {
    private static final Fault GONE = new Fault(Fault.Kind.DISCONNECTED, Fault.Remedy.CALL_STAFF, "TEST-GONE");
    private static final Deadline NO_HURRY = Deadline.in(Duration.ofSeconds(20));

    private final FakeWire wire = new FakeWire();
    private final DeviceThread thread = new DeviceThread("test", wire);
    private final BlockingQueue<DeviceState> told = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        thread.close();
    }

    /** A device whose far end is these fields. */
    private static final class FakeWire implements Wire {
        volatile Outcome<DeviceState> opening = Outcome.done(DeviceState.ready());
        volatile DeviceState tending = DeviceState.ready();
        volatile Duration believed = Duration.ofMinutes(1);
        volatile boolean throwsInTend;
        final BlockingQueue<Pace> paces = new LinkedBlockingQueue<>();
        final AtomicInteger opened = new AtomicInteger();
        final AtomicInteger forgotten = new AtomicInteger();
        final AtomicInteger ended = new AtomicInteger();
        final AtomicInteger shut = new AtomicInteger();

        @Override
        public Outcome<DeviceState> open(Turn turn) {
            opened.incrementAndGet();
            return opening;
        }

        @Override
        public DeviceState tend(Turn turn) {
            if (throwsInTend) {
                throwsInTend = false;
                throw new IllegalStateException("a defect");
            }
            return tending;
        }

        @Override
        public Duration rest(Pace pace) {
            paces.add(pace);
            return Duration.ofMillis(5);
        }

        @Override
        public Duration believedFor() {
            return believed;
        }

        @Override
        public void shut() {
            shut.incrementAndGet();
        }

        @Override
        public void ended() {
            ended.incrementAndGet();
        }

        @Override
        public void forget() {
            forgotten.incrementAndGet();
        }
    }

    private DeviceState nextState() throws InterruptedException {
        DeviceState state = told.poll(10, TimeUnit.SECONDS);
        assertNotNull(state, "no change of state was told");
        return state;
    }

    private void startAndAwaitReady() throws InterruptedException {
        thread.start((_, state) -> told.add(state));
        assertEquals(DeviceState.ready(), nextState());
    }

    /** A command that runs until it is no longer wanted. */
    private static <T> DeviceThread.Command<T> blocking(CountDownLatch begun) {
        return turn -> {
            begun.countDown();
            while (turn.over().isEmpty()) {
                turn.pause(Duration.ofSeconds(1));
            }
            return Outcome.failed(turn.over().get());
        };
    }

    private static <T> CompletableFuture<Outcome<T>> elsewhere(java.util.function.Supplier<Outcome<T>> call) {
        return CompletableFuture.supplyAsync(call, task -> Thread.ofVirtual().start(task));
    }

    @Test
    void aDeviceThatIsNotThereIsLookedForUntilItIs() throws InterruptedException {
        wire.opening = Outcome.failed(GONE);
        thread.start((_, state) -> told.add(state));
        assertEquals(new DeviceState.Absent(GONE), nextState());
        wire.opening = Outcome.done(DeviceState.ready());
        assertEquals(new DeviceState.Opening(), nextState());
        assertEquals(DeviceState.ready(), nextState());
    }

    @Test
    void aDeviceThatIsLookedForInVainIsToldOnce() throws InterruptedException {
        wire.opening = Outcome.failed(GONE);
        thread.start((_, state) -> told.add(state));
        assertEquals(new DeviceState.Absent(GONE), nextState());
        while (wire.opened.get() < 3) {
            Thread.onSpinWait();
        }
        assertTrue(told.isEmpty());
    }

    @Test
    void aDeviceNobodyAsksIsLookedAtLessOftenUntilItIsAskedOrChanges() throws InterruptedException {
        try (DeviceThread calming = new DeviceThread("calming", wire, Duration.ofMillis(40))) {
            calming.start((_, state) -> told.add(state));
            assertEquals(DeviceState.ready(), nextState());
            awaitPace(Pace.CALM);
            assertEquals(Outcome.done(1), calming.run(NO_HURRY, _ -> Outcome.done(1)));
            awaitPace(Pace.LIVELY);
            awaitPace(Pace.CALM);
            wire.tending = new DeviceState.NeedsHelp(GONE);
            awaitPace(Pace.LIVELY);
            awaitPace(Pace.CALM);
        }
    }

    private void awaitPace(Pace pace) throws InterruptedException {
        Pace next = wire.paces.poll(10, TimeUnit.SECONDS);
        while (next != pace) {
            assertNotNull(next, "the device is not looked at " + pace);
            next = wire.paces.poll(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aCalmDeviceThatIsPulledOutIsNoticedWithinASecond() {
        assertEquals(Duration.ofMillis(700), Pace.CALM.between(Duration.ofMillis(100)));
        assertEquals(Duration.ofMillis(100), Pace.LIVELY.between(Duration.ofMillis(100)));
        assertEquals(Duration.ofSeconds(2), Pace.CALM.between(Duration.ofSeconds(2)));
    }

    @Test
    void aFaultOfDisconnectionHasTheDeviceLookedForAgain() throws InterruptedException {
        startAndAwaitReady();
        assertEquals(Outcome.failed(GONE), thread.run(NO_HURRY, _ -> Outcome.failed(GONE)));
        assertEquals(new DeviceState.Absent(GONE), nextState());
        assertEquals(new DeviceState.Opening(), nextState());
        assertEquals(DeviceState.ready(), nextState());
    }

    @Test
    void aCommandToADeviceThatIsNotThereSaysSoAtOnce() throws InterruptedException {
        wire.opening = Outcome.failed(GONE);
        thread.start((_, state) -> told.add(state));
        assertEquals(new DeviceState.Absent(GONE), nextState());
        assertEquals(Outcome.failed(GONE), thread.run(NO_HURRY, _ -> Outcome.done("never runs")));
    }

    @Test
    void anUnusualStateIsToldOnceHoweverOftenItIsSeen() throws InterruptedException {
        startAndAwaitReady();
        wire.tending = new DeviceState.NeedsHelp(GONE);
        assertEquals(new DeviceState.NeedsHelp(GONE), nextState());
        wire.tending = DeviceState.ready();
        assertEquals(DeviceState.ready(), nextState());
    }

    @Test
    void commandsOfManyCallersRunOneAfterTheOther() throws InterruptedException {
        startAndAwaitReady();
        AtomicInteger inside = new AtomicInteger();
        List<CompletableFuture<Outcome<Integer>>> calls = new ArrayList<>();
        for (int i = 0; i <= DeviceThread.WAITING_COMMANDS; i++) {
            calls.add(elsewhere(() -> thread.run(NO_HURRY, turn -> {
                int now = inside.incrementAndGet();
                turn.pause(Duration.ofMillis(5));
                inside.decrementAndGet();
                return Outcome.done(now);
            })));
        }
        calls.forEach(call -> assertEquals(Outcome.done(1), call.join()));
    }

    @Test
    void oneCommandTooManyIsAnsweredBusy() throws InterruptedException {
        startAndAwaitReady();
        CountDownLatch begun = new CountDownLatch(1);
        List<CompletableFuture<Outcome<String>>> calls = new ArrayList<>();
        calls.add(elsewhere(() -> thread.run(NO_HURRY, blocking(begun))));
        begun.await();
        AtomicInteger refused = new AtomicInteger();
        CountDownLatch one = new CountDownLatch(1);
        for (int i = 0; i <= DeviceThread.WAITING_COMMANDS; i++) {
            calls.add(elsewhere(() -> {
                Outcome<String> outcome = thread.run(NO_HURRY, blocking(begun));
                if (outcome.equals(Outcome.failed(DeviceThread.FULL))) {
                    refused.incrementAndGet();
                    one.countDown();
                }
                return outcome;
            }));
        }
        assertTrue(one.await(10, TimeUnit.SECONDS));
        thread.close();
        calls.forEach(CompletableFuture::join);
        assertEquals(1, refused.get());
    }

    @Test
    void anInterruptedCallerCancelsItsCommandAndTheNextOneRuns() throws InterruptedException {
        startAndAwaitReady();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Outcome<String>> outcome = new CompletableFuture<>();
        Thread caller = Thread.ofVirtual().start(() -> outcome.complete(thread.run(NO_HURRY, blocking(begun))));
        begun.await();
        caller.interrupt();
        assertEquals(Outcome.failed(DeviceThread.CANCELLED), outcome.join());
        assertEquals(Outcome.done("next"), thread.run(NO_HURRY, _ -> Outcome.done("next")));
    }

    @Test
    void anInterruptForOneCommandNeverReachesTheNext() throws InterruptedException {
        startAndAwaitReady();
        for (int i = 0; i < 200; i++) {
            CountDownLatch begun = new CountDownLatch(1);
            Thread caller = Thread.ofVirtual()
                    .start(() -> thread.run(NO_HURRY, _ -> {
                        begun.countDown();
                        return Outcome.done("short");
                    }));
            begun.await();
            caller.interrupt();
            assertEquals(
                    Outcome.done(false),
                    thread.run(
                            NO_HURRY, _ -> Outcome.done(Thread.currentThread().isInterrupted())));
        }
    }

    @Test
    void aCommandPastItsDeadlineIsLate() throws InterruptedException {
        startAndAwaitReady();
        Outcome<String> late = thread.run(Deadline.in(Duration.ofMillis(30)), blocking(new CountDownLatch(1)));
        assertEquals(Outcome.failed(DeviceThread.LATE), late);
    }

    @Test
    void aCommandThatNeverLooksUpDoesNotHoldItsCaller() throws InterruptedException {
        startAndAwaitReady();
        CountDownLatch release = new CountDownLatch(1);
        Outcome<String> late = thread.run(Deadline.in(Duration.ofMillis(30)), _ -> {
            while (release.getCount() > 0) {
                Thread.onSpinWait();
            }
            return Outcome.done("too late");
        });
        release.countDown();
        assertEquals(Outcome.failed(DeviceThread.LATE), late);
    }

    @Test
    void closingEndsARunningCommandAndIsTheLastThingTold() throws InterruptedException {
        startAndAwaitReady();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Outcome<String>> call = elsewhere(() -> thread.run(NO_HURRY, blocking(begun)));
        begun.await();
        thread.close();
        assertEquals(Outcome.failed(DeviceThread.CLOSED), call.join());
        assertEquals(new DeviceState.Closed(), nextState());
        assertEquals(Outcome.failed(DeviceThread.CLOSED), thread.run(NO_HURRY, _ -> Outcome.done("")));
        assertTrue(wire.shut.get() > 0 && wire.forgotten.get() > 0);
    }

    @Test
    void aThrowingListenerHarmsNobody() {
        thread.start((_, state) -> {
            told.add(state);
            throw new IllegalStateException("a listener's defect");
        });
        assertEquals(Outcome.done("works"), thread.run(NO_HURRY, _ -> Outcome.done("works")));
        assertEquals(DeviceState.ready(), thread.state());
    }

    @Test
    void aDriverThatThrowsIsOpenedAnew() throws InterruptedException {
        startAndAwaitReady();
        wire.throwsInTend = true;
        assertEquals(new DeviceState.Absent(DeviceThread.DEFECT), nextState());
        assertEquals(new DeviceState.Opening(), nextState());
        assertEquals(DeviceState.ready(), nextState());
    }

    @Test
    void forgettingCancelsWhatRunsAndHasTheWireForget() throws InterruptedException {
        startAndAwaitReady();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Outcome<String>> call = elsewhere(() -> thread.run(NO_HURRY, blocking(begun)));
        begun.await();
        thread.forget();
        assertEquals(1, wire.forgotten.get());
        assertEquals(Outcome.failed(DeviceThread.CANCELLED), call.join());
    }

    @Test
    void forgettingLetsADocumentBeSentToItsEnd() throws InterruptedException {
        startAndAwaitReady();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1);
        CompletableFuture<Outcome<String>> call = elsewhere(() -> thread.runToItsEnd(NO_HURRY, turn -> {
            begun.countDown();
            while (sent.getCount() > 0 && turn.over().isEmpty()) {
                turn.pause(Duration.ofMillis(1));
            }
            return Outcome.done("sent");
        }));
        begun.await();
        CompletableFuture<Outcome<String>> forgetting = elsewhere(() -> {
            thread.forget();
            return Outcome.done("forgotten");
        });
        sent.countDown();
        assertEquals(Outcome.done("sent"), call.join());
        assertEquals(Outcome.done("forgotten"), forgetting.join());
    }

    @Test
    void whatHasNotBeenHeardForTooLongIsUnknown() throws InterruptedException {
        startAndAwaitReady();
        wire.believed = Duration.ZERO;
        assertInstanceOf(DeviceState.Unknown.class, thread.state());
        assertFalse(thread.state().usable());
    }

    @Test
    void aListenerThatCallsBackIsAnsweredInsteadOfWaitingForItself() {
        CompletableFuture<Outcome<String>> answer = new CompletableFuture<>();
        thread.start((_, _) -> answer.complete(thread.run(NO_HURRY, _ -> Outcome.done("never"))));
        assertEquals(Outcome.failed(DeviceThread.OWN_THREAD), answer.join());
    }

    @Test
    void resettingEndsARunningCommandAndOpensAgain() throws InterruptedException {
        startAndAwaitReady();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Outcome<String>> call = elsewhere(() -> thread.run(NO_HURRY, blocking(begun)));
        begun.await();
        assertEquals(Outcome.done(DeviceState.ready()), thread.reset(Deadline.in(Duration.ofSeconds(5))));
        assertEquals(Outcome.failed(DeviceThread.CANCELLED), call.join());
        assertEquals(2, wire.opened.get());
    }

    @Test
    void aDeviceThatWasNeverStartedClosesToo() {
        thread.close();
        assertEquals(new DeviceState.Closed(), thread.state());
        assertEquals(1, wire.ended.get());
    }
}
