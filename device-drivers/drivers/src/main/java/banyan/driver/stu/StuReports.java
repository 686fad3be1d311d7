package banyan.driver.stu;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The pad's reports, each with its number as the first byte; numbers in them are big-endian unless said otherwise. Pure. */
final class StuReports {
    static final int PEN = 0x01;
    static final int PEN_WITH_TIME = 0x34;
    static final int INFORMATION = 0x08;
    static final int CAPABILITY = 0x09;
    static final int SERIAL_NUMBER = 0x0F;

    /** The longest feature report that is asked for. */
    static final int MOST = 64;

    private static final int PEN_LENGTH = 7;
    private static final int PEN_WITH_TIME_LENGTH = 11;
    private static final int CAPABILITY_LENGTH = 12;
    private static final int INFORMATION_LENGTH = 12;
    private static final int NAME_LENGTH = 7;
    private static final int NEAR = 0x80;
    private static final int SWITCHES = 0x70;

    private StuReports() {}

    /** Where the pen is, in the pad's own units. */
    record Pen(boolean near, boolean touching, int x, int y, int pressure) {
        /** Without the place: a signature is personal. */
        @Override
        public String toString() {
            return "Pen[]";
        }
    }

    /** The largest values, and the display's size in pixels. */
    record Capability(int x, int y, int pressure, int width, int height) {}

    /** What the pad calls itself. */
    record Information(Optional<String> name, String firmware) {}

    /** A pen report; empty for every other, and for one that no pad of these limits can have sent. */
    static Optional<Pen> pen(byte[] report, Capability limits) {
        int length = switch (at(report, 0)) {
            case PEN -> PEN_LENGTH;
            case PEN_WITH_TIME -> PEN_WITH_TIME_LENGTH;
            default -> Integer.MAX_VALUE;
        };
        if (report.length < length) {
            return Optional.empty();
        }
        int flags = at(report, 1);
        int pressure = pair(report, 1) & 0x0FFF;
        int x = pair(report, 3);
        int y = pair(report, 5);
        if (x > limits.x() || y > limits.y() || pressure > limits.pressure()) {
            return Optional.empty();
        }
        boolean touching = (flags & SWITCHES) != 0 || pressure > 0;
        return Optional.of(new Pen((flags & NEAR) != 0 || touching, touching, x, y, pressure));
    }

    /** The answer to {@link #CAPABILITY}; empty where it makes no sense. */
    static Optional<Capability> capability(byte[] report) {
        if (at(report, 0) != CAPABILITY || report.length < CAPABILITY_LENGTH) {
            return Optional.empty();
        }
        Capability said = new Capability(
                pair(report, 1), pair(report, 3), pair(report, 5), pair(report, 7), pair(report, 9));
        boolean sensible = said.x() > 0 && said.y() > 0 && said.pressure() > 0 && said.width() > 0 && said.height() > 0;
        return sensible ? Optional.of(said) : Optional.empty();
    }

    /** The answer to {@link #INFORMATION}. */
    static Optional<Information> information(byte[] report) {
        if (at(report, 0) != INFORMATION || report.length < INFORMATION_LENGTH) {
            return Optional.empty();
        }
        String firmware = at(report, 8) + "." + at(report, 9) + "." + at(report, 10) + "." + at(report, 11);
        return Optional.of(new Information(text(report, 1, 1 + NAME_LENGTH), firmware));
    }

    /** The answer to {@link #SERIAL_NUMBER}. */
    static Optional<String> serialNumber(byte[] report) {
        return at(report, 0) == SERIAL_NUMBER ? text(report, 1, report.length) : Optional.empty();
    }

    private static Optional<String> text(byte[] report, int from, int to) {
        int end = from;
        while (end < Math.min(to, report.length) && report[end] >= ' ' && report[end] < 0x7F) {
            end++;
        }
        return Optional.of(new String(report, from, end - from, StandardCharsets.US_ASCII).strip())
                .filter(text -> !text.isEmpty());
    }

    /** Clears the display. */
    static byte[] clearScreen() {
        return new byte[] {0x20, 0};
    }

    /** Whether the display shows what the pen writes. The pen is told either way. */
    static byte[] inkMode(boolean shown) {
        return new byte[] {0x21, (byte) (shown ? 1 : 0)};
    }

    /** The whole display as the place to write, in pixels, little-endian. */
    static byte[] writingArea(Capability limits) {
        return new byte[] {
            0x2A,
            0,
            0,
            0,
            0,
            (byte) limits.width(),
            (byte) (limits.width() >> 8),
            (byte) limits.height(),
            (byte) (limits.height() >> 8)
        };
    }

    private static int pair(byte[] bytes, int at) {
        return at(bytes, at) << 8 | at(bytes, at + 1);
    }

    private static int at(byte[] bytes, int at) {
        return at < bytes.length ? bytes[at] & 0xFF : 0;
    }
}
