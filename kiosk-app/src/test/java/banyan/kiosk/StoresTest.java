package banyan.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.acceptance.KeyFiles;
import banyan.cache.DeviceKey;
import banyan.kiosk.config.ConfigReader;
import banyan.kiosk.config.KioskConfig;
import banyan.kiosk.config.Loaded;
import banyan.kiosk.visit.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoresTest {
    private static final String FILE = """
            terminal: "0137"
            hall: {zh-CN: 鼓楼 24 小时大厅, en: Gulou 24-hour hall}
            language: en
            screen: {fullscreen: false}
            data: data
            sealed-device-key: %s
            key: terminal.pem
            centre: {url: "http://127.0.0.1:1", key: centre.pub}
            catalogue: {folder: catalogue, keys: []}
            devices: {}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void keys() throws IOException {
        KeyPair pair = KeyFiles.newPair();
        KeyFiles.writePrivate(folder.resolve("terminal.pem"), pair.getPrivate());
        KeyFiles.writePublic(folder.resolve("centre.pub"), pair.getPublic());
    }

    private Stores.Opening open(boolean sealed) throws IOException {
        Path file = Files.writeString(folder.resolve("terminal.yaml"), FILE.formatted(sealed));
        KioskConfig config =
                assertInstanceOf(Loaded.Right.class, ConfigReader.read(file, List.of())).config();
        return Stores.open(config, DeviceKey.in(Optional.empty(), config.data()), Clock.system(ZoneId.of("Asia/Shanghai")));
    }

    @Test
    void aSiteThatWantsASealedKeyDoesNotGetAnother() throws IOException {
        assertEquals(new Stores.Opening.Refused("DEVICE-KEY-NOT-SEALED"), open(true));
        assertFalse(Files.exists(folder.resolve("data/device.key")));
    }

    @Test
    void anyOtherSiteMakesOne() throws IOException {
        try (Stores stores = assertInstanceOf(Stores.Opening.Open.class, open(false)).stores()) {
            assertEquals(folder.resolve("data/cache"), stores.cache());
        }
    }
}
