package banyan.simulator.camera;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Files to pictures and pictures to JPEG: the one place where the JDK's image classes are used. */
public final class Pictures {
    private static final long MOST_PIXELS = 60_000_000;
    private static final int PDF_DPI = 300;
    private static final int[] RGB_MASKS = {0xFF0000, 0xFF00, 0xFF};

    private Pictures() {}

    /**
     * A sheet of paper from a PNG, JPEG or PDF file; empty if it is none of them, or too large.
     *
     * @param sheet the page of a PDF, from 1; for a picture only 1 is there
     */
    public static Optional<Picture> decode(byte[] file, int sheet) {
        try {
            boolean pdf = file.length > 4 && file[0] == '%' && file[1] == 'P' && file[2] == 'D' && file[3] == 'F';
            return pdf ? pdfPage(file, sheet) : sheet == 1 ? image(file) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<Picture> pdfPage(byte[] file, int sheet) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            if (sheet > document.getNumberOfPages()) {
                return Optional.empty();
            }
            var box = document.getPage(sheet - 1).getCropBox();
            double inches = (double) box.getWidth() / 72 * box.getHeight() / 72;
            if (inches * PDF_DPI * PDF_DPI > MOST_PIXELS) {
                return Optional.empty();
            }
            return Optional.of(
                    picture(new PDFRenderer(document).renderImageWithDPI(sheet - 1, PDF_DPI, ImageType.RGB)));
        }
    }

    private static Optional<Picture> image(byte[] file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    return Optional.empty();
                }
                return Optional.of(picture(reader.read(0)));
            } finally {
                reader.dispose();
            }
        }
    }

    private static Picture picture(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            // What is transparent lies on white paper.
            int alpha = pixels[i] >>> 24;
            pixels[i] = alpha == 255 ? pixels[i] & 0xFFFFFF : onWhite(pixels[i], alpha);
        }
        return new Picture(image.getWidth(), image.getHeight(), pixels);
    }

    private static int onWhite(int pixel, int alpha) {
        int rest = 255 * (255 - alpha);
        int red = ((pixel >> 16 & 255) * alpha + rest) / 255;
        int green = ((pixel >> 8 & 255) * alpha + rest) / 255;
        int blue = ((pixel & 255) * alpha + rest) / 255;
        return red << 16 | green << 8 | blue;
    }

    static byte[] jpeg(Picture picture, float quality) {
        DataBufferInt data = new DataBufferInt(picture.pixels, picture.pixels.length);
        var model = new SinglePixelPackedSampleModel(data.getDataType(), picture.width, picture.height, RGB_MASKS);
        BufferedImage image = new BufferedImage(
                new DirectColorModel(24, RGB_MASKS[0], RGB_MASKS[1], RGB_MASKS[2]),
                Raster.createWritableRaster(model, data, null),
                false,
                null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(picture.pixels.length / 4);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
