package banyan.simulator.scanner;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client asks for: the settings of a scan as this scanner reads them.
 *
 * @param width of the region, in three-hundredths of an inch, as {@code height}
 */
record Wanted(boolean feeder, boolean bothSides, boolean grey, int resolution, int width, int height) {
    private static final int A4_WIDTH = 2480;
    private static final int A4_HEIGHT = 3508;

    /** Empty where these are no settings that this scanner can do. */
    static Optional<Wanted> read(String xml) {
        if (!xml.contains("ScanSettings")) {
            return Optional.empty();
        }
        String source = text(xml, "InputSource").orElse("Platen");
        String mode = text(xml, "ColorMode").orElse("RGB24");
        Optional<Integer> resolution = text(xml, "XResolution").flatMap(Wanted::number);
        boolean known = (source.equals("Platen") || source.equals("Feeder"))
                && (mode.equals("RGB24") || mode.equals("Grayscale8"))
                && resolution.filter(EsclText.RESOLUTIONS::contains).isPresent()
                && resolution.equals(text(xml, "YResolution").flatMap(Wanted::number));
        return known
                ? Optional.of(new Wanted(
                        source.equals("Feeder"),
                        text(xml, "Duplex").filter("true"::equals).isPresent(),
                        mode.equals("Grayscale8"),
                        resolution.get(),
                        text(xml, "Width").flatMap(Wanted::number).orElse(A4_WIDTH),
                        text(xml, "Height").flatMap(Wanted::number).orElse(A4_HEIGHT)))
                : Optional.empty();
    }

    private static Optional<String> text(String xml, String name) {
        Matcher found = Pattern.compile("<(?:\\w+:)?" + name + "(?:\\s[^>]*)?>\\s*([^<]*?)\\s*<").matcher(xml);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,5}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }
}
