package banyan.kiosk.ui;

import banyan.item.Language;
import banyan.kiosk.ui.Samples.Sample;
import banyan.kiosk.ui.shell.KioskWindow;
import banyan.kiosk.ui.theme.Format;
import banyan.kiosk.ui.theme.Motion;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * Writes a picture of every screen, in both formats and both languages: {@code ScreenGallery DIR [format] [language]
 * [name…]}. To be held against the design's pictures.
 */
public final class ScreenGallery {
    private ScreenGallery() {}

    public static void main(String[] args) throws IOException {
        Path into = Files.createDirectories(Path.of(args[0]));
        List<String> wanted = args.length > 3 ? List.of(args).subList(3, args.length) : List.of();
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(null));
        started.join();
        for (Format format : Format.values()) {
            for (Language language : Language.values()) {
                if (matches(args, 1, format.name()) && matches(args, 2, language.tag())) {
                    draw(into, format, language, wanted);
                }
            }
        }
        Platform.exit();
    }

    private static boolean matches(String[] args, int index, String value) {
        return args.length <= index
                || args[index].equals("all")
                || value.toLowerCase(Locale.ROOT).startsWith(args[index].toLowerCase(Locale.ROOT));
    }

    private static void draw(Path into, Format format, Language language, List<String> wanted) {
        CompletableFuture<Void> drawn = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                KioskWindow.Options options = new KioskWindow.Options(format, Motion.REDUCED, false, "Gallery");
                KioskWindow window = new KioskWindow(options, _ -> {});
                Stage stage = new Stage();
                window.open(stage, options);
                for (Sample sample : Samples.in(language)) {
                    if (wanted.isEmpty() || wanted.stream().anyMatch(sample.name()::startsWith)) {
                        window.show(sample.snapshot());
                        WritableImage image = window.scene().snapshot(null);
                        write(
                                image,
                                into.resolve(
                                        sample.name() + "." + format.name().charAt(0) + "." + language.tag() + ".png"));
                    }
                }
                stage.close();
                drawn.complete(null);
            } catch (RuntimeException | Error e) {
                drawn.completeExceptionally(e);
            }
        });
        drawn.join();
    }

    static void write(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, argb, 0, width);
        try {
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
