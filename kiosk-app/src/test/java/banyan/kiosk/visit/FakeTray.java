package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.DocumentCamera.Frame;
import banyan.kiosk.documents.Picture;
import banyan.kiosk.filing.page.Developed;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A tray on which pages lie when a test says so. */
final class FakeTray implements PageTray {
    private Optional<Listener> listener = Optional.empty();
    Optional<Taken> next = Optional.empty();
    int taken;
    int opened;
    boolean open;

    @Override
    public void open(Listener told) {
        listener = Optional.of(told);
        open = true;
        opened++;
        told.live();
    }

    void steady() {
        listener.orElseThrow().steady();
    }

    void unplug() {
        listener.orElseThrow().gone();
    }

    @Override
    public ScanningPage.Materials.Camera camera() {
        return new ScanningPage.Materials.Camera.Live(
                new Frame(2, 2, new int[4]),
                new float[0],
                Optional.empty(),
                new ScanningPage.Materials.Qualities(true, true, true, true),
                true);
    }

    @Override
    public Taken take() {
        taken++;
        return next.orElseGet(() -> new Taken.Page(page("page " + taken)));
    }

    static Developed.Page page(String text) {
        return page(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A page that can be looked at again. */
    static Developed.Page photographed() {
        var bytes = new ByteArrayOutputStream();
        try {
            assertTrue(ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "jpeg", bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return page(bytes.toByteArray());
    }

    private static Developed.Page page(byte[] jpeg) {
        return new Developed.Page(
                jpeg,
                2,
                2,
                new Picture(1, 1, new int[] {0xFF123456}),
                new Developed.Measures(0.5, 0.1, 0.9, 0));
    }

    @Override
    public void close() {
        open = false;
    }
}
