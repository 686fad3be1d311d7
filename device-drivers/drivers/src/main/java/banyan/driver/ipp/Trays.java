package banyan.driver.ipp;

import banyan.device.DeviceSettings;
import banyan.device.Printer.Stock;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeywordOrName;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.MediaCol;
import com.hp.jipp.model.MediaColDatabase;
import com.hp.jipp.model.Types;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which tray what lies, by the site's word: a {@code media-source} (PWG 5100.7) for each stock. Empty where the site leaves it to
 * the printer.
 */
record Trays(Map<Stock, String> sources) {
    /** What has to be asked for. */
    static final List<AttributeType<?>> ATTRIBUTES = List.of(Types.mediaSourceSupported, Types.mediaColReady);

    /** The size in the name of a medium, in millimetres (PWG 5101.1). */
    private static final Pattern SIZE = Pattern.compile(".*_([0-9]{1,4})x([0-9]{1,4})mm");

    private static final int HUNDREDTHS = 100;

    Trays {
        sources = Map.copyOf(sources);
    }

    static Trays of(DeviceSettings settings) {
        var sources = new EnumMap<Stock, String>(Stock.class);
        for (Stock stock : Stock.values()) {
            String source = settings.get(setting(stock), "");
            if (!source.isEmpty()) {
                sources.put(stock, source);
            }
        }
        return new Trays(sources);
    }

    /** The setting that names the tray of this stock. */
    static String setting(Stock stock) {
        return "tray-" + stock.name().toLowerCase(Locale.ROOT);
    }

    boolean set() {
        return !sources.isEmpty();
    }

    Optional<String> source(Stock stock) {
        return Optional.ofNullable(sources.get(stock));
    }

    /** The settings that name a tray which this printer has not, each with a sentence. */
    Map<String, String> misfits(IppPacket answer) {
        List<String> there = Ipp.texts(answer, Tag.printerAttributes, Types.mediaSourceSupported);
        var wrong = new TreeMap<String, String>();
        sources.forEach((stock, source) -> {
            if (!there.contains(source)) {
                wrong.put(
                        setting(stock),
                        "the printer has no tray `%s`; it has %s".formatted(source, there.stream().sorted().toList()));
            }
        });
        return Map.copyOf(wrong);
    }

    /**
     * The trays in which something lies; empty where the printer does not say. Some printers go on calling a tray ready whose level
     * they say is nought: where the two disagree, nothing lies there.
     */
    static Set<String> ready(IppPacket answer) {
        var ready = new HashSet<String>();
        List<MediaColDatabase> columns = answer.getValues(Tag.printerAttributes, Types.mediaColReady);
        for (MediaColDatabase column : columns) {
            KeywordOrName source = column.getMediaSource();
            if (source != null) {
                ready.add(source.asString());
            }
        }
        Ipp.parts(answer, Tag.printerAttributes, Types.printerInputTray).stream()
                .filter(tray -> tray.getOrDefault("level", "").equals("0"))
                .forEach(tray -> ready.remove(tray.getOrDefault("name", "")));
        return Set.copyOf(ready);
    }

    /** The medium out of this tray, as a job asks for it. */
    static MediaCol medium(String media, String source) {
        var wanted = new MediaCol();
        Matcher size = SIZE.matcher(media);
        if (size.matches()) {
            wanted.setMediaSize(new MediaCol.MediaSize(
                    Integer.parseInt(size.group(1)) * HUNDREDTHS, Integer.parseInt(size.group(2)) * HUNDREDTHS));
        }
        wanted.setMediaSource(new KeywordOrName(source));
        return wanted;
    }
}
