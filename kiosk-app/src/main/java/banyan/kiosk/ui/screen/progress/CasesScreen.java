package banyan.kiosk.ui.screen.progress;

import banyan.kiosk.text.Texts;
import banyan.kiosk.ui.control.Badge;
import banyan.kiosk.ui.control.Badge.Tone;
import banyan.kiosk.ui.control.ItemButton;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Row;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.ProgressPage.Cases;
import banyan.kiosk.visit.ProgressPage.Cases.Flaw;
import banyan.kiosk.visit.ProgressPage.Cases.Phase;
import banyan.kiosk.visit.ProgressPage.Progress.What;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The cases of the citizen whose card was read, the newest first, four a page, each with how it stands in two or three words. */
public final class CasesScreen extends Screen<Cases> {
    private static final double HIGH = 160;
    private static final double TURN_HEIGHT = 112;

    public CasesScreen(View view, Cases page) {
        super(view);
        back();
        switch (page.phase()) {
            case ASKING -> {
                layNotice("asking", "info", Icon.HOURGLASS);
                primary(view.say("cases.wait"), Icon.HOURGLASS, new Wish.Here()).setDisable(true);
            }
            case FAILED -> {
                layNotice(page.flaw().equals(Optional.of(Flaw.TOO_MANY)) ? "too-many" : "offline", "attention", Icon.TRIANGLE_ALERT);
                primary(view.say("cases.again"), Icon.REFRESH_CW, new Wish.Next());
            }
            case LISTED -> {
                if (page.cases().isEmpty()) {
                    layNotice("none", "info", Icon.INFO);
                } else {
                    layList(page);
                }
                primary(view.say("button.finish"), Icon.LOG_OUT, new Wish.End());
            }
        }
    }

    private void layNotice(String state, String tone, Icon icon) {
        VBox head = head(Words.title(view.say("cases.title")), help(view.say("cases.help")));
        column(head, gap(33), new Notice(tone, icon, view.say("cases." + state), view.say("cases." + state + ".then")), rest());
    }

    private void layList(Cases page) {
        VBox head = head(Words.title(view.say("cases.title")), help(view.say("cases.help")));
        List<Region> rows = new ArrayList<>();
        for (int at = 0; at < page.cases().size(); at++) {
            rows.add(row(at, page.cases().get(at)));
        }
        Region list = view.portrait() ? spaced(rows) : row(GAP, spaced(every(rows, 0)), spaced(every(rows, 1)));
        if (page.pages() > 1) {
            column(head, gap(33), list, rest(), turner(page), gap(GAP));
        } else {
            column(head, gap(33), list, rest());
        }
    }

    private static VBox spaced(List<Region> rows) {
        VBox list = stack(rows.toArray(Region[]::new));
        list.setSpacing(GAP);
        return list;
    }

    private static List<Region> every(List<Region> rows, int from) {
        List<Region> some = new ArrayList<>();
        for (int at = from; at < rows.size(); at += 2) {
            some.add(rows.get(at));
        }
        return some;
    }

    private ItemButton row(int at, Cases.Row one) {
        ItemButton button = new ItemButton(
                "case-" + (at + 1),
                Icon.named(one.icon()),
                one.itemTitle().orElseGet(() -> view.say("cases.item-unknown")),
                view.say(
                        "cases.line",
                        "date",
                        view.texts().date(one.receivedOn()),
                        "number",
                        Texts.groupsOfFour(one.number())),
                badge(one));
        button.onAct(() -> view.wish(new Wish.OpenCase(at)));
        return high(HIGH, button);
    }

    private Badge badge(Cases.Row one) {
        if (one.what().isEmpty()) {
            return one.late()
                    ? Badge.of(Tone.LOOK, Icon.TRIANGLE_ALERT, view.say("cases.state.late"))
                    : Badge.of(Tone.GOOD, Icon.CLOCK, view.say("cases.state.under-way"));
        }
        What what = one.what().get();
        String says = view.say("cases.state." + what);
        return switch (what) {
            case ASKED, REFUSED, NOT_ACCEPTED -> Badge.of(Tone.LOOK, Icon.TRIANGLE_ALERT, says);
            case READY -> Badge.of(Tone.GOOD, Icon.PACKAGE_CHECK, says);
            case ANSWERED -> Badge.of(Tone.GOOD, Icon.CLOCK, says);
            case GRANTED, COLLECTED -> Badge.of(Tone.GOOD, Icon.CIRCLE_CHECK, says);
            case WITHDRAWN -> Badge.of(Tone.GOOD, Icon.UNDO_2, says);
        };
    }

    private Row turner(Cases page) {
        PushButton before = PushButton.of(Kind.QUIET, "page-before", view.say("items.before"), Icon.ARROW_LEFT);
        before.onAct(() -> view.wish(new Wish.TurnPage(-1)));
        before.setDisable(page.page() <= 1);
        PushButton after = PushButton.of(Kind.QUIET_TRAILING, "page-after", view.say("items.after"), Icon.ARROW_RIGHT);
        after.onAct(() -> view.wish(new Wish.TurnPage(1)));
        after.setDisable(page.page() >= page.pages());
        Words count = Words.line(
                        Type.BODY_SMALL, view.say("items.page", "page", page.page(), "of", page.pages()), "ink2")
                .align(HPos.CENTER);
        return row(GAP, high(TURN_HEIGHT, before), count, high(TURN_HEIGHT, after));
    }

    @Override
    public void show(Cases page, Snapshot snapshot) {
        // Everything on it is its structure.
    }

    @Override
    public Object structure(Cases page) {
        return List.of(page.phase(), page.cases(), page.page(), page.pages(), page.flaw());
    }
}
