package banyan.kiosk.upkeep;

import banyan.device.DeviceDriver;
import banyan.device.FaultTable;
import banyan.kiosk.config.ConfigReader;
import banyan.kiosk.config.KioskConfig;
import banyan.kiosk.config.Loaded;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code ./kiosk doctor}: examines a terminal from its configuration and says, one line a thing, how it stands and what helps. It
 * opens the devices, so the terminal itself must not be running.
 */
public final class Doctor {
    private final List<DeviceDriver> drivers;
    private final FaultTable table;
    private final InstantSource clock;

    Doctor(List<DeviceDriver> drivers, FaultTable table, InstantSource clock) {
        this.drivers = drivers;
        this.table = table;
        this.clock = clock;
    }

    /** {@code --config FILE}; exit status 0 only when all is well. */
    public static void main(String[] arguments) {
        if (arguments.length != 2 || !arguments[0].equals("--config")) {
            System.err.println("usage: --config FILE");
            System.exit(64);
        }
        System.exit(examine(Path.of(arguments[1]), System.out) ? 0 : 1);
    }

    /** Examines the terminal of this configuration with the drivers on the class path; whether all is well. */
    public static boolean examine(Path config, PrintStream out) {
        List<DeviceDriver> drivers = ServiceLoader.load(DeviceDriver.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return new Doctor(drivers, FaultTable.installed(), InstantSource.system()).report(config, out);
    }

    boolean report(Path config, PrintStream out) {
        List<Finding> found = examine(config);
        found.forEach(finding -> out.println(finding.text()));
        long bad = found.stream().filter(finding -> !finding.good()).count();
        out.println(
                bad == 0
                        ? "All is well: the terminal may serve."
                        : "The terminal must not serve yet: %d to put right.".formatted(bad));
        return bad == 0;
    }

    /** Everything that was examined, in the order in which it is put right best. */
    List<Finding> examine(Path config) {
        var found = new ArrayList<Finding>();
        found.add(
                table.mistakes().isEmpty()
                        ? Finding.well("faults", "every fault has its sentences")
                        : Finding.wrong("faults", String.join("; ", table.mistakes()), "put these rows right, or ask their vendor"));
        switch (ConfigReader.read(config, drivers)) {
            case Loaded.Wrong(var mistakes) ->
                mistakes.forEach(mistake -> found.add(Finding.wrong("configuration", mistake, "correct this line of " + config)));
            case Loaded.Right(var right) -> {
                found.add(Finding.well("configuration", config + " has no mistake"));
                found.addAll(MachineCheck.of(right, clock.instant()));
                found.addAll(devices(right));
                found.addAll(CentreCheck.of(right, clock));
            }
        }
        return found;
    }

    /** All at once: a device that does not answer holds up none of the others. */
    private List<Finding> devices(KioskConfig config) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Finding>> examined = config.devices().stream()
                    .map(entry -> threads.submit((Callable<Finding>) () -> DeviceCheck.of(entry, driver(entry), table)))
                    .toList();
            var found = new ArrayList<Finding>();
            for (Future<Finding> one : examined) {
                found.add(one.get());
            }
            return found;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of(Finding.unknown("devices", "the examination was stopped", "examine them again"));
        } catch (ExecutionException defect) {
            throw new IllegalStateException("an examination never throws for what a device may do", defect);
        }
    }

    private DeviceDriver driver(KioskConfig.DeviceEntry entry) {
        return drivers.stream()
                .filter(driver -> driver.model().equals(entry.model()))
                .findFirst()
                .orElseThrow();
    }
}
