package banyan.driver.sane;

import banyan.conformance.ScannerContract;
import banyan.conformance.ScannerRig;
import banyan.kit.rig.Saned;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The SANE driver against a scanner that nobody here wrote: saned with its test backend. */
class SanedTest extends ScannerContract {
    @TempDir
    Path folder;

    @Override
    protected ScannerRig newRig() {
        return new Saned(new SaneDriver(), folder);
    }
}
