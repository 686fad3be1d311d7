package banyan.kit;

import banyan.device.DeviceDriver;
import java.util.Collection;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every driver on the class path, ours and vendors', by its model. */
final class Drivers {
    private final SortedMap<String, DeviceDriver> byModel = new TreeMap<>();

    Drivers() {
        ServiceLoader.load(DeviceDriver.class).forEach(driver -> byModel.put(driver.model(), driver));
    }

    Collection<DeviceDriver> all() {
        return byModel.values();
    }

    Optional<DeviceDriver> named(String model) {
        return Optional.ofNullable(byModel.get(model));
    }

    /** All models, for a person. */
    String models() {
        return String.join(", ", byModel.keySet());
    }
}
