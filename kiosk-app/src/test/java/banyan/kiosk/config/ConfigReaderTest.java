package banyan.kiosk.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.DeviceDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
    private static final String RIGHT = """
            terminal: "0137"
            hall: {zh-CN: 鼓楼 24 小时大厅, en: Gulou 24-hour hall}
            language: en
            screen: {landscape: true, fullscreen: false}
            demonstration: true
            data: data
            key: terminal.pem
            centre: {url: "http://127.0.0.1:8080", key: centre.pub}
            catalogue: {folder: catalogue, keys: [service.pub]}
            devices:
              id-card-reader: {model: sam-v-serial, port: /dev/ttyS0}
            frequent: [social-insurance-certificate]
            """;

    @TempDir
    Path folder;

    @Test
    void aRightFileIsReadWithPathsRelativeToIt() throws IOException {
        KioskConfig config = assertInstanceOf(Loaded.Right.class, read(RIGHT)).config();
        assertEquals(folder.resolve("data"), config.data());
        assertEquals(folder.resolve("service.pub"), config.catalogue().keys().getFirst());
        assertTrue(config.screen().landscape());
    }

    @Test
    void keysAreDestroyedOnlyWhereTheCentreHasCopiesOfThem() throws IOException {
        String wanted = RIGHT + "keys-destroyed-on-tamper: true\n";
        List<String> mistakes =
                assertInstanceOf(Loaded.Wrong.class, read(wanted)).mistakes();
        assertTrue(mistakes.getFirst().endsWith("needs the centre's escrow-key"), mistakes::toString);
        String covered = wanted.replace("key: centre.pub}", "key: centre.pub, escrow-key: escrow.pub}");
        assertTrue(assertInstanceOf(Loaded.Right.class, read(covered)).config().keysDestroyedOnTamper());
    }

    @Test
    void everyMistakeIsToldWithItsLine() throws IOException {
        String wrong = RIGHT.replace("\"0137\"", "\"13\"")
                .replace("language: en", "langauge: en")
                .replace("http://127", "ftp://127")
                .replace("sam-v-serial", "sam-x");
        List<String> mistakes =
                assertInstanceOf(Loaded.Wrong.class, read(wrong)).mistakes();
        assertEquals(4, mistakes.size(), mistakes::toString);
        assertTrue(
                mistakes.stream().anyMatch(m -> m.startsWith("terminal.yaml:1: a terminal's number")),
                mistakes::toString);
        assertTrue(
                mistakes.stream().anyMatch(m -> m.startsWith("terminal.yaml:3: `langauge` is not known")),
                mistakes::toString);
        assertTrue(
                mistakes.stream().anyMatch(m -> m.startsWith("terminal.yaml:8: the centre's url")), mistakes::toString);
        assertTrue(
                mistakes.stream().anyMatch(m -> m.startsWith("terminal.yaml:11: no driver for `sam-x`")),
                mistakes::toString);
    }

    @Test
    void whatIsNoYamlIsToldWithItsLine() throws IOException {
        List<String> mistakes =
                assertInstanceOf(Loaded.Wrong.class, read("terminal: [\n")).mistakes();
        assertTrue(mistakes.getFirst().startsWith("terminal.yaml:"), mistakes::toString);
    }

    private Loaded read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("terminal.yaml"), text);
        return ConfigReader.read(
                file,
                ServiceLoader.load(DeviceDriver.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }
}
