package banyan.kit;

import banyan.conformance.DisturbedLine;
import banyan.device.DeviceSettings;
import banyan.kit.transcript.Mask;
import banyan.kit.transcript.Recording;
import banyan.kit.wire.Relays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ./kiosk record MODEL PORT FILE [BAUD]}: stands between terminal and device and writes what they say to each other, with what is
 * personal masked by the driver's own rules. Where a driver brings no rules nothing is recorded.
 */
public final class RecordMain {
    private static final int NOT_UNDERSTOOD = 64;
    private static final int WITH_BAUD = 4;

    private RecordMain() {}

    /** Records until Enter is pressed or the input ends. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3 || arguments.length > WITH_BAUD) {
            System.err.println("./kiosk record MODEL PORT FILE [BAUD]");
            System.exit(NOT_UNDERSTOOD);
        }
        Optional<Mask> mask = Mask.of(arguments[0]);
        if (mask.isEmpty()) {
            System.err.println("the driver " + arguments[0] + " does not say which bytes are personal, so nothing of it is"
                    + " recorded: META-INF/banyan/masks/" + arguments[0] + ".txt");
            System.exit(1);
        }
        String name = arguments[1].contains("://") && !arguments[1].startsWith("usbip://") ? "url" : "port";
        Map<String, String> values = arguments.length == WITH_BAUD
                ? Map.of(name, arguments[1], "baud", arguments[WITH_BAUD - 1])
                : Map.of(name, arguments[1]);
        DeviceSettings direct = new DeviceSettings("recorded", values);
        Recording recorder = Recording.of(arguments[0], mask.orElseThrow(), direct);
        try (DisturbedLine line = Relays.to(direct, recorder)) {
            System.out.println("Let the terminal open "
                    + line.settings().get("port", line.settings().get("url", ""))
                    + " in place of the device. Enter ends the recording.");
            var _ = System.in.read();
        }
        Path file = Files.writeString(
                Path.of(arguments[2]), recorder.transcript().text());
        System.out.println("written: " + file.toAbsolutePath().normalize());
    }
}
