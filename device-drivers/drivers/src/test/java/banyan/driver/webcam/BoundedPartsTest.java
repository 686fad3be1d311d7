package banyan.driver.webcam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.sarxos.webcam.ds.ipcam.impl.IpCamMJPEGStream;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BoundedPartsTest {
    private static byte[] jpeg(int width, int colour) throws IOException {
        BufferedImage image = new BufferedImage(width, 20, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, colour);
        return Argb.jpeg(image);
    }

    private static byte[] part(String head, byte[] body) throws IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.write(("--frame\r\n" + head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        part.write(body);
        part.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        return part.toByteArray();
    }

    private static byte[] part(byte[] jpeg) throws IOException {
        return part("Content-Type: image/jpeg\r\nContent-Length: " + jpeg.length, jpeg);
    }

    private static BoundedParts parts(byte[]... portions) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] portion : portions) {
            all.write(portion);
        }
        return new BoundedParts(new ByteArrayInputStream(all.toByteArray()));
    }

    @Test
    void theLibraryReadsOnePictureAfterTheOther() throws IOException {
        try (IpCamMJPEGStream stream = new IpCamMJPEGStream(parts(part(jpeg(30, 0)), part(jpeg(40, 0))))) {
            assertEquals(30, stream.readFrame().getWidth());
            assertEquals(40, stream.readFrame().getWidth());
            assertThrows(EOFException.class, stream::readFrame);
        }
    }

    @Test
    void theNameOfALengthIsReadInAnyCase() throws IOException {
        byte[] jpeg = jpeg(30, 0);
        try (IpCamMJPEGStream stream = new IpCamMJPEGStream(parts(part("content-length:" + jpeg.length, jpeg)))) {
            assertEquals(30, stream.readFrame().getWidth());
        }
    }

    /** C10: the library alone would make room for two thousand million bytes. */
    @Test
    void aLengthBeyondTheLargestPictureEndsTheStream() throws IOException {
        for (String length : new String[] {"2147483647", "4294967295", "-1", "2000001", "x"}) {
            try (BoundedParts stream = parts(part("Content-Length: " + length, jpeg(30, 0)))) {
                assertThrows(IOException.class, stream::read, length);
            }
        }
    }

    @Test
    void aPartThatIsNoPictureEndsTheStream() throws IOException {
        try (BoundedParts stream = parts(part("Content-Length: 5", "hello".getBytes(StandardCharsets.US_ASCII)))) {
            assertThrows(IOException.class, stream::read);
        }
    }

    @Test
    void aPictureThatClaimsTooManyPixelsEndsTheStream() throws IOException {
        byte[] bomb = jpeg(30, 0);
        for (int i = 0; i < bomb.length - 9; i++) {
            if ((bomb[i] & 0xFF) == 0xFF && (bomb[i + 1] & 0xFF) == 0xC0) {
                bomb[i + 5] = bomb[i + 6] = bomb[i + 7] = bomb[i + 8] = (byte) 0xFF;
            }
        }
        try (BoundedParts stream = parts(part(bomb))) {
            assertThrows(IOException.class, stream::read);
        }
    }

    @Test
    void aHeadWithoutEndEndsTheStream() throws IOException {
        try (BoundedParts stream = parts("a: b\r\n".repeat(100).getBytes(StandardCharsets.US_ASCII))) {
            assertThrows(IOException.class, stream::read);
        }
        try (BoundedParts stream = parts("a".repeat(1000).getBytes(StandardCharsets.US_ASCII))) {
            assertThrows(IOException.class, stream::read);
        }
    }

    @Test
    void differentPicturesHaveDifferentFingerprints() throws IOException {
        try (BoundedParts stream = parts(part(jpeg(30, 0)), part(jpeg(30, 0xFFFFFF)))) {
            byte[] first = new byte[1];
            assertEquals(1, stream.read(first));
            long before = stream.fingerprint();
            while (stream.fingerprint() == before && stream.read() >= 0) {
                // Reads on into the second picture.
            }
            assertNotEquals(before, stream.fingerprint());
        }
    }
}
