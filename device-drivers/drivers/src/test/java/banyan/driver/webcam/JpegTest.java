package banyan.driver.webcam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.wire.Jpeg;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class JpegTest {
    private static byte[] jpeg() throws IOException {
        return Argb.jpeg(new BufferedImage(31, 17, BufferedImage.TYPE_INT_RGB));
    }

    @Test
    void theSizeIsReadFromTheHead() throws IOException {
        assertEquals(Optional.of(new Jpeg.Size(31, 17)), Jpeg.size(jpeg()));
    }

    @Test
    void aPageOfTextIsNoPicture() {
        assertEquals(Optional.empty(), Jpeg.size("<html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    }

    @Test
    void aPictureThatIsCutOffInItsHeadIsNone() throws IOException {
        assertEquals(Optional.empty(), Jpeg.size(Arrays.copyOf(jpeg(), 20)));
    }

    @Test
    void anyBytesEndInASizeOrNone() throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261121);
        byte[] good = jpeg();
        int sizes = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = Arrays.copyOf(good, random.nextInt(good.length));
            for (int changes = random.nextInt(5); changes > 0 && bytes.length > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            sizes += Jpeg.size(bytes).isPresent() ? 1 : 0;
        }
        assertTrue(sizes > 0 && sizes < 200_000, "sizes: " + sizes);
    }
}
