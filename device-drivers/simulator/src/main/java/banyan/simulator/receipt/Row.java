package banyan.simulator.receipt;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/** What the paper moved past the head at once, with its height in dots. */
sealed interface Row {
    int height();

    /** Where on the paper something stands. */
    enum Place {
        LEFT,
        CENTRE,
        RIGHT;

        /** How far from the left edge something so wide begins. */
        int from(int paper, int width) {
            return switch (this) {
                case LEFT -> 0;
                case CENTRE -> Math.max(0, (paper - width) / 2);
                case RIGHT -> Math.max(0, paper - width);
            };
        }
    }

    /** A character of so many dots, each printed so many times across and down. */
    record Cell(
            String glyph,
            int dotsWide,
            int dotsHigh,
            int across,
            int down,
            boolean bold,
            boolean underlined,
            boolean inverse) {
        int width() {
            return dotsWide * across;
        }

        int height() {
            return dotsHigh * down;
        }
    }

    /** A line of characters. */
    record Line(List<Cell> cells, Place place, int height) implements Row {
        public Line {
            cells = List.copyOf(cells);
        }

        int width() {
            return cells.stream().mapToInt(Cell::width).sum();
        }

        int tallest() {
            return cells.stream().mapToInt(Cell::height).max().orElse(0);
        }

        String text() {
            return cells.stream().map(Cell::glyph).collect(Collectors.joining());
        }
    }

    /** Dots, row by row from the upper left, each row's width a multiple of eight. */
    record Raster(int width, int height, BitSet dots, Place place) implements Row {
        /** Bits from {@code n[from]} on, each printed so many times across and down. */
        static Raster of(int[] n, int from, int across, int down, int wide, int tall, Place place) {
            int width = across * wide;
            BitSet dots = new BitSet();
            for (int y = 0; y < down * tall; y++) {
                for (int x = 0; x < width; x++) {
                    int column = x / wide;
                    int value = n[from + y / tall * (across / 8) + column / 8];
                    dots.set(y * width + x, (value >> (7 - column % 8) & 1) != 0);
                }
            }
            return new Raster(width, down * tall, dots, place);
        }

        Raster at(Place now) {
            return new Raster(width, height, dots, now);
        }
    }

    /** A QR code; {@code level} is L, M, Q or H. */
    record Code(String content, char level, Squares squares, Place place) implements Row {
        @Override
        public int height() {
            return squares.dots();
        }
    }

    /** Paper moved, nothing printed. */
    record Feed(int height) implements Row {}
}
