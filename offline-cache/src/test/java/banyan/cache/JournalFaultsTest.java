package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fails the n-th operation, n = 1, 2, 3 … until a run passes untouched, and looks each time at what was said and what is. */
class JournalFaultsTest {
    private static final int SIZE = 70_000;

    /** An append first asks whether it is there already; a fault of that question is certain, one of the write is not. */
    private static final int FIRST_WRITE = 2;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aFaultOfTheDiskAtAnyPointLeavesAllOrNothing(FaultyDisk.Fault fault) throws IOException {
        long clean = 0;
        for (long n = 1; clean == 0; n++) {
            Path here = Files.createDirectory(folder.resolve("n" + n));
            FaultyDisk disk = new FaultyDisk();
            VisitKey key = VisitKey.random();
            PageStore pages = PageStore.open(here, key, disk);
            Optional<Sealed> sealed;
            Optional<Appended> said = Optional.empty();
            try (Journal journal = Given.journal(Given.settings(here, disk, UnaryOperator.identity()))) {
                disk.fail(fault, n);
                sealed = switch (pages.put(Given.bytes(SIZE, 0))) {
                    case PageStore.Put.Stored(var page) -> Optional.of(Given.sealed(journal, List.of(page)));
                    case PageStore.Put.Full(), PageStore.Put.Failed _ -> Optional.empty();
                };
                if (sealed.isPresent()) {
                    said = Optional.of(journal.append(sealed.get(), pages, Given.SOON));
                }
                clean = disk.operations() < n ? n : 0;
                disk.fail(fault, Long.MAX_VALUE);
            }
            agrees(here, sealed, said);
            if (sealed.isEmpty()) {
                assertEquals(0, files(here.resolve("visits").resolve(key.visit())), "half a page at " + n);
            }
        }
        assertTrue(clean > 5, "only " + clean + " points were tried");
    }

    @ParameterizedTest
    @EnumSource
    void aFaultOfTheDatabaseAtAnyPointLeavesAllOrNothing(FaultyConnection.Fault fault) throws IOException {
        long clean = 0;
        for (long n = 1; clean == 0; n++) {
            Path here = Files.createDirectory(folder.resolve("n" + n));
            FaultyConnection faulty = new FaultyConnection();
            PageStore pages = PageStore.open(here, VisitKey.random());
            Sealed sealed;
            Appended said;
            try (Journal journal = Given.journal(Given.settings(here, new OsDisk(), faulty::around))) {
                sealed = Given.sealed(journal, Given.pages(pages, SIZE));
                faulty.fail(fault, n);
                said = journal.append(sealed, pages, Given.SOON);
                clean = faulty.statements() < n ? n : 0;
                faulty.fail(fault, Long.MAX_VALUE);
            }
            agrees(here, Optional.of(sealed), Optional.of(said));
        }
        assertTrue(clean > 1, "only " + clean + " points were tried");
    }

    /** What was said is what is there after a restart, and the same submission can then be kept. */
    private static void agrees(Path here, Optional<Sealed> sealed, Optional<Appended> said) throws IOException {
        try (Journal journal = Given.journal(here)) {
            boolean kept = !journal.pending().isEmpty();
            if (said.isPresent()) {
                switch (said.get()) {
                    case Appended.Kept _ -> assertTrue(kept, "promised and lost");
                    case Appended.Full _, Appended.Failed _ -> assertTrue(!kept, "refused and kept");
                    case Appended.Unsure _ -> {}
                }
            }
            if (kept) {
                Outgoing out = journal.read(journal.pending().getFirst()).orElseThrow();
                ByteArrayOutputStream paper = new ByteArrayOutputStream();
                journal.read(out.papers().getFirst(), paper);
                assertArrayEquals(Given.bytes(SIZE, 0), paper.toByteArray());
                assertArrayEquals(sealed.orElseThrow().payload(), out.payload());
            } else {
                assertEquals(0, files(here.resolve("papers")), "papers of nothing");
            }
        }
    }

    private static int files(Path folder) throws IOException {
        return Files.isDirectory(folder) ? JournalTest.list(folder).size() : 0;
    }

    @Test
    void afterAFaultThatHasPassedTheJournalKeepsAgain() {
        FaultyConnection faulty = new FaultyConnection();
        try (Journal journal = Given.journal(Given.settings(folder, new OsDisk(), faulty::around))) {
            faulty.fail(FaultyConnection.Fault.BEFORE_AND_FROM_THERE, FIRST_WRITE);
            assertEquals(new Appended.Unsure(), journal.append(Given.trouble(1), Given.SOON));
            assertInstanceOf(Room.Broken.class, journal.room());
            faulty.fail(FaultyConnection.Fault.BEFORE, Long.MAX_VALUE);
            assertInstanceOf(Appended.Kept.class, journal.append(Given.trouble(1), Given.SOON));
            assertEquals(new Room.Enough(), journal.room());
        }
    }

    @Test
    void aDiskThatCanOnlyBeReadIsNoticedThoughNobodyHasKeptAnything() {
        FaultyConnection faulty = new FaultyConnection();
        try (Journal journal = Given.journal(Given.settings(folder, new OsDisk(), faulty::around))) {
            assertEquals(new Room.Enough(), journal.room());
            faulty.fail(FaultyConnection.Fault.BEFORE_AND_FROM_THERE, 1);
            assertInstanceOf(Room.Broken.class, journal.room());
        }
    }

    /** The ten seconds: nobody asks the journal anything in them. */
    @Test
    void aDiskThatComesBackIsNoticedWithinTenSecondsThoughNobodyAsks() throws IOException {
        FaultyConnection faulty = new FaultyConnection();
        try (Journal journal = Given.journal(Given.settings(folder, new OsDisk(), faulty::around))) {
            PageStore pages = PageStore.open(folder, VisitKey.random());
            Sealed sealed = Given.sealed(journal, Given.pages(pages, 100));
            faulty.fail(FaultyConnection.Fault.BEFORE_AND_FROM_THERE, FIRST_WRITE);
            assertEquals(new Appended.Unsure(), journal.append(sealed, pages, Given.SOON));
            assertTrue(journal.troubled());
            faulty.fail(FaultyConnection.Fault.BEFORE, Long.MAX_VALUE);
            Until.holds(Duration.ofSeconds(10), () -> !journal.troubled());
            assertEquals(new Room.Enough(), journal.room());
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
            assertEquals(1, journal.report().kept());
        }
    }

    @Test
    void aDiskThatWasFullIsNoticedToHaveRoomThoughNobodyAsks() throws IOException {
        FaultyConnection faulty = new FaultyConnection();
        try (Journal journal = Given.journal(Given.settings(folder, new OsDisk(), faulty::around))) {
            faulty.fail(FaultyConnection.Fault.NO_ROOM, 1);
            assertEquals(new Room.Full(1), journal.room());
            Until.holds(Duration.ofSeconds(10), () -> !journal.troubled());
            assertEquals(new Room.Enough(), journal.room());
        }
    }

    @Test
    void whatCouldNotBeSaidIsKnownOnceTheDiskWorksAgain() {
        FaultyConnection faulty = new FaultyConnection();
        PageStore pages = PageStore.open(folder, VisitKey.random());
        try (Journal journal = Given.journal(Given.settings(folder, new OsDisk(), faulty::around))) {
            Sealed sealed = Given.sealed(journal, List.of());
            faulty.fail(FaultyConnection.Fault.BEFORE_AND_FROM_THERE, FIRST_WRITE);
            assertEquals(new Appended.Unsure(), journal.append(sealed, pages, Given.SOON));
            faulty.fail(FaultyConnection.Fault.BEFORE, Long.MAX_VALUE);
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
            assertEquals(1, journal.report().kept());
        }
    }

    @Test
    void aFullDiskRefusesNewVisitsAndTakesThemAgainWhenThereIsRoom() {
        FaultyDisk disk = new FaultyDisk();
        try (Journal journal = Given.journal(Given.settings(folder, disk, UnaryOperator.identity()))) {
            assertEquals(new Room.Enough(), journal.room());
            disk.room((1 << 20) - 1000);
            assertEquals(new Room.Full(1000), journal.room());
            disk.room(1 << 21);
            assertEquals(new Room.Enough(), journal.room());
        }
    }

    @Test
    void aFullDiskIsSaidAndTheSameSubmissionIsKeptLater() {
        FaultyConnection faulty = new FaultyConnection();
        PageStore pages = PageStore.open(folder, VisitKey.random());
        try (Journal journal = Given.journal(Given.settings(folder, new OsDisk(), faulty::around))) {
            Sealed sealed = Given.sealed(journal, Given.pages(pages, 100));
            faulty.fail(FaultyConnection.Fault.NO_ROOM, 1);
            assertEquals(new Appended.Full(), journal.append(sealed, pages, Given.SOON));
            assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
        }
    }

    @Test
    void theBallastGoesWhenTheDiskIsFull() throws IOException {
        Journal.Settings plain = Given.settings(folder, new OsDisk(), UnaryOperator.identity());
        FaultyConnection faulty = new FaultyConnection();
        Ballast ballast = new Ballast(plain.disk(), folder, 4096);
        ballast.take(1 << 20, 1 << 10);
        Path file = folder.resolve("ballast");
        assertEquals(4096, Files.size(file));
        try (Journal journal = Given.journal(Given.settings(folder, plain.disk(), faulty::around))) {
            faulty.fail(FaultyConnection.Fault.NO_ROOM, 1);
            assertEquals(new Appended.Full(), journal.append(Given.trouble(1), Given.SOON));
            assertTrue(Files.notExists(file));
        }
    }
}
