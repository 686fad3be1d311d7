package banyan.kiosk.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.KeyFiles;
import banyan.device.DeviceDriver;
import banyan.device.FaultTable;
import banyan.simulator.printer.PrinterTwin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine on which things are wrong: each is named with its remedy. What is well is shown where twins and centre are. */
class DoctorTest {
    private static final String FILE = """
            terminal: "0137"
            hall: {zh-CN: 鼓楼 24 小时大厅, en: Gulou 24-hour hall}
            screen: {fullscreen: false}
            data: data
            reserve-bytes: %s
            key: terminal.pem
            centre: {url: "http://127.0.0.1:%d", key: centre.pub}
            catalogue: {folder: catalogue, keys: []}
            devices:
              id-card-reader: {model: sam-v-serial, port: %s}
            """;
    private static final String NO_DISK_HAS_SO_MUCH = "900000000000000";

    @TempDir
    Path folder;

    @BeforeEach
    void keys() throws IOException {
        KeyPair pair = KeyFiles.newPair();
        KeyFiles.writePrivate(folder.resolve("terminal.pem"), pair.getPrivate());
        KeyFiles.writePublic(folder.resolve("centre.pub"), pair.getPublic());
    }

    private static int nobodysPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String report(String text, Instant now) throws IOException {
        Path config = Files.writeString(folder.resolve("terminal.yaml"), text);
        List<DeviceDriver> drivers = ServiceLoader.load(DeviceDriver.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        var out = new ByteArrayOutputStream();
        boolean well = new Doctor(drivers, FaultTable.installed(), InstantSource.fixed(now))
                .report(config, new PrintStream(out, true, StandardCharsets.UTF_8));
        assertFalse(well);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void assertSays(String report, String line, String remedy) {
        assertTrue(report.contains(line), report);
        assertTrue(report.substring(report.indexOf(line)).lines().skip(1).findFirst().orElse("").contains(remedy), report);
    }

    @Test
    void threeThingsWrongAreEachNamedWithTheirRemedy() throws IOException {
        int port = nobodysPort();
        String report = report(FILE.formatted(NO_DISK_HAS_SO_MUCH, port, folder.resolve("no-port")), Instant.now());
        assertSays(report, "WRONG    id-card-reader: its port " + folder.resolve("no-port") + " is not there", "→ plug it in");
        assertSays(report, "WRONG    disk: ", "→ free some room: ");
        assertSays(report, "WRONG    centre: http://127.0.0.1:" + port + " does not answer (NO-CONNECTION)", "→ check `centre: url`");
        assertSays(report, "soon     staff: nobody is named", "→ ./kiosk staff NUMBER --roster");
        assertTrue(report.contains("well     fonts: "), report);
        assertTrue(report.endsWith("The terminal must not serve yet: 3 to put right.\n"), report);
    }

    @Test
    void aDeviceKeyBesideWhatItSealsIsNamed() throws IOException {
        String open = FILE.formatted("0", nobodysPort(), folder.resolve("no-port"));
        Path key = folder.resolve("data/device.key");
        assertSays(
                report(open, Instant.now()),
                "soon     device key: it stands in a file beside what it seals",
                "→ ./kiosk seal-key /etc/banyan/device-key.sealed --from " + key);
        String sealed = open + "sealed-device-key: true\n";
        assertTrue(report(sealed, Instant.now()).contains("well     device key: "));
        Files.createDirectory(key.getParent());
        Files.writeString(key, "left over");
        assertSays(report(sealed, Instant.now()), "WRONG    device key: " + key + " lies beside", "shred -u " + key);
    }

    @Test
    void aWrongLineOfTheConfigurationIsNamed() throws IOException {
        String report = report(FILE.formatted("0", 1, "/dev/null").replace("sam-v-serial", "sam-v-cereal"), Instant.now());
        assertSays(report, "WRONG    configuration: terminal.yaml:10: no driver for `sam-v-cereal`; there are [", "→ correct this line of");
    }

    @Test
    void aKeyThatOthersMayReadAndAClockThatLostItsBatteryAreNamed() throws IOException {
        Path key = folder.resolve("terminal.pem");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        String report = report(FILE.formatted("0", nobodysPort(), folder.resolve("no-port")), Instant.EPOCH);
        assertSays(report, "WRONG    key: " + key + " may be read by others", "→ chmod 600 " + key);
        assertSays(report, "WRONG    clock: 1970-01-01T00:00:00Z cannot be", "→ sudo timedatectl set-ntp true");
    }

    /** The twin is at the other end of the wire; its printer has one tray. */
    @Test
    void aTrayThatThePrinterHasNotIsNamedWithItsLine() throws IOException {
        try (var twin = new PrinterTwin(folder.resolve("twin"), 0, 0.01)) {
            String text = FILE.formatted("0", nobodysPort(), folder.resolve("no-port"))
                    + "  a4: {model: ipp-everywhere, url: \"%s\",\n    tray-plain: main,\n    tray-certificate: tray-9}\n"
                            .formatted(twin.uri());
            String report = report(text, Instant.now());
            assertSays(
                    report,
                    "WRONG    a4: terminal.yaml:13: `tray-certificate`: the printer has no tray `tray-9`; it has [main]",
                    "→ correct this line");
        }
    }

    @Test
    void trayWordsThatCannotBeAreNamedBeforeAnythingIsOpened() throws IOException {
        String text = FILE.formatted("0", 1, "/dev/null")
                + "  a4: {model: ipp-everywhere, url: \"ipp://127.0.0.1:1/ipp/print\", tray-certificate: bottom}\n";
        assertSays(
                report(text, Instant.now()),
                "WRONG    configuration: terminal.yaml:11: tray-plain and tray-certificate are named together",
                "→ correct this line of");
    }

    @Test
    void whatIsSaidAfterTheMarkIsTheRemedy() {
        assertEquals("well     disk: empty", Finding.well("disk", "empty").text());
        assertEquals("WRONG    disk: full\n         → clean", Finding.wrong("disk", "full", "clean").text());
    }
}
