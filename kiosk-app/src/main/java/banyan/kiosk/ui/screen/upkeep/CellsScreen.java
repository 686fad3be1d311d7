package banyan.kiosk.ui.screen.upkeep;

import banyan.kiosk.ui.control.Badge;
import banyan.kiosk.ui.control.Badge.Tone;
import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Scenery;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Illustration;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.upkeep.StaffWords;
import banyan.kiosk.visit.StaffPage.Cells;
import banyan.kiosk.visit.StaffPage.Cells.Row;
import banyan.kiosk.visit.UpkeepPost.Cells.Phase;
import banyan.kiosk.visit.UpkeepWish;
import banyan.kiosk.visit.Wish;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** The cells to be emptied, by number and time; then one of them: open, empty, closed, and what lay in it. */
public final class CellsScreen extends StaffScreen<Cells> {
    private static final int SHOWN = 6;
    private static final int SHOWN_IN_LANDSCAPE = 4;
    private static final double ROW = 116;

    public CellsScreen(View view, Cells page) {
        super(view);
        if (page.phase() == Phase.LIST) {
            list(page);
        } else {
            one(page);
        }
        back();
    }

    private void list(Cells page) {
        int count = page.cells().size();
        Card card = Card.of(0);
        page.cells().stream()
                .limit(view.portrait() ? SHOWN : SHOWN_IN_LANDSCAPE)
                .forEach(cell -> card.getChildren().add(row(cell)));
        card.setPadding(new Insets(8, 26, 8, 26));
        Node failed = page.failed()
                ? new Notice("attention", Icon.TRIANGLE_ALERT, view.say("cells.failed"), view.say("cells.failed.then"))
                : gap(8);
        column(
                head(
                        Words.title(count == 0 ? view.say("cells.none") : view.say("cells.title", "count", count)),
                        help(view.say("cells.help"))),
                gap(28),
                failed,
                gap(16),
                count == 0 ? gap(8) : card,
                rest());
        if (count == 0) {
            primary(view.say("cells.board"), Icon.ARROW_RIGHT, new Wish.Back());
        } else {
            int next = page.cells().getFirst().cell();
            primary(
                    view.say("cells.next", "cell", next),
                    Icon.DOOR_OPEN,
                    new Wish.OfStaff(new UpkeepWish.OpenCell(next)));
        }
    }

    private HBox row(Row cell) {
        Words words = Words.fitting(
                List.of(Type.BODY_STRONG, Type.SMALL_STRONG, Type.NOTE_STRONG),
                view.say(
                        "cells.row",
                        "cell",
                        cell.cell(),
                        "date",
                        view.texts().dayAndMonth(cell.since().toLocalDate()),
                        "time",
                        view.texts().time(cell.since().toLocalTime())));
        Badge badge = cell.uncertain()
                ? Badge.of(Tone.UNKNOWN, Icon.CIRCLE_QUESTION_MARK, view.say("cells.uncertain"))
                : Badge.of(Tone.NEUTRAL, Icon.ARCHIVE, view.say("cells.lies"));
        badge.setMinWidth(Badge.USE_PREF_SIZE);
        PushButton open = PushButton.of(Kind.SECONDARY, "cell-" + cell.cell(), view.say("cells.open"), Icon.DOOR_OPEN);
        open.onAct(() -> view.wish(new Wish.OfStaff(new UpkeepWish.OpenCell(cell.cell()))));
        return line(ROW, words, open, badge);
    }

    private void one(Cells page) {
        String key = page.phase() == Phase.OPEN ? "cells.open-now" : "cells." + StaffWords.word(page.phase());
        column(
                head(Words.title(view.say(key, "cell", page.cell())), help(view.say(key + ".then"))),
                gap(32),
                high(view.portrait() ? 760 : 460, new Scenery(Illustration.PAPER_IN_CELL, "scene-frame", 11, 24)),
                rest());
        if (page.phase() == Phase.CLOSED) {
            PushButton nothing = PushButton.of(Kind.QUIET, "emptied-nothing", view.say("cells.nothing"), Icon.X);
            nothing.onAct(() -> view.wish(new Wish.OfStaff(new UpkeepWish.Emptied(false))));
            at(view.format().middle(), nothing);
            primary(view.say("cells.taken"), Icon.CHECK, new Wish.OfStaff(new UpkeepWish.Emptied(true)));
        } else {
            String waits = page.phase() == Phase.OPEN ? "cells.close" : "cells.wait";
            primary("", Icon.HOURGLASS, new Wish.Here()).show(view.say(waits), Icon.HOURGLASS, false);
        }
    }
}
