package banyan.kiosk.documents;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The picture of a page, drawn from the very bytes that are printed. The only class that knows {@code java.awt}: PDFBox draws
 * with it.
 */
public final class PaperPreview {
    /** A page for the screen, not for a wall. */
    private static final int WIDEST = 4000;

    private static final int OPAQUE = 0xFF000000;

    static {
        // The terminal has no AWT window; without this the first picture would open a second connection to the display.
        System.setProperty("java.awt.headless", "true");
    }

    private PaperPreview() {}

    /** What came of drawing a page. */
    public sealed interface Drawn {
        record Page(Picture picture) implements Drawn {}

        /** These bytes are no PDF, or it has no such page. */
        record Unreadable() implements Drawn {}
    }

    /**
     * Page {@code index}, from 0, as a picture {@code widthPx} wide.
     */
    public static Drawn page(byte[] pdf, int index, int widthPx) {
        if (widthPx < 1 || widthPx > WIDEST) {
            throw new IllegalArgumentException("a preview is 1 to " + WIDEST + " pixels wide");
        }
        try (var document = Loader.loadPDF(pdf)) {
            if (index < 0 || index >= document.getNumberOfPages()) {
                return new Drawn.Unreadable();
            }
            var sheet = document.getPage(index);
            forgetMeanings(sheet);
            var box = sheet.getCropBox();
            // Half a pixel more, so that rounding never makes the picture narrower than asked.
            float scale = (float) ((widthPx + 0.5) / box.getWidth());
            var image = new PDFRenderer(document).renderImage(index, scale);
            return new Drawn.Page(picture(image, widthPx));
        } catch (IOException noPdf) {
            return new Drawn.Unreadable();
        }
    }

    /**
     * Which characters the glyphs stand for is nothing to a picture, and for the first such table PDFBox keeps a quarter of a million
     * small objects for ever, which every collection then visits.
     */
    private static void forgetMeanings(PDPage page) {
        COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
        if (fonts == null) {
            return;
        }
        for (COSName name : fonts.keySet()) {
            COSDictionary font = fonts.getCOSDictionary(name);
            if (font != null) {
                font.removeItem(COSName.TO_UNICODE);
            }
        }
    }

    private static Picture picture(BufferedImage image, int width) {
        int height = image.getHeight();
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        if (image.getWidth() != width) {
            argb = image.getRGB(0, 0, width, height, new int[width * height], 0, width);
        }
        for (int i = 0; i < argb.length; i++) {
            argb[i] |= OPAQUE;
        }
        return new Picture(width, height, argb);
    }
}
