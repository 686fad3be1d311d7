package banyan.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceSettings;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DriversTest {
    private static final Map<String, DeviceDriver> DRIVERS = drivers();

    private static final Map<String, Map<String, String>> GOOD = Map.ofEntries(
            Map.entry("sam-v-usb", Map.of("port", "usbip://127.0.0.1/1-1.4")),
            Map.entry("code-scanner-hid", Map.of("charset", "gb18030", "serial-number", "19085B0123")),
            Map.entry("stu-hid", Map.of("port", "usbip://192.168.1.40:3240/1-1", "serial-number", "5WTQ001")),
            Map.entry("mjpeg-face-camera", Map.of("url", "http://192.168.1.31/live.mjpg")),
            Map.entry("uvc-face-camera", Map.of("name", "UVC", "live-size", "640x480")),
            Map.entry(
                    "code-scanner-serial",
                    Map.of("port", "/dev/ttyACM0", "terminator", "crlf", "prefix", "02", "ask", "honeywell")),
            Map.entry("sam-v-serial", Map.of("port", "/dev/ttyS0")),
            Map.entry("isdv4-serial", Map.of("port", "/dev/ttyS1", "baud", "19200")),
            Map.entry("ef01-serial", Map.of("port", "/dev/ttyS2", "width", "192", "height", "192")),
            Map.entry("ipp-everywhere", Map.of("url", "ipp://192.168.1.20/ipp/print")),
            Map.entry("mjpeg-camera", Map.of("url", "http://192.168.1.30/live.mjpg")),
            Map.entry(
                    "modbus-cabinet",
                    Map.of("port", "/dev/ttyS2", "doors", "12", "first-bolt", "16", "contact", "open", "pulse", "300")),
            Map.entry(
                    "modbus-auxiliaries",
                    Map.of("url", "modbus://192.168.1.40:502", "door", "1 inverted", "lamp-printer", "7")),
            Map.entry("pcsc", Map.of("reader", "ACS*Contact", "apart", "no")),
            Map.entry("sane-net", Map.of("port", "6566", "device", "test:0", "area", "210x297", "patience", "20")),
            Map.entry("escl", Map.of("url", "http://192.168.1.40/eSCL")),
            Map.entry("escpos-serial", Map.of("port", "/dev/ttyS2", "baud", "9600", "columns", "32")),
            Map.entry(
                    "escpos-tcp", Map.of("url", "tcp://192.168.1.50:9100", "cut", "full", "confirm", "paper-status")),
            Map.entry("uvc-camera", Map.of()));

    private static final Map<String, Map<String, String>> BAD = Map.ofEntries(
            Map.entry("sam-v-usb", Map.of("port", "/dev/bus/usb/001/002")),
            Map.entry("code-scanner-hid", Map.of("charset", "big5", "port", "usbip://here/")),
            Map.entry("stu-hid", Map.of("port", "/dev/hidraw0")),
            Map.entry("mjpeg-face-camera", Map.of("url", "rtsp://camera/")),
            Map.entry("uvc-face-camera", Map.of("still-size", "big")),
            Map.entry(
                    "code-scanner-serial",
                    Map.of("port", "COM3", "terminator", "tab", "prefix", "2", "charset", "big5", "ask", "nicely")),
            Map.entry("sam-v-serial", Map.of("port", "COM1", "baud", "fast")),
            Map.entry("isdv4-serial", Map.of("baud", "1")),
            Map.entry("ef01-serial", Map.of("baud", "1", "width", "255", "height", "9", "resolution", "fine")),
            Map.entry("ipp-everywhere", Map.of("url", "not an address", "media", "A 4")),
            Map.entry("mjpeg-camera", Map.of("url", "rtsp://camera/", "still-url", "?")),
            Map.entry(
                    "modbus-cabinet",
                    Map.of("port", "COM4", "doors", "0", "first-lock", "-1", "contact", "shut", "pulse", "9", "left-open", "0")),
            Map.entry(
                    "modbus-auxiliaries",
                    Map.of("url", "board", "unit", "248", "door", "inverted", "lamp-printer", "70000")),
            Map.entry("pcsc", Map.of("reader", " ", "apart", "maybe", "socket", "pcscd.comm")),
            Map.entry("sane-net", Map.of("host", "a b", "port", "0", "area", "A4", "patience", "99")),
            Map.entry("escl", Map.of("url", "https://scanner", "area", "wide", "patience", "0")),
            Map.entry("escpos-serial", Map.of("port", "COM2", "baud", "1", "columns", "wide")),
            Map.entry("escpos-tcp", Map.of("url", "http://192.168.1.50/", "cut", "torn", "confirm", "never")),
            Map.entry("uvc-camera", Map.of("live-size", "big", "still-size", "99999x99999")));

    private static Map<String, DeviceDriver> drivers() {
        Map<String, DeviceDriver> drivers = new TreeMap<>();
        ServiceLoader.load(DeviceDriver.class).forEach(driver -> drivers.put(driver.model(), driver));
        return drivers;
    }

    private static DeviceDriver driver(String model) {
        return Optional.ofNullable(DRIVERS.get(model)).orElseThrow();
    }

    @Test
    void everyModelIsFoundByTheServiceLoader() {
        assertEquals(GOOD.keySet(), DRIVERS.keySet());
    }

    @Test
    void goodSettingsHaveNoMistakesAndMakeADeviceOfTheKind() {
        GOOD.forEach((model, values) -> {
            DeviceDriver driver = driver(model);
            DeviceSettings settings = new DeviceSettings("here", values);
            assertTrue(driver.mistakes(settings).isEmpty(), model);
            assertTrue(driver.settings().containsAll(values.keySet()), model);
            try (Device device = driver.create(settings)) {
                assertEquals(driver.kind(), device.kind());
                assertEquals("here", device.id());
                assertFalse(device.capabilities().isEmpty());
            }
        });
    }

    @Test
    void eachWrongSettingIsNamed() {
        BAD.forEach((model, values) -> {
            var mistakes = driver(model).mistakes(new DeviceSettings("here", values));
            values.keySet()
                    .forEach(name -> assertTrue(
                            mistakes.stream().anyMatch(mistake -> mistake.startsWith(name + " ")), model + " " + name));
        });
    }
}
