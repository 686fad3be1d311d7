package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The line and the centre, as they go and come back. */
class SyncLinkTest extends AtTheSender {
    @Test
    void anAnswerThatIsNotTheCentresSaysNothing() {
        Sealed sealed = keep(100);
        centre.signing = false;
        sync.start();
        Delivery.End end = tried(sealed);
        assertEquals(new Delivery.StillHere("NOT-THE-CENTRE"), end);
        assertInstanceOf(SyncState.Offline.class, sync.state());
        centre.signing = true;
        assertInstanceOf(Delivery.Received.class, deliver(sealed));
        assertInstanceOf(SyncState.Online.class, sync.state());
    }

    @Test
    void aTerminalThatIsNotWelcomeTriesAgainForEver() {
        Sealed sealed = keep(100);
        centre.handling = _ -> Optional.of(TestCentre.Said.refusal(Refusal.CLOCK_SKEW));
        sync.start();
        Delivery.End end = tried(sealed);
        assertEquals(new Delivery.StillHere("CLOCK-SKEW"), end);
        assertEquals(
                "CLOCK-SKEW",
                assertInstanceOf(SyncState.Refused.class, sync.state()).code());
        centre.handling = _ -> Optional.empty();
        awaitEmpty();
        assertInstanceOf(Standing.Received.class, standing(sealed).orElseThrow());
        assertInstanceOf(SyncState.Online.class, sync.state());
    }

    @Test
    void anUnknownTerminalStaysRefusedThoughTheStatusAnswers() throws IOException {
        keep(100);
        sync = sync(centre.port(), KeyFiles.newPair());
        List<SyncState> states = new CopyOnWriteArrayList<>();
        sync.onState(states::add);
        sync.start();
        Until.holds(() ->
                centre.requests.stream().filter(each -> each.startsWith("GET")).count() > 3);
        assertEquals(2, states.size(), "flapped: " + states);
        assertInstanceOf(SyncState.Refused.class, states.getLast());
    }

    @Test
    void aCentreThatAsksForTimeGetsIt() {
        Sealed sealed = keep();
        AtomicInteger asked = new AtomicInteger();
        centre.handling = request -> request.startsWith("PUT") && asked.incrementAndGet() == 1
                ? Optional.of(TestCentre.Said.refusal(Refusal.CENTRE_BUSY).after(1))
                : Optional.empty();
        sync.start();
        long before = System.nanoTime();
        assertInstanceOf(Delivery.Received.class, deliver(sealed));
        assertTrue(System.nanoTime() - before >= 990_000_000L, "came back too soon");
        assertEquals(2, asked.get());
    }

    @Test
    void whoeverOnTheWayAsksForTimeDoesNotGetIt() {
        Sealed sealed = keep();
        AtomicInteger asked = new AtomicInteger();
        centre.handling = request -> request.startsWith("PUT") && asked.incrementAndGet() == 1
                ? Optional.of(TestCentre.Said.refusal(Refusal.CENTRE_BUSY).afterByHeaderAlone(3600))
                : Optional.empty();
        sync.start();
        assertInstanceOf(Delivery.Received.class, deliver(sealed));
    }

    @Test
    void whatWasKeptOfflineGoesByItselfWhenTheCentreComesBack() throws IOException {
        int port = centre.port();
        centre.close();
        Sealed sealed = keep(100);
        assertInstanceOf(Appended.Kept.class, journal.append(Given.trouble(1), Given.SOON));
        sync.start();
        Delivery.End end = tried(sealed);
        assertEquals(new Delivery.StillHere("NO-CONNECTION"), end);
        assertInstanceOf(SyncState.Offline.class, sync.state());
        List<Delivery.End> late = new CopyOnWriteArrayList<>();
        sync.onLateEnd(late::add);
        centre = new TestCentre(port);
        awaitEmpty();
        Until.holds(() -> late.size() == 1);
        assertInstanceOf(Delivery.Received.class, late.getFirst());
        assertEquals(1, centre.effects());
        assertInstanceOf(SyncState.Online.class, sync.state());
    }

    @Test
    void theCentreIsFoundAgainThoughEveryEntryHasALongWaitBeforeItAndNothingNewIsWritten() throws IOException {
        int port = centre.port();
        centre.close();
        Sealed sealed = keep(100);
        Sealed second = keep(100);
        sync = new Sync(
                journal,
                closing(TestCentre.client(port)),
                Instant::now,
                new Sync.Pacing(Duration.ofHours(2), Duration.ofHours(2), Duration.ofHours(2), Duration.ofMillis(50)));
        sync.start();
        assertEquals(new Delivery.StillHere("NO-CONNECTION"), tried(sealed));
        centre = new TestCentre(port);
        awaitEmpty();
        assertInstanceOf(Standing.Received.class, standing(sealed).orElseThrow());
        assertInstanceOf(Standing.Received.class, standing(second).orElseThrow());
    }

    @Test
    void aLinkThatChangesEndsEveryWaitOfOurOwn() throws IOException {
        int port = centre.port();
        centre.close();
        Sealed sealed = keep(100);
        sync = new Sync(journal, closing(TestCentre.client(port)), Instant::now, SLOW);
        sync.start();
        assertEquals(new Delivery.StillHere("NO-CONNECTION"), tried(sealed));
        centre = new TestCentre(port);
        AtomicReference<Set<String>> interfaces = new AtomicReference<>(Set.of("eth0"));
        try (LinkWatch _ =
                LinkWatch.start(() -> Optional.of(interfaces.get()), Duration.ofMillis(5), sync::hurry)) {
            interfaces.set(Set.of("eth0", "eth0 192.0.2.7"));
            awaitEmpty();
        }
        assertInstanceOf(Standing.Received.class, standing(sealed).orElseThrow());
    }

    @Test
    void aMachineThatSleptTriesAgainAtOnceHoweverLongItMeantToWait() throws IOException {
        AtomicReference<Duration> slept = new AtomicReference<>(Duration.ZERO);
        CentreClient client = TestCentre.client(centre.port(), TestCentre.TERMINAL.getPrivate());
        open.add(client);
        sync = new Sync(
                journal,
                client,
                () -> Instant.now().plus(slept.get()),
                SLOW);
        int port = centre.port();
        centre.close();
        Sealed sealed = keep(100);
        sync.start();
        Delivery.End end = tried(sealed);
        assertEquals(new Delivery.StillHere("NO-CONNECTION"), end);
        centre = new TestCentre(port);
        slept.set(Duration.ofHours(8));
        awaitEmpty();
        assertInstanceOf(Standing.Received.class, standing(sealed).orElseThrow());
    }

    @Test
    void statesAreToldOnceForEachChange() {
        List<SyncState> states = new CopyOnWriteArrayList<>();
        sync.onState(states::add);
        sync.start();
        IntStream.range(0, 4).forEach(_ -> assertInstanceOf(Delivery.Received.class, deliver(keep())));
        assertEquals(
                List.of(SyncState.Offline.class, SyncState.Online.class),
                states.stream().map(Object::getClass).toList());
    }

    @Test
    void aFullDiskShowsUntilThereIsRoom() throws IOException {
        sync.start();
        disk.room(1000);
        Until.holds(() -> sync.state() instanceof SyncState.Full);
        disk.room(Long.MAX_VALUE);
        Until.holds(() -> sync.state() instanceof SyncState.Online);
    }

    /** A write each second wears a disk out for nothing; after what the start asked, the log stays as it is while the room is looked at. */
    @Test
    void atRestTheRoomIsLookedAtAndTheDiskIsLeftAlone() throws IOException {
        Path log = folder.resolve(JournalFile.NAME + "-wal");
        sync.start();
        Until.holds(() -> {
            byte[] before = Files.readAllBytes(log);
            long looks = disk.looks();
            Until.holds(() -> disk.looks() >= looks + 2);
            return Arrays.equals(before, Files.readAllBytes(log));
        });
    }
}
