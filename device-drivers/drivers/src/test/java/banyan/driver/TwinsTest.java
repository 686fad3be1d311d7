package banyan.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.conformance.Rig;
import banyan.device.DeviceDriver;
import banyan.kit.contract.ContractRun;
import banyan.kit.rig.Twins;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@code ./kiosk conform --twins} runs is every driver there is. */
class TwinsTest {
    /** Cameras of the kernel's, and nothing else. */
    private static final Set<String> OUT_OF_REACH = Set.of("uvc-camera", "uvc-face-camera");

    @Test
    void everyDriverIsTriedAgainstSomethingOrThereIsAReasonWhyNot() {
        for (DeviceDriver driver : ServiceLoader.load(DeviceDriver.class)) {
            String model = driver.model();
            assertTrue(Twins.of(model).isPresent() != Twins.whyNone(model).isPresent(), model);
            assertEquals(OUT_OF_REACH.contains(model), Twins.whyNone(model).isPresent(), model);
            assertTrue(ContractRun.rig(driver.kind()).isPresent(), () -> "no contract for " + driver.kind());
        }
    }

    @Test
    void everyLineOfTheServiceFileIsOneOfThem() throws IOException {
        try (InputStream in = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("META-INF/services/banyan.device.DeviceDriver")) {
            Set<String> named = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> tried = ServiceLoader.load(DeviceDriver.class).stream()
                    .map(driver -> driver.type().getName())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(named, tried);
        }
    }

    @Test
    void theHandAtEachIsOneThatTheContractOfItsClassNeeds() {
        for (DeviceDriver driver : ServiceLoader.load(DeviceDriver.class)) {
            Twins.of(driver.model()).ifPresent(stand -> {
                try (Rig rig = stand.rig().apply(driver)) {
                    assertTrue(ContractRun.rig(driver.kind()).orElseThrow().isInstance(rig), driver.model());
                    assertEquals(List.of(), driver.mistakes(rig.settings()), driver.model());
                }
            });
        }
    }
}
