package banyan.kiosk.ui.screen.catalog;

import banyan.kiosk.ui.control.ItemButton;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.Row;
import banyan.kiosk.ui.control.SectionTile;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.Availability;
import banyan.kiosk.visit.Page.Home;
import banyan.kiosk.visit.Page.ItemTile;
import banyan.kiosk.visit.Page.Section;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What may be done: a section each for what is fetched and for what is applied for, and what most people come for. */
public final class HomeScreen extends Screen<Home> {
    private static final int IN_A_ROW = 2;
    private static final int FREQUENT_SHOWN = 4;
    private static final double HIGH_ROW = 136;
    /** Beside each other there is room for a name and a sentence of several short lines below it. */
    private static final double HIGH_TILE = 240;
    /** Where there is something to say and something unfinished besides. */
    private static final double LOW_TILE = 176;

    private final Words title = Words.title("");
    private final Map<Section, SectionTile> tiles = new EnumMap<>(Section.class);
    private final Map<String, ItemButton> items = new HashMap<>();
    private final boolean few;

    public HomeScreen(View view, Home page) {
        super(view);
        few = page.frequent().size() <= IN_A_ROW;
        VBox greeting = head(title, help(view.say("home.help")));
        // Something is said to all and something waits: everything must be a little lower to be there at once.
        boolean full = page.notice().isPresent() && page.waiting().isPresent();
        if (view.portrait()) {
            column(
                    greeting,
                    page.notice().<Region>map(HomeScreen::notice).orElseGet(() -> gap(page.waiting().isPresent() ? 24 : 72)),
                    waiting(page),
                    sections(page, full ? 288 : 312, 92),
                    gap(GAP),
                    ownMatters(full ? LOW_TILE : 200),
                    gap(36),
                    heading(),
                    gap(10),
                    frequent(page.frequent(), full ? LOW_TILE : HIGH_TILE),
                    rest());
        } else {
            columns(
                    false,
                    stack(greeting, gap(28), waiting(page), sections(page, 312, 88), gap(GAP), ownMatters(LOW_TILE), rest()),
                    stack(page.notice().<Region>map(HomeScreen::notice).orElseGet(() -> gap(130)), heading(), gap(10), frequent(page.frequent(), 118), rest()));
        }
    }

    /** What the citizen has already, and when he comes next. */
    private Region ownMatters(double height) {
        return row(GAP, high(height, cases()), high(height, appointments()));
    }

    /** What was handed in before. */
    private ItemButton cases() {
        ItemButton button =
                new ItemButton("my-cases", Icon.PACKAGE_CHECK, view.say("home.cases"), view.say("home.cases.line"));
        button.onAct(() -> view.wish(new Wish.MyCases()));
        return button;
    }

    /** Before everything else: what the citizen left unfinished. */
    private Region waiting(Home page) {
        if (page.waiting().isEmpty()) {
            return gap(0);
        }
        Home.Waiting waiting = page.waiting().get();
        ItemButton button = new ItemButton(
                "take-up",
                Icon.SQUARE_PEN,
                view.say("home.waiting", "item", waiting.itemTitle()),
                view.say("home.waiting.then", "days", waiting.days()));
        button.onAct(() -> view.wish(new Wish.TakeUp()));
        return stack(high(HIGH_ROW, button), gap(GAP));
    }

    private ItemButton appointments() {
        ItemButton button = new ItemButton(
                "appointments", Icon.CALENDAR_CLOCK, view.say("home.appointment"), view.say("home.appointment.line"));
        button.onAct(() -> view.wish(new Wish.Appointments()));
        return button;
    }

    private static Region notice(String text) {
        VBox room = stack(gap(16), new Notice("attention", Icon.INFO, "", text), gap(16));
        return room;
    }

    private Words heading() {
        return Words.fitting(List.of(Type.H2, Type.H3), view.say("home.frequent"));
    }

    private VBox sections(Home page, double height, double icon) {
        List<Region> all = new ArrayList<>();
        for (Home.SectionTile section : page.sections()) {
            SectionTile tile = high(height, tile(section.section(), icon));
            tiles.put(section.section(), tile);
            all.add(tile);
        }
        return rows(all, GAP);
    }

    private SectionTile tile(Section section, double icon) {
        SectionTile tile = switch (section) {
            case QUERY_AND_PRINT ->
                new SectionTile(
                        "section-query",
                        Icon.PRINTER,
                        icon,
                        view.say("section.query"),
                        view.say("section.query.line"),
                        "");
            case DECLARATION ->
                new SectionTile(
                        "section-declaration",
                        Icon.FILE_PEN_LINE,
                        icon,
                        view.say("section.declaration"),
                        view.say("section.declaration.line"),
                        "");
        };
        tile.onAct(() -> view.wish(new Wish.OpenSection(section)));
        return tile;
    }

    private VBox frequent(List<ItemTile> items, double height) {
        List<Region> all = new ArrayList<>();
        for (ItemTile item : items.subList(0, Math.min(items.size(), FREQUENT_SHOWN))) {
            ItemButton button = few
                    ? new ItemButton("item-" + item.code(), Icon.named(item.icon()), item.title(), item.plain())
                    : new ItemButton("item-" + item.code(), Icon.named(item.icon()), item.title());
            button.onAct(() -> view.wish(new Wish.OpenItem(item.code())));
            this.items.put(item.code(), button);
            all.add(high(few ? HIGH_ROW : height, button));
        }
        return view.portrait() && all.size() > 2 ? rows(all, 22) : stacked(all);
    }

    private static VBox rows(List<Region> all, double gap) {
        VBox rows = stack();
        rows.setSpacing(gap);
        for (int i = 0; i < all.size(); i += IN_A_ROW) {
            Row row =
                    row(GAP, all.subList(i, Math.min(i + IN_A_ROW, all.size())).toArray(Region[]::new));
            if (row.getChildren().size() < IN_A_ROW) {
                row.getChildren().add(rest());
            }
            rows.getChildren().add(row);
        }
        return rows;
    }

    private static VBox stacked(List<Region> all) {
        VBox rows = stack(all.toArray(Region[]::new));
        rows.setSpacing(22);
        return rows;
    }

    @Override
    public void show(Home page, Snapshot snapshot) {
        title.say(
                switch (page.part()) {
                    case MORNING -> view.say("home.morning");
                    case AFTERNOON -> view.say("home.afternoon");
                    case EVENING -> view.say("home.evening");
                });
        for (Home.SectionTile section : page.sections()) {
            SectionTile tile = tiles.get(section.section());
            if (tile != null) {
                tile.show(
                        switch (section.section()) {
                            case QUERY_AND_PRINT -> view.say("section.query.fact", "items", section.items());
                            case DECLARATION -> view.say("section.declaration.fact", "items", section.items());
                        });
            }
        }
        for (ItemTile item : page.frequent()) {
            @Nullable ItemButton button = items.get(item.code());
            if (button != null) {
                boolean available = item.availability() instanceof Availability.Now;
                String line = few ? item.plain() : "";
                button.show(available ? line : WhyNot.said(view.texts(), item.availability()), available);
            }
        }
    }

    /** Whether an item can be begun changes while the page is shown. */
    @Override
    public Object structure(Home page) {
        return List.of(
                page.sections().stream().map(Home.SectionTile::section).toList(),
                page.frequent().stream()
                        .map(item -> List.of(item.code(), item.title()))
                        .toList(),
                page.notice(),
                page.waiting());
    }
}
