package banyan.simulator.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentCameraTwinTest {
    private static DocumentCameraTwin twin;

    @BeforeAll
    static void open() {
        twin = new DocumentCameraTwin(0, new Fixtures(Optional.empty()));
    }

    @AfterEach
    void takeAway() {
        twin.reset();
    }

    @AfterAll
    static void close() {
        twin.close();
    }

    @Test
    void theStreamIsPicturesWithTheirLengths() throws IOException {
        try (Viewer viewer = new Viewer(twin.liveUri())) {
            for (int i = 0; i < 3; i++) {
                BufferedImage frame = decode(viewer.next());
                assertEquals("1024x768", frame.getWidth() + "x" + frame.getHeight());
            }
        }
    }

    @Test
    void severalMayWatchAtOnce() throws IOException {
        try (Viewer one = new Viewer(twin.liveUri());
                Viewer two = new Viewer(twin.liveUri())) {
            assertTrue(one.next().length > 0 && two.next().length > 0);
        }
    }

    @Test
    void anEmptyDeskIsDark() throws IOException {
        assertTrue(brightness(live(), 512, 384) < 90);
    }

    @Test
    void aPageIsBrightInTheMiddleAndTheDeskAroundItIsDark() throws IOException {
        act("lay", "{\"page\": \"blank\"}");
        BufferedImage frame = live();
        assertTrue(brightness(frame, 512, 384) > 150);
        assertTrue(brightness(frame, 60, 384) < 90);
    }

    @Test
    void theLightIsUneven() throws IOException {
        act("lay", "{\"page\": \"blank\"}");
        BufferedImage frame = live();
        assertTrue(brightness(frame, 320, 100) > brightness(frame, 700, 690) + 40);
    }

    @Test
    void aHandCoversThePage() throws IOException {
        act("lay", "{\"page\": \"blank\"}");
        act("cover", "");
        int pixel = live().getRGB(650, 530);
        assertTrue((pixel >> 16 & 255) - (pixel & 255) > 30, "skin is redder than paper");
    }

    @Test
    void aPageCutOffLeavesTheFarDeskBare() throws IOException {
        act("lay", "{\"page\": \"blank\", \"cutOff\": true}");
        BufferedImage frame = live();
        assertTrue(brightness(frame, 512, 100) < 90);
        assertTrue(brightness(frame, 512, 760) > 90);
    }

    @Test
    void aBlurredPageHasNoSharpEdges() throws IOException {
        act("lay", "{\"page\": \"proof-letter-1\"}");
        double sharp = contrast(live());
        act("scene", "{\"blurred\": true}");
        assertTrue(contrast(live()) < sharp / 3);
    }

    @Test
    void theDeskMayBeWhite() throws IOException {
        act("scene", "{\"desk\": \"white\"}");
        assertTrue(brightness(live(), 300, 300) > 150);
    }

    @Test
    void aStillHasThirteenMegapixelsAndShowsTheSameScene() throws IOException {
        act("lay", "{\"page\": \"blank\"}");
        BufferedImage still = decode(get(twin.stillUri()));
        assertEquals("4160x3120", still.getWidth() + "x" + still.getHeight());
        assertTrue(brightness(still, 2080, 1560) > 150 && brightness(still, 240, 1560) < 90);
    }

    @Test
    void aPageMayBeGivenAsAPdfByPath(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("two.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            PDPage dark = new PDPage(PDRectangle.A4);
            document.addPage(dark);
            try (PDPageContentStream content = new PDPageContentStream(document, dark)) {
                content.setNonStrokingColor(0f);
                content.addRect(0, 0, 600, 850);
                content.fill();
            }
            document.save(file.toFile());
        }
        act("lay", "{\"file\": \"" + file + "\", \"sheet\": 2, \"desk\": \"white\"}");
        assertTrue(brightness(live(), 512, 384) < 60);
    }

    @Test
    void aFileThatIsNoPageIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("note.png"), "not a picture");
        assertInstanceOf(Answer.Refused.class, twin.act("lay", Fields.parse("{\"file\": \"" + file + "\"}")));
    }

    @Test
    void picturesDifferByTheSensorsNoiseUnlessTheCameraIsFrozen() throws IOException {
        try (Viewer viewer = new Viewer(twin.liveUri())) {
            assertFalse(Arrays.equals(viewer.next(), viewer.next()));
            act("freeze", "");
            byte[] last = viewer.next();
            byte[] frozen = viewer.next();
            for (int i = 0; i < 4; i++) {
                last = frozen;
                frozen = viewer.next();
            }
            assertArrayEquals(last, frozen);
        }
    }

    @Test
    void aFrozenCameraDoesNotSeeTheNewPageUntilItIsHealed() throws IOException {
        act("freeze", "");
        act("lay", "{\"page\": \"blank\"}");
        assertTrue(brightness(live(), 512, 384) < 90);
        act("heal", "");
        assertTrue(brightness(live(), 512, 384) > 150);
    }

    @Test
    void unpluggingCutsTheViewerOffAndRefusesTheNext() throws IOException {
        URI live = twin.liveUri();
        try (Viewer viewer = new Viewer(live)) {
            assertTrue(viewer.next().length > 0);
            act("unplug", "");
            assertThrows(IOException.class, () -> {
                while (true) {
                    viewer.next();
                }
            });
        }
        assertThrows(ConnectException.class, () -> get(live));
    }

    @Test
    void aCameraPluggedInAgainHasTheSameAddress() throws IOException {
        URI before = twin.liveUri();
        act("unplug", "");
        act("plug", "");
        assertEquals(before, twin.liveUri());
        assertTrue(brightness(live(), 512, 384) < 90);
    }

    private static BufferedImage live() throws IOException {
        try (Viewer viewer = new Viewer(twin.liveUri())) {
            return decode(viewer.next());
        }
    }

    private static void act(String action, String json) {
        assertInstanceOf(Answer.Done.class, twin.act(action, Fields.parse(json)));
    }

    private static byte[] get(URI uri) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private static BufferedImage decode(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static int brightness(BufferedImage image, int x, int y) {
        int sum = 0;
        for (int dy = 0; dy < 8; dy++) {
            for (int dx = 0; dx < 8; dx++) {
                sum += image.getRGB(x + dx - 4, y + dy - 4) >> 8 & 255;
            }
        }
        return sum / 64;
    }

    /** The mean step from one pixel to the next over the page's text. */
    private static double contrast(BufferedImage image) {
        long sum = 0;
        for (int y = 180; y < 480; y++) {
            for (int x = 330; x < 680; x++) {
                int here = image.getRGB(x, y) >> 8 & 255;
                int next = image.getRGB(x + 1, y) >> 8 & 255;
                sum += (long) (here - next) * (here - next);
            }
        }
        return sum / (300.0 * 350);
    }

    /** Reads a multipart stream by its lengths. */
    private static final class Viewer implements AutoCloseable {
        private final HttpURLConnection connection;
        private final InputStream in;

        Viewer(URI uri) throws IOException {
            connection = (HttpURLConnection) uri.toURL().openConnection();
            in = connection.getInputStream();
        }

        byte[] next() throws IOException {
            int length = -1;
            String line = line();
            while (!line.isEmpty() || length < 0) {
                if (line.startsWith("Content-Length: ")) {
                    length = Integer.parseInt(line.substring(16));
                }
                line = line();
            }
            return in.readNBytes(length);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            int next = in.read();
            while (next != '\n') {
                if (next < 0) {
                    throw new EOFException();
                }
                line.append((char) next);
                next = in.read();
            }
            return line.toString().strip();
        }

        @Override
        public void close() {
            connection.disconnect();
        }
    }
}
