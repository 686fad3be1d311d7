package banyan.walk;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Looks for pictures and documents that lie open in files, whatever the files are called and wherever in them they begin. */
final class LoosePictures {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private LoosePictures() {}

    /** The first file under a folder out of which one can be read. */
    static Optional<Path> under(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (holdsOne(Files.readAllBytes(file))) {
                    return Optional.of(folder.relativize(file));
                }
            }
        }
        return Optional.empty();
    }

    /** Three bytes are found in any large file by chance; only what can be read is a picture. */
    static boolean holdsOne(byte[] bytes) {
        for (int at = 0; at < bytes.length; at++) {
            for (byte[] head : List.of(JPEG, PNG)) {
                if (begins(bytes, at, head) && isPicture(bytes, at)) {
                    return true;
                }
            }
            if (begins(bytes, at, PDF) && isDocument(bytes, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(byte[] bytes, int at, byte[] head) {
        if (at + head.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if (bytes[at + i] != head[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPicture(byte[] bytes, int at) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes, at, bytes.length - at));
            return image != null;
        } catch (IOException | RuntimeException noise) {
            // The readers throw either on bytes that only look like a beginning.
            return false;
        }
    }

    private static boolean isDocument(byte[] bytes, int at) {
        try (PDDocument document = Loader.loadPDF(java.util.Arrays.copyOfRange(bytes, at, bytes.length))) {
            return document.getNumberOfPages() > 0;
        } catch (IOException noise) {
            return false;
        }
    }
}
