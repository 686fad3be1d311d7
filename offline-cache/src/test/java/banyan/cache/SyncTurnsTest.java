package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many that wait: none of them waits for another's trouble, and a citizen for none of them. */
class SyncTurnsTest extends AtTheSender {
    @Test
    void anotherTransferUnderWayDelaysThatEntryAlone() {
        Sealed busy = keep(100);
        Sealed good = keep(100);
        AtomicInteger asked = new AtomicInteger();
        centre.handling = request -> request.contains(busy.id().toString()) && asked.incrementAndGet() == 1
                ? Optional.of(TestCentre.Said.refusal(Refusal.TRANSFER_UNDER_WAY).after(1))
                : Optional.empty();
        sync.start();
        awaitEmpty();
        assertInstanceOf(Standing.Received.class, standing(busy).orElseThrow());
        List<String> puts = centre.requests.stream()
                .filter(each -> each.matches("PUT /api/v1/submissions/[^/]*"))
                .toList();
        assertTrue(puts.lastIndexOf("PUT /api/v1/submissions/" + busy.id())
                > puts.lastIndexOf("PUT /api/v1/submissions/" + good.id()));
    }

    @Test
    void anItemTheCentreHasNotYetHoldsUpNobodyElse() {
        Sealed early = keep(100);
        centre.handling = request -> request.contains(early.id().toString())
                ? Optional.of(TestCentre.Said.refusal(Refusal.ITEM_VERSION_UNKNOWN))
                : Optional.empty();
        sync = new Sync(journal, closing(TestCentre.client(centre.port())), Instant::now, SLOW);
        sync.start();
        Sealed other = keep(100);
        Until.quietly(() -> standing(other).orElseThrow() instanceof Standing.Received);
        assertInstanceOf(Standing.Unanswered.class, standing(early).orElseThrow());
    }

    @Test
    void whatIsAboutOneThingGoesInItsOrderAndNothingElseWaits() {
        Sealed filed = keep(100);
        Note rating = new Note(Note.Kind.EVALUATION, filed.id().toString(), new byte[] {'{', '}'});
        assertInstanceOf(Appended.Kept.class, journal.append(rating, Given.SOON));
        assertInstanceOf(Appended.Kept.class, journal.append(Given.trouble(1), Given.SOON));
        AtomicInteger refused = new AtomicInteger();
        centre.handling = request -> request.contains("submissions/" + filed.id())
                        && refused.incrementAndGet() < 4
                ? Optional.of(TestCentre.Said.refusal(Refusal.CENTRE_FAULT))
                : Optional.empty();
        sync.start();
        awaitEmpty();
        List<String> puts =
                centre.requests.stream().filter(each -> each.startsWith("PUT")).toList();
        assertEquals("PUT /api/v1/evaluations/" + filed.id(), puts.getLast());
        assertTrue(puts.indexOf("PUT /api/v1/troubles/0137-T1") < puts.size() - 2, "the trouble waited: " + puts);
    }

    @Test
    void aPoisonedEntryIsSetAsideAndTheOthersGo() {
        Sealed poison = keep(100);
        Sealed good = keep(100);
        centre.handling = request -> request.contains(poison.id().toString())
                ? Optional.of(TestCentre.Said.refusal(Refusal.ANSWERS_INVALID))
                : Optional.empty();
        sync.start();
        assertInstanceOf(Delivery.Received.class, deliver(good));
        assertEquals(new Delivery.Refused("ANSWERS-INVALID"), deliver(poison));
        assertEquals(
                List.of(poison.number() + " ANSWERS-INVALID"),
                journal.report().stuck().stream()
                        .map(stuck -> stuck.number() + " " + stuck.code())
                        .toList());
    }

    @Test
    void anEntryThatUpsetsTheCentreDoesNotHoldUpTheOthers() {
        Sealed upsetting = keep(100);
        List<Sealed> others = List.of(keep(100), keep(200), keep(300));
        centre.handling = request -> request.contains(upsetting.id().toString())
                ? Optional.of(TestCentre.Said.refusal(Refusal.CENTRE_FAULT))
                : Optional.empty();
        sync.start();
        others.forEach(other -> assertInstanceOf(Delivery.Received.class, deliver(other)));
        assertTrue(journal.pending(upsetting.id().toString()).isPresent());
        centre.handling = _ -> Optional.empty();
        awaitEmpty();
    }

    @Test
    void staffCanSendAgainWhatWasRefused() {
        Sealed sealed = keep();
        centre.handling = _ -> Optional.of(TestCentre.Said.refusal(Refusal.ITEM_VERSION_UNKNOWN));
        sync.start();
        Delivery.End _ = tried(sealed);
        assertTrue(journal.refuse(journal.pending().getFirst(), "ITEM-VERSION-UNKNOWN"));
        centre.handling = _ -> Optional.empty();
        assertTrue(journal.sendAgain(journal.report().stuck().getFirst()));
        awaitEmpty();
        assertInstanceOf(Standing.Received.class, standing(sealed).orElseThrow());
    }

    @Test
    void aCentreThatSaysNothingDoesNotHoldTheCitizenBeyondTheDeadline() {
        CountDownLatch silence = new CountDownLatch(1);
        centre.handling = _ -> {
            awaitQuietly(silence);
            return Optional.empty();
        };
        Sealed sealed = keep(100);
        sync.start();
        List<Delivery> steps = new CopyOnWriteArrayList<>();
        Delivery.End end = sync.deliver(sealed.id(), Duration.ofMillis(300), steps::add);
        assertInstanceOf(Delivery.StillHere.class, end);
        assertTrue(steps.stream().allMatch(new Delivery.Sending()::equals), "told what had not happened");
        silence.countDown();
        awaitEmpty();
        assertEquals(1, centre.effects());
    }

    @Test
    void whoeverWaitsIsServedThoughTheBacklogHangs() {
        IntStream.range(0, 30).forEach(_ -> keep());
        Sealed waiting = keep();
        String awaited = "PUT /api/v1/submissions/" + waiting.id();
        CountDownLatch release = new CountDownLatch(1);
        centre.handling = request -> {
            if (!request.equals(awaited)) {
                awaitQuietly(release);
            }
            return Optional.empty();
        };
        sync.start();
        Until.quietly(() -> putRequests().size() == 2);
        assertInstanceOf(Delivery.Received.class, deliver(waiting));
        assertEquals(2, putRequests().indexOf(awaited), "two of the backlog were under way, and no more");
        release.countDown();
        awaitEmpty();
    }

    @Test
    void aLargeBacklogEntryGivesWayBetweenItsPapers() throws InterruptedException {
        CountDownLatch firstPaper = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        centre.handling = request -> {
            if (request.contains("/papers/") && firstPaper.getCount() > 0) {
                firstPaper.countDown();
                awaitQuietly(goOn);
            }
            return Optional.empty();
        };
        Sealed large = keep(100, 200, 300, 400);
        sync.start();
        assertTrue(firstPaper.await(20, TimeUnit.SECONDS));
        Sealed urgent = keep();
        Thread citizen = Thread.ofVirtual().start(() -> deliver(urgent));
        while (citizen.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        awaitEmpty();
        assertInstanceOf(Standing.Received.class, standing(large).orElseThrow());
        int urgentAt = centre.requests.indexOf("PUT /api/v1/submissions/" + urgent.id());
        long papersBefore = centre.requests.subList(0, urgentAt).stream()
                .filter(each -> each.contains("/papers/"))
                .count();
        assertEquals(1, papersBefore);
    }

    @Test
    void fiveWhoWaitAtOnceAllGetTheirReceipt() {
        List<Sealed> all =
                IntStream.range(0, 5).mapToObj(each -> keep(each * 1000)).toList();
        List<Delivery.End> ends = new CopyOnWriteArrayList<>();
        sync.start();
        List<Thread> citizens = all.stream()
                .map(each -> Thread.ofVirtual().start(() -> ends.add(deliver(each))))
                .toList();
        citizens.forEach(AtTheSender::join);
        assertEquals(
                5, ends.stream().filter(Delivery.Received.class::isInstance).count());
        assertEquals(5, centre.effects());
    }

    @Test
    void aPaperDamagedOnTheDiskIsSetAsideAndTheOthersGo() throws IOException {
        Sealed damaged = keep(100_000);
        Path paper = JournalTest.list(folder.resolve("papers")).getFirst();
        JournalTest.flip(paper, 90_000);
        Sealed good = keep(100);
        sync.start();
        assertInstanceOf(Delivery.Received.class, deliver(good));
        assertEquals(new Delivery.Refused("PAPER-DAMAGED"), deliver(damaged));
    }
}
