package banyan.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;

/** Something a document or a rule can name. Values may be personal, so none of them prints itself. */
public sealed interface Value {
    /**
     * Words, perhaps personal.
     *
     * @param mask how it is covered in a preview; paper shows it whole
     */
    record Text(String text, Mask mask) implements Value {
        public Text(String text) {
            this(text, Mask.NONE);
        }

        @Override
        public String toString() {
            return "Text";
        }
    }

    /** A text that follows the document's language: the label of a choice, the title of an item. */
    record Localised(LocalText text) implements Value {
        @Override
        public String toString() {
            return "Localised";
        }
    }

    record Decimal(BigDecimal number) implements Value {
        public static Decimal of(long number) {
            return new Decimal(BigDecimal.valueOf(number));
        }

        @Override
        public String toString() {
            return "Decimal";
        }
    }

    record Flag(boolean yes) implements Value {
        @Override
        public String toString() {
            return "Flag";
        }
    }

    record Date(LocalDate date) implements Value {
        @Override
        public String toString() {
            return "Date";
        }
    }

    record Month(YearMonth month) implements Value {
        @Override
        public String toString() {
            return "Month";
        }
    }

    /** A point in time as the hall's clock shows it. */
    record Moment(LocalDateTime at) implements Value {
        @Override
        public String toString() {
            return "Moment";
        }
    }

    /** The rows of a table; in a column a row's values are named {@code row.…}. */
    record Rows(List<Values> rows) implements Value {
        public Rows {
            rows = List.copyOf(rows);
        }

        @Override
        public String toString() {
            return "Rows[" + rows.size() + "]";
        }
    }

    /**
     * A signature as strokes on a writing surface.
     *
     * @param width of the surface, in the unit of the points
     * @param height of the surface, in the unit of the points
     */
    record Ink(double width, double height, List<Stroke> strokes) implements Value {
        public Ink {
            strokes = List.copyOf(strokes);
        }

        /** Pen down to pen up. */
        public record Stroke(List<Point> points) {
            public Stroke {
                points = List.copyOf(points);
            }
        }

        /**
         * Where the pen was at one sample.
         *
         * @param pressure 0 to 1; 0.5 where the surface feels none
         */
        public record Point(double x, double y, double pressure) {}

        @Override
        public String toString() {
            return "Ink";
        }
    }
}
