package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.Refusal;
import banyan.acceptance.Submission;
import banyan.server.staff.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which keys the centre takes, and which no more. */
class RevocationTest {
    /** What is said inside the gate to whoever speaks for another. */
    private static final String LET_IN = Refusal.SUBMISSION_MISNAMED.code();

    private final Submission ofAnother = Cases.with();

    private String answer(Centre centre, String number, KeyPair keys) {
        return new TerminalAtTest(centre, number, keys, House.CLOCK)
                .put(Cases.path(ofAnother), ofAnother)
                .code();
    }

    @Test
    void whomAnOperatorShutsOutIsRefusedFromTheNextRequestOnAndWithThisKeyForGood(@TempDir Path folder) throws IOException {
        KeyPair keys = KeyFiles.newPair();
        House.centre().introduce("0701", keys.getPublic());
        assertEquals(LET_IN, answer(House.centre(), "0701", keys));
        StaffAtTest operator = StaffAtTest.signedIn(Role.OPERATOR);
        assertEquals(
                204, operator.post("/staff/api/terminals/0701/revocation").status());
        assertEquals(Refusal.TERMINAL_REVOKED.code(), answer(House.centre(), "0701", keys));
        assertEquals("TERMINAL-REVOKED 0701", operator.deeds());
        assertThrows(IOException.class, () -> House.centre().introduce("0701", keys.getPublic()));
        try (Centre other = Centre.start(House.settings(folder), House.ITEMS)) {
            assertEquals(Refusal.TERMINAL_REVOKED.code(), answer(other, "0701", keys));
        }
        KeyPair next = KeyFiles.newPair();
        House.centre().introduce("0701", next.getPublic());
        assertEquals(LET_IN, answer(House.centre(), "0701", next));
    }

    @Test
    void aKeyThatAnotherHasReplacedIsTakenNoMore() throws IOException {
        KeyPair before = KeyFiles.newPair();
        KeyPair after = KeyFiles.newPair();
        House.centre().introduce("0702", before.getPublic());
        House.centre().introduce("0702", after.getPublic());
        assertEquals(Refusal.SIGNATURE_INVALID.code(), answer(House.centre(), "0702", before));
        assertEquals(LET_IN, answer(House.centre(), "0702", after));
        assertThrows(IOException.class, () -> House.centre().introduce("0702", before.getPublic()));
    }

    @Test
    void nobodyElseShutsATerminalOutAndOneThatIsNotThereCannotBe() {
        String path = "/staff/api/terminals/0137/revocation";
        assertEquals(403, StaffAtTest.signedIn(Role.CLERK).post(path).status());
        assertEquals(
                404,
                StaffAtTest.signedIn(Role.OPERATOR)
                        .post("/staff/api/terminals/9999/revocation")
                        .status());
    }
}
