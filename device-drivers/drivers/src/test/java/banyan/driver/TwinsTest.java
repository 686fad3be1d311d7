package banyan.driver;

import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.DeviceDriver;
import banyan.kit.contract.ContractRun;
import banyan.kit.rig.Twins;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What {@code ./kiosk conform --twins} runs is every driver there is. */
class TwinsTest {
    @Test
    void everyDriverHasATwinOrAReasonWhyItHasNone() {
        for (DeviceDriver driver : ServiceLoader.load(DeviceDriver.class)) {
            String model = driver.model();
            assertTrue(Twins.of(model).isPresent() != Twins.whyNone(model).isPresent(), model);
            assertTrue(ContractRun.rig(driver.kind()).isPresent(), () -> "no contract for " + driver.kind());
        }
    }
}
