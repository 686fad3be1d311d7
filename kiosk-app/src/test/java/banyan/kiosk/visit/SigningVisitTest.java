package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.item.Language;
import banyan.kiosk.visit.FilingPage.Signing.InkTrouble;
import banyan.kiosk.visit.FilingPage.Signing.PadState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document that is signed, and the signature on the pad or on the screen. */
class SigningVisitTest {
    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
        hall.scan();
    }

    @Test
    void theDocumentThatIsSignedShowsTheFirstDigitsOfItsHash() {
        assertTrue(hall.page(FilingPage.Signing.class).checkCode().matches("[0-9A-F]{4} [0-9A-F]{4}"));
        assertEquals(PadState.PAD, hall.page(FilingPage.Signing.class).pad());
    }

    @Test
    void anEmptySignatureIsNotTaken() {
        hall.wish(new Wish.UseSignature());
        assertEquals(
                Optional.of(InkTrouble.EMPTY), hall.page(FilingPage.Signing.class).trouble());
    }

    @Test
    void withoutThePadTheScreenIsSigned() {
        hall.pad.unplug();
        hall.settle();
        assertEquals(PadState.SCREEN, hall.page(FilingPage.Signing.class).pad());
        hall.wish(
                new Wish.Touched(0.1f, 0.2f, 0.5f, true),
                new Wish.Touched(0.5f, 0.8f, 0.5f, true),
                new Wish.Touched(0.9f, 0.2f, 0.5f, true),
                new Wish.Touched(0.9f, 0.2f, 0f, false));
        hall.pass(Duration.ofMillis(500));
        assertEquals(1, hall.page(FilingPage.Signing.class).ink().strokes().size());
        hall.wish(new Wish.UseSignature());
        hall.page(FilingPage.Review.class);
    }

    @Test
    void whatWasBegunOnAPadThatIsUnpluggedIsWrittenAnew() {
        hall.pad.write(new double[] {0.1, 0.1}, new double[] {0.5, 0.9});
        hall.pad.unplug();
        hall.pass(Duration.ofMillis(500));
        assertEquals(List.of(), hall.page(FilingPage.Signing.class).ink().strokes());
    }

    @Test
    void anotherLanguageDrawsTheDocumentAnewAndTakesTheInkAway() {
        String before = hall.page(FilingPage.Signing.class).checkCode();
        hall.pad.write(new double[] {0.1, 0.1}, new double[] {0.9, 0.9});
        hall.settle();
        hall.wish(new Wish.Speak(Language.EN));
        assertNotEquals(before, hall.page(FilingPage.Signing.class).checkCode());
        assertEquals(List.of(), hall.page(FilingPage.Signing.class).ink().strokes());
    }
}
