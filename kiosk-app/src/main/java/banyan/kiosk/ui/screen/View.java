package banyan.kiosk.ui.screen;

import banyan.kiosk.text.Texts;
import banyan.kiosk.ui.theme.Format;
import banyan.kiosk.ui.theme.Motion;
import banyan.kiosk.visit.Wish;
import java.util.function.Consumer;

/**
 * What a screen is drawn for: its language, its format, and where wishes go.
 *
 * @param wishes takes what the citizen asks for; returns at once
 */
public record View(Texts texts, Format format, Motion motion, Consumer<Wish> wishes) {
    public boolean portrait() {
        return format.isPortrait();
    }

    /** The sentence of a key in the view's language. */
    public String say(String key, Object... namesAndValues) {
        return texts.say(key, namesAndValues);
    }

    public void wish(Wish wish) {
        wishes.accept(wish);
    }
}
