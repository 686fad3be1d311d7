package banyan.kiosk.documents;

import banyan.item.FilledDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** Draws sheets as the pages of a PDF, in memory. */
final class PdfDrawing {
    /** The same for every document: a number from the clock would make two equal documents differ. */
    private static final long DOCUMENT_ID = 1;

    private static final float PDF_VERSION = 1.7f;

    private final PaperFonts fonts;

    PdfDrawing(PaperFonts fonts) {
        this.fonts = fonts;
    }

    byte[] draw(FilledDocument document, List<Sheet> sheets) {
        // A parsed font keeps its place in its file while it is read, so one document at a time.
        synchronized (fonts) {
            try (var pdf = new PDDocument()) {
                pdf.setVersion(PDF_VERSION);
                pdf.setDocumentId(DOCUMENT_ID);
                pdf.getDocumentInformation().setTitle(document.title());
                pdf.getDocumentCatalog().setLanguage(document.language().tag());
                var regular = PDType0Font.load(pdf, fonts.face(false).font(), true);
                var bold = PDType0Font.load(pdf, fonts.face(true).font(), true);
                for (var sheet : sheets) {
                    draw(pdf, sheet, regular, bold);
                }
                var bytes = new ByteArrayOutputStream(64 * 1024);
                pdf.save(bytes, CompressParameters.NO_COMPRESSION);
                return bytes.toByteArray();
            } catch (IOException impossible) {
                // Everything is in memory, and every character was looked up before.
                throw new UncheckedIOException(impossible);
            }
        }
    }

    private void draw(PDDocument pdf, Sheet sheet, PDFont regular, PDFont bold) throws IOException {
        var page = new PDPage(new PDRectangle((float) sheet.width(), (float) sheet.height()));
        pdf.addPage(page);
        try (var content = new PDPageContentStream(pdf, page)) {
            var pen = new Pen(content, sheet.height());
            for (var mark : sheet.marks()) {
                switch (mark) {
                    case Mark.Words words -> words(content, sheet, words, words.bold() ? bold : regular);
                    case Mark.Rule rule -> pen.rule(rule);
                    case Mark.Fill fill -> pen.fill(fill);
                    case Mark.QrCode code -> pen.code(code);
                    case Mark.SignatureBox box -> pen.signature(box);
                    case Mark.RoundSeal seal -> seal(content, sheet, pen, seal, bold);
                    case Mark.Across(var words) -> across(content, sheet, words, bold);
                }
            }
        }
    }

    private static void words(PDPageContentStream content, Sheet sheet, Mark.Words words, PDFont font)
            throws IOException {
        content.beginText();
        content.setFont(font, (float) words.size());
        colour(content, words.colour());
        content.setCharacterSpacing((float) words.spacing());
        content.newLineAtOffset((float) words.x(), (float) (sheet.height() - words.baseline()));
        content.showText(words.text());
        content.endText();
    }

    /** The ring, the star, and the words along the upper rim, each letter upright on its radius. */
    private void seal(PDPageContentStream content, Sheet sheet, Pen pen, Mark.RoundSeal seal, PDFont font)
            throws IOException {
        pen.ring(seal.centreX(), seal.centreY(), seal.radius(), 2.2, Palette.SEAL);
        pen.star(seal.centreX(), seal.centreY(), 0.3 * seal.radius(), Palette.SEAL);
        var face = fonts.face(true);
        int letters = seal.rim().codePointCount(0, seal.rim().length());
        double widthPerSize = face.width(seal.rim(), 1) + 0.12 * letters;
        double longest = Math.toRadians(264);
        double size = Math.min(0.235 * seal.radius(), longest * 0.7 * seal.radius() / widthPerSize);
        double rimRadius = seal.radius() - 0.14 * seal.radius() - 0.8 * size;
        double angle = -widthPerSize * size / rimRadius / 2;
        for (int point : seal.rim().codePoints().toArray()) {
            double width = (face.width(point) + 0.12) * size;
            double middle = angle + width / rimRadius / 2;
            double x = seal.centreX() + rimRadius * Math.sin(middle);
            double y = sheet.height() - seal.centreY() + rimRadius * Math.cos(middle);
            var place = Matrix.getRotateInstance(-middle, (float) x, (float) y);
            place.concatenate(Matrix.getTranslateInstance((float) (-face.width(point) * size / 2), 0));
            letter(content, Character.toString(point), font, size, place, Palette.SEAL);
            angle += width / rimRadius;
        }
        if (!seal.below().isEmpty()) {
            double below = 0.2 * seal.radius();
            double x = seal.centreX() - face.width(seal.below(), below) / 2;
            double y = sheet.height() - seal.centreY() - 0.66 * seal.radius();
            var place = Matrix.getTranslateInstance((float) x, (float) y);
            letter(content, seal.below(), font, below, place, Palette.SEAL);
        }
    }

    private void across(PDPageContentStream content, Sheet sheet, String words, PDFont font) throws IOException {
        double size = 0.62 * sheet.width() / fonts.face(true).width(words, 1);
        double width = fonts.face(true).width(words, size);
        var place =
                Matrix.getRotateInstance(Math.toRadians(34), (float) (sheet.width() / 2), (float) (sheet.height() / 2));
        place.concatenate(Matrix.getTranslateInstance((float) (-width / 2), (float) (-0.36 * size)));
        letter(content, words, font, size, place, Palette.ACROSS);
    }

    private static void letter(
            PDPageContentStream content, String text, PDFont font, double size, Matrix place, int colour)
            throws IOException {
        content.beginText();
        content.setFont(font, (float) size);
        colour(content, colour);
        content.setCharacterSpacing(0);
        content.setTextMatrix(place);
        content.showText(text);
        content.endText();
    }

    static void colour(PDPageContentStream content, int rgb) throws IOException {
        content.setNonStrokingColor(((rgb >> 16) & 0xFF) / 255f, ((rgb >> 8) & 0xFF) / 255f, (rgb & 0xFF) / 255f);
    }
}
