package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.server.staff.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Passkeys in a real browser with an authenticator of its own, at the real centre by its name. */
class PasskeyTest {
    private static final Browser BROWSER = Browser.start();
    private static final String WRONG = "document.querySelector('[role=alert]').textContent.startsWith('这把通行密钥在这里不能用')";
    private static final String LEFT = "document.querySelector('[role=alert]').textContent.startsWith('没有用通行密钥')";

    private final Browser.Tab page = BROWSER.tab();
    private final StaffAtTest somebody = StaffAtTest.signedIn(Role.AUDITOR);
    private final String address = House.centre().address().toString().replace("127.0.0.1", "localhost");

    @AfterAll
    static void end() {
        BROWSER.close();
    }

    private String withPasskey(String name) {
        page.wide(1440, 900);
        String authenticator = page.authenticator(true);
        page.cookie(StaffAtTest.COOKIE, somebody.token(), address + "staff");
        page.open(address + "staff/passkeys");
        page.headed("通行密钥");
        page.until("document.querySelector('#field-name')?.checkVisibility()");
        page.type("#field-name", name);
        page.press("添加通行密钥");
        page.until("[...document.querySelectorAll('tbody th')].some(c => c.textContent === '" + name + "')");
        return authenticator;
    }

    private void signOut() {
        page.press("退出");
        page.headed("登录");
        page.until("[...document.querySelectorAll('button')].some(b => b.checkVisibility() && b.textContent === '用通行密钥登录')");
    }

    private void picture(String name) throws IOException {
        Files.createDirectories(Path.of("target", "pictures"));
        Files.write(Path.of("target", "pictures", name + ".png"), page.picture());
    }

    private static Map<String, Object> copy(JsonNode passkey) {
        Map<String, Object> copied = new HashMap<>(Map.of("isResidentCredential", true, "signCount", 0));
        for (String part : new String[] {"credentialId", "rpId", "privateKey", "userHandle"}) {
            copied.put(part, passkey.get(part).asString());
        }
        return copied;
    }

    @Test
    void somebodyAddsOneSignsInWithItAloneRemovesItAndItCountsNoMore() throws IOException {
        withPasskey("办公室电脑");
        Axe.scan(page);
        picture("staff-passkeys");
        signOut();
        Axe.scan(page);
        picture("staff-sign-in-passkey");
        page.press("用通行密钥登录");
        page.headed("首页");
        page.open(address + "staff/passkeys");
        page.until("document.querySelector('tbody') && !document.querySelector('tbody').textContent.includes('还没用过')");
        page.press("删除");
        page.until("document.body.innerText.includes('您还没有通行密钥')");
        signOut();
        page.press("用通行密钥登录");
        page.until(WRONG);
        assertTrue(somebody.deeds().matches(
                "PASSKEY-ADDED \\S+, SIGNED-OUT, SIGNED-IN passkey, PASSKEY-REMOVED \\S+, SIGNED-OUT, SIGN-IN-FAILED"),
                somebody.deeds());
    }

    @Test
    void anAuthenticatorThatHasNoneOfThisCentresOrDoesNotRecogniseItsOwnerSignsNobodyIn() {
        String authenticator = withPasskey("手机");
        signOut();
        page.recognises(authenticator, false);
        page.press("用通行密钥登录");
        page.until(LEFT);
        page.remove(authenticator);
        page.authenticator(true);
        page.is("document.querySelector('[role=alert]').hidden = true");
        page.press("用通行密钥登录");
        page.until("!document.querySelector('[role=alert]').hidden && " + LEFT);
    }

    @Test
    void aCopyWhoseCountStandsBehindIsRefusedAndFiveOfThemLockTheNumber() {
        String authenticator = withPasskey("钥匙");
        signOut();
        page.press("用通行密钥登录");
        page.headed("首页");
        Map<String, Object> copied = copy(page.passkeys(authenticator).getFirst());
        signOut();
        for (int tried = 1; tried <= 5; tried++) {
            page.remove(authenticator);
            authenticator = page.authenticator(true);
            page.put(authenticator, copied);
            page.is("document.querySelector('[role=alert]').hidden = true");
            page.press("用通行密钥登录");
            page.until("!document.querySelector('[role=alert]').hidden");
        }
        page.until("document.querySelector('[role=alert]').textContent.startsWith('试的次数太多')");
        assertTrue(somebody.deeds().endsWith("SIGN-IN-FAILED, SIGN-IN-LOCKED"), somebody.deeds());
    }

    @Test
    void whoeverWasShutOutAndLetInAgainHasNoPasskeyLeft() {
        withPasskey("旧手机");
        signOut();
        StaffAtTest administrator = StaffAtTest.signedIn(Role.ADMINISTRATOR);
        for (boolean shut : new boolean[] {true, false}) {
            String path = "/staff/api/people/" + somebody.number() + "/shut";
            assertEquals(204, administrator.put(path, Map.of("shut", shut)).status());
        }
        page.press("用通行密钥登录");
        page.until(WRONG);
    }

    @Test
    void aQuestionIsAnsweredOnceAndNobodysAnswerIsRefused() {
        JsonNode asked = new tools.jackson.databind.json.JsonMapper()
                .readTree(StaffAtTest.stranger().post("/staff/api/passkeys/ask").text());
        Map<String, String> answer = Map.of("id", asked.get("id").asString(), "answer", "{}");
        for (int time = 0; time < 2; time++) {
            assertEquals(403, StaffAtTest.stranger().post("/staff/api/passkeys/sign-in", answer).status());
        }
        int left = House.database().jdbi().withHandle(handle -> handle
                .createQuery("SELECT count(*) FROM staff_passkey_question WHERE id = cast(:id AS uuid)")
                .bind("id", answer.get("id"))
                .mapTo(Integer.class)
                .one());
        assertEquals(0, left);
    }
}
