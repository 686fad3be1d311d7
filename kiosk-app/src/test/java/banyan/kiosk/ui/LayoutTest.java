package banyan.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.item.Language;
import banyan.kiosk.ui.Measured.TargetAt;
import banyan.kiosk.ui.Measured.TextAt;
import banyan.kiosk.ui.Samples.Sample;
import banyan.kiosk.ui.shell.KioskWindow;
import banyan.kiosk.ui.theme.Format;
import banyan.kiosk.ui.theme.Motion;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.ui.theme.Zone;
import banyan.kiosk.upkeep.Guidance;
import banyan.kiosk.visit.AppointmentPage;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Snapshot.EndButton;
import banyan.kiosk.visit.StaffPage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page and sheet, in both formats and both languages, held against the design's rules by measuring its nodes. */
class LayoutTest {
    private static final double FINGER = 88;
    private static final double APART = 10;
    private static final int NODES = 300;
    /** So much of a line of its own height is above and below the letters. */
    private static final double LETTERS = 0.3;

    private enum Rule {
        TEXT_SIZE,
        TEXT_WHOLE,
        TEXT_FREE,
        TARGET_SIZE,
        TARGET_APART,
        PRIMARY,
        BACK,
        END,
        TITLE,
        NODES,
        INSIDE
    }

    private static final Map<Rule, List<String>> BROKEN = new EnumMap<>(Rule.class);

    @BeforeAll
    static void measureAll() {
        for (Rule rule : Rule.values()) {
            BROKEN.put(rule, new ArrayList<>());
        }
        FxThread.run(() -> {
            for (Format format : Format.values()) {
                KioskWindow window =
                        new KioskWindow(new KioskWindow.Options(format, Motion.REDUCED, false, ""), _ -> {});
                for (Language language : Language.values()) {
                    for (Sample sample : Samples.in(language)) {
                        window.show(demonstrated(sample.snapshot()));
                        window.scene().getRoot().applyCss();
                        window.scene().getRoot().layout();
                        judge(sample, format, window);
                    }
                }
            }
        });
    }

    /** With the band below the strip: the page has so much less room. */
    private static Snapshot demonstrated(Snapshot plain) {
        return new Snapshot(
                plain.number(),
                plain.language(),
                true,
                plain.site(),
                plain.now(),
                plain.strip(),
                plain.page(),
                plain.sheet());
    }

    private static void judge(Sample sample, Format format, KioskWindow window) {
        Measured measured = new Measured(window.panel());
        String where = sample.name() + " " + format.name().charAt(0) + " "
                + sample.snapshot().language().tag() + ": ";
        judgeTexts(measured, where);
        judgeTargets(measured, where);
        judgePlaces(measured, where, sample, format);
        measured.overflows.forEach(over -> broken(Rule.INSIDE, where + over));
        if (window.panel().screen().orElseThrow().title().isEmpty()) {
            broken(Rule.TITLE, where + "no title");
        }
        if (measured.nodes > NODES) {
            broken(Rule.NODES, where + measured.nodes);
        }
    }

    private static void judgeTexts(Measured measured, String where) {
        for (TextAt text : measured.texts) {
            if (text.size() < Type.FLOOR) {
                broken(Rule.TEXT_SIZE, where + text.text() + " " + text.size());
            }
            boolean wide = text.ink().getMinX() < text.box().getMinX() - 1.5
                    || text.ink().getMaxX() > text.box().getMaxX() + 1.5;
            if (wide || text.text().contains("…")) {
                broken(Rule.TEXT_WHOLE, where + text.text());
            }
        }
        for (int i = 0; i < measured.texts.size(); i++) {
            for (int j = i + 1; j < measured.texts.size(); j++) {
                TextAt one = measured.texts.get(i);
                TextAt other = measured.texts.get(j);
                // A line box is taller than its letters; what counts is whether letters meet.
                Bounds a = Measured.shrunk(one.ink(), one.size() * LETTERS);
                Bounds b = Measured.shrunk(other.ink(), other.size() * LETTERS);
                if (a.intersects(b) && !inOneFlow(one, other)) {
                    broken(Rule.TEXT_FREE, where + one.text() + " / " + other.text());
                }
            }
        }
    }

    /** The bold and the plain sentence of a notice run on in one flow of lines. */
    private static boolean inOneFlow(TextAt one, TextAt other) {
        return one.box() == one.ink() && other.box() == other.ink();
    }

    private static void judgeTargets(Measured measured, String where) {
        List<TargetAt> targets = measured.targets;
        for (int i = 0; i < targets.size(); i++) {
            Bounds box = targets.get(i).box();
            if (box.getWidth() < FINGER - 0.5 || box.getHeight() < FINGER - 0.5) {
                broken(
                        Rule.TARGET_SIZE,
                        where + "%s %.0fx%.0f".formatted(targets.get(i).id(), box.getWidth(), box.getHeight()));
            }
            for (int j = i + 1; j < targets.size(); j++) {
                double apart = Measured.apart(box, targets.get(j).box());
                if (apart < APART - 0.5) {
                    broken(
                            Rule.TARGET_APART,
                            where
                                    + "%s, %s: %.0f"
                                            .formatted(
                                                    targets.get(i).id(),
                                                    targets.get(j).id(),
                                                    apart));
                }
            }
        }
    }

    private static void judgePlaces(Measured measured, String where, Sample sample, Format format) {
        Map<String, List<TargetAt>> byId = measured.targets.stream().collect(Collectors.groupingBy(TargetAt::id));
        Page page = sample.snapshot().page();
        boolean sheet = sample.snapshot().sheet().isPresent();
        boolean chooses = page instanceof Page.Home
                || page instanceof Page.Items
                || (page instanceof AppointmentPage.AppointmentChoice choice && choice.what() != AppointmentPage.AppointmentChoice.What.MINE)
                || page instanceof StaffPage.StaffSignIn
                // What was found is one of three buttons.
                || page instanceof StaffPage.Led(Guidance through, int step)
                        && through == Guidance.LEFT_BEHIND
                        && step + 1 == through.steps();
        boolean needsPrimary = !chooses || sheet;
        int primaries = byId.getOrDefault("primary", List.of()).size()
                + byId.getOrDefault("close", List.of()).size();
        if (primaries != (needsPrimary ? 1 : 0)) {
            broken(Rule.PRIMARY, where + primaries);
        }
        if (!(page instanceof Page.Attract)) {
            byId.getOrDefault("primary", List.of()).forEach(at -> atPlace(Rule.PRIMARY, where, at, format.primary()));
        }
        byId.getOrDefault("back", List.of()).forEach(at -> atPlace(Rule.BACK, where, at, format.back()));
        boolean endWanted = sample.snapshot().strip().end() != EndButton.NONE;
        // Staff leave by a button of their own, and have no home to go to.
        String home = page.ofStaff() ? "leave-upkeep" : "home";
        if (byId.containsKey("end") != endWanted || !byId.containsKey(home)) {
            broken(Rule.END, where + "end or home is missing");
        }
    }

    private static void atPlace(Rule rule, String where, TargetAt target, Zone zone) {
        Bounds box = target.box();
        double off = Math.max(
                Math.max(Math.abs(box.getMinX() - zone.x()), Math.abs(box.getMinY() - zone.y())),
                Math.max(Math.abs(box.getWidth() - zone.width()), Math.abs(box.getHeight() - zone.height())));
        if (off > 0.5) {
            broken(rule, where + "off by " + off);
        }
    }

    private static void broken(Rule rule, String what) {
        List<String> so = BROKEN.get(rule);
        if (so != null) {
            so.add(what);
        }
    }

    private static void holds(Rule rule) {
        assertEquals("", String.join("\n", BROKEN.getOrDefault(rule, List.of("not measured"))));
    }

    @Test
    void everyTextHasTheSmallestSizeOrMore() {
        holds(Rule.TEXT_SIZE);
    }

    @Test
    void noTextIsCutOrShortened() {
        holds(Rule.TEXT_WHOLE);
    }

    @Test
    void noTextLiesOverAnother() {
        holds(Rule.TEXT_FREE);
    }

    @Test
    void everyTargetIsLargeEnoughForAFinger() {
        holds(Rule.TARGET_SIZE);
    }

    @Test
    void noTwoTargetsAreCloserThanTenPixels() {
        holds(Rule.TARGET_APART);
    }

    @Test
    void everyPageThatGoesOnHasOnePrimaryAtItsPlace() {
        holds(Rule.PRIMARY);
    }

    @Test
    void backStandsAtItsPlace() {
        holds(Rule.BACK);
    }

    @Test
    void endAndHomeAreThereOnEveryPage() {
        holds(Rule.END);
    }

    @Test
    void everyPageHasATitle() {
        holds(Rule.TITLE);
    }

    @Test
    void noPageHasMoreThanThreeHundredNodes() {
        holds(Rule.NODES);
    }

    @Test
    void nothingSticksOutOfWhatItLiesIn() {
        holds(Rule.INSIDE);
    }
}
