package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Capability;
import banyan.device.Deadline;
import banyan.device.Fault;
import banyan.device.FingerprintPad;
import banyan.device.FingerprintPad.FingerImage;
import banyan.device.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every fingerprint pad promises. */
public abstract class FingerprintPadContract extends DeviceContract<FingerRig, FingerprintPad> {
    private static final Duration A_MOMENT = Duration.ofMillis(300);

    /** Long enough for a picture to be sent again. */
    private static final Duration NOISY = Duration.ofSeconds(15);

    /** Half of a step of a pad with sixteen greys, and a little. */
    private static final int GREY_STEP = 18;

    private static final int FINGER = 3;
    private static final int OTHER_FINGER = 4;

    @Override
    protected final Class<FingerprintPad> type() {
        return FingerprintPad.class;
    }

    @Override
    protected final SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands(FingerprintPad device) {
        SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands = new LinkedHashMap<>();
        commands.put(Capability.CAPTURE_FINGER, device::capture);
        return commands;
    }

    @Override
    protected final void assertWorks(FingerprintPad device, FingerRig rig) {
        rig.lay(FINGER, 1);
        assertShows(value(device.capture(inTime())), FINGER, 1);
        rig.lift();
        assertTrue(value(device.awaitLifted(inTime())));
    }

    @Override
    protected final Secret useWithSecret(FingerprintPad device, FingerRig rig) {
        rig.lay(FINGER, 1);
        FingerImage image = value(device.capture(inTime()));
        byte[] ridges = Arrays.copyOfRange(image.grey(), image.grey().length / 2, image.grey().length / 2 + 48);
        return new Secret(
                List.of(
                        HexFormat.of().formatHex(ridges),
                        Base64.getEncoder().encodeToString(ridges),
                        Arrays.toString(ridges).substring(1, 80)),
                List.of(image.grey(), rig.onTheWire(image)));
    }

    private void assertShows(FingerImage image, int finger, int laying) {
        byte[] shown;
        try {
            shown = rig().shown(finger, laying);
        } catch (OutOfReach _) {
            // A person's own finger: that it is a picture of one, the pad has judged.
            return;
        }
        assertEquals(shown.length, image.grey().length);
        for (int at = 0; at < shown.length; at++) {
            int difference = (shown[at] & 0xFF) - (image.grey()[at] & 0xFF);
            assertTrue(Math.abs(difference) <= GREY_STEP, "point " + at + " differs by " + difference);
        }
    }

    private String codeOfCapture() {
        return fault(device().capture(inTime())).code();
    }

    @Test
    protected void aFingerIsTakenAsTheGlassShowsIt() {
        rig().lay(FINGER, 1);
        assertShows(value(ready().capture(inTime())), FINGER, 1);
    }

    @Test
    protected void thePictureIsOfAFingertipsSizeAndFineEnoughToCompare() {
        rig().lay(FINGER, 1);
        FingerImage image = value(ready().capture(inTime()));
        double millimetres = 25.4 / image.resolution();
        assertTrue(image.resolution() >= 250 && image.resolution() <= 1000, image::toString);
        assertTrue(image.width() * millimetres >= 6 && image.width() * millimetres <= 40, image::toString);
        assertTrue(image.height() * millimetres >= 6 && image.height() * millimetres <= 40, image::toString);
    }

    @Test
    protected void withoutAFingerNoneCame() {
        Fault fault = fault(ready().capture(Deadline.in(A_MOMENT)));
        assertEquals("FINGER-ABSENT", fault.code());
        assertEquals(Fault.Remedy.ASK_CITIZEN, fault.remedy());
    }

    @Test
    protected void aFingerThatComesLateIsTaken() {
        FingerprintPad pad = ready();
        Call capture = new Call(() -> pad.capture(inTime()));
        rig().lay(FINGER, 2);
        assertShows((FingerImage) capture.value(), FINGER, 2);
    }

    @Test
    protected void aFingerThatDoesNotLieStillWasMoved() {
        ready();
        rig().layMoving();
        assertEquals("FINGER-MOVED", codeOfCapture());
        assertWorks(device(), rig());
    }

    @Test
    protected void aDryFingerIsPoor() {
        assertPoor(FingerRig.Flaw.DRY);
    }

    @Test
    protected void aWetFingerIsPoor() {
        assertPoor(FingerRig.Flaw.WET);
    }

    @Test
    protected void theEdgeOfAFingerIsPoor() {
        assertPoor(FingerRig.Flaw.PARTIAL);
    }

    private void assertPoor(FingerRig.Flaw flaw) {
        ready();
        rig().layPoorly(flaw);
        assertEquals("FINGER-POOR", codeOfCapture());
        assertWorks(device(), rig());
    }

    @Test
    protected void whereNoFingerLiesItIsLifted() {
        assertTrue(value(ready().awaitLifted(Deadline.in(A_MOMENT))));
    }

    @Test
    protected void aFingerThatStaysIsNotLifted() {
        rig().lay(FINGER, 1);
        assertFalse(value(ready().awaitLifted(Deadline.in(A_MOMENT))));
    }

    @Test
    protected void aMovingFingerIsNotLifted() {
        rig().layMoving();
        assertFalse(value(ready().awaitLifted(Deadline.in(A_MOMENT))));
    }

    @Test
    protected void theSameFingerLaidAgainIsANewPicture() {
        FingerprintPad pad = ready();
        for (int laying = 1; laying <= 3; laying++) {
            rig().lay(FINGER, laying);
            assertShows(value(pad.capture(inTime())), FINGER, laying);
            rig().lift();
            assertTrue(value(pad.awaitLifted(inTime())));
        }
    }

    @Test
    protected void anotherFingerInThePlaceOfTheFirstIsTakenAsItself() {
        FingerprintPad pad = ready();
        rig().lay(FINGER, 1);
        byte[] first = value(pad.capture(inTime())).grey();
        rig().lay(OTHER_FINGER, 1);
        FingerImage second = value(pad.capture(inTime()));
        assertShows(second, OTHER_FINGER, 1);
        assertFalse(Arrays.equals(first, second.grey()));
    }

    @Test
    protected void aPictureThatWasHandedOverIsTheCallersOwn() {
        FingerprintPad pad = ready();
        rig().lay(FINGER, 1);
        FingerImage image = value(pad.capture(inTime()));
        byte[] before = image.grey().clone();
        pad.forget();
        rig().lay(OTHER_FINGER, 1);
        value(pad.capture(inTime()));
        assertTrue(Arrays.equals(before, image.grey()));
    }

    /** C4: what is left of a picture that nobody wanted is not taken for the next. */
    @Test
    @Tag("C4")
    protected void aCaptureCutOffInThePictureHarmsNoLaterOne() {
        FingerprintPad pad = ready();
        rig().lay(FINGER, 1);
        for (int tenth = 0; tenth < 8; tenth++) {
            Outcome<FingerImage> _ = pad.capture(Deadline.in(Duration.ofMillis(10L * tenth + 5)));
        }
        rig().lay(OTHER_FINGER, 2);
        assertShows(value(pad.capture(inTime())), OTHER_FINGER, 2);
    }

    /** C8. */
    @Test
    @Tag("C8")
    protected void overANoisyLineThePictureIsWholeOrItsFaultIsANoisyLines() {
        FingerprintPad pad = ready();
        rig().makeNoise();
        rig().lay(FINGER, 1);
        switch (pad.capture(Deadline.in(NOISY))) {
            case Outcome.Done<FingerImage>(var image) -> assertShows(image, FINGER, 1);
            case Outcome.Failed<FingerImage>(var fault) ->
                assertTrue(
                        fault.kind() == Fault.Kind.PROTOCOL
                                || fault.kind() == Fault.Kind.TIMEOUT
                                || fault.code().equals("FINGER-ABSENT"),
                        () -> "noise taken for " + fault);
        }
        rig().heal();
        assertWorks(pad, rig());
    }
}
