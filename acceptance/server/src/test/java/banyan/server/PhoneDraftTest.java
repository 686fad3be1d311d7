package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.server.draft.DraftDesk;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A draft on a citizen's own telephone: opened, changed, kept, and everything that can come between. */
class PhoneDraftTest extends OnATelephone {
    @Test
    void whatWasChangedHereIsOpenedByTheTerminalWithEverythingElseAsItWas() {
        openTheForm();
        assertEquals(BEFORE, phone.is("document.getElementById('field-phone').value").asString());
        assertTrue(phone.text().contains("来自上次申报，待核对"));
        standing("same");
        phone.type("#field-phone", AFTER);
        standing("changed");
        assertFalse(phone.text().contains("来自上次申报"));
        phone.is("document.getElementById('field-workKind-3').click()");
        phone.press("卖吃的");
        phone.press(KEEP);
        standing("kept");
        JsonNode content = kept.content();
        assertEquals(AFTER, content.at("/answers/phone/value").asString());
        assertEquals("CITIZEN", content.at("/answers/phone/source").asString());
        assertEquals("stall", content.at("/answers/workKind/value").asString());
        assertEquals("卖吃的", content.at("/answers/goods/value").asString());
        assertEquals(ITEM, content.get("item").asString());
        assertEquals(1, content.get("stage").asInt());
    }

    @Test
    void eachTimeItIsSealedUnderAnotherNonce() {
        changeTheNumber();
        phone.press(KEEP);
        standing("kept");
        byte[] first = kept.found().sealed();
        phone.type("#field-phone", BEFORE);
        phone.press(KEEP);
        standing("kept");
        assertNotEquals(nonce(first), nonce(kept.found().sealed()));
        assertEquals(3, kept.found().revision());
    }

    private static String nonce(byte[] sealed) {
        return HexFormat.of().formatHex(sealed, 1, 13);
    }

    @Test
    void whatTheCardSaysIsNotHereAndWhatIsNotAskedIsNotShown() {
        openTheForm();
        assertFalse(phone.is("!!document.getElementById('field-applicantNumber')").asBoolean());
        assertTrue(phone.is("document.getElementById('field-goods').checkVisibility()").asBoolean());
        phone.is("document.getElementById('field-workKind-1').click()");
        assertFalse(phone.is("document.getElementById('field-goods').checkVisibility()").asBoolean());
    }

    @Test
    void aNumberThatIsTooShortIsSaidSoAndKeptAllTheSame() {
        openTheForm();
        phone.type("#field-phone", "1385019267");
        phone.is("document.activeElement.blur()");
        phone.until("document.getElementById('field-phone-problem').textContent"
                + " === '手机号是 11 位，这里只有 10 位。请补上最后 1 位。'");
        phone.press(KEEP);
        standing("kept");
        assertEquals("1385019267", kept.content().at("/answers/phone/value").asString());
    }

    @Test
    void withoutAnAnswerNothingIsCalledKeptAndTheSameIsKeptOnce() {
        changeTheNumber();
        phone.loseAnswers("/public/drafts/");
        phone.press(KEEP);
        standing("unsure");
        assertEquals(2, kept.found().revision());
        phone.loseNoMore();
        phone.press("再存一次");
        standing("kept");
        assertEquals(AFTER, kept.content().at("/answers/phone/value").asString());
        // And it goes on from there.
        phone.type("#field-phone", BEFORE);
        phone.press(KEEP);
        standing("kept");
        assertEquals(BEFORE, kept.content().at("/answers/phone/value").asString());
    }

    @Test
    void whatWasChangedElsewhereMeanwhileIsNotOverwrittenUnasked() {
        changeTheNumber();
        kept.changeElsewhere("18900001111");
        phone.press(KEEP);
        phone.headed("别处也改过这张表");
        assertEquals("18900001111", kept.content().at("/answers/phone/value").asString());
        phone.press("看别处改的，不要我这里的");
        phone.headed(TITLE);
        assertEquals("18900001111", phone.is("document.getElementById('field-phone').value").asString());
        standing("same");
    }

    @Test
    void whoWantsHisOwnKeepsItOverTheOther() {
        changeTheNumber();
        kept.changeElsewhere("18900001111");
        phone.press(KEEP);
        phone.headed("别处也改过这张表");
        phone.press("留我这里的，不要别处的");
        standing("kept");
        assertEquals(AFTER, kept.content().at("/answers/phone/value").asString());
    }

    @Test
    void whatEndedBeforeItWasOpenedIsSaidInItsOwnWords() {
        kept.keep(BEFORE);
        House.NOW.set(before.plus(DraftDesk.KEPT));
        open("存期到了，已经清掉");
        House.NOW.set(before);
        kept.use();
        open("这张表已经用过，或者已经删掉");
    }

    @Test
    void whoTriesTooOftenIsToldWhenToComeAgain() {
        for (int wrong = 0; wrong < 5; wrong++) {
            open(UNKNOWN);
            phone.open("about:blank");
        }
        open("试的次数太多了");
        assertTrue(phone.text().contains("分钟以后再试"));
        kept.keep(BEFORE);
        House.NOW.set(before.plus(Duration.ofMinutes(11)));
        phone.press("再试一次");
        phone.headed(TITLE);
    }

    @Test
    void whatEndedWhileItWasChangedIsSaidToBeNotKept() {
        changeTheNumber();
        kept.use();
        phone.press(KEEP);
        phone.headed("这张表已经用过，或者已经删掉");
        assertTrue(phone.text().contains("您在这里的改动没有存上。"));
    }

    @Test
    void withoutTheCentreNothingIsKeptAndNothingLost() throws IOException {
        changeTheNumber();
        CENTRE.stopListening();
        try {
            phone.press(KEEP);
            standing("unsure");
        } finally {
            CENTRE.listen();
        }
        phone.press("再存一次");
        standing("kept");
        assertEquals(AFTER, kept.content().at("/answers/phone/value").asString());
    }

    @Test
    void whatIsNotSealedUnderThisCodeForThisFormIsNotShown() {
        kept.keep(code.seal(ITEM, "1.0.1", "{\"answers\":{}}".getBytes(StandardCharsets.UTF_8)));
        open("这张表打不开了");
    }

    @Test
    void aFormThatNeverWasHereIsSaidSo() {
        KeptDraft strange = new KeptDraft(TERMINAL, code, ITEM, "0.0.1");
        strange.keep(BEFORE);
        open("这个版本的表，这里没有了");
    }

    @Test
    void clearingThePageLeavesNothingOfItBehind() {
        changeTheNumber();
        phone.press("办完了，清掉这一页");
        phone.headed("这一页已经清掉");
        assertFalse(phone.is("document.documentElement.outerHTML").asString().contains(AFTER));
    }

    @Test
    void neitherAnAddressNorALogNorTheCentreHearsTheCodeOrAnAnswer() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level level = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        root.setLevel(Level.INFO);
        log.start();
        root.addAppender(log);
        try {
            changeTheNumber();
            phone.press(KEEP);
            standing("kept");
        } finally {
            root.detachAppender(log);
            root.setLevel(level);
        }
        List<JsonNode> requests = phone.heard("Network.requestWillBeSent");
        assertTrue(requests.stream().anyMatch(sent -> sent.at("/request/method").asString().equals("PUT")));
        for (JsonNode sent : requests) {
            JsonNode request = sent.get("request");
            String said = request.get("url") + " " + request.get("headers") + " " + request.path("postData");
            assertFalse(said.contains(code.letters()), request.get("url").asString());
            assertFalse(said.contains(AFTER), request.get("url").asString());
            assertEquals("", request.at("/headers/Referer").asString(""), request.get("url").asString());
        }
        for (JsonNode sent : phone.heard("Network.requestWillBeSentExtraInfo")) {
            assertTrue(sent.at("/headers/Referer").isMissingNode());
            assertTrue(sent.at("/headers/Cookie").isMissingNode());
        }
        for (ILoggingEvent event : List.copyOf(log.list)) {
            String said = event.getFormattedMessage();
            for (String secret : List.of(code.letters(), BEFORE, AFTER)) {
                assertFalse(said.contains(secret), "said in the log");
            }
        }
    }
}
