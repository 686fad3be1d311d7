package banyan.driver.webcam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.device.Deadline;
import banyan.device.Device;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import banyan.device.DocumentCamera;
import banyan.device.Fault;
import banyan.device.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** All that can be said of the USB camera's driver where there is no camera. */
class UvcCameraTest {
    @Test
    void aCameraThatIsNotThereIsAbsentAndAnswersSo() throws InterruptedException, ExecutionException, TimeoutException {
        DeviceSettings settings = new DeviceSettings("camera", Map.of("name", "a camera that nobody has made"));
        try (Device device = new UvcDriver().create(settings)) {
            DocumentCamera camera = assertInstanceOf(DocumentCamera.class, device);
            CompletableFuture<DeviceState> first = new CompletableFuture<>();
            camera.start((_, state) -> first.complete(state));
            DeviceState state = first.get(20, TimeUnit.SECONDS);
            Fault absent = assertInstanceOf(DeviceState.Absent.class, state).fault();
            assertEquals(Outcome.failed(absent), camera.still(Deadline.in(Duration.ofSeconds(5))));
        }
    }
}
