package banyan.driver.modbus;

import banyan.device.DeviceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a board is reached, by the settings that both drivers have. */
sealed interface Address {
    /** The board's number on its bus. */
    int unit();

    /** On a serial line. */
    record Serial(String port, int baud, int unit) implements Address {}

    /** Over TCP. */
    record Network(String host, int port, int unit) implements Address {}

    /** The settings' names. */
    Set<String> SETTINGS = Set.of("port", "baud", "url", "unit");

    /** Coils and inputs are numbered to here. */
    int LAST = 0xFFFF;

    String BAUD = "9600";
    String UNIT = "1";
    Set<String> BAUDS = Set.of("2400", "4800", BAUD, "19200", "38400", "57600", "115200");
    Pattern HOST_AND_PORT = Pattern.compile("modbus://([\\p{Alnum}.-]{1,253}|\\[[\\p{XDigit}:.]{2,45}]):(\\d{1,5})");

    /** What is wrong with them. */
    static List<String> mistakes(DeviceSettings settings) {
        List<String> mistakes = new ArrayList<>();
        String url = settings.get("url", "");
        String port = settings.get("port", "");
        if (!url.isEmpty() && !port.isEmpty()) {
            mistakes.add("url must not be given together with port");
        } else if (!url.isEmpty()) {
            Matcher given = HOST_AND_PORT.matcher(url);
            if (!given.matches() || whole(given.group(2), 1, LAST) < 0) {
                mistakes.add("url must be modbus:// with a host and a port, such as modbus://192.168.1.40:502");
            }
        } else if (!port.startsWith("/")) {
            mistakes.add("port must be the absolute path of a serial device, such as /dev/serial/by-id/…");
        }
        if (!BAUDS.contains(settings.get("baud", BAUD))) {
            mistakes.add("baud must be one of 2400, 4800, 9600, 19200, 38400, 57600, 115200");
        }
        if (whole(settings.get("unit", UNIT), 1, 247) < 0) {
            mistakes.add("unit must be a whole number from 1 to 247");
        }
        return mistakes;
    }

    /** What they say; they have no mistakes. */
    static Address of(DeviceSettings settings) {
        int unit = Integer.parseInt(settings.get("unit", UNIT));
        Matcher given = HOST_AND_PORT.matcher(settings.get("url", ""));
        return given.matches()
                ? new Network(given.group(1), Integer.parseInt(given.group(2)), unit)
                : new Serial(settings.get("port", ""), Integer.parseInt(settings.get("baud", BAUD)), unit);
    }

    /** A whole number between these, or -1. */
    static int whole(String text, int least, int most) {
        if (!text.matches("\\d{1,6}")) {
            return -1;
        }
        int number = Integer.parseInt(text);
        return number < least || number > most ? -1 : number;
    }
}
