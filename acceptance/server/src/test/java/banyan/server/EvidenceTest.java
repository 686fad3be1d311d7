package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Consent;
import banyan.acceptance.LedgerEntry;
import banyan.acceptance.LedgerEntry.Ending;
import banyan.acceptance.NoteReceipt;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final AtomicLong JOBS = new AtomicLong(1);

    private final TerminalAtTest terminal = House.terminal();
    private final UUID name = UUID.randomUUID();
    private final UUID request = UUID.randomUUID();
    private final Consent consent = new Consent(
            request, Consent.ID_CARD, "zh-CN", Sha256.of("words".getBytes(StandardCharsets.UTF_8)), House.NOW.get());
    private final LedgerEntry printed =
            new LedgerEntry(JOBS.getAndIncrement(), "9f86d081884c7d65", 2, 2, Ending.PRINTED, 502_341);

    private Heard agreed(Consent to) {
        return terminal.put("/api/v1/consents/" + name, to);
    }

    private Heard line(LedgerEntry entry) {
        return terminal.put("/api/v1/ledger/" + entry.name(), entry);
    }

    @Test
    void aConsentIsHeldWithTheRequestItWasGivenFor() {
        NoteReceipt receipt = agreed(consent).as(NoteReceipt.class);
        assertEquals(Optional.of(consent), House.centre().records().consent(House.TERMINAL, request));
        assertEquals(NoteReceipt.CONSENT, receipt.kind());
        assertEquals(name.toString(), receipt.name());
        assertEquals(Sha256.of(Json.write(consent)), receipt.hash());
        assertTrue(Signing.holds(House.centre().key(), receipt.signedBytes(), receipt.signature()));
    }

    @Test
    void everyRepeatHasTheSameReceipt() {
        assertArrayEquals(agreed(consent).body(), agreed(consent).body());
        assertArrayEquals(line(printed).body(), line(printed).body());
    }

    @Test
    void theFirstWordStands() {
        agreed(consent);
        Heard other = agreed(new Consent(request, Consent.ID_CARD, "en", consent.words(), consent.at()));
        assertEquals(422, other.status());
        assertEquals("RECORD-DIFFERS", other.code());
        assertEquals(Optional.of(consent), House.centre().records().consent(House.TERMINAL, request));
    }

    @Test
    void aLedgerLineIsHeldAndWhatIsLearnedLaterIsAnother() {
        LedgerEntry voided = new LedgerEntry(printed.job(), printed.certificate(), 2, 2, Ending.VOIDED, 502_342);
        assertEquals(200, line(printed).status());
        assertEquals(200, line(voided).status());
        assertEquals(
                2,
                House.centre().records().ledger(1000).stream()
                        .filter(held -> held.entry().equals(printed) || held.entry().equals(voided))
                        .count());
    }

    @Test
    void aLineUnderAnothersNameIsNone() {
        assertEquals("MALFORMED", terminal.put("/api/v1/ledger/1-1-VOIDED", printed).code());
        assertEquals("MALFORMED", agreed(new Consent(request, "ANYTHING", "zh-CN", consent.words(), consent.at())).code());
    }
}
