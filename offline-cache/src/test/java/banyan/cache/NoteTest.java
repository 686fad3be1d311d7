package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import banyan.acceptance.Consent;
import banyan.acceptance.Sha256;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NoteTest {
    /** These numbers lie on the disks of terminals; none of them may ever mean something else. */
    @Test
    void theKindsNumbersAreTheDisksOwn() {
        assertEquals(
                Map.ofEntries(
                        Map.entry("EVALUATION", 1),
                        Map.entry("TROUBLE", 2),
                        Map.entry("PRINTED", 3),
                        Map.entry("VOID", 4),
                        Map.entry("DEPOSIT", 5),
                        Map.entry("DEPOSIT_TAKEN", 6),
                        Map.entry("READINESS", 7),
                        Map.entry("CONSENT", 8),
                        Map.entry("LEDGER", 9),
                        Map.entry("UNACCEPTED", 10),
                        Map.entry("PAPER_DRAFT", 11),
                        Map.entry("PAPER_DRAFT_USED", 12)),
                Arrays.stream(Note.Kind.values()).collect(Collectors.toMap(Note.Kind::name, Note.Kind::number)));
        for (Note.Kind kind : Note.Kind.values()) {
            assertEquals(Optional.of(kind), Note.Kind.of(kind.number()));
        }
        assertEquals(Optional.empty(), Note.Kind.of(0));
        assertEquals(Optional.empty(), Note.Kind.of(13));
    }

    @Test
    void aConsentIsNamedByWhatItSays() {
        UUID about = UUID.randomUUID();
        Sha256 words = Sha256.of(new byte[] {1});
        Consent consent = new Consent(about, Consent.ID_CARD, "zh-CN", words, Given.NOON);
        assertEquals(Note.of(consent).name(), Note.of(consent).name());
        assertNotEquals(
                Note.of(consent).name(),
                Note.of(new Consent(about, Consent.ID_CARD, "zh-CN", words, Given.NOON.plusSeconds(1))).name());
    }
}
