package banyan.kiosk.visit;

import banyan.acceptance.Consent;
import banyan.acceptance.Sha256;
import banyan.item.Language;
import banyan.kiosk.text.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * That the citizen of this visit agreed before the card was read. It is recorded with each request that follows from it, and with
 * nobody's who files nothing.
 *
 * @param language in which the words stood on the screen
 */
record Agreement(Language language, Instant at) {
    private static final int PARTS = 6;

    /** For the request of this name. */
    Consent about(UUID request) {
        return new Consent(request, Consent.ID_CARD, language.tag(), words(language), at);
    }

    /** Hash of the whole text that can be read before agreeing, as it stands in this language. */
    static Sha256 words(Language language) {
        Texts texts = Texts.of(language);
        StringBuilder words = new StringBuilder(texts.say("consent.title")).append('\n');
        for (int part = 1; part <= PARTS; part++) {
            words.append(texts.say("consent." + part)).append('\n');
            words.append(texts.say("consent." + part + ".text")).append('\n');
        }
        return Sha256.of(words.toString().getBytes(StandardCharsets.UTF_8));
    }
}
