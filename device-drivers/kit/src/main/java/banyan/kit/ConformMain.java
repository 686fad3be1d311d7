package banyan.kit;

import banyan.conformance.Rig;
import banyan.device.DeviceDriver;
import banyan.device.DeviceSettings;
import banyan.kit.contract.ContractRun;
import banyan.kit.contract.Row.Verdict;
import banyan.kit.contract.VendorTest;
import banyan.kit.hand.HandRig;
import banyan.kit.hand.Person;
import banyan.kit.report.Overview;
import banyan.kit.report.Report;
import banyan.kit.rig.Twins;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** {@code ./kiosk conform}: runs contracts and writes reports. */
public final class ConformMain {
    private static final String CYCLES = "banyan.conformance.cycles";
    private static final int NOT_UNDERSTOOD = 64;

    private ConformMain() {}

    /** Exit status 0: everything passed; 1: something did not; 64: the call is not understood. */
    public static void main(String[] arguments) throws IOException {
        // Contracts throw on purpose on devices' threads; what is wrong with a driver is in its rows.
        Thread.setDefaultUncaughtExceptionHandler((_, _) -> {});
        switch (Call.read(arguments)) {
            case Call.Read.Mistaken(var mistake) -> {
                System.err.println(mistake);
                System.err.print(Call.USAGE);
                System.exit(NOT_UNDERSTOOD);
            }
            case Call.Read.Understood(var call) -> {
                call.cycles().ifPresent(cycles -> System.setProperty(CYCLES, Integer.toString(cycles)));
                System.setProperty(
                        "banyan.kit.twins",
                        Files.createTempDirectory("banyan-twins").toString());
                if (call.test().isPresent()) {
                    System.exit(asVendorsTest(call, call.test().get()));
                }
                System.exit(call.twins() ? againstTwins(call) : againstHardware(call));
            }
        }
    }

    private static int againstTwins(Call call) throws IOException {
        Drivers drivers = new Drivers();
        List<String> unknown = call.drivers().stream()
                .filter(model -> drivers.named(model).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            System.err.println("no such driver: " + unknown + "; there are " + drivers.models());
            return NOT_UNDERSTOOD;
        }
        boolean good = true;
        Overview overview = new Overview();
        for (DeviceDriver driver : drivers.all()) {
            if (!call.drivers().isEmpty() && !call.drivers().contains(driver.model())) {
                continue;
            }
            Optional<Twins.Stand> stand = Twins.of(driver.model());
            if (stand.isEmpty()) {
                Optional<String> why = Twins.whyNone(driver.model());
                good &= why.isPresent();
                overview.notRun(driver.model(), why);
                continue;
            }
            Twins.Stand at = stand.get();
            Report report =
                    new Examination(driver, () -> at.rig().apply(driver), at.farEnd(), System.out).run();
            var _ = Examination.keep(report, call.folder());
            // A twin can do everything, so there is no excuse with one.
            boolean all = report.passed() && (!at.twin() || report.count(Verdict.NOT_APPLICABLE) == 0);
            good &= all;
            overview.ran(report, all);
        }
        System.out.println();
        System.out.print(overview.text());
        Files.writeString(call.folder().resolve("conformance-overview.txt"), overview.text());
        Files.writeString(call.folder().resolve("conformance-overview.json"), overview.json());
        System.out.println("reports: " + call.folder().toAbsolutePath().normalize());
        return good ? 0 : 1;
    }

    private static int asVendorsTest(Call call, String name) throws IOException {
        Optional<VendorTest> named = VendorTest.named(name);
        if (named.isEmpty()) {
            System.err.println("no test of a contract is named " + name + "; its jar is given by --jar");
            return NOT_UNDERSTOOD;
        }
        VendorTest test = named.get();
        DeviceDriver driver;
        try (Rig rig = test.newRig()) {
            driver = rig.driver();
        }
        return concluded(
                new Examination(
                        driver,
                        test::newRig,
                        "the far end of " + name,
                        System.out,
                        told -> ContractRun.of(test.type(), told)),
                call);
    }

    private static int concluded(Examination examination, Call call) throws IOException {
        Report report = examination.run();
        System.out.println();
        System.out.println(Overview.line(report, report.passed()));
        System.out.println("report: "
                + Examination.keep(report, call.folder()).toAbsolutePath().normalize());
        return report.passed() ? 0 : 1;
    }

    private static int againstHardware(Call call) throws IOException {
        Drivers drivers = new Drivers();
        Optional<DeviceDriver> named = drivers.named(call.drivers().getFirst());
        if (named.isEmpty()) {
            System.err.println("no such driver: " + call.drivers().getFirst() + "; there are " + drivers.models());
            return NOT_UNDERSTOOD;
        }
        DeviceDriver driver = named.get();
        DeviceSettings settings = new DeviceSettings("device-under-test", call.settings());
        List<String> mistakes = driver.mistakes(settings);
        Optional<Class<? extends Rig>> type = ContractRun.rig(driver.kind());
        if (!mistakes.isEmpty() || type.isEmpty()) {
            mistakes.forEach(System.err::println);
            if (type.isEmpty()) {
                System.err.println("there is no contract yet for " + driver.kind());
            }
            return NOT_UNDERSTOOD;
        }
        Person person =
                new Person(new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())), System.out);
        System.out.println("Plugged in, switched on, nothing on it? Then each row begins by itself; where something is to be"
                + " done it is asked. Commands wait 20 seconds for you.");
        return concluded(
                new Examination(
                        driver, () -> HandRig.of(type.get(), driver, settings, person), "hardware", System.out),
                call);
    }
}
