package banyan.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import banyan.item.Language;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.shell.KioskWindow;
import banyan.kiosk.ui.theme.Format;
import banyan.kiosk.ui.theme.Motion;
import banyan.kiosk.visit.Snapshot;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.Test;

/** What happens to the nodes when the next snapshot comes. */
class UpdateTest {
    @Test
    void aPageOfTheSameStructureKeepsItsNodes() {
        assertSameScreen("07-materials-scan", "07-materials-good");
        assertSameScreen("06-form", "06-form-keyboard");
        assertSameScreen("09-review", "09-review-unticked");
        assertSameScreen("13-print-progress", "13-printed");
        assertSameScreen("01-attract", "01-attract-closed");
        assertSameScreen("02-consent-card", "02-reading");
    }

    private static void assertSameScreen(String one, String other) {
        Changed changed = change(one, other);
        assertSame(changed.before, changed.after, one + " to " + other);
    }

    @Test
    void aPageOfAnotherStructureIsBuiltAnew() {
        Changed changed = change("06-form", "06-form-choices");
        assertNotSame(changed.before, changed.after);
    }

    @Test
    void anotherLanguageIsBuiltAnew() {
        FxThread.run(() -> {
            KioskWindow window = window();
            window.show(sample("03-home", Language.ZH_CN));
            Screen<?> before = window.panel().screen().orElseThrow();
            window.show(sample("03-home", Language.EN));
            assertNotSame(before, window.panel().screen().orElseThrow());
        });
    }

    @Test
    void aPageThatIsLeftHoldsNoWordsAnyMore() {
        for (String name : List.of("06-form", "09-review", "10b-received", "08-signature")) {
            Changed changed = change(name, "01-attract");
            assertEquals(List.of(), wordsOf(changed.before), name);
        }
    }

    @Test
    void aPageThatIsLeftHoldsNoPictureAnyMore() {
        for (String name : List.of("07-materials-good", "08-signature", "13-result", "13-print-progress")) {
            Changed changed = change(name, "01-attract");
            assertEquals(0, picturesOf(changed.before), name);
        }
    }

    @Test
    void whatIsBehindASheetIsNotInTheScene() {
        FxThread.run(() -> {
            KioskWindow window = window();
            window.show(sample("06-form", Language.ZH_CN));
            window.show(sample("20-confirm-end", Language.ZH_CN));
            assertEquals(
                    false,
                    window.panel().screen().orElseThrow().root().getParent().isVisible());
        });
    }

    private record Changed(Screen<?> before, Screen<?> after) {}

    private static Changed change(String one, String other) {
        return FxThread.call(() -> {
            KioskWindow window = window();
            window.show(sample(one, Language.ZH_CN));
            Screen<?> before = window.panel().screen().orElseThrow();
            window.show(sample(other, Language.ZH_CN));
            return new Changed(before, window.panel().screen().orElseThrow());
        });
    }

    private static KioskWindow window() {
        return new KioskWindow(new KioskWindow.Options(Format.PORTRAIT, Motion.REDUCED, false, ""), _ -> {});
    }

    private static Snapshot sample(String name, Language language) {
        return Samples.in(language).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .snapshot();
    }

    private static List<String> wordsOf(Screen<?> screen) {
        List<String> left = new ArrayList<>();
        words(screen.root(), left);
        return left;
    }

    private static void words(Node node, List<String> into) {
        if (node instanceof Words words && !words.said().isEmpty()) {
            into.add(words.said());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> words(child, into));
        }
    }

    private static int picturesOf(Node node) {
        int here = node instanceof ImageView view && view.getImage() != null ? 1 : 0;
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                here += picturesOf(child);
            }
        }
        return here;
    }

    private static int picturesOf(Screen<?> screen) {
        return picturesOf(screen.root());
    }
}
