package banyan.kiosk.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import banyan.kiosk.documents.Signature.Point;
import banyan.kiosk.documents.Signature.Stroke;
import banyan.kiosk.documents.SignatureJudge.Judgement;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureJudgeTest {
    @Test
    void aNameIsASignature() {
        assertEquals(Judgement.SIGNED, SignatureJudge.judge(Samples.signature()));
    }

    @Test
    void anUntouchedFieldIsEmpty() {
        assertEquals(Judgement.EMPTY, judge());
        assertEquals(Judgement.EMPTY, judge(new Stroke(List.of())));
    }

    @Test
    void aFingerThatRestedIsATap() {
        assertEquals(Judgement.TAP_ONLY, judge(stroke(.5, .5, .505, .502, .5, .507)));
    }

    @Test
    void severalTapsAreStillNoName() {
        assertEquals(Judgement.TAP_ONLY, judge(stroke(.2, .5), stroke(.5, .5), stroke(.8, .5)));
    }

    @Test
    void aSlipOfThePenIsTooShort() {
        assertEquals(Judgement.TOO_SHORT, judge(stroke(.5, .5, .53, .6)));
    }

    @Test
    void scratchingOnOneSpotIsTooShort() {
        assertEquals(
                Judgement.TOO_SHORT,
                judge(stroke(
                        .5, .5, .52, .55, .5, .6, .52, .55, .5, .5, .52, .6, .5, .55, .52, .5, .5, .6, .52, .5, .5,
                        .6)));
    }

    @Test
    void oneLongStrokeIsAName() {
        assertEquals(Judgement.SIGNED, judge(stroke(.2, .5, .5, .48, .8, .52)));
    }

    @Test
    void theDrawingIsNotInItsWords() {
        assertFalse(Samples.signature().toString().contains("0."));
        assertFalse(new Point(0.25, 0.5, 1, 10).toString().contains("0.25"));
    }

    @Test
    void inkKeepsTheProportionsOfTheField() {
        var ink = Samples.signature().ink();
        assertEquals(2.4, ink.width() / ink.height(), 1e-9);
        assertEquals(0.14 * 2.4, ink.strokes().getFirst().points().getFirst().x(), 1e-9);
    }

    private static Judgement judge(Stroke... strokes) {
        return SignatureJudge.judge(new Signature(2.4, List.of(strokes)));
    }

    private static Stroke stroke(double... xy) {
        var points = new java.util.ArrayList<Point>();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(new Point(xy[i], xy[i + 1], 0.5, 10L * i));
        }
        return new Stroke(points);
    }
}
