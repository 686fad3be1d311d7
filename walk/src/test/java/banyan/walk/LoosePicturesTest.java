package banyan.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoosePicturesTest {
    private static final long SEED = 20261122;

    @TempDir
    Path folder;

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(SEED).nextBytes(bytes);
        return bytes;
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static byte[] within(byte[] found) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(noise(5000));
        out.write(found);
        out.write(noise(3000));
        return out.toByteArray();
    }

    @Test
    void aPictureIsFoundWhereverItBegins() throws IOException {
        assertTrue(LoosePictures.holdsOne(within(picture("png"))));
        assertTrue(LoosePictures.holdsOne(within(picture("jpg"))));
    }

    @Test
    void aPaperIsFoundToo() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(pdf);
        }
        assertTrue(LoosePictures.holdsOne(within(pdf.toByteArray())));
    }

    @Test
    void noiseThatBeginsLikeAPictureIsNone() {
        byte[] bytes = noise(4_000_000);
        bytes[100] = (byte) 0xFF;
        bytes[101] = (byte) 0xD8;
        bytes[102] = (byte) 0xFF;
        assertFalse(LoosePictures.holdsOne(bytes));
    }

    @Test
    void theFileIsNamed() throws IOException {
        Files.write(folder.resolve("plain.bin"), noise(1000));
        assertEquals(Optional.empty(), LoosePictures.under(folder));
        Files.write(folder.resolve("sealed.bin"), within(picture("png")));
        assertEquals(Optional.of(Path.of("sealed.bin")), LoosePictures.under(folder));
    }
}
