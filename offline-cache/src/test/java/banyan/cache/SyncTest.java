package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.acceptance.Consent;
import banyan.acceptance.FactsQuery;
import banyan.acceptance.KeyFiles;
import banyan.acceptance.NoteReceipt;
import banyan.acceptance.Problem;
import banyan.acceptance.Receipt;
import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is kept is brought to the centre, once, and only its own word counts. */
class SyncTest extends AtTheSender {
    private long puts() {
        return putRequests().size();
    }

    @Test
    void theStepsAreToldInOrderAndEndWithTheReceipt() {
        Sealed sealed = keep(100, 200_000);
        List<Delivery> steps = new CopyOnWriteArrayList<>();
        sync.start();
        Delivery.End end = sync.deliver(sealed.id(), Given.SOON, steps::add);
        assertEquals(
                List.of(
                        new Delivery.Sending(),
                        new Delivery.PapersHeld(0, 2),
                        new Delivery.PapersHeld(1, 2),
                        new Delivery.PapersHeld(2, 2),
                        new Delivery.PapersHeld(2, 2),
                        end),
                steps);
        assertEquals(
                Receipts.NUMBER,
                assertInstanceOf(Delivery.Received.class, end).receipt().acceptanceNumber());
    }

    @Test
    void aReceiptOfBeforeThereWereLookupCodesHolds() {
        centre.receipts = right -> Receipts.signed(
                Receipts.CENTRE, right.submission(), right.payload(), right.papers(), java.util.Optional.empty());
        Sealed sealed = keep(100);
        sync.start();
        assertEquals(
                java.util.Optional.empty(),
                assertInstanceOf(Delivery.Received.class, deliver(sealed)).receipt().lookupCode());
    }

    @Test
    void aReceiptOfBeforeThereWereLegalDatesHoldsAndCountsFromItsArrival() {
        centre.receipts = right -> Receipts.signed(
                Receipts.CENTRE,
                right.submission(),
                right.payload(),
                right.papers(),
                right.lookupCode(),
                java.util.Optional.empty());
        Sealed sealed = keep(100);
        sync.start();
        Receipt receipt =
                assertInstanceOf(Delivery.Received.class, deliver(sealed)).receipt();
        assertEquals(receipt.receivedAt(), receipt.legalDate());
        assertEquals(
                -1, new String(receipt.signedBytes(), StandardCharsets.UTF_8).indexOf("filed-at"));
    }

    @Test
    void theReceiptIsInTheJournalAfterRestart() {
        Sealed sealed = keep(100);
        sync.start();
        assertInstanceOf(Delivery.Received.class, deliver(sealed));
        journal.close();
        journal = Given.journal(folder);
        Standing.Received received =
                assertInstanceOf(Standing.Received.class, standing(sealed).orElseThrow());
        assertEquals(Receipts.NUMBER, received.receipt().acceptanceNumber());
    }

    @Test
    void whatTheCentreGetsIsWhatWasKept() {
        Note note = Given.trouble(4);
        assertInstanceOf(Appended.Kept.class, journal.append(note, Given.SOON));
        sync.start();
        awaitEmpty();
        assertArrayEquals(note.body(), centre.notes.get("/api/v1/troubles/" + note.name()));
    }

    @Test
    void aReportOutlivesARestartAndItsArrivalIsToldOnceItIsThere() {
        byte[] pdf = {'%', 'P', 'D', 'F', 0, (byte) 0x80, (byte) 0xFF};
        Note note = Note.readiness(UUID.randomUUID(), pdf);
        assertInstanceOf(Appended.Kept.class, journal.append(note, Given.SOON));
        journal.close();
        journal = Given.journal(folder);
        sync = sync(centre.port(), TestCentre.TERMINAL);
        List<Note.End> ends = new CopyOnWriteArrayList<>();
        CountDownLatch told = new CountDownLatch(1);
        sync.onNote(end -> {
            ends.add(end);
            told.countDown();
        });
        sync.start();
        awaitEmpty();
        awaitQuietly(told);
        assertEquals(List.of(new Note.End(Note.Kind.READINESS, note.name(), Optional.empty())), ends);
        assertArrayEquals(pdf, centre.notes.get("/api/v1/readiness/" + note.name()));
    }

    @Test
    void aConsentIsGivenUpOnlyForTheCentresSignedWordThatItHoldsIt() {
        List<UnaryOperator<NoteReceipt>> lies = List.of(
                right -> new NoteReceipt("ledger", right.name(), right.hash(), right.at(), right.keyId(), right.signature()),
                right -> new NoteReceipt(right.kind(), "other", right.hash(), right.at(), right.keyId(), right.signature()),
                right -> new NoteReceipt(
                        right.kind(), right.name(), Sha256.of(new byte[1]), right.at(), right.keyId(), right.signature()),
                right -> new NoteReceipt(
                        right.kind(), right.name(), right.hash(), right.at().plusSeconds(1), right.keyId(), right.signature()),
                right -> right.signed(new byte[64]));
        Note note = Note.of(
                new Consent(UUID.randomUUID(), Consent.ID_CARD, "zh-CN", Sha256.of(new byte[] {1}), Given.NOON));
        CentreClient client = TestCentre.client(centre.port());
        open.add(client);
        Courier courier = new Courier(journal, client);
        for (UnaryOperator<NoteReceipt> lie : lies) {
            centre.noteReceipts = lie;
            assertInstanceOf(Appended.Kept.class, journal.append(note, Given.SOON));
            Pending entry = journal.pending().getFirst();
            assertEquals(
                    new Courier.Trip.Later("RECEIPT-NOT-VALID", Verdict.ENTRY, java.util.Optional.empty()),
                    courier.carry(entry, _ -> {}, () -> false));
            assertEquals(1, journal.report().notes());
        }
        centre.noteReceipts = UnaryOperator.identity();
        sync.start();
        awaitEmpty();
        assertArrayEquals(note.body(), centre.notes.get("/api/v1/consents/" + note.name()));
    }

    @Test
    void aReceiptWithAnyLieInItIsNoReceipt() {
        KeyPair stranger = KeyFiles.newPair();
        Sha256 other = Sha256.of(new byte[] {1});
        List<UnaryOperator<Receipt>> lies = List.of(
                right -> Receipts.signed(stranger, right.submission(), right.payload(), right.papers()),
                right -> Receipts.signed(Receipts.CENTRE, SubmissionId.random(), right.payload(), right.papers()),
                right -> Receipts.signed(Receipts.CENTRE, right.submission(), other, right.papers()),
                right -> Receipts.signed(Receipts.CENTRE, right.submission(), right.payload(), List.of()),
                right -> Receipts.signed(
                        Receipts.CENTRE,
                        right.submission(),
                        right.payload(),
                        right.papers().reversed()),
                right -> new Receipt(
                        right.submission(),
                        right.payload(),
                        right.papers(),
                        "350126999999",
                        right.receivedAt(),
                        right.answerBy(),
                        right.filedAt(),
                        right.lookupCode(),
                        right.keyId(),
                        right.signature()),
                right -> new Receipt(
                        right.submission(),
                        right.payload(),
                        right.papers(),
                        right.acceptanceNumber(),
                        right.receivedAt(),
                        right.answerBy(),
                        right.filedAt(),
                        java.util.Optional.of("00000000"),
                        right.keyId(),
                        right.signature()),
                right -> new Receipt(
                        right.submission(),
                        right.payload(),
                        right.papers(),
                        right.acceptanceNumber(),
                        right.receivedAt(),
                        right.answerBy(),
                        right.filedAt().map(at -> at.minusSeconds(86_400)),
                        right.lookupCode(),
                        right.keyId(),
                        right.signature()));
        sync.start();
        for (UnaryOperator<Receipt> lie : lies) {
            centre.receipts = lie;
            Sealed sealed = keep(100, 200);
            Delivery.End end = tried(sealed);
            assertEquals(new Delivery.StillHere("RECEIPT-NOT-VALID"), end);
            assertInstanceOf(Standing.Unanswered.class, standing(sealed).orElseThrow());
        }
    }

    @Test
    void aSubmissionReceivedBeforeIsAnsweredAtOnce() {
        Sealed sealed = keep();
        sync.start();
        Delivery.End first = deliver(sealed);
        long asked = puts();
        Receipt again =
                assertInstanceOf(Delivery.Received.class, deliver(sealed)).receipt();
        assertEquals(assertInstanceOf(Delivery.Received.class, first).receipt().keyId(), again.keyId());
        assertEquals(asked, puts());
    }

    @Test
    void aListenerThatFailsHarmsNobody() {
        Sealed sealed = keep(100);
        sync.onState(_ -> {
            throw new IllegalStateException("a listener's bug");
        });
        sync.start();
        Delivery.End end = sync.deliver(sealed.id(), Given.SOON, _ -> {
            throw new IllegalStateException("a listener's bug");
        });
        assertInstanceOf(Delivery.Received.class, end);
    }

    @Test
    void theOnlineCallsGiveValuesForEverything() {
        try (CentreClient client = TestCentre.client(centre.port())) {
            var query = new FactsQuery("item", Given.CARD);
            assertInstanceOf(Reply.Answered.class, client.facts(query, Given.SOON));
            assertInstanceOf(Reply.Answered.class, client.status(Given.SOON));
            centre.handling = _ -> Optional.of(TestCentre.Said.refusal(Refusal.NOTHING_ON_RECORD));
            assertEquals(
                    new Reply.Refused<>(422, "NOTHING-ON-RECORD", Optional.empty()), client.facts(query, Given.SOON));
            centre.signing = false;
            assertEquals(new Reply.Unreachable<>("NOT-THE-CENTRE"), client.facts(query, Given.SOON));
            centre.close();
            assertEquals(new Reply.Unreachable<>("NO-CONNECTION"), client.facts(query, Given.SOON));
        }
    }

    @Test
    void aCodeThatIsNoneIsNotTakenOver() {
        byte[] problem = Wire.write(new Problem("urn:x", "x", 422, "欧阳娜娜\nINJECTED", List.of(), Optional.empty()));
        centre.handling = _ -> Optional.of(new TestCentre.Said(422, problem, ""));
        try (CentreClient client = TestCentre.client(centre.port())) {
            assertEquals(new Reply.Refused<>(422, "HTTP-422", Optional.empty()), client.status(Given.SOON));
        }
    }

    @Test
    void aCallEndsAtItsDeadline() {
        CountDownLatch silence = new CountDownLatch(1);
        centre.handling = _ -> {
            awaitQuietly(silence);
            return Optional.empty();
        };
        try (CentreClient client = TestCentre.client(centre.port())) {
            assertEquals(new Reply.Unreachable<>("TIMEOUT"), client.status(Duration.ofMillis(200)));
        }
        silence.countDown();
    }
}
