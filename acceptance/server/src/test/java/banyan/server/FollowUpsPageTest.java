package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import banyan.acceptance.Evaluation;
import banyan.acceptance.Receipt;
import banyan.acceptance.Submission;
import banyan.server.staff.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clerk sees to a bad rating, in a real browser at the real centre. */
class FollowUpsPageTest {
    private static final Browser BROWSER = Browser.start();

    @AfterAll
    static void end() {
        BROWSER.close();
    }

    @BeforeEach
    @AfterEach
    void nothingIsOpen() {
        House.database().jdbi().useHandle(handle -> handle.execute("TRUNCATE follow_up, evaluation"));
    }

    @Test
    void aClerkTakesABadRatingOnCallsAndClosesIt() throws IOException {
        TerminalAtTest terminal = House.terminal();
        Submission submission = Cases.with();
        Receipt receipt = terminal.put(Cases.path(submission), submission).as(Receipt.class);
        terminal.put(
                "/api/v1/evaluations/" + receipt.submission(),
                new Evaluation(1, List.of("TOO-SLOW"), House.CLOCK.instant(), Optional.of("13850192671"), receipt.lookupCode()));
        StaffAtTest clerk = StaffAtTest.signedIn(Role.CLERK);
        Browser.Tab page = BROWSER.tab();
        page.wide(1440, 900);
        page.cookie(StaffAtTest.COOKIE, clerk.token(), House.centre().address() + "staff");
        page.open(House.centre().address() + "staff/follow-ups");
        page.headed("回访整改");
        page.until("document.querySelector('tbody tr')?.textContent.includes('TOO-SLOW')");
        assertFalse(page.is("document.body.textContent.includes('13850192671')").asBoolean());
        page.press("我来办");
        page.until("document.querySelector('form')?.textContent.includes('13850192671')");
        Axe.scan(page);
        Files.createDirectories(Path.of("target", "pictures"));
        Files.write(Path.of("target", "pictures", "staff-follow-ups.png"), page.picture());
        page.type("#field-rectified", "指引已改短");
        page.type("#field-words", "谢谢您的意见，已经改进。");
        page.press("办结");
        page.until("document.querySelector('.said')?.textContent === '办好了。'");
        page.until("document.querySelector('.counts').textContent === '共 1 · 已办结 1 · 其中按期 1 · 超期未办 0'");
        assertFalse(page.is("document.body.textContent.includes('13850192671')").asBoolean());
        Axe.scan(page);
        assertEquals(
                "FOLLOW-UP-HELD RATING 0137 %s, FOLLOW-UP-CLOSED RATING 0137 %s".replace("%s", receipt.submission().toString()),
                clerk.deeds());
        page.press("English");
        page.headed("Follow-ups");
        page.until("document.querySelector('.counts').textContent.startsWith('In all 1')");
    }
}
