package banyan.driver.ipp;

import banyan.device.Supply;
import banyan.device.Supply.Kind;
import banyan.device.Supply.Level;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a printer uses up, by its attributes {@code printer-input-tray} and {@code printer-supply} (PWG 5100.13): text such as {@code
 * type=tonerCartridge;maxcapacity=100;level=80;unit=percent;colorantname=black;}, one a supply, with the numbers of the Printer MIB
 * (RFC 3805): -3 is some, -2 unknown, -1 something else. Whatever the text is, it ends in levels; what cannot be read is unknown.
 */
final class Supplies {
    /** What has to be asked for. */
    static final List<AttributeType<?>> ATTRIBUTES = List.of(Types.printerInputTray, Types.printerSupply);

    /** More than any printer has. */
    private static final int MOST = 32;

    private static final int LONGEST_NAME = 32;
    private static final int SOME_LEFT = -3;

    private Supplies() {}

    static List<Supply> of(IppPacket answer) {
        var found = new ArrayList<Supply>();
        var names = new HashSet<String>();
        Ipp.parts(answer, Tag.printerAttributes, Types.printerInputTray).stream()
                .limit(MOST)
                .forEach(tray -> found.add(new Supply(
                        own(names, tray.getOrDefault("name", "tray")), Kind.SHEETS, sheets(number(tray, "level")))));
        Ipp.parts(answer, Tag.printerAttributes, Types.printerSupply).stream()
                .limit(MOST)
                .forEach(supply -> found.add(new Supply(own(names, name(supply)), kind(supply), share(supply))));
        return List.copyOf(found);
    }

    private static Optional<Integer> number(Map<String, String> parts, String name) {
        String text = parts.getOrDefault(name, "");
        return text.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Level sheets(Optional<Integer> level) {
        return level.map(left -> left == 0 ? new Level.Out() : left > 0 ? new Level.Pieces(left) : some(left))
                .orElse(new Level.Unknown());
    }

    /** Per cent where the unit is per cent or the capacity is known; otherwise only whether there is any. */
    private static Level share(Map<String, String> supply) {
        Optional<Integer> level = number(supply, "level");
        Optional<Integer> capacity = number(supply, "maxcapacity").filter(most -> most > 0);
        boolean percent = supply.getOrDefault("unit", "").equals("percent");
        return level.map(left -> {
                    if (left <= 0) {
                        return left == 0 ? new Level.Out() : some(left);
                    }
                    if (percent) {
                        return left <= 100 ? new Level.Percent(left) : new Level.Unknown();
                    }
                    return capacity.filter(most -> left <= most)
                            .<Level>map(most -> new Level.Percent((int) Math.ceilDiv(100L * left, most)))
                            .orElse(new Level.Enough());
                })
                .orElse(new Level.Unknown());
    }

    private static Level some(int level) {
        return level == SOME_LEFT ? new Level.Enough() : new Level.Unknown();
    }

    private static Kind kind(Map<String, String> supply) {
        return supply.getOrDefault("class", "").equals("receptacleThatIsFilled") ? Kind.BIN : Kind.TONER;
    }

    private static String name(Map<String, String> supply) {
        String colour = supply.getOrDefault("colorantname", "");
        return colour.isEmpty() || colour.equals("none") || colour.equals("unknown")
                ? supply.getOrDefault("type", "supply")
                : colour;
    }

    /** A name of fixed letters that none before it has. */
    private static String own(Set<String> taken, String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String begin = plain.isEmpty() ? "supply" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        String own = begin;
        for (int again = 2; !taken.add(own); again++) {
            own = begin + "-" + again;
        }
        return own;
    }
}
