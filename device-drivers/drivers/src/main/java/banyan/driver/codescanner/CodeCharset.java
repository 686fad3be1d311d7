package banyan.driver.codescanner;

import banyan.device.DeviceSettings;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;

/** The setting {@code charset}: in which characters a site's codes are written. */
final class CodeCharset {
    static final String SETTING = "charset";
    private static final String UTF_8 = "utf-8";

    private CodeCharset() {}

    static List<String> mistakes(DeviceSettings settings) {
        return Set.of(UTF_8, "gb18030").contains(settings.get(SETTING, UTF_8))
                ? List.of()
                : List.of("charset must be one of utf-8, gb18030");
    }

    static Charset of(DeviceSettings settings) {
        return Charset.forName(settings.get(SETTING, UTF_8));
    }
}
