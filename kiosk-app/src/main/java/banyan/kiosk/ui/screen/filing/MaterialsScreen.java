package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.control.Badge;
import banyan.kiosk.ui.control.Badge.Tone;
import banyan.kiosk.ui.control.CameraView;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.Row;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.visit.ScanningPage.Materials;
import banyan.kiosk.visit.ScanningPage.Materials.Cabinet;
import banyan.kiosk.visit.ScanningPage.Materials.Camera;
import banyan.kiosk.visit.ScanningPage.Materials.FeedEnd;
import banyan.kiosk.visit.ScanningPage.Materials.Feeder;
import banyan.kiosk.visit.ScanningPage.Materials.Hint;
import banyan.kiosk.visit.ScanningPage.Materials.MaterialRow;
import banyan.kiosk.visit.ScanningPage.Materials.Pile;
import banyan.kiosk.visit.ScanningPage.Materials.Qualities;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The tray as the camera sees it, what would help, and how far each material is. */
public final class MaterialsScreen extends Screen<Materials> {
    private static final double CAMERA_HEIGHT = 484;

    private final Words title = Words.title("");
    private final Words help = help("");
    private final CameraView camera = new CameraView();
    private final Badge corners;
    private final Badge sharp;
    private final Badge glare;
    private final Badge covered;
    private final MaterialList list;
    private final PageStrip pages;
    private final FeedButton feed;
    private final CabinetButton cabinet;
    private final PushButton shoot;
    private final PushButton next;

    public MaterialsScreen(View view, Materials page) {
        super(view);
        corners = quality("quality.corners");
        sharp = quality("quality.sharp");
        glare = quality("quality.no-glare");
        covered = quality("quality.uncovered");
        Row qualities = row(16, corners, sharp, glare, covered);
        list = new MaterialList(view, page.rows());
        boolean feeds = feeds(page);
        boolean cabinets = page.cabinet() != Cabinet.NONE;
        pages = new PageStrip(view, (feeds ? 1 : 0) + (cabinets ? 1 : 0));
        feed = new FeedButton(view);
        cabinet = new CabinetButton(view);
        Region low = beside(
                pages, feeds ? Optional.of(feed.node()) : Optional.empty(), cabinets ? Optional.of(cabinet.node()) : Optional.empty());
        if (view.portrait()) {
            column(
                    head(page.head(), title, help),
                    gap(41),
                    high(CAMERA_HEIGHT, camera),
                    gap(18),
                    qualities,
                    gap(20),
                    list,
                    rest(),
                    low,
                    gap(14));
        } else {
            columns(
                    true,
                    stack(head(page.head(), title, help), gap(28), list, rest()),
                    stack(high(CAMERA_HEIGHT, camera), gap(16), qualities, gap(14), low, rest()));
        }
        back();
        shoot = middle(view.say("materials.shoot"), Icon.CAMERA, new Wish.Shoot());
        next = primary(view.say("button.next"), Icon.ARROW_RIGHT, new Wish.Next());
    }

    /** The row of the pages with the other ways of giving this material at its end. */
    private static Region beside(PageStrip pages, Optional<PushButton> feed, Optional<PushButton> cabinet) {
        if (feed.isEmpty() && cabinet.isEmpty()) {
            return pages;
        }
        HBox row = new HBox(24, pages);
        feed.ifPresent(row.getChildren()::add);
        cabinet.ifPresent(row.getChildren()::add);
        HBox.setHgrow(pages, Priority.ALWAYS);
        row.setAlignment(Pos.CENTER_RIGHT);
        row.setPickOnBounds(false);
        return row;
    }

    private Badge quality(String key) {
        return Badge.state(Tone.NEUTRAL, Icon.CIRCLE_QUESTION_MARK, view.say(key + ".unknown"));
    }

    @Override
    public void show(Materials page, Snapshot snapshot) {
        list.show(page.rows(), page.current());
        Optional<MaterialRow> current =
                page.current() >= 0 && page.current() < page.rows().size()
                        ? Optional.of(page.rows().get(page.current()))
                        : Optional.empty();
        title.say(
                current.isPresent() && page.missing() > 0
                        ? view.say("materials.title", "number", page.current() + 1)
                        : view.say("materials.title.all"));
        help.say(view.say(feeds(page) ? "materials.help.feeder" : "materials.help"));
        feed.show(page.feeder(), page.busy() || current.isEmpty() || page.cabinet() == Cabinet.CHOSEN);
        cabinet.show(page, page.busy() || page.feeder() instanceof Feeder.Drawing);
        showCamera(page);
        showFeeder(page, current);
        pages.show(current);
        boolean live = page.camera() instanceof Camera.Live;
        boolean drawing = page.feeder() instanceof Feeder.Drawing;
        shoot.setDisable(
                !live || page.busy() || drawing || current.isEmpty() || page.cabinet() == Cabinet.CHOSEN);
        if (drawing) {
            next.show(view.say("feeder.busy"), Icon.HOURGLASS, false);
        } else if (page.busy()) {
            next.show(view.say("materials.busy"), Icon.HOURGLASS, false);
        } else if (page.missing() > 0) {
            next.show(view.say("materials.missing", "count", page.missing()), Icon.LOCK, false);
        } else {
            next.show(view.say("button.next"), Icon.ARROW_RIGHT, true);
        }
    }

    private void showCamera(Materials page) {
        switch (page.camera()) {
            case Camera.Starting() -> {
                camera.dark();
                camera.say(view.say("camera.starting"), Icon.HOURGLASS, view.say("camera.starting.then"));
                judge(Optional.empty());
            }
            case Camera.Gone() -> {
                camera.dark();
                camera.say(view.say("camera.gone"), Icon.TRIANGLE_ALERT, view.say("camera.gone.then"));
                judge(Optional.empty());
            }
            case Camera.Live live -> {
                camera.show(live.frame(), live.corners(), live.good());
                String below = page.busy()
                        ? view.say("camera.busy")
                        : live.good()
                                ? view.say("camera.good")
                                : live.hint()
                                        .map(hint -> view.say("hint." + word(hint)))
                                        .orElse("");
                camera.say(view.say("camera.live"), icon(live, page.busy()), below);
                judge(Optional.of(live.qualities()).filter(_ -> live.corners().length == 8));
            }
        }
    }

    private static boolean feeds(Materials page) {
        return !(page.feeder() instanceof Feeder.None);
    }

    /** What is to be said of the pile stands before what the camera sees, until a page lies on the tray again. */
    private void showFeeder(Materials page, Optional<MaterialRow> current) {
        switch (page.feeder()) {
            case Feeder.None() -> {}
            case Feeder.Drawing(int count, boolean stopping) ->
                camera.say(
                        view.say("feeder.drawing", "pages", count),
                        Icon.HOURGLASS,
                        view.say(stopping ? "feeder.stopping" : "feeder.drawing.then"));
            case Feeder.Resting(_, var last) -> {
                boolean pageLies = page.camera() instanceof Camera.Live live && live.corners().length == 8;
                last.filter(_ -> !pageLies).ifPresent(pile -> camera.say(counted(pile), icon(pile.how()), said(pile, current)));
            }
        }
    }

    private String counted(Pile pile) {
        return switch (pile.how()) {
            case DONE, FULL -> view.say("feeder.counted", "pages", pile.pages());
            case BLANK -> view.say("feeder.counted.blank", "pages", pile.pages(), "blank", pile.blank());
            case MISCOUNTED -> view.say("feeder.counted.unsure", "pages", pile.pages());
            case EMPTY -> view.say("feeder.nothing");
            case STOPPED, JAM, COVER_OPEN, DOUBLE_FEED, LENGTH, GONE, FAILED, MENDED ->
                view.say("feeder.counted.rest", "pages", pile.pages(), "next", pile.next());
        };
    }

    private String said(Pile pile, Optional<MaterialRow> current) {
        String key = "feeder." + pile.how().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return pile.how() == FeedEnd.FULL
                ? view.say(key, "most", current.map(MaterialRow::maxPages).orElse(0))
                : view.say(key);
    }

    private static Icon icon(FeedEnd how) {
        return switch (how) {
            case DONE, MENDED -> Icon.CIRCLE_CHECK;
            case BLANK, FULL, STOPPED, EMPTY -> Icon.INFO;
            case JAM, COVER_OPEN, DOUBLE_FEED, LENGTH, MISCOUNTED, GONE, FAILED -> Icon.TRIANGLE_ALERT;
        };
    }

    private static Icon icon(Camera.Live live, boolean busy) {
        if (busy) {
            return Icon.HOURGLASS;
        }
        if (live.good()) {
            return Icon.CIRCLE_CHECK;
        }
        return live.hint()
                .map(hint -> switch (hint) {
                    case COVERED, TAKE_AWAY, REFUSED_COVERED -> Icon.HAND;
                    case NO_PAGE, REFUSED_NO_PAGE, HOLD_STILL -> Icon.SCAN_LINE;
                    case CUT_OFF, GLARE, BLURRED, BLANK -> Icon.TRIANGLE_ALERT;
                    case REFUSED_BLANK, REFUSED_BLURRED, REFUSED_CUT_OFF, CAMERA_FAILED -> Icon.ROTATE_CCW;
                })
                .orElse(Icon.INFO);
    }

    private static String word(Hint hint) {
        return hint.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void judge(Optional<Qualities> qualities) {
        judge(corners, "quality.corners", qualities.map(Qualities::corners));
        judge(sharp, "quality.sharp", qualities.map(Qualities::sharp));
        judge(glare, "quality.no-glare", qualities.map(Qualities::noGlare));
        judge(covered, "quality.uncovered", qualities.map(Qualities::uncovered));
    }

    private void judge(Badge badge, String key, Optional<Boolean> good) {
        if (good.isEmpty()) {
            badge.show(Tone.NEUTRAL, Icon.CIRCLE_MINUS, view.say(key + ".unknown"));
        } else if (good.get()) {
            badge.show(Tone.GOOD, Icon.CIRCLE_CHECK, view.say(key + ".yes"));
        } else {
            badge.show(Tone.LOOK, Icon.TRIANGLE_ALERT, view.say(key + ".no"));
        }
    }

    @Override
    public Object structure(Materials page) {
        return List.of(
                page.head(),
                feeds(page),
                page.cabinet() != Cabinet.NONE,
                page.rows().stream()
                        .map(row -> row.code() + MaterialList.scanned(row))
                        .toList());
    }
}
