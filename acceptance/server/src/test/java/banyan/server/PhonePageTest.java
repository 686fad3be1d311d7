package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The page on a citizen's own telephone, in a real browser at the real centre. */
class PhonePageTest extends OnATelephone {
    @Test
    void whatTheJdkHasSealedTheBrowserOpens() {
        blank();
        String sealed = Base64.getEncoder()
                .encodeToString(code.seal(ITEM, VERSION, utf8("{\"answers\":{\"goods\":{\"value\":\"茶叶\"}}}")));
        String opened = phone.is("""
                import('/d/seal.js').then(async seal => {
                  const keys = await seal.keysOf('%s');
                  const draft = { item: '%s', version: '%s', sealed: '%s' };
                  const other = { ...draft, version: '1.0.1' };
                  const content = await seal.open(draft, keys);
                  return [keys.lookup, content.answers.goods.value, await seal.open(other, keys)].join();
                })""".formatted(code.letters(), ITEM, VERSION, sealed)).asString();
        assertEquals(code.lookup() + ",茶叶,", opened);
    }

    @Test
    void whatTheBrowserHasSealedTheJdkOpens() {
        blank();
        String sealed = phone.is("""
                import('/d/seal.js').then(async seal => seal.seal(
                  { item: '%s', version: '%s' }, await seal.keysOf('%s'), { answers: {}, step: 3 }))
                """.formatted(ITEM, VERSION, code.letters())).asString();
        String opened = new String(
                code.open(ITEM, VERSION, Base64.getDecoder().decode(sealed)).orElseThrow(), StandardCharsets.UTF_8);
        assertEquals(1024, opened.length());
        assertEquals("{\"answers\":{},\"step\":3}", opened.strip());
    }

    @Test
    void aCodeThatTheCentreDoesNotKnowIsSaidSoAndTheAddressForgetsIt() {
        open(UNKNOWN);
        assertEquals(CENTRE.address() + "d", phone.is("location.href").asString());
        assertFalse(phone.back().toString().contains(code.letters()));
    }

    @Test
    void aCodeThatIsNotWholeAndMisreadLettersAreSeenToAsItIsTyped() {
        blank();
        phone.type("#code", "0123-4567");
        phone.press("打开");
        phone.until("document.getElementById('code-problem').checkVisibility()");
        phone.type("#code", "oil3 4567 89ab cdef ghjk mnpq rs");
        phone.press("打开");
        phone.headed(UNKNOWN);
    }

    @Test
    void withoutTheCentreThePageSaysSoAndTriesAgain() throws IOException {
        blank();
        phone.type("#code", code.letters());
        CENTRE.stopListening();
        try {
            phone.press("打开");
            phone.headed("没有联上中心");
        } finally {
            CENTRE.listen();
        }
        phone.press("再试一次");
        phone.headed(UNKNOWN);
    }

    @Test
    void nothingRunsThatTheCentreDidNotServeAndNothingIsStored() {
        open(UNKNOWN);
        String stopped = """
                new Promise(done => {
                  addEventListener('securitypolicyviolation', stopped => done(stopped.effectiveDirective));
                  %s
                })""";
        String elsewhere = "fetch('https://127.0.0.1:9/').catch(() => {});";
        assertEquals("connect-src", phone.is(stopped.formatted(elsewhere)).asString());
        String html = "try { document.body.innerHTML = '<b>'; } catch { }";
        assertEquals("require-trusted-types-for", phone.is(stopped.formatted(html)).asString());
        assertEquals(
                "0,0,,0",
                phone.is("indexedDB.databases().then(all => "
                                + "[localStorage.length, sessionStorage.length, document.cookie, all.length].join())")
                        .asString());
        assertFalse(phone.heard("Network.responseReceived").isEmpty());
        phone.heard("Network.responseReceived").forEach(answer -> {
            assertEquals("no-store", answer.at("/response/headers/Cache-Control").asString());
            assertEquals("no-referrer", answer.at("/response/headers/Referrer-Policy").asString());
            String policy = answer.at("/response/headers/Content-Security-Policy").asString();
            assertTrue(policy.startsWith("default-src 'none'"), policy);
        });
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
