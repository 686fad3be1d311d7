package banyan.item.catalogue;

import banyan.item.DeviceClass;
import banyan.item.DeviceNeed;
import banyan.item.DevicePartClass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the {@code devices} of an item: each line a class, or in brackets several of which one will do. After a slash stands the part
 * that is needed, as in {@code printer/tray-certificate}.
 */
final class DevicesReader {
    private static final Map<String, DeviceClass> CLASSES = ItemReader.words(DeviceClass.values());

    private static final Map<String, DevicePartClass> PARTS = ItemReader.words(DevicePartClass.values());

    private final Entry file;
    private final EnumSet<DeviceClass> named = EnumSet.noneOf(DeviceClass.class);

    private DevicesReader(Entry file) {
        this.file = file;
    }

    static List<DeviceNeed> read(Entry file) {
        var reader = new DevicesReader(file);
        return file.items("devices").stream()
                .flatMap(yaml -> reader.need(yaml).stream())
                .toList();
    }

    private Optional<DeviceNeed> need(Yaml yaml) {
        var oneOf = new ArrayList<DeviceNeed.Choice>();
        for (var word : words(yaml)) {
            choice(word).ifPresent(oneOf::add);
        }
        return oneOf.isEmpty() ? Optional.empty() : Optional.of(new DeviceNeed(oneOf));
    }

    private List<Yaml> words(Yaml yaml) {
        return switch (yaml) {
            case Yaml.Scalar scalar -> List.of(scalar);
            case Yaml.Listing listing -> {
                if (listing.items().isEmpty()) {
                    file.mistakeAt(yaml, "a line of devices names none");
                }
                yield listing.items();
            }
            case Yaml.Mapping mapping -> List.of(mapping);
        };
    }

    private Optional<DeviceNeed.Choice> choice(Yaml yaml) {
        if (!(yaml instanceof Yaml.Scalar scalar)) {
            file.mistakeAt(yaml, "devices needs names such as printer, or names in brackets of which one will do");
            return Optional.empty();
        }
        int slash = scalar.text().indexOf('/');
        if (slash < 0) {
            return deviceClass(scalar, scalar.text()).map(device -> new DeviceNeed.Choice(device, Optional.empty()));
        }
        return deviceClass(scalar, scalar.text().substring(0, slash))
                .flatMap(device -> part(scalar, device, scalar.text().substring(slash + 1))
                        .map(part -> new DeviceNeed.Choice(device, Optional.of(part))));
    }

    private Optional<DeviceClass> deviceClass(Yaml at, String word) {
        var found = Optional.ofNullable(CLASSES.get(word));
        if (found.isEmpty()) {
            file.mistakeAt(at, "there is no device '%s'; %s".formatted(word, hint(word, CLASSES)));
        } else if (!named.add(found.get())) {
            file.mistakeAt(at, "device '" + word + "' is there twice");
        }
        return found;
    }

    private Optional<DevicePartClass> part(Yaml at, DeviceClass device, String word) {
        var its = new LinkedHashMap<>(PARTS);
        its.values().removeIf(part -> part.device() != device);
        var found = Optional.ofNullable(its.get(word));
        if (found.isEmpty()) {
            file.mistakeAt(
                    at,
                    its.isEmpty()
                            ? "no part of this device is named: it is needed as a whole"
                            : "this device has no part '%s'; %s".formatted(word, hint(word, its)));
        }
        return found;
    }

    private static String hint(String word, Map<String, ?> known) {
        return Words.nearest(word, known.keySet())
                .map(near -> "is it '" + near + "'?")
                .orElseGet(() -> "it can be " + Words.either(known.keySet()));
    }
}
