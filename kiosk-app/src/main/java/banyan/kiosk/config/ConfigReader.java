package banyan.kiosk.config;

import banyan.cache.Suite;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import banyan.item.Language;
import banyan.kiosk.config.KioskConfig.Catalogue;
import banyan.kiosk.config.KioskConfig.Centre;
import banyan.kiosk.config.KioskConfig.DeviceEntry;
import banyan.kiosk.config.KioskConfig.Screen;
import banyan.kiosk.staff.StaffRoster;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a terminal's configuration file; relative paths are relative to it. */
public final class ConfigReader {
    private static final long DEFAULT_RESERVE = 200_000_000;
    private static final Duration DEFAULT_RETENTION = Duration.ofDays(90);
    private static final Set<String> KNOWN = Set.of(
            "terminal",
            "hall",
            "language",
            "screen",
            "demonstration",
            "data",
            "reserve-bytes",
            "sealed-device-key",
            "receipt-days",
            "cipher",
            "keys-destroyed-on-tamper",
            "key",
            "centre",
            "catalogue",
            "devices",
            "staff",
            "frequent");

    private final Map<String, DeviceDriver> drivers;
    private final List<String> mistakes = new ArrayList<>();
    private final Path file;

    private ConfigReader(Path file, Collection<DeviceDriver> drivers) {
        this.file = file;
        this.drivers = new java.util.HashMap<>();
        drivers.forEach(driver -> this.drivers.put(driver.model(), driver));
    }

    /** Reads it, with these drivers installed. */
    public static Loaded read(Path file, Collection<DeviceDriver> drivers) {
        return new ConfigReader(file.toAbsolutePath(), drivers).read();
    }

    private Loaded read() {
        Optional<Node> root = root();
        if (root.isEmpty()) {
            return new Loaded.Wrong(mistakes);
        }
        Yaml yaml = Yaml.of(file.getFileName().toString(), root.get(), mistakes).only(KNOWN);
        KioskConfig config = new KioskConfig(
                terminal(yaml),
                hall(yaml),
                language(yaml),
                screen(yaml),
                yaml.flag("demonstration", false),
                path(yaml, "data"),
                reserve(yaml),
                yaml.flag("sealed-device-key", false),
                retention(yaml),
                suite(yaml),
                destroyedOnTamper(yaml),
                path(yaml, "key"),
                centre(yaml.mapping("centre").only(Set.of("url", "key", "escrow-key"))),
                catalogue(yaml.mapping("catalogue").only(Set.of("folder", "keys", "development-key", "release-keys"))),
                devices(yaml.mapping("devices")),
                staff(yaml),
                yaml.texts("frequent"));
        return mistakes.isEmpty() ? new Loaded.Right(config) : new Loaded.Wrong(mistakes);
    }

    private Optional<Node> root() {
        String name = file.getFileName().toString();
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(name)
                    .setCodePointLimit(100_000)
                    .build();
            Optional<Node> root = new Compose(settings).composeString(Files.readString(file));
            if (root.isEmpty()) {
                mistakes.add(name + ":1: the file is empty");
            }
            return root;
        } catch (MarkedYamlEngineException wrong) {
            int line = wrong.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            mistakes.add("%s:%d: %s".formatted(name, line, wrong.getProblem()));
        } catch (IOException unreadable) {
            mistakes.add(name + ":1: the file cannot be read");
        }
        return Optional.empty();
    }

    private String terminal(Yaml yaml) {
        String number = yaml.text("terminal");
        if (!number.isEmpty() && !number.matches("[0-9]{4}")) {
            yaml.wrongAt("terminal", "a terminal's number has four digits, in quotes");
        }
        return number;
    }

    private Map<Language, String> hall(Yaml yaml) {
        Map<Language, String> hall = new EnumMap<>(Language.class);
        Yaml names = yaml.mapping("hall");
        for (Language language : Language.ALL) {
            hall.put(language, names.text(language.tag()));
        }
        return hall;
    }

    private Language language(Yaml yaml) {
        String tag = yaml.optional("language").orElse(Language.ZH_CN.tag());
        return Language.ALL.stream()
                .filter(one -> one.tag().equals(tag))
                .findFirst()
                .orElseGet(() -> {
                    yaml.wrongAt(
                            "language",
                            "language is one of "
                                    + Language.ALL.stream().map(Language::tag).toList());
                    return Language.ZH_CN;
                });
    }

    private Screen screen(Yaml yaml) {
        Yaml screen = yaml.mapping("screen").only(Set.of("landscape", "fullscreen", "reduced-motion"));
        return new Screen(
                screen.flag("landscape", false), screen.flag("fullscreen", true), screen.flag("reduced-motion", false));
    }

    private long reserve(Yaml yaml) {
        Optional<String> bytes = yaml.optional("reserve-bytes");
        if (bytes.isPresent() && !bytes.get().matches("[0-9]{1,15}")) {
            yaml.wrongAt("reserve-bytes", "reserve-bytes is a number of bytes");
            return DEFAULT_RESERVE;
        }
        return bytes.map(Long::parseLong).orElse(DEFAULT_RESERVE);
    }

    private Duration retention(Yaml yaml) {
        Optional<String> days = yaml.optional("receipt-days");
        if (days.isPresent() && !days.get().matches("[1-9][0-9]{0,3}")) {
            yaml.wrongAt("receipt-days", "receipt-days is a number of days from 1 to 9999");
            return DEFAULT_RETENTION;
        }
        return days.map(Long::parseLong).map(Duration::ofDays).orElse(DEFAULT_RETENTION);
    }

    /** Without a copy for the centre a false alarm would cost citizens what waits. */
    private boolean destroyedOnTamper(Yaml yaml) {
        boolean wanted = yaml.flag("keys-destroyed-on-tamper", false);
        if (wanted && yaml.mapping("centre").optional("escrow-key").isEmpty()) {
            yaml.wrongAt("keys-destroyed-on-tamper", "keys-destroyed-on-tamper needs the centre's escrow-key");
        }
        return wanted;
    }

    private Suite suite(Yaml yaml) {
        return switch (yaml.optional("cipher").orElse("aes-256")) {
            case "aes-256" -> Suite.AES_256_GCM;
            case "sm4" -> Suite.SM4_GCM;
            default -> {
                yaml.wrongAt("cipher", "cipher is aes-256 or sm4");
                yield Suite.AES_256_GCM;
            }
        };
    }

    /** A site that names no roster has no staff mode. */
    private StaffRoster staff(Yaml yaml) {
        return yaml.optional("staff")
                .map(name -> switch (StaffRoster.read(file.resolveSibling(name).normalize())) {
                    case StaffRoster.Loaded.Right(var roster) -> roster;
                    case StaffRoster.Loaded.Wrong(var wrong) -> {
                        wrong.forEach(mistake -> yaml.wrongAt("staff", mistake));
                        yield StaffRoster.NOBODY;
                    }
                })
                .orElse(StaffRoster.NOBODY);
    }

    private Centre centre(Yaml centre) {
        URI url = URI.create("http://invalid");
        try {
            url = new URI(centre.text("url"));
            if (!Set.of("http", "https").contains(url.getScheme())) {
                centre.wrongAt("url", "the centre's url begins with http:// or https://");
            }
        } catch (URISyntaxException wrong) {
            centre.wrongAt("url", "the centre's url is not an address");
        }
        Optional<Path> escrow = centre.optional("escrow-key").map(name -> file.resolveSibling(name).normalize());
        return new Centre(url, path(centre, "key"), escrow);
    }

    private Catalogue catalogue(Yaml catalogue) {
        return new Catalogue(
                path(catalogue, "folder"),
                catalogue.texts("keys").stream().map(file::resolveSibling).toList(),
                catalogue.optional("development-key").map(file::resolveSibling),
                catalogue.texts("release-keys").stream().map(file::resolveSibling).toList());
    }

    private List<DeviceEntry> devices(Yaml devices) {
        List<DeviceEntry> entries = new ArrayList<>();
        devices.mappings().forEach((id, words) -> device(id, words).ifPresent(entries::add));
        for (DeviceKind kind : DeviceKind.values()) {
            if (entries.stream().filter(entry -> entry.kind() == kind).count() > 1) {
                devices.wrongAt("", "there is more than one %s; this version drives one".formatted(kind));
            }
        }
        return entries;
    }

    private Optional<DeviceEntry> device(String id, Yaml words) {
        String model = words.text("model");
        DeviceDriver driver = drivers.get(model);
        if (driver == null) {
            words.wrongAt(
                    "model",
                    "no driver for `%s`; there are %s"
                            .formatted(model, drivers.keySet().stream().sorted().toList()));
            return Optional.empty();
        }
        DeviceSettings settings = new DeviceSettings(id, words.rest(Set.of("model")));
        settings.values().keySet().stream()
                .filter(name -> !driver.settings().contains(name))
                .forEach(name -> words.wrongAt(
                        name,
                        "`%s` knows no `%s`; it knows %s"
                                .formatted(
                                        model,
                                        name,
                                        driver.settings().stream().sorted().toList())));
        driver.mistakes(settings).forEach(mistake -> words.wrongAt("", mistake));
        return Optional.of(new DeviceEntry(driver.kind(), model, settings, words.places()));
    }

    private Path path(Yaml yaml, String name) {
        return file.resolveSibling(yaml.text(name)).normalize();
    }
}
