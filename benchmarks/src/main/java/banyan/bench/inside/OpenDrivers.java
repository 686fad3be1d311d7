package banyan.bench.inside;

import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A process that opens devices and does nothing with them, until its input ends. Each argument: model, then settings, by tabs. */
public final class OpenDrivers {
    private static final long OPENED_SECONDS = 60;

    private OpenDrivers() {}

    private static DeviceDriver driver(Map<String, DeviceDriver> drivers, String model) {
        return Optional.ofNullable(drivers.get(model))
                .orElseThrow(() -> new IllegalArgumentException("no driver for " + model));
    }

    /** Says {@code BENCH OPEN n} once all are ready. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, DeviceDriver> drivers = new LinkedHashMap<>();
        ServiceLoader.load(DeviceDriver.class).forEach(driver -> drivers.put(driver.model(), driver));
        CountDownLatch ready = new CountDownLatch(arguments.length);
        List<Device> devices = new ArrayList<>();
        for (String argument : arguments) {
            String[] words = argument.split("\t", -1);
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 1; i < words.length; i++) {
                int is = words[i].indexOf('=');
                values.put(words[i].substring(0, is), words[i].substring(is + 1));
            }
            Device device = driver(drivers, words[0]).create(new DeviceSettings(words[0], values));
            devices.add(device);
            CountDownLatch once = new CountDownLatch(1);
            device.start((_, state) -> {
                if (state instanceof DeviceState.Ready && once.getCount() > 0) {
                    once.countDown();
                    ready.countDown();
                }
            });
        }
        if (!ready.await(OPENED_SECONDS, TimeUnit.SECONDS)) {
            devices.forEach(device -> System.err.println(device.state()));
            System.err.println(ready.getCount() + " drivers did not become ready at their twins");
            System.exit(1);
        }
        System.out.println("BENCH OPEN " + devices.size());
        while (System.in.read() >= 0) {
            // Nobody says anything; the end is what is waited for.
        }
        devices.forEach(Device::close);
    }
}
