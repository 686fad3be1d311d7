package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Receipt;
import banyan.acceptance.Submission;
import banyan.server.staff.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The clerk's console in a real browser: a case from the inbox to its document, and one that goes back to its citizen. */
class ConsoleTest {
    private static final Browser BROWSER = Browser.start();

    private final Browser.Tab page = BROWSER.tab();
    private final StaffAtTest clerk = StaffAtTest.signedIn(Role.CLERK);
    private final String number = received();

    @AfterAll
    static void end() {
        BROWSER.close();
    }

    private static String received() {
        byte[] proof = Cases.page("console " + System.nanoTime());
        Submission submission = Cases.with(proof);
        TerminalAtTest terminal = House.terminal();
        terminal.put(Cases.path(submission), submission);
        terminal.putPaper(submission.id(), proof);
        return terminal.put(Cases.path(submission), submission).as(Receipt.class).acceptanceNumber();
    }

    private void open() {
        page.wide(1440, 900);
        page.cookie(StaffAtTest.COOKIE, clerk.token(), House.centre().address() + "staff");
        page.open(House.centre().address() + "staff/inbox#" + number);
        page.headed("待办");
        shows(number);
    }

    private void shows(String words) {
        page.until("document.getElementById('case').innerText.includes('" + words + "')");
    }

    /** Does it, and waits until it is said that it was done. */
    private void does(String deed) {
        page.press(deed);
        done(deed);
    }

    private void done(String deed) {
        page.until("document.querySelector('.said')?.textContent === '办好了。 " + deed + " · " + number + "'");
    }

    @Test
    void aClerkTakesACaseAndDecidesItAndTheAuditorSeesWhoViewedIt() throws IOException {
        open();
        assertTrue(page.text().contains("张三丰"));
        assertTrue(page.text().contains("可信级 C"));
        does("认领");
        does("受理");
        does("开始审查");
        page.press("已与原件核对");
        page.until("document.getElementById('case').innerText.includes('可信级 B')");
        Axe.scan(page);
        Files.createDirectories(Path.of("target", "pictures"));
        Files.write(Path.of("target", "pictures", "staff-console.png"), page.picture());
        page.press("准予");
        page.is("document.querySelector('input[name=ground]').focus()");
        page.key(" ");
        page.type("#field-words", "材料齐全");
        Axe.scan(page);
        page.press("确定");
        done("准予");
        does("出件");
        shows("已出件");
        StaffAtTest auditor = StaffAtTest.signedIn(Role.AUDITOR);
        String viewed = auditor.get("/staff/api/audit?deed=CASE-VIEWED&subject=" + number).text();
        assertTrue(viewed.contains("\"" + clerk.number() + "\""), viewed);
        assertEquals(403, auditor.get("/staff/api/cases/" + number).status());
        assertEquals(
                403,
                StaffAtTest.signedIn(Role.ADMINISTRATOR)
                        .get("/staff/api/cases/" + number)
                        .status());
    }

    @Test
    void aClerkAsksForEverythingAtOnceAndHandsTheCaseBack() {
        open();
        does("认领");
        page.press("要求补正");
        page.is("document.querySelector('input[name=thing][value=\"FIELD phone\"]').click()");
        page.type("#field-words", "号码打不通，请改正");
        page.press("确定");
        done("要求补正");
        shows("号码打不通，请改正");
        shows("补正期间不计时");
        page.press("移交");
        page.press("确定");
        done("移交");
        shows("无人认领");
    }

    @Test
    void whoeverComesSecondIsShownWhatTheOtherDid() {
        open();
        StaffAtTest other = StaffAtTest.signedIn(Role.CLERK);
        String seen = other.get("/staff/api/cases/" + number).text();
        String version = seen.replaceFirst("(?s).*\"version\":([0-9]+).*", "$1");
        other.post("/staff/api/cases/" + number + "/deeds", java.util.Map.of("deed", "CLAIM", "version", Integer.valueOf(version)));
        page.press("认领");
        page.until("document.querySelector('[role=alert]').textContent === '别人刚办过这件，已为您重新打开。'");
        shows(other.number());
    }

    @Test
    void theListIsGoneThroughByKeyboard() {
        received();
        open();
        page.until("document.querySelectorAll('#cases .entry').length > 1");
        // From the head of the list, wherever in it the case of this test stands.
        page.is("document.querySelector('#cases .entry').click()");
        shows(page.is("document.querySelector('#cases .entry').dataset.number").asString());
        page.is("document.activeElement.blur()");
        String head = page.is("document.querySelector('[aria-current=true]').dataset.number").asString();
        page.key("j");
        page.until("document.activeElement.classList.contains('entry') && document.activeElement.dataset.number !== '" + head + "'");
        shows(page.is("document.activeElement.dataset.number").asString());
        page.key("k");
        page.until("document.querySelector('[aria-current=true]')?.dataset.number === '" + head + "'");
        shows(head);
        // At the head there is nothing before it.
        page.key("k");
        assertEquals(head, page.is("document.activeElement.dataset.number").asString());
    }
}
