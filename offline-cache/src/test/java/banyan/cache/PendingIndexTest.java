package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many wait, the oldest go first, and none is forgotten or counted twice. */
class PendingIndexTest {
    private static final int FEW = 10;

    @TempDir
    Path folder;

    private static Pending entry(long order, Pending.State state) {
        return new Pending(
                // Rows tell no order.
                Long.reverse(order) >>> 1,
                Optional.empty(),
                Sealed.What.SUBMISSION,
                "name" + order,
                "0137-" + order,
                order,
                0,
                state,
                Pending.NO_CODE,
                Sha256.of(new byte[0]),
                List.of());
    }

    private static List<Long> orders(PendingIndex index) {
        return index.waiting().map(Pending::order).toList();
    }

    @Test
    void ofMoreThanItHoldsItHasTheOldestAndCountsAll() {
        PendingIndex index = new PendingIndex(3);
        for (long order : new long[] {5, 2, 8, 1, 9, 3}) {
            index.add(entry(order, Pending.State.KEPT));
        }
        assertEquals(List.of(1L, 2L, 3L), orders(index));
        assertEquals(new PendingIndex.Counts(6, 0, 0), index.counts());
        assertFalse(index.whole());
        index.remove(entry(1, Pending.State.KEPT));
        index.remove(entry(2, Pending.State.KEPT));
        index.add(entry(10, Pending.State.KEPT));
        assertEquals(List.of(3L), orders(index), "one came before others that wait longer");
        assertEquals(new PendingIndex.Counts(5, 0, 0), index.counts());
    }

    @Test
    void whatChangesWhileItIsLearntIsNeitherForgottenNorCountedTwice() {
        PendingIndex index = new PendingIndex(FEW);
        List<Pending> rows = new ArrayList<>(
                List.of(entry(1, Pending.State.KEPT), entry(2, Pending.State.SENT), entry(3, Pending.State.KEPT)));
        rows.forEach(index::add);
        rows.sort((one, other) -> Long.compare(one.id(), other.id()));
        index.learn();
        index.met(rows.getFirst());
        index.met(rows.getFirst().id());
        // One that was met goes, one that was not changes, and one comes behind and one in front of where it is being learnt.
        index.remove(rows.getFirst());
        Pending changed = rows.getLast().with(Pending.State.REFUSED, "CODE");
        index.change(rows.getLast(), changed);
        Pending front = new Pending(
                0, Optional.empty(), Sealed.What.SUBMISSION, "f", "f", 4, 0, Pending.State.KEPT, "-", Sha256.of(new byte[0]), List.of());
        index.add(front);
        index.met(rows.get(1));
        index.met(changed);
        index.met(Long.MAX_VALUE);
        index.learnt();
        assertEquals(List.of(rows.get(1).order(), 4L), orders(index));
        assertEquals(List.of(changed), index.aside());
        assertEquals(2, index.counts().kept() + index.counts().unanswered());
        assertTrue(index.whole());
    }

    @Test
    void aJournalLargerThanTheIndexIsSentInTheOrderOfKeeping() {
        PendingIndex index = new PendingIndex(FEW);
        Outbox outbox = outbox(index);
        EntrySeal seal = new EntrySeal(Given.vault(folder));
        List<String> kept = new ArrayList<>();
        for (int at = 1; at <= 5 * FEW; at++) {
            Note note = Given.trouble(at);
            Pending entry = entry(at, Pending.State.KEPT);
            Head head = new Head(Sealed.What.SUBMISSION, at, note.name(), note.name(), Sha256.of(note.body()), List.of());
            Pending pending = new Pending(
                    entry.id(), Optional.of(note.kind()), Sealed.What.SUBMISSION, note.name(), note.name(), at, 0, Pending.State.KEPT, "-",
                    Sha256.of(note.body()), List.of());
            assertInstanceOf(
                    Appended.Kept.class,
                    outbox.keep(new Outbox.Ready(pending, seal.seal(pending.id(), head, note.body()), List.of())));
            kept.add(note.name());
        }
        List<String> sent = new ArrayList<>();
        for (Optional<Pending> next = next(outbox, index); next.isPresent(); next = next(outbox, index)) {
            assertTrue(outbox.done(next.get()));
            sent.add(next.get().name());
        }
        assertEquals(kept, sent);
        outbox.footing().close();
    }

    private static Optional<Pending> next(Outbox outbox, PendingIndex index) {
        while (outbox.hasToLearn() && outbox.learn()) {
            continue;
        }
        return index.first(_ -> true);
    }

    private Outbox outbox(PendingIndex index) {
        Journal.Settings settings = Given.settings(folder, new OsDisk(), UnaryOperator.identity());
        EntrySeal seal = new EntrySeal(settings.vault());
        Tags tags = new Tags(settings.vault());
        JournalFile file = new JournalFile(settings.disk(), folder, settings.vault(), seal, tags, settings.wrap());
        return new Outbox(
                file,
                assertInstanceOf(JournalFile.Opened.Ok.class, file.open()).db(),
                new Outbox.Equipment(
                        seal,
                        tags,
                        new Papers(settings.disk(), folder),
                        new Ballast(settings.disk(), folder, 0),
                        index,
                        settings.clock()));
    }

    @Test
    void whatIsLearntInPortionsIsWholeAndLeavesNoPapersOfNothing() throws IOException {
        int many = Inventory.PORTION * 2 + 3;
        try (Journal journal = Given.journal(folder)) {
            for (int at = 0; at < many; at++) {
                assertInstanceOf(Appended.Kept.class, journal.append(Given.trouble(at), Given.SOON));
            }
        }
        Path orphan = folder.resolve("papers/0123456789abcdef0123456789abcdef");
        Files.createDirectories(orphan.resolveSibling("."));
        Files.write(orphan, "nobody's".getBytes(StandardCharsets.US_ASCII));
        try (Journal journal = Given.journal(folder)) {
            assertEquals(many, journal.report().notes());
            assertEquals("0137-T0", journal.pending().getFirst().number());
            Until.holds(() -> Files.notExists(orphan));
        }
    }
}
