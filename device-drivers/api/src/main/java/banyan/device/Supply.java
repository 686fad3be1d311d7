package banyan.device;

import java.util.OptionalInt;

/**
 * Something a device uses up.
 *
 * @param name the device's own name for it, such as {@code tray-1} or {@code black}; fixed words, never a person's
 * @param kind what it is
 * @param level how much is left, and whether that can be known at all
 */
public record Supply(String name, Kind kind, Level level) {
    /** What is used up. */
    public enum Kind {
        /** Sheets of a page printer. */
        SHEETS,
        /** A roll of a receipt printer. */
        ROLL,
        /** Toner or ink. */
        TONER,
        /** A bin that fills up instead. */
        BIN,
        /** A battery. */
        CHARGE
    }

    /** How much is left. What the device cannot tell is {@link Unknown}, and unknown is never enough. */
    public sealed interface Level {
        /** So many per cent, 0 to 100. */
        record Percent(int value) implements Level {}

        /** So many pieces, such as sheets. */
        record Pieces(int value) implements Level {}

        /** Enough to go on, as a sensor sees it. */
        record Enough() implements Level {}

        /** Soon used up, as a sensor sees it. */
        record Low() implements Level {}

        /** Used up. */
        record Out() implements Level {}

        /** Nobody can tell. */
        record Unknown() implements Level {}

        /** A number of per cent or pieces for a forecast; empty where there is only a sensor or nothing. */
        default OptionalInt counted() {
            return switch (this) {
                case Percent(int value) -> OptionalInt.of(value);
                case Pieces(int value) -> OptionalInt.of(value);
                case Enough _, Low _, Unknown _ -> OptionalInt.empty();
                case Out _ -> OptionalInt.of(0);
            };
        }
    }
}
