package banyan.driver.stu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import banyan.conformance.PadRig;
import banyan.conformance.SignaturePadContract;
import banyan.device.Deadline;
import banyan.device.Fault;
import banyan.device.Nameplate;
import banyan.device.Outcome;
import banyan.device.SignaturePad.Capture;
import banyan.device.SignaturePad.InkListener;
import banyan.device.SignaturePad.PenPoint;
import banyan.kit.rig.StuPadTwin;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The pad's driver against the simulator's twin, over USB/IP. */
class StuPadTest extends SignaturePadContract {
    @Override
    protected PadRig newRig() {
        return new StuPadTwin(new StuDriver());
    }

    @Test
    void thePadSaysWhatItIs() {
        assertEquals(
                new Nameplate(
                        Optional.of("Wacom Co.,Ltd."),
                        Optional.of("STU-540"),
                        Optional.of("SIM0000540"),
                        Optional.of("1.0.4.2")),
                ready().nameplate());
    }

    @Test
    void aDisplayShowsInkWhileItIsSignedAndNothingAfterwards() {
        StuPadTwin pad = (StuPadTwin) rig();
        InkListener nobody = new InkListener() {
            @Override
            public void point(PenPoint point) {
                // Not looked at here.
            }

            @Override
            public void stopped(Fault fault) {
                // Not looked at here.
            }
        };
        Outcome<Capture> begun = ready().capture(nobody, Deadline.in(Duration.ofSeconds(5)));
        Capture capture = value(begun);
        assertEquals(800 / 480.0, capture.aspect(), 0.001);
        assertEquals("00000000" + "2003" + "e001", pad.pad().path("area").stringValue());
        await(() -> pad.pad().path("inking").booleanValue());
        int cleared = pad.pad().path("cleared").intValue();
        capture.clear();
        await(() -> pad.pad().path("cleared").intValue() == cleared + 1);
        capture.close();
        await(() -> pad.pad().path("cleared").intValue() == cleared + 2);
        assertFalse(pad.pad().path("inking").booleanValue());
    }

    private static void await(BooleanSupplier so) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!so.getAsBoolean()) {
            assertFalse(System.nanoTime() - end > 0, "not within five seconds");
            LockSupport.parkNanos(1_000_000);
        }
    }
}
