package banyan.driver.isdv4;

import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.conformance.PadRig;
import banyan.conformance.SignaturePadContract;
import banyan.kit.rig.SignaturePadTwin;
import org.junit.jupiter.api.Test;

/** The pad's driver against the simulator's twin. */
class PenPadTest extends SignaturePadContract {
    @Override
    protected PadRig newRig() {
        return new SignaturePadTwin(new Isdv4Driver());
    }

    @Test
    void thePadSaysTheVersionOfItsProgram() {
        assertTrue(ready().nameplate().firmware().orElse("").matches("\\d+"), () -> "" + device().nameplate());
    }
}
