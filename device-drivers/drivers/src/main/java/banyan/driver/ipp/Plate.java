package banyan.driver.ipp;

import banyan.device.Nameplate;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a printer says it is: {@code printer-make-and-model}, {@code printer-firmware-string-version} (PWG 5100.13), and out of {@code
 * printer-device-id} (IEEE 1284) maker, model and serial number.
 */
final class Plate {
    /** What has to be asked for. */
    static final List<AttributeType<?>> ATTRIBUTES =
            List.of(Types.printerMakeAndModel, Types.printerFirmwareStringVersion, Types.printerDeviceId);

    private static final int LONGEST = 64;

    private Plate() {}

    static Nameplate of(IppPacket answer) {
        var id = deviceId(first(answer, Types.printerDeviceId).orElse(""));
        return new Nameplate(
                either(id, "MFG", "MANUFACTURER"),
                first(answer, Types.printerMakeAndModel).or(() -> either(id, "MDL", "MODEL")),
                either(id, "SN", "SERN", "SERIALNUMBER", "SER"),
                first(answer, Types.printerFirmwareStringVersion));
    }

    private static Map<String, String> deviceId(String text) {
        var parts = new HashMap<String, String>();
        for (String part : text.split(";", -1)) {
            int colon = part.indexOf(':');
            if (colon > 0) {
                parts.putIfAbsent(part.substring(0, colon).strip().toUpperCase(Locale.ROOT), part.substring(colon + 1));
            }
        }
        return parts;
    }

    private static Optional<String> either(Map<String, String> parts, String... names) {
        return Stream.of(names)
                .flatMap(name -> Optional.ofNullable(parts.get(name)).stream())
                .flatMap(word -> word(word).stream())
                .findFirst();
    }

    private static Optional<String> first(IppPacket answer, AttributeType<?> type) {
        return Ipp.texts(answer, Tag.printerAttributes, type).stream()
                .flatMap(word -> word(word).stream())
                .findFirst();
    }

    /** What a printer sends goes to logs and screens: one line, not too long. */
    private static Optional<String> word(String said) {
        String plain = said.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain.substring(0, Math.min(plain.length(), LONGEST)));
    }
}
