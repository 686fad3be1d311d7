package banyan.simulator.printer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;

/** A document that the printer has understood: pages that can be put on paper one by one. */
final class PrintDocument implements AutoCloseable {
    static final String PDF = "application/pdf";
    static final String JPEG = "image/jpeg";
    static final String ANY = "application/octet-stream";

    private final PDDocument document;

    private PrintDocument(PDDocument document) {
        this.document = document;
    }

    /** Empty if the bytes are not what the format says, or there is no page in them. */
    static Optional<PrintDocument> read(byte[] bytes, String format) {
        try {
            boolean jpeg = bytes.length > 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8;
            if (jpeg && !format.equals(PDF)) {
                return Optional.of(new PrintDocument(picture(bytes)));
            }
            if (format.equals(JPEG)) {
                return Optional.empty();
            }
            PDDocument document = Loader.loadPDF(bytes);
            if (document.getNumberOfPages() == 0) {
                document.close();
                return Optional.empty();
            }
            return Optional.of(new PrintDocument(document));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static PDDocument picture(byte[] jpeg) throws IOException {
        PDDocument document = new PDDocument();
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        PDImageXObject image = JPEGFactory.createFromByteArray(document, jpeg);
        float scale = Math.min(
                page.getMediaBox().getWidth() / image.getWidth(),
                page.getMediaBox().getHeight() / image.getHeight());
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(image, 0, 0, image.getWidth() * scale, image.getHeight() * scale);
        }
        return document;
    }

    int pages() {
        return document.getNumberOfPages();
    }

    /** Puts pages, counted from 0, on one sheet of paper: a PDF of its own. */
    void print(List<Integer> pages, Path paper) {
        try (PDDocument sheet = new PDDocument()) {
            for (int page : pages) {
                PDPage printed = sheet.importPage(document.getPage(page));
                printed.setResources(document.getPage(page).getResources());
            }
            sheet.save(paper.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("the paper could not be written", e);
        }
    }

    /** The words on a sheet that came out. */
    static String words(Path paper) {
        try (PDDocument sheet = Loader.loadPDF(paper.toFile())) {
            return new PDFTextStripper().getText(sheet);
        } catch (IOException e) {
            throw new UncheckedIOException("the paper could not be read", e);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
