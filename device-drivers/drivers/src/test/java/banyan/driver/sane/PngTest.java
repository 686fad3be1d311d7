package banyan.driver.sane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What is written here is read by the JDK's reader, which nobody here wrote. */
class PngTest {
    private static final int WIDTH = 61;
    private static final int HEIGHT = 47;
    private static final int MOST = 1 << 20;

    private static byte[] noise(int bytes) {
        byte[] samples = new byte[bytes];
        new Random(7).nextBytes(samples);
        return samples;
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Test
    void everySampleOfAColourPageIsReadAgain() throws IOException {
        // Rows may be longer than their samples.
        int stride = WIDTH * 3 + 5;
        byte[] samples = noise(stride * HEIGHT);
        BufferedImage image = read(
                Png.encode(samples, WIDTH, HEIGHT, 3, stride, 300, MOST).orElseThrow());
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int at = y * stride + 3 * x;
                int rgb = (samples[at] & 0xFF) << 16 | (samples[at + 1] & 0xFF) << 8 | samples[at + 2] & 0xFF;
                assertEquals(rgb, image.getRGB(x, y) & 0xFFFFFF);
            }
        }
    }

    /** Its rows are deflated in several bands, whose joined checksum the inflater proves. */
    @Test
    void aTallPageIsOneStreamWithItsChecksum() throws IOException, DataFormatException {
        int height = 700;
        byte[] samples = noise(WIDTH * height);
        byte[] png = Png.encode(samples, WIDTH, height, 1, WIDTH, 300, MOST).orElseThrow();
        BufferedImage image = read(png);
        for (int y = 0; y < height; y++) {
            assertEquals(samples[y * WIDTH + 5] & 0xFF, image.getRaster().getSample(5, y, 0));
        }
        Inflater inflater = new Inflater();
        inflater.setInput(imageData(png));
        byte[] rows = new byte[(WIDTH + 1) * height + 1];
        assertEquals((WIDTH + 1) * height, inflater.inflate(rows));
        assertTrue(inflater.finished());
        inflater.end();
    }

    private static byte[] imageData(byte[] png) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ByteBuffer chunks = ByteBuffer.wrap(png).position(8);
        while (chunks.hasRemaining()) {
            byte[] content = new byte[chunks.getInt()];
            int name = chunks.getInt();
            chunks.get(content).getInt();
            if (name == 0x49444154) {
                data.writeBytes(content);
            }
        }
        return data.toByteArray();
    }

    @Test
    void aGreyPageHasOneChannel() throws IOException {
        byte[] samples = noise(WIDTH * HEIGHT);
        BufferedImage image = read(
                Png.encode(samples, WIDTH, HEIGHT, 1, WIDTH, 200, MOST).orElseThrow());
        assertEquals(1, image.getRaster().getNumBands());
        assertEquals(samples[WIDTH + 3] & 0xFF, image.getRaster().getSample(3, 1, 0));
    }

    @Test
    void aPageThatWouldBeTooLargeIsNone() {
        byte[] samples = noise(WIDTH * HEIGHT * 3);
        assertEquals(Optional.empty(), Png.encode(samples, WIDTH, HEIGHT, 3, WIDTH * 3, 300, 5000));
        assertTrue(Png.encode(samples, WIDTH, HEIGHT, 3, WIDTH * 3, 300, MOST).isPresent());
    }
}
