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
                Map.of(
                        "EVALUATION", 1,
                        "TROUBLE", 2,
                        "PRINTED", 3,
                        "VOID", 4,
                        "DEPOSIT", 5,
                        "DEPOSIT_TAKEN", 6,
                        "READINESS", 7,
                        "CONSENT", 8,
                        "LEDGER", 9,
                        "UNACCEPTED", 10),
                Arrays.stream(Note.Kind.values()).collect(Collectors.toMap(Note.Kind::name, Note.Kind::number)));
        for (Note.Kind kind : Note.Kind.values()) {
            assertEquals(Optional.of(kind), Note.Kind.of(kind.number()));
        }
        assertEquals(Optional.empty(), Note.Kind.of(0));
        assertEquals(Optional.empty(), Note.Kind.of(11));
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
