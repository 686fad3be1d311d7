package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether everybody can read and touch the page. */
class PhoneLooksTest extends OnATelephone {
    @Test
    void everyControlHasALabelIsLargeEnoughAndNothingIsCutOffOnANarrowScreen() {
        openTheForm();
        phone.wide(320, 640);
        assertEquals("[]", phone.is("""
                [...document.querySelectorAll('input, select, button')].filter(c => c.checkVisibility()).filter(c => {
                  const target = c.closest('label') || c;
                  const named = c.labels && c.labels.length ? c.labels[0].innerText : c.innerText;
                  return !named.trim() || target.getBoundingClientRect().height < 44;
                }).map(c => c.id || c.textContent)""").toString());
        assertEquals(320, phone.is("document.documentElement.scrollWidth").asInt());
    }

    @Test
    void everyWordStandsOutFromWhatIsBehindIt() {
        kept.keep(BEFORE);
        for (String contrast : List.of("no-preference", "more")) {
            anotherTelephone();
            phone.prefers("prefers-contrast", contrast);
            open(TITLE);
            phone.type("#field-phone", "1");
            phone.is("document.activeElement.blur()");
            assertEquals("[]", phone.is("""
                    (() => {
                      const part = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
                      const light = c => { const [r, g, b] = c.match(/[0-9.]+/g).map(Number).map(part);
                        return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05; };
                      const behind = e => { const c = getComputedStyle(e).backgroundColor;
                        return c === 'rgba(0, 0, 0, 0)' ? behind(e.parentElement) : c; };
                      return [...document.querySelectorAll('body *')]
                        .filter(e => e.checkVisibility())
                        .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
                        .map(e => { const [a, b] = [light(getComputedStyle(e).color), light(behind(e))]
                          .sort((x, y) => y - x);
                          return [a / b, e.textContent]; })
                        .filter(([ratio]) => ratio < 4.5);
                    })()""").toString(), contrast);
        }
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        blank();
        assertTrue(phone.is("""
                import('/d/words.js').then(({ WORDS }) =>
                  Object.keys(WORDS['zh-CN']).join() === Object.keys(WORDS.en).join())""").asBoolean());
        phone.press("English");
        phone.headed("Open the form you kept");
        assertEquals("en", phone.is("document.documentElement.lang").asString());
    }
}
