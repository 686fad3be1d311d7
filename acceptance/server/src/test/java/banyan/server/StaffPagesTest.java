package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.server.staff.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of administrators and auditors and the way in, in a real browser at the real centre. */
class StaffPagesTest {
    private static Browser browser = Browser.start();

    private final Instant before = House.NOW.get();
    private final Browser.Tab page = browser.tab();

    @BeforeAll
    static void folder() throws IOException {
        Files.createDirectories(Path.of("target", "pictures"));
    }

    @AfterAll
    static void end() {
        browser.close();
    }

    @AfterEach
    void theClockGoesBack() {
        House.NOW.set(before);
    }

    private void open(StaffAtTest as, String path, String heading) {
        page.wide(1440, 900);
        page.cookie(StaffAtTest.COOKIE, as.token(), House.centre().address() + "staff");
        page.open(House.centre().address() + path);
        page.headed(heading);
    }

    private void picture(String name) throws IOException {
        Files.write(Path.of("target", "pictures", name + ".png"), page.picture());
    }

    @Test
    void somebodyIsInvitedSetsAPasswordAndSignsInByKeyboardAlone() throws IOException {
        open(StaffAtTest.signedIn(Role.ADMINISTRATOR), "staff/people", "人员");
        page.type("#field-number", "P0001");
        page.type("#field-name", "林工");
        page.is("document.querySelector('input[name=roles][value=AUDITOR]').focus()");
        page.key(" ");
        page.press("添加并邀请");
        page.until("document.querySelector('.letters')");
        page.until("[...document.querySelectorAll('th')].some(c => c.textContent === 'P0001')");
        Axe.scan(page);
        picture("staff-people");
        String invitation = page.is("document.querySelector('.letters').textContent").asString();
        page.is("document.querySelector('.letters').remove()");
        page.press("退出");
        page.headed("登录");
        Axe.scan(page);

        page.open(invitation);
        page.headed("接受邀请");
        assertTrue(page.back().stream().noneMatch(address -> address.contains("#")), "the code stays in the address");
        Axe.scan(page);
        String secret = page.is("document.querySelector('.letters').textContent.replaceAll(' ', '')").asString();
        Invited invited = new Invited("P0001", "", secret);
        page.type("#field-password", Invited.PASSWORD);
        page.type("#field-again", Invited.PASSWORD);
        page.type("#field-digits", invited.digits(Duration.ZERO));
        page.key("Enter");
        page.headed("设好了，现在可以登录。");

        House.NOW.set(House.NOW.get().plusSeconds(30));
        page.open(House.centre().address() + "staff/audit");
        page.headed("登录");
        page.type("#field-number", "P0001");
        page.type("#field-password", "wrong");
        page.type("#field-digits", "000000");
        page.key("Enter");
        page.until("document.querySelector('[role=alert]').textContent === '工号、口令和数字对不上。'");
        picture("staff-sign-in");
        page.type("#field-password", Invited.PASSWORD);
        page.type("#field-digits", invited.digits(Duration.ZERO));
        page.key("Enter");
        page.headed("审计");
        page.until("document.querySelectorAll('tbody tr').length > 3");
        page.press("核对整条链");
        page.until("document.querySelector('.said')?.textContent.startsWith('整条链完好')");
        Axe.scan(page);
        picture("staff-audit");
        assertEquals("0", page.is("[document.cookie, ...Object.keys(sessionStorage)].join('').length").toString());
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        open(StaffAtTest.signedIn(Role.AUDITOR), "staff", "首页");
        assertTrue(page.is("""
                import('/staff/files/words.js').then(({ WORDS }) =>
                  Object.keys(WORDS['zh-CN']).join() === Object.keys(WORDS.en).join())""").asBoolean());
        page.press("English");
        page.headed("Home");
        Axe.scan(page);
    }

    @Test
    void aFileThatIsNotThereAndAWayOutOfTheFolderAreNothing() {
        for (String name : new String[] {"none.js", "..%2Fphone%2Fpage.js", "shell.html", "a".repeat(60) + ".js"}) {
            int status = StaffAtTest.stranger().get("/staff/files/" + name).status();
            assertTrue(status == 404 || status == 400, name + " " + status);
        }
        assertEquals(200, StaffAtTest.stranger().get("/staff/files/shell.css").status());
    }
}
