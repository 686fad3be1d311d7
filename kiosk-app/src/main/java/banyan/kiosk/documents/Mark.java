package banyan.kiosk.documents;

import banyan.item.Mask;
import banyan.item.Value;
import java.util.List;

/**
 * Something drawn on a sheet. Places are in points from the sheet's upper left corner, downwards; sizes are in points; colours
 * are {@code 0xRRGGBB}.
 */
sealed interface Mark {
    /** The same, so much further right and down. */
    Mark moved(double right, double down);

    /**
     * Words on one line.
     *
     * @param spacing between characters
     * @param mask how they are covered in a preview
     * @param whole whether this is the whole of a personal value, or a part that a line break left
     */
    record Words(
            double x,
            double baseline,
            double size,
            boolean bold,
            int colour,
            String text,
            double spacing,
            double width,
            Mask mask,
            boolean whole)
            implements Mark {
        @Override
        public Mark moved(double right, double down) {
            return new Words(x + right, baseline + down, size, bold, colour, text, spacing, width, mask, whole);
        }

        @Override
        public String toString() {
            return "Words";
        }
    }

    record Rule(double x1, double y1, double x2, double y2, double thickness, int colour) implements Mark {
        @Override
        public Mark moved(double right, double down) {
            return new Rule(x1 + right, y1 + down, x2 + right, y2 + down, thickness, colour);
        }
    }

    record Fill(double x, double y, double width, double height, int colour) implements Mark {
        @Override
        public Mark moved(double right, double down) {
            return new Fill(x + right, y + down, width, height, colour);
        }
    }

    /** Where one signs: a dashed box, and the strokes once there are any. */
    record SignatureBox(double x, double y, double width, double height, List<Value.Ink> ink) implements Mark {
        @Override
        public Mark moved(double right, double down) {
            return new SignatureBox(x + right, y + down, width, height, ink);
        }

        @Override
        public String toString() {
            return "SignatureBox";
        }
    }

    record QrCode(double x, double y, double side, boolean[][] dark) implements Mark {
        @Override
        public Mark moved(double right, double down) {
            return new QrCode(x + right, y + down, side, dark);
        }

        @Override
        public String toString() {
            return "QrCode";
        }
    }

    /** @param below a word under the star, or empty */
    record RoundSeal(double centreX, double centreY, double radius, String rim, String below) implements Mark {
        @Override
        public Mark moved(double right, double down) {
            return new RoundSeal(centreX + right, centreY + down, radius, rim, below);
        }
    }

    /** Large words across the whole sheet, under everything else. */
    record Across(String words) implements Mark {
        @Override
        public Mark moved(double right, double down) {
            return this;
        }
    }
}
