package banyan.driver.escl;

import banyan.device.Nameplate;
import banyan.device.Scanner.Colour;
import banyan.device.Scanner.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a scanner says it can do. */
record ScannerCapabilities(Nameplate nameplate, String version, Map<Source, Input> inputs) {
    ScannerCapabilities {
        inputs = Collections.unmodifiableMap(new EnumMap<>(inputs));
    }

    /**
     * One source.
     *
     * @param maxWidth in three-hundredths of an inch, as {@code maxHeight}
     * @param resolutions what it can do in discrete steps; empty where it has a range
     * @param least the lower end of the range, as {@code most} its upper and {@code step} its grain
     */
    record Input(
            int maxWidth, int maxHeight, List<Integer> resolutions, int least, int most, int step, boolean grey) {
        /** The nearest resolution that is not less, else the greatest. */
        int resolution(int wanted) {
            if (!resolutions.isEmpty()) {
                return resolutions.stream()
                        .filter(value -> value >= wanted)
                        .min(Integer::compare)
                        .orElseGet(() -> Collections.max(resolutions));
            }
            if (wanted <= least) {
                return least;
            }
            return Math.min(most, least + Math.ceilDiv(wanted - least, step) * step);
        }

        /** A scanner without grey sends colour: more than was asked for, and never less. */
        String mode(Colour wanted) {
            return switch (wanted) {
                case GREY -> grey ? "Grayscale8" : "RGB24";
                case COLOUR -> "RGB24";
            };
        }
    }

    static Optional<ScannerCapabilities> read(byte[] xml) {
        return Xml.read(xml, "ScannerCapabilities").map(ScannerCapabilities::of);
    }

    private static ScannerCapabilities of(Xml root) {
        Map<Source, Input> inputs = new EnumMap<>(Source.class);
        root.at("Platen", "PlatenInputCaps").flatMap(ScannerCapabilities::input).ifPresent(it -> inputs.put(Source.FLATBED, it));
        root.at("Adf", "AdfSimplexInputCaps").flatMap(ScannerCapabilities::input).ifPresent(it -> inputs.put(Source.FEEDER, it));
        root.at("Adf", "AdfDuplexInputCaps")
                .flatMap(ScannerCapabilities::input)
                .ifPresent(it -> inputs.put(Source.FEEDER_BOTH_SIDES, it));
        Nameplate nameplate = new Nameplate(
                word(root, "Manufacturer"), word(root, "MakeAndModel"), word(root, "SerialNumber"), Optional.empty());
        return new ScannerCapabilities(nameplate, version(root.text("Version")), inputs);
    }

    private static Optional<String> word(Xml root, String name) {
        return Optional.of(root.text(name)).filter(text -> !text.isEmpty());
    }

    /** What is repeated to the scanner is a number and nothing else. */
    private static String version(String text) {
        return text.matches("\\d{1,2}\\.\\d{1,3}") ? text : "2.0";
    }

    private static Optional<Input> input(Xml caps) {
        List<Xml> profiles =
                caps.at("SettingProfiles").map(all -> all.all("SettingProfile")).orElse(List.of());
        List<Integer> discrete = new ArrayList<>();
        List<String> modes = new ArrayList<>();
        Optional<Xml> range = Optional.empty();
        for (Xml profile : profiles) {
            profile.at("ColorModes").stream()
                    .flatMap(all -> all.all("ColorMode").stream())
                    .map(Xml::text)
                    .forEach(modes::add);
            profile.at("SupportedResolutions", "DiscreteResolutions").stream()
                    .flatMap(all -> all.all("DiscreteResolution").stream())
                    .flatMap(each -> square(each).stream())
                    .forEach(discrete::add);
            range = range.or(() -> profile.at("SupportedResolutions", "ResolutionRange", "XResolutionRange"));
        }
        int least = range.flatMap(it -> it.number("Min")).orElse(0);
        int most = range.flatMap(it -> it.number("Max")).orElse(0);
        int step = Math.max(1, range.flatMap(it -> it.number("Step")).orElse(1));
        if (discrete.isEmpty() && (least <= 0 || most < least)) {
            return Optional.empty();
        }
        return Optional.of(new Input(
                caps.number("MaxWidth").orElse(Integer.MAX_VALUE),
                caps.number("MaxHeight").orElse(Integer.MAX_VALUE),
                discrete.stream().sorted().distinct().toList(),
                least,
                most,
                step,
                modes.contains("Grayscale8")));
    }

    /** The same in both directions: anything else would give a distorted page. */
    private static Optional<Integer> square(Xml each) {
        Optional<Integer> across = each.number("XResolution");
        return across.filter(value -> value > 0 && across.equals(each.number("YResolution")));
    }
}
