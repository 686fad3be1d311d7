package banyan.simulator.scanner;

import banyan.simulator.camera.Picture;
import banyan.simulator.camera.Pictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What the sensor makes of a side of paper: a JPEG of A4 at the resolution asked for, a little askew as feeders are. */
final class Optics {
    private static final int UNITS_PER_INCH = 300;
    private static final float QUALITY = 0.85f;
    private static final int KEPT = 12;
    private static final int SHADE = 250;

    private final Map<String, byte[]> made = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    /** Whether these bytes are a side that can be scanned. */
    static boolean readable(byte[] file) {
        return Pictures.decode(file, 1).isPresent();
    }

    /**
     * The JPEG of a side.
     *
     * @param tilt degrees
     * @param remark kept in the file as a comment
     */
    byte[] scan(Optional<Sheet.Side> side, Wanted wanted, double tilt, String remark) {
        String key = side.map(Sheet.Side::label).orElse("") + wanted + tilt;
        byte[] plain;
        synchronized (made) {
            plain = made.computeIfAbsent(key, _ -> paint(side, wanted, tilt));
        }
        return remarked(plain, remark);
    }

    private static byte[] paint(Optional<Sheet.Side> side, Wanted wanted, double tilt) {
        int width = Math.max(1, wanted.width() * wanted.resolution() / UNITS_PER_INCH);
        int height = Math.max(1, wanted.height() * wanted.resolution() / UNITS_PER_INCH);
        BufferedImage page = new BufferedImage(
                width, height, wanted.grey() ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(new Color(SHADE, SHADE, SHADE));
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.rotate(Math.toRadians(tilt), width / 2.0, height / 2.0);
        side.flatMap(it -> Pictures.decode(it.file(), 1)).ifPresent(picture -> draw(pen, picture, width, height));
        pen.dispose();
        return jpeg(page);
    }

    private static void draw(Graphics2D pen, Picture picture, int width, int height) {
        Picture small = picture;
        // Halved first: drawing small in one step skips lines of the letters.
        while (small.width >= 2 * width && small.height >= 2 * height) {
            small = small.halved();
        }
        BufferedImage image = new BufferedImage(small.width, small.height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, small.width, small.height, small.pixels, 0, small.width);
        pen.drawImage(image, 0, 0, width, height, null);
    }

    private static byte[] jpeg(BufferedImage page) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(page, null, null), parameters);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** With a comment segment right after the start of the image. */
    private static byte[] remarked(byte[] jpeg, String remark) {
        byte[] words = remark.getBytes(StandardCharsets.US_ASCII);
        int length = words.length + 2;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(jpeg.length + length + 2);
        bytes.write(jpeg, 0, 2);
        bytes.write(0xFF);
        bytes.write(0xFE);
        bytes.write(length >> 8);
        bytes.write(length);
        bytes.writeBytes(words);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }
}
