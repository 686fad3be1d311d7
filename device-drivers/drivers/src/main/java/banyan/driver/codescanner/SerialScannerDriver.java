package banyan.driver.codescanner;

import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The driver {@code code-scanner-serial}. */
public final class SerialScannerDriver implements DeviceDriver {
    private static final String BAUD = "115200";
    private static final String CR = "cr";
    private static final Map<String, String> TERMINATORS = Map.of(CR, "\r", "lf", "\n", "crlf", "\r\n");
    private static final String NONE = "none";
    private static final String HONEYWELL = "honeywell";

    /** For the service loader. */
    public SerialScannerDriver() {}

    @Override
    public String model() {
        return "code-scanner-serial";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CODE_SCANNER;
    }

    @Override
    public Set<String> settings() {
        return Set.of("port", "baud", "terminator", "prefix", "charset", "ask");
    }

    @Override
    public List<String> mistakes(DeviceSettings settings) {
        List<String> mistakes = new ArrayList<>();
        if (!settings.get("port", "").startsWith("/")) {
            mistakes.add("port must be the absolute path of a serial device, such as /dev/serial/by-id/…");
        }
        if (!Set.of("9600", "19200", "38400", "57600", BAUD).contains(settings.get("baud", BAUD))) {
            mistakes.add("baud must be one of 9600, 19200, 38400, 57600, 115200");
        }
        if (!TERMINATORS.containsKey(settings.get("terminator", CR))) {
            mistakes.add("terminator must be one of cr, lf, crlf");
        }
        if (!settings.get("prefix", "").matches("([0-9A-Fa-f]{2}){0," + Frames.MAX_PREFIX + "}")) {
            mistakes.add(
                    "prefix must be the hexadecimal digits of at most " + Frames.MAX_PREFIX + " bytes, such as \"02\"");
        }
        mistakes.addAll(CodeCharset.mistakes(settings));
        if (!Set.of(NONE, HONEYWELL).contains(settings.get("ask", NONE))) {
            mistakes.add("ask must be one of none, honeywell");
        }
        return mistakes;
    }

    @Override
    public Device create(DeviceSettings settings) {
        String terminator = TERMINATORS.getOrDefault(settings.get("terminator", CR), "\r");
        Frames frames = new Frames(
                HexFormat.of().parseHex(settings.get("prefix", "")),
                terminator.getBytes(StandardCharsets.US_ASCII),
                settings.get("ask", NONE).equals(HONEYWELL));
        return new ScannerDevice(
                settings.id(),
                new SerialWire(
                        settings.get("port", ""),
                        Integer.parseInt(settings.get("baud", BAUD)),
                        frames,
                        CodeCharset.of(settings)));
    }
}
