package banyan.kiosk.upkeep;

import banyan.device.DeviceKind;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the page printer was given and what came out, since it is counted, and how long its paper will last.
 *
 * @param due pages that were sent
 * @param out pages that came out, by the printer's own word
 * @param days until the first of what it uses up is used up; empty where that is not known
 */
public record Printed(long due, long out, OptionalInt days) {
    /** Before anything was counted. */
    public static final Printed NOTHING = new Printed(0, 0, OptionalInt.empty());

    /** As the terminal's book of devices has it. */
    public static Printed of(List<DeviceRecord> records) {
        return records.stream()
                .filter(record -> record.kind() == DeviceKind.PRINTER)
                .findFirst()
                .map(record -> new Printed(
                        record.place().getOrDefault(DeviceBook.DUE, 0L),
                        record.place().getOrDefault(DeviceBook.PAGES, 0L),
                        record.supplies().stream()
                                .map(DeviceRecord.Stock::days)
                                .filter(OptionalInt::isPresent)
                                .min(Comparator.comparingInt(OptionalInt::getAsInt))
                                .orElse(OptionalInt.empty())))
                .orElse(NOTHING);
    }

    /** Pages that were sent and of which nobody knows that they came out. */
    public long missing() {
        return Math.max(0, due - out);
    }
}
