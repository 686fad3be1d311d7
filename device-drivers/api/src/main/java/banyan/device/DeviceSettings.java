package banyan.device;

import java.util.Map;

/**
 * What the site's configuration says about one device.
 *
 * @param id the site's name for it
 * @param values the driver's own settings, such as {@code port} or {@code url}; the driver's documentation names them
 */
public record DeviceSettings(String id, Map<String, String> values) {
    public DeviceSettings {
        values = Map.copyOf(values);
    }

    /** A setting, or this value where the site does not set it. */
    public String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}
