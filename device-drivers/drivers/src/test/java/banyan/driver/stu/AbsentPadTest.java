package banyan.driver.stu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.device.Device;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** All that can be said of a pad at this machine's own USB where there is none. */
class AbsentPadTest {
    @Test
    void aPadThatIsNotThereIsAbsent() throws InterruptedException, ExecutionException, TimeoutException {
        DeviceSettings settings = new DeviceSettings("pad", Map.of("serial-number", "a pad that nobody has made"));
        try (Device pad = new StuDriver().create(settings)) {
            CompletableFuture<DeviceState> first = new CompletableFuture<>();
            pad.start((_, state) -> first.complete(state));
            DeviceState.Absent absent =
                    assertInstanceOf(DeviceState.Absent.class, first.get(20, TimeUnit.SECONDS));
            assertEquals("PAD-UNPLUGGED", absent.fault().code());
        }
    }
}
