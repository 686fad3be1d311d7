package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.CaseStand;
import banyan.acceptance.Progress;
import banyan.acceptance.ProgressQuery;
import banyan.acceptance.Receipt;
import banyan.acceptance.Submission;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a case stands is told to whoever holds its receipt, and to nobody else. */
class ProgressTest {
    private static final String PATH = "/api/v1/progress";
    private static final String UNKNOWN = "350126000000";

    private static int terminals = 400;

    private final Instant began = House.NOW.get();
    private TerminalAtTest terminal = House.terminal();

    /** A terminal that has tried nothing yet. */
    @BeforeEach
    void another() throws IOException {
        terminal = newTerminal();
    }

    /** For whoever comes next nothing has been tried, and the clock is where it was. */
    @AfterEach
    void asBefore() {
        House.NOW.set(began);
        House.database().jdbi().useHandle(handle -> handle.execute("DELETE FROM lookup_try"));
    }

    private static TerminalAtTest newTerminal() {
        return House.introduced("0" + ++terminals);
    }

    private static Receipt received() {
        Submission submission = Cases.with();
        return House.terminal().put(Cases.path(submission), submission).as(Receipt.class);
    }

    private TerminalAtTest.Heard ask(String number, String code) {
        return terminal.post(PATH, new ProgressQuery(number, code));
    }

    private static String code(Receipt receipt) {
        return receipt.lookupCode().orElseThrow();
    }

    private static String other(String code) {
        return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
    }

    @Test
    void theReceiptsNumberAndCodeTellWhatTheReceiptSays() {
        Receipt receipt = received();
        assertEquals(
                new Progress(
                        receipt.acceptanceNumber(),
                        TestItems.FILING,
                        receipt.receivedAt(),
                        receipt.filedAt(),
                        receipt.answerBy(),
                        List.of(new Progress.Stage("received", receipt.receivedAt())),
                        Optional.of(new CaseStand(
                                "received",
                                new CaseStand.Promise(
                                        Optional.of(receipt.answerBy()),
                                        Optional.of(5),
                                        LocalDate.of(2026, 11, 20),
                                        Optional.empty()),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                true))),
                ask(receipt.acceptanceNumber(), code(receipt)).as(Progress.class));
    }

    @Test
    void itTellsNobodysNameAndNothingThatWasHandedIn() {
        Receipt receipt = received();
        String told = ask(receipt.acceptanceNumber(), code(receipt)).text();
        assertFalse(told.contains("张") || told.contains(Cases.CITIZEN) || told.contains("13850192671"), told);
    }

    @Test
    void everyReceiptHasACodeOfItsOwnAndARepeatedOneTheSame() {
        Submission submission = Cases.with();
        Receipt first = House.terminal().put(Cases.path(submission), submission).as(Receipt.class);
        Receipt again = House.terminal().put(Cases.path(submission), submission).as(Receipt.class);
        assertTrue(code(first).matches("[0-9]{8}"));
        assertEquals(code(first), code(again));
        assertNotEquals(code(first), code(received()));
    }

    @Test
    void aWrongCodeAndANumberThatIsNoneAreAnsweredAlike() {
        Receipt receipt = received();
        TerminalAtTest.Heard wrong = ask(receipt.acceptanceNumber(), other(code(receipt)));
        TerminalAtTest.Heard none = ask(UNKNOWN, code(receipt));
        assertEquals("PROGRESS-UNKNOWN", wrong.code());
        assertEquals(none.status(), wrong.status());
        assertArrayEquals(none.body(), wrong.body());
    }

    @Test
    void anotherCasesCodeDoesNotFit() {
        assertEquals(
                "PROGRESS-UNKNOWN",
                ask(received().acceptanceNumber(), code(received())).code());
    }

    @Test
    void afterFiveWrongCodesForANumberNotEvenTheRightOneIsLookedAtForTenMinutes() throws IOException {
        Receipt receipt = received();
        for (int tried = 0; tried < 5; tried++) {
            assertEquals(
                    "PROGRESS-UNKNOWN",
                    ask(receipt.acceptanceNumber(), other(code(receipt))).code());
        }
        terminal = newTerminal();
        TerminalAtTest.Heard refused = ask(receipt.acceptanceNumber(), code(receipt));
        assertEquals("PROGRESS-TOO-MANY-TRIES", refused.code());
        assertEquals(429, refused.status());
        House.NOW.updateAndGet(now -> now.plus(Duration.ofMinutes(10)));
        assertEquals(200, ask(receipt.acceptanceNumber(), code(receipt)).status());
    }

    @Test
    void aNumberThatIsNoneIsBoundedLikeAnyOther() {
        for (int tried = 0; tried < 5; tried++) {
            assertEquals("PROGRESS-UNKNOWN", ask(UNKNOWN, "0000000" + tried).code());
        }
        assertEquals("PROGRESS-TOO-MANY-TRIES", ask(UNKNOWN, "00000005").code());
    }

    @Test
    void aTerminalThatTriesNumberAfterNumberIsStoppedAndOthersAreNot() throws IOException {
        Receipt receipt = received();
        for (int tried = 0; tried < 30; tried++) {
            assertEquals(
                    "PROGRESS-UNKNOWN",
                    ask("3501260001%02d".formatted(tried), "00000000").code());
        }
        assertEquals(
                "PROGRESS-TOO-MANY-TRIES",
                ask(receipt.acceptanceNumber(), code(receipt)).code());
        terminal = newTerminal();
        assertEquals(200, ask(receipt.acceptanceNumber(), code(receipt)).status());
    }

    @Test
    void whatIsNoNumberAndCodeIsRefusedWithoutBeingLookedUp() {
        for (String number : List.of("", "35012608419", "0137-8K42", "350126' OR '1'='1", "3".repeat(5000))) {
            assertEquals("MALFORMED", ask(number, "00000000").code());
        }
        for (String code : List.of("", "1234567", "123456789", "abcdefgh")) {
            assertEquals("MALFORMED", ask(UNKNOWN, code).code());
        }
    }

    @Test
    void aReceiptOfBeforeThereWereCodesCannotBeAskedFor() {
        Receipt receipt = received();
        House.database().jdbi().useHandle(handle -> handle.createUpdate("DELETE FROM lookup_code WHERE number = :number")
                .bind("number", receipt.acceptanceNumber())
                .execute());
        assertEquals(
                "PROGRESS-UNKNOWN",
                ask(receipt.acceptanceNumber(), code(receipt)).code());
    }

    @Test
    void neitherTheTriedNumberNorTheTerminalStandsAmongTheTries() {
        ask(UNKNOWN, "00000000");
        long clear = House.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM lookup_try WHERE encode(subject, 'escape') LIKE '%350126%'")
                        .mapTo(Long.class)
                        .one());
        assertEquals(0, clear);
    }
}
