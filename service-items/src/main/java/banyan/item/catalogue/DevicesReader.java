package banyan.item.catalogue;

import banyan.item.DeviceClass;
import banyan.item.DeviceNeed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code devices} of an item: each line a class, or in brackets several of which one will do. */
final class DevicesReader {
    private static final Map<String, DeviceClass> CLASSES = ItemReader.words(DeviceClass.values());

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
        var oneOf = new ArrayList<DeviceClass>();
        for (var word : words(yaml)) {
            deviceClass(word).ifPresent(oneOf::add);
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

    private Optional<DeviceClass> deviceClass(Yaml yaml) {
        if (!(yaml instanceof Yaml.Scalar scalar)) {
            file.mistakeAt(yaml, "devices needs names such as printer, or names in brackets of which one will do");
            return Optional.empty();
        }
        var found = Optional.ofNullable(CLASSES.get(scalar.text()));
        if (found.isEmpty()) {
            var hint = Words.nearest(scalar.text(), CLASSES.keySet())
                    .map(near -> "is it '" + near + "'?")
                    .orElseGet(() -> "it can be " + Words.either(CLASSES.keySet()));
            file.mistakeAt(yaml, "there is no device '%s'; %s".formatted(scalar.text(), hint));
        } else if (!named.add(found.get())) {
            file.mistakeAt(yaml, "device '" + scalar.text() + "' is there twice");
        }
        return found;
    }
}
