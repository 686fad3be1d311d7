package banyan.simulator.receipt;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The dots of a character. A printer has them in its firmware; here they are found by drawing it, finely, with the terminal's own
 * font where that is on the class path, and with one of the machine's otherwise. Twice as wide or high is the same dots twice.
 */
final class Dots {
    private static final String TERMINALS_FONT = "/banyan/kiosk/font/NotoSansSC_500Medium.ttf";

    /** So many fine dots a dot, each way. */
    private static final int FINE = 4;

    /** A dot is burnt when so much of it is ink, in 255ths. */
    private static final int BURNT = 112;

    /** Of the cell's height: where characters stand, and how large they are. */
    private static final double BASE = 0.86;

    private static final double SIZE = 0.96;
    private static final double NARROW_SIZE = 0.90;

    /** Loading it takes a second; nobody waits for that who looks at no paper. */
    private static final class Fonts {
        static final Font FIRST = first();
        static final Font OTHER = new Font(Font.SANS_SERIF, Font.PLAIN, 1);

        private static Font first() {
            try (InputStream in = Dots.class.getResourceAsStream(TERMINALS_FONT)) {
                return in == null ? new Font(Font.SANS_SERIF, Font.PLAIN, 1) : Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException(TERMINALS_FONT + " is no font", e);
            }
        }
    }

    /** Takes a dot. */
    interface Burner {
        void burn(int across, int down);
    }

    private final Row.Cell cell;
    private final Raster ink;

    private Dots(Row.Cell cell) {
        this.cell = cell;
        this.ink = drawn(cell);
    }

    static Dots of(Row.Cell cell) {
        return new Dots(cell);
    }

    private static Raster drawn(Row.Cell cell) {
        int width = cell.dotsWide() * FINE;
        int height = cell.dotsHigh() * FINE;
        BufferedImage fine = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = fine.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        float size = (float) (height * (width == height ? SIZE : NARROW_SIZE));
        Font font = (Fonts.FIRST.canDisplayUpTo(cell.glyph()) < 0 ? Fonts.FIRST : Fonts.OTHER).deriveFont(size);
        GlyphVector glyph = font.createGlyphVector(pen.getFontRenderContext(), cell.glyph());
        double advance = glyph.getGlyphPosition(glyph.getNumGlyphs()).getX();
        double squeeze = advance > width ? width / advance : 1;
        pen.transform(new AffineTransform(squeeze, 0, 0, 1, Math.max(0, width - advance) / 2, height * BASE));
        pen.fill(glyph.getOutline());
        if (cell.bold()) {
            // Struck twice, a dot apart, as these printers do.
            pen.translate(FINE, 0);
            pen.fill(glyph.getOutline());
        }
        pen.dispose();
        return fine.getRaster();
    }

    void forEach(Burner burner) {
        for (int dot = 0; dot < cell.dotsWide() * cell.dotsHigh(); dot++) {
            int x = dot % cell.dotsWide();
            int y = dot / cell.dotsWide();
            if (inkAt(x, y) < BURNT) {
                continue;
            }
            for (int i = 0; i < cell.across() * cell.down(); i++) {
                burner.burn(x * cell.across() + i % cell.across(), y * cell.down() + i / cell.across());
            }
        }
    }

    private int inkAt(int x, int y) {
        int sum = 0;
        for (int i = 0; i < FINE * FINE; i++) {
            sum += ink.getSample(x * FINE + i % FINE, y * FINE + i / FINE, 0);
        }
        return sum / (FINE * FINE);
    }
}
