package banyan.kit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a call of {@code ./kiosk conform} asks for.
 *
 * @param twins every driver against its twin
 * @param drivers the models to be examined; with {@code twins} those alone
 * @param settings the driver's, for hardware
 * @param cycles how often the plug is pulled in the rows about leaks
 * @param test a vendor's own test of a contract, by its class; its rig names the driver
 * @param folder where the reports go
 */
record Call(
        boolean twins,
        List<String> drivers,
        Map<String, String> settings,
        Optional<Integer> cycles,
        Optional<String> test,
        Path folder) {
    static final String USAGE = """
            ./kiosk conform --twins [--driver MODEL]… [--cycles N] [--out FOLDER]
                every driver, or those named, against its twin in the simulator
            ./kiosk conform --driver MODEL (--port PATH | --set NAME=VALUE)… [--cycles N] [--out FOLDER]
                one driver against the hardware before you; you are asked to pull the plug and the like
            ./kiosk conform --test CLASS [--cycles N] [--out FOLDER]
                a vendor's own test that extends the contract of a class, with the far end that it brings
            ./kiosk conform --jar FILE …
                with a vendor's drivers, or tests, in this jar; as often as needed
            ./kiosk conform --class-path
                prints what a driver's tests are compiled against

            Exit status 0: everything passed; 1: something did not; 64: the call is not understood.
            """;

    /** A call, or what is wrong with it. */
    sealed interface Read {
        record Understood(Call call) implements Read {}

        record Mistaken(String mistake) implements Read {}
    }

    static Read read(String... arguments) {
        boolean twins = false;
        List<String> drivers = new ArrayList<>();
        Map<String, String> settings = new LinkedHashMap<>();
        Optional<Integer> cycles = Optional.empty();
        Optional<String> test = Optional.empty();
        Path folder = Path.of(".");
        for (int i = 0; i < arguments.length; i++) {
            String option = arguments[i];
            if (option.equals("--twins")) {
                twins = true;
                continue;
            }
            if (++i == arguments.length) {
                return new Read.Mistaken("unknown or without its value: " + option);
            }
            String value = arguments[i];
            switch (option) {
                case "--driver" -> drivers.add(value);
                case "--port" -> settings.put("port", value);
                case "--test" -> test = Optional.of(value);
                case "--out" -> folder = Path.of(value);
                case "--set" -> {
                    int is = value.indexOf('=');
                    if (is < 1) {
                        return new Read.Mistaken("--set wants NAME=VALUE, not " + value);
                    }
                    settings.put(value.substring(0, is), value.substring(is + 1));
                }
                case "--cycles" -> {
                    if (!value.matches("[0-9]{1,4}")) {
                        return new Read.Mistaken("--cycles wants a number, not " + value);
                    }
                    cycles = Optional.of(Integer.valueOf(value));
                }
                default -> {
                    return new Read.Mistaken("unknown: " + option);
                }
            }
        }
        if (twins && !settings.isEmpty()) {
            return new Read.Mistaken("--twins brings its own settings");
        }
        if (test.isPresent() && (twins || !drivers.isEmpty() || !settings.isEmpty())) {
            return new Read.Mistaken("--test brings its own driver and far end");
        }
        if (test.isEmpty() && !twins && drivers.size() != 1) {
            return new Read.Mistaken("name one driver, or say --twins or --test");
        }
        return new Read.Understood(new Call(twins, drivers, settings, cycles, test, folder));
    }
}
