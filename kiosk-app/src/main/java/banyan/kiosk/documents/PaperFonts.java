package banyan.kiosk.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.HorizontalMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The two weights of the paper's typeface, parsed once and used for every document: parsing takes longer than a page. Knows
 * which characters it can draw, so that nobody has to try.
 */
public final class PaperFonts {
    private static final String FOLDER = "/banyan/kiosk/font/";

    private final Face regular;
    private final Face bold;

    private PaperFonts(Face regular, Face bold) {
        this.regular = regular;
        this.bold = bold;
    }

    /** Parses the fonts that belong to the program; half a second, so not on the thread of the screen. */
    public static PaperFonts load() {
        return new PaperFonts(face("NotoSansSC_400Regular.ttf"), face("NotoSansSC_700Bold.ttf"));
    }

    /** The characters of a text that no paper can show, in their order; empty for a text that can be printed as it is. */
    public SequencedSet<Integer> lacking(String text) {
        var lacking = new LinkedHashSet<Integer>();
        text.codePoints()
                .filter(point -> !isLayout(point) && (!regular.has(point) || !bold.has(point)))
                .forEach(lacking::add);
        return lacking;
    }

    /** Characters that move what follows and are not drawn. */
    static boolean isLayout(int point) {
        return point == '\n' || point == '\t';
    }

    Face face(boolean wantsBold) {
        return wantsBold ? bold : regular;
    }

    private static Face face(String file) {
        try (InputStream in = PaperFonts.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its font " + file);
            }
            var font = new TTFParser(false).parse(new RandomAccessReadBuffer(LeanFont.of(in.readAllBytes())));
            // Ligatures would make a line narrower than the sum of its letters, by which it was broken.
            font.setEnableGsub(false);
            return new Face(font);
        } catch (IOException broken) {
            throw new UncheckedIOException("the font " + file + " cannot be read", broken);
        }
    }

    /** One weight. */
    static final class Face {
        private final TrueTypeFont font;
        private final CmapLookup glyphs;
        private final HorizontalMetricsTable widths;
        private final double unitsPerEm;

        private Face(TrueTypeFont font) throws IOException {
            this.font = font;
            glyphs = font.getUnicodeCmapLookup();
            widths = font.getHorizontalMetrics();
            unitsPerEm = font.getUnitsPerEm();
        }

        TrueTypeFont font() {
            return font;
        }

        boolean has(int point) {
            return glyphs.getGlyphId(point) != 0;
        }

        /** Width of a character in shares of the font's size. */
        double width(int point) {
            return widths.getAdvanceWidth(glyphs.getGlyphId(point)) / unitsPerEm;
        }

        double width(String text, double size) {
            return size * text.codePoints().mapToDouble(this::width).sum();
        }
    }
}
