package banyan.kiosk;

import banyan.cache.DeviceKey;
import banyan.kiosk.config.ConfigReader;
import banyan.kiosk.config.Loaded;
import banyan.kiosk.visit.Clock;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/** {@code ./kiosk new-epoch --config FILE}: what a terminal keeps from now on is sealed under another epoch's key. It must not be running. */
public final class NewEpochMain {
    private NewEpochMain() {}

    public static void main(String[] arguments) {
        if (arguments.length != 2 || !arguments[0].equals("--config")) {
            System.err.println("usage: ./kiosk new-epoch --config FILE");
            System.exit(64);
        }
        String said =
                switch (ConfigReader.read(Path.of(arguments[1]), Devices.drivers())) {
                    case Loaded.Wrong(var mistakes) -> String.join("\n", mistakes);
                    case Loaded.Right(var config) -> {
                        Optional<Path> credentials =
                                Optional.ofNullable(System.getenv("CREDENTIALS_DIRECTORY")).map(Path::of);
                        Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
                        yield switch (Stores.open(config, DeviceKey.in(credentials, config.data()), clock)) {
                            case Stores.Opening.Refused(var code) ->
                                code.equals("JOURNAL-IN-USE") ? "The terminal is running; stop it first." : code;
                            case Stores.Opening.Open(var stores) -> {
                                try (stores) {
                                    yield stores.nextEpoch() ? "" : "The disk does not take it. What was in use is in use still.";
                                }
                            }
                        };
                    }
                };
        System.err.println(said.isEmpty() ? "Another epoch has begun." : said);
        System.exit(said.isEmpty() ? 0 : 1);
    }
}
