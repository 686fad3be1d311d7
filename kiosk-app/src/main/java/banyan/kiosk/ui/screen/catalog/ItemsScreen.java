package banyan.kiosk.ui.screen.catalog;

import banyan.kiosk.ui.control.Badge;
import banyan.kiosk.ui.control.Badge.Tone;
import banyan.kiosk.ui.control.ItemButton;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Row;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.Availability;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Page.ItemTile;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The items of a section, four a page, each with its department and whether it can be done now. */
public final class ItemsScreen extends Screen<Page.Items> {
    private static final double TURN_HEIGHT = 112;

    private final Map<String, Listed> listed = new HashMap<>();

    public ItemsScreen(View view, Page.Items page) {
        super(view);
        String section = switch (page.section()) {
            case QUERY_AND_PRINT -> "section.query";
            case DECLARATION -> "section.declaration";
        };
        VBox head = head(Words.title(view.say(section)), help(view.say("items.help")));
        List<Region> rows = new ArrayList<>();
        for (ItemTile item : page.items()) {
            rows.add(row(item));
        }
        if (view.portrait()) {
            VBox list = stack(rows.toArray(Region[]::new));
            list.setSpacing(GAP);
            if (page.pages() > 1) {
                column(head, gap(33), list, rest(), turner(page), gap(GAP));
            } else {
                column(head, gap(33), list, rest());
            }
        } else {
            VBox left = stack(every(rows, 0));
            VBox right = stack(every(rows, 1));
            left.setSpacing(GAP);
            right.setSpacing(GAP);
            Row list = row(GAP, left, right);
            if (page.pages() > 1) {
                column(head, gap(33), list, rest(), turner(page), gap(GAP));
            } else {
                column(head, gap(33), list, rest());
            }
        }
        back();
    }

    private static Region[] every(List<Region> rows, int from) {
        List<Region> some = new ArrayList<>();
        for (int i = from; i < rows.size(); i += 2) {
            some.add(rows.get(i));
        }
        return some.toArray(Region[]::new);
    }

    /** A row and the part of it that changes. */
    private record Listed(ItemButton button, Badge badge) {}

    private ItemButton row(ItemTile item) {
        Badge badge = Badge.of(Tone.GOOD, Icon.CIRCLE_CHECK, view.say("items.now"));
        ItemButton button =
                new ItemButton("item-" + item.code(), Icon.named(item.icon()), item.title(), item.department(), badge);
        button.onAct(() -> view.wish(new Wish.OpenItem(item.code())));
        listed.put(item.code(), new Listed(button, badge));
        return high(160, button);
    }

    private void show(ItemTile item, Listed row) {
        switch (item.availability()) {
            case Availability.Now() -> {
                row.badge().show(Tone.GOOD, Icon.CIRCLE_CHECK, view.say("items.now"));
                row.button().show(item.department(), true);
            }
            case Availability.Closed _ -> {
                row.badge().show(Tone.LOOK, Icon.CLOCK, view.say("items.later"));
                row.button().show(WhyNot.said(view.texts(), item.availability()), false);
            }
            case Availability.Lacking _ -> {
                row.badge().show(Tone.LOOK, Icon.TRIANGLE_ALERT, view.say("items.not-now"));
                row.button().show(WhyNot.said(view.texts(), item.availability()), false);
            }
        }
    }

    private Row turner(Page.Items page) {
        PushButton before = PushButton.of(Kind.QUIET, "page-before", view.say("items.before"), Icon.ARROW_LEFT);
        before.onAct(() -> view.wish(new Wish.TurnPage(-1)));
        before.setDisable(page.page() <= 1);
        PushButton after = PushButton.of(Kind.QUIET_TRAILING, "page-after", view.say("items.after"), Icon.ARROW_RIGHT);
        after.onAct(() -> view.wish(new Wish.TurnPage(1)));
        after.setDisable(page.page() >= page.pages());
        Words count = Words.line(
                        Type.BODY_SMALL, view.say("items.page", "page", page.page(), "of", page.pages()), "ink2")
                .align(HPos.CENTER);
        Row row = row(GAP, high(TURN_HEIGHT, before), count, high(TURN_HEIGHT, after));
        return row;
    }

    @Override
    public void show(Page.Items page, Snapshot snapshot) {
        for (ItemTile item : page.items()) {
            @Nullable Listed row = listed.get(item.code());
            if (row != null) {
                show(item, row);
            }
        }
    }

    /** Whether an item can be begun changes while the page is shown. */
    @Override
    public Object structure(Page.Items page) {
        return List.of(
                page.section(),
                page.page(),
                page.pages(),
                page.items().stream().map(item -> List.of(item.code(), item.title())).toList());
    }
}
