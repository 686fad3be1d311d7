package banyan.kiosk.ui.screen.upkeep;

import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Row;
import banyan.kiosk.ui.control.Scenery;
import banyan.kiosk.ui.control.Steps;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Illustration;
import banyan.kiosk.upkeep.Guidance;
import banyan.kiosk.upkeep.Guidance.Left;
import banyan.kiosk.upkeep.StaffWords;
import banyan.kiosk.visit.StaffPage;
import banyan.kiosk.visit.UpkeepWish;
import banyan.kiosk.visit.Wish;
import java.util.stream.Stream;
import javafx.scene.Node;

/** One step for an untrained helper: one thing to do, one picture of it, and what is good to know. */
public final class LedScreen extends StaffScreen<StaffPage.Led> {
    public LedScreen(View view, StaffPage.Led page) {
        super(view);
        String key = "upkeep.led." + StaffWords.word(page.through());
        String step = key + "." + (page.step() + 1);
        int of = page.through().steps();
        Steps steps = new Steps(view.say(key), view.say("steps.count", "step", page.step() + 1, "of", of), page.step() + 1, of);
        boolean last = page.step() + 1 == of;
        boolean asks = last && page.through() == Guidance.LEFT_BEHIND;
        Node below = asks ? found() : new Notice("info", Icon.INFO, view.say(step + ".know"), "");
        column(
                steps,
                gap(28),
                Words.title(view.say(step)),
                gap(28),
                high(view.portrait() ? 860 : 430, new Scenery(picture(page), "scene-frame", 11, 24)),
                gap(28),
                below,
                rest());
        back();
        if (!asks) {
            primary(
                    last ? view.say("upkeep.led.done") : view.say("upkeep.led.next"),
                    last ? Icon.CHECK : Icon.ARROW_RIGHT,
                    new Wish.Next());
        }
    }

    private static Illustration picture(StaffPage.Led page) {
        return switch (page.through()) {
            case CHANGE_PAPER -> of(page, Illustration.TRAY_OUT, Illustration.STACK_IN, Illustration.TRAY_IN, Illustration.PRINTER_WELL);
            case CLEAR_JAM -> of(page, Illustration.COVER_OPEN, Illustration.PULL_SHEET, Illustration.NO_SCRAPS, Illustration.COVER_SHUT);
            case LEFT_BEHIND -> of(page, Illustration.ENVELOPE, Illustration.ENVELOPE_WRITTEN, Illustration.ENVELOPE_AWAY);
        };
    }

    private static Illustration of(StaffPage.Led page, Illustration... pictures) {
        return pictures[page.step()];
    }

    private Row found() {
        return row(
                20,
                Stream.of(Left.values()).map(this::found).toArray(PushButton[]::new));
    }

    private PushButton found(Left what) {
        PushButton button =
                PushButton.of(Kind.SECONDARY, "found-" + StaffWords.word(what), view.say("upkeep.found." + StaffWords.word(what)), icon(what));
        button.onAct(() -> view.wish(new Wish.OfStaff(new UpkeepWish.Found(what))));
        return high(120, button);
    }

    private static Icon icon(Left what) {
        return switch (what) {
            case CARD -> Icon.ID_CARD;
            case ORIGINAL -> Icon.FILE_TEXT;
            case OTHER -> Icon.ARCHIVE;
        };
    }
}
