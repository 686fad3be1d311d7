package banyan.driver.webcam;

import banyan.device.DocumentCamera.Frame;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What becomes of the library's pictures: plain pixels, or a JPEG. */
final class Argb {
    private static final int OPAQUE = 0xFF000000;
    private static final float QUALITY = 0.95f;

    private Argb() {}

    static Frame frame(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] argb = new int[width * height];
        boolean plain = image.getType() == BufferedImage.TYPE_3BYTE_BGR
                && image.getRaster().getParent() == null
                && image.getRaster().getDataBuffer() instanceof DataBufferByte;
        if (plain) {
            // The form in which a JPEG is decoded: taken directly, which is many times faster than asking for each
            // pixel.
            byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            for (int i = 0, from = 0; i < argb.length; i++, from += 3) {
                argb[i] = OPAQUE | (bgr[from + 2] & 0xFF) << 16 | (bgr[from + 1] & 0xFF) << 8 | bgr[from] & 0xFF;
            }
        } else {
            image.getRGB(0, 0, width, height, argb, 0, width);
            for (int i = 0; i < argb.length; i++) {
                argb[i] |= OPAQUE;
            }
        }
        return new Frame(width, height, argb);
    }

    /** Encodes a picture, finer than a camera would. */
    static byte[] jpeg(BufferedImage image) throws IOException {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = plain.createGraphics();
        boolean _ = pen.drawImage(image, 0, 0, null);
        pen.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
            ImageWriteParam fine = writer.getDefaultWriteParam();
            fine.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            fine.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(plain, null, null), fine);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }
}
