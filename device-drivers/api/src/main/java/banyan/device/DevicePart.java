package banyan.device;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A part of a compound device that can be of no use by itself: a scanner's feeder, a printer's tray, one door of a cabinet. The
 * parts of a device are what CUSS calls components that are linked to each other: each has its own status, and some are required.
 *
 * <p>A required part is one without which the device cannot do what its class is there for. As long as it is {@link
 * Standing.Broken} or {@link Standing.Unknown}, the device is not {@link DeviceState.Ready}; a device that needs help because of a
 * required part has that part's own fault. Without an optional part it is usable: where one is {@link Standing.Broken}, the
 * device is ready with a warning, and whoever needs that part asks for it by its kind.
 *
 * <p>What a citizen brings is no part: a feeder in which no sheet lies works well. Paper to print on is one: a tray without any is
 * of no use.
 *
 * @param kind what it is
 * @param number which of several of its kind, from 1; empty where the device has one
 * @param required whether the device is of no use without it
 * @param standing how it stands, by the device's own word
 */
public record DevicePart(Kind kind, OptionalInt number, boolean required, Standing standing) {
    /** What a part is. A class of devices uses those of its group. */
    public enum Kind {
        /** Of a scanner: draws the sheets in. */
        FEEDER,
        /** Of a scanner: the glass that one page is laid on. */
        GLASS,

        /** Of a page printer: the tray with the paper for all that has none of its own ({@link Printer.Stock#PLAIN}). */
        TRAY_PLAIN,
        /** Of a page printer whose site has such a tray: the paper for certificates ({@link Printer.Stock#CERTIFICATE}). */
        TRAY_CERTIFICATE,
        /** Of a page printer: the way the sheets take through it. */
        PAPER_PATH,
        /** Of a page printer: toner or ink, and what becomes of the waste. */
        MARKER,
        /** Where printed sheets lie until they are taken. */
        OUTPUT_BIN,

        /** Of a receipt printer: its roll. */
        ROLL,
        /** Of a receipt printer: its knife. */
        CUTTER,

        /** Of a scanner or printer: what is opened to get at its inside. */
        COVER,

        /** Of a document cabinet: what lets the locks go, and holds none. */
        LOCKS,
        /** Of a document cabinet: one door with its lock and contact, numbered as in {@link DocumentCabinet}. */
        DOOR,

        /** Of the auxiliaries: what feels that somebody is there. */
        APPROACH_SENSOR,
        /** Of the auxiliaries: the contact at the housing's door. */
        DOOR_CONTACT,
        /** Of the auxiliaries: what feels that the housing is shaken, tilted or forced. */
        TAMPER_CONTACT,
        /** Of the auxiliaries: what tells mains from battery, and how long that will last. */
        POWER_MONITOR,
        /** Of the auxiliaries: what feels that headphones are plugged in. */
        HEADPHONE_JACK,
        /** Of the auxiliaries: the button that calls somebody. */
        CALL_BUTTON,
        /** Of the auxiliaries: all lamps beside the devices. */
        LAMPS
    }

    /** How a part stands. Only {@link Usable} is good; {@link Untold} is not a promise and not a fault. */
    public sealed interface Standing {
        /** It can be used, by the device's own word. */
        record Usable() implements Standing {}

        /** It cannot be used until somebody has done something. */
        record Broken(Fault fault) implements Standing {}

        /** The device tells of it, and has not now: it is absent, silent, being opened or closed, or contradicts itself. */
        record Unknown() implements Standing {}

        /**
         * The device is there and its protocol has no word for this part (XFS4IoT: {@code notSupported}): whether it works is seen when it
         * is used, and until then the device's own state is all there is to go by.
         */
        record Untold() implements Standing {}
    }

    /** The part of this kind that the device is of no use without. */
    public static DevicePart required(Kind kind, Standing standing) {
        return new DevicePart(kind, OptionalInt.empty(), true, standing);
    }

    /** The part of this kind that the device can be used without. */
    public static DevicePart optional(Kind kind, Standing standing) {
        return new DevicePart(kind, OptionalInt.empty(), false, standing);
    }

    /** Its name within its device, such as {@code tray-certificate} or {@code door-3}: the same as long as the device is the same piece. */
    public String name() {
        String word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return number.isPresent() ? word + "-" + number.getAsInt() : word;
    }

    /** Its fault; empty where it is not {@link Standing.Broken}. */
    public Stream<Fault> fault() {
        return switch (standing) {
            case Standing.Broken(var fault) -> Stream.of(fault);
            case Standing.Usable _, Standing.Unknown _, Standing.Untold _ -> Stream.empty();
        };
    }

    /** Whether nothing speaks against using it in a device that is usable. */
    public boolean mayBeUsed() {
        return switch (standing) {
            case Standing.Usable _, Standing.Untold _ -> true;
            case Standing.Broken _, Standing.Unknown _ -> false;
        };
    }

    /** The same part of a device that says nothing of it now. */
    public DevicePart unheard() {
        return new DevicePart(kind, number, required, new Standing.Unknown());
    }

    /** The same parts of a device that says nothing now. */
    static List<DevicePart> unheard(List<DevicePart> parts) {
        return parts.stream().map(DevicePart::unheard).toList();
    }
}
