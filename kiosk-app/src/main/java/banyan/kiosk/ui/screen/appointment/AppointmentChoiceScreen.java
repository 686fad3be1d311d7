package banyan.kiosk.ui.screen.appointment;

import banyan.kiosk.ui.control.ItemButton;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.AppointmentPage.AppointmentChoice;
import banyan.kiosk.visit.AppointmentPage.AppointmentChoice.Option;
import banyan.kiosk.visit.AppointmentPage.AppointmentChoice.Shown;
import banyan.kiosk.visit.AppointmentPage.AppointmentChoice.What;
import banyan.kiosk.visit.AppointmentPage.Deed;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One of several: an appointment, what to come for, a day, a time; at most six rows a page. */
public final class AppointmentChoiceScreen extends Screen<AppointmentChoice> {
    private static final double ROW = 136;
    private static final double TURN = 112;

    public AppointmentChoiceScreen(View view, AppointmentChoice page) {
        super(view);
        String key = "appointment." + page.what();
        VBox head = head(
                Words.title(view.say(key)),
                help(page.matter()
                        .map(matter -> view.say("appointment.of", "matter", matter.title(), "hall", matter.hall()))
                        .orElseGet(() -> view.say(key + ".help"))));
        List<Region> rows = new ArrayList<>();
        for (int at = 0; at < page.options().size(); at++) {
            rows.add(row(page.options().get(at), at + 1));
        }
        Region list = view.portrait() ? spaced(rows) : row(GAP, spaced(every(rows, 0)), spaced(every(rows, 1)));
        if (page.pages() > 1) {
            column(head, gap(28), list, rest(), turner(page), gap(GAP));
        } else {
            column(head, gap(28), list, rest());
        }
        back();
        if (page.what() == What.MINE) {
            primary(view.say("appointment.new"), Icon.CALENDAR_CLOCK, new Wish.Appoint(Deed.BOOK));
        }
    }

    private static VBox spaced(List<Region> rows) {
        VBox list = stack(rows.toArray(Region[]::new));
        list.setSpacing(22);
        return list;
    }

    private static List<Region> every(List<Region> rows, int from) {
        List<Region> some = new ArrayList<>();
        for (int at = from; at < rows.size(); at += 2) {
            some.add(rows.get(at));
        }
        return some;
    }

    private ItemButton row(Option option, int number) {
        String id = "option-" + number;
        ItemButton button = switch (option.shown()) {
            case Shown.Mine(var matter, var starts) ->
                new ItemButton(
                        id,
                        Icon.CALENDAR_CLOCK,
                        matter.title(),
                        view.say(
                                "appointment.at",
                                "date",
                                view.texts().date(starts.toLocalDate()),
                                "time",
                                view.texts().time(starts.toLocalTime()),
                                "hall",
                                matter.hall()));
            case Shown.Of(var matter) -> new ItemButton(id, Icon.MAP_PIN, matter.title(), matter.hall());
            case Shown.Day(var day, int left) ->
                new ItemButton(id, Icon.CALENDAR_CLOCK, view.texts().date(day), left(left));
            case Shown.Time(LocalTime starts, LocalTime ends, int left) ->
                new ItemButton(
                        id,
                        Icon.CLOCK,
                        view.say("appointment.from-to", "from", view.texts().time(starts), "to", view.texts().time(ends)),
                        left(left));
        };
        button.onAct(() -> view.wish(new Wish.Choose("appointment", option.value())));
        return high(ROW, button);
    }

    private String left(int left) {
        return view.say("appointment.left", "count", left);
    }

    private Region turner(AppointmentChoice page) {
        PushButton before = PushButton.of(Kind.QUIET, "page-before", view.say("items.before"), Icon.ARROW_LEFT);
        before.onAct(() -> view.wish(new Wish.TurnPage(-1)));
        before.setDisable(page.page() <= 1);
        PushButton after = PushButton.of(Kind.QUIET_TRAILING, "page-after", view.say("items.after"), Icon.ARROW_RIGHT);
        after.onAct(() -> view.wish(new Wish.TurnPage(1)));
        after.setDisable(page.page() >= page.pages());
        Words count = Words.line(
                        Type.BODY_SMALL, view.say("items.page", "page", page.page(), "of", page.pages()), "ink2")
                .align(HPos.CENTER);
        return row(GAP, high(TURN, before), count, high(TURN, after));
    }

    @Override
    public void show(AppointmentChoice page, Snapshot snapshot) {
        // Everything on it is its structure.
    }

    @Override
    public Object structure(AppointmentChoice page) {
        return page;
    }
}
