package banyan.kiosk.ui.theme;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.jspecify.annotations.Nullable;

/** A picture made of parts, each of them of layers, and each of these one path with its fill and stroke. */
public enum Illustration {
    PLACE_CARD,
    PAGE_ON_TRAY,
    SIGN_ON_PAD,
    FINGER_ON_PAD,
    TAKE_PAPER,
    INSERT_CARD,
    TAKE_CARD,
    SHOW_CODE,
    PAPER_IN_CELL,
    TRAY_OUT,
    STACK_IN,
    TRAY_IN,
    PRINTER_WELL,
    COVER_OPEN,
    PULL_SHEET,
    NO_SCRAPS,
    COVER_SHUT,
    ENVELOPE,
    ENVELOPE_WRITTEN,
    ENVELOPE_AWAY,
    ATTRACT_TREE,
    FAREWELL_TREE;

    /** The only gradient there is: the sky over the tree. */
    private static final Paint SKY = new LinearGradient(
            0,
            0,
            0,
            1,
            true,
            CycleMethod.NO_CYCLE,
            new Stop(0, Color.web("#CFE3DA")),
            new Stop(0.62, Color.web("#F3EFE0")),
            new Stop(1, Color.web("#F7F4EC")));

    private static final String PART = "part ";
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern SLASH = Pattern.compile("/");

    /**
     * A picture as nodes.
     *
     * @param width of its box
     * @param height of its box
     * @param parts its parts, back to front, in the box's own measure
     */
    public record Picture(double width, double height, List<Part> parts) {}

    /** A part that moves, or stands still, as one. */
    public record Part(String name, Node node) {}

    private static final Map<Illustration, Box> BOXES = new EnumMap<>(Illustration.class);

    /**
     * A picture's measure and the names of its parts.
     *
     * @param parts back to front; the first has no name
     */
    public record Box(double width, double height, List<String> parts) {}

    /** What is known of the picture without building it. JavaFX thread only. */
    public Box box() {
        return BOXES.computeIfAbsent(this, one -> one.read(Illustration::readBox));
    }

    private static Box readBox(BufferedReader lines) throws IOException {
        String[] box = SPACE.split(lines.readLine(), 3);
        List<String> parts = new ArrayList<>();
        parts.add("");
        for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(PART)) {
                parts.add(line.substring(PART.length()));
            }
        }
        return new Box(Double.parseDouble(box[1]), Double.parseDouble(box[2]), List.copyOf(parts));
    }

    /** Builds the picture anew. */
    public Picture picture() {
        return read(Illustration::readPicture);
    }

    private interface Reading<T> {
        T of(BufferedReader lines) throws IOException;
    }

    private <T> T read(Reading<T> reading) {
        String file = "illustration/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".layers";
        try (InputStream in = Illustration.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no illustration: " + file);
            }
            return reading.of(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static Picture readPicture(BufferedReader lines) throws IOException {
        String[] box = SPACE.split(lines.readLine(), 3);
        List<Part> parts = new ArrayList<>();
        String name = "";
        List<Node> layers = new ArrayList<>();
        for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(PART)) {
                parts.add(part(name, layers));
                name = line.substring(PART.length());
                layers = new ArrayList<>();
            } else {
                layers.add(layer(line));
            }
        }
        parts.add(part(name, layers));
        return new Picture(Double.parseDouble(box[1]), Double.parseDouble(box[2]), parts);
    }

    private static Part part(String name, List<Node> layers) {
        Group group = new Group(layers);
        return new Part(name, group);
    }

    /** {@code fill stroke width cap join dash opacity path…}. */
    private static SVGPath layer(String line) {
        String[] words = SPACE.split(line, 8);
        SVGPath path = new SVGPath();
        path.setFill(paint(words[0]));
        if (!words[1].equals("none")) {
            path.setStroke(paint(words[1]));
            path.setStrokeWidth(Double.parseDouble(words[2]));
            path.setStrokeLineCap(StrokeLineCap.valueOf(words[3].toUpperCase(Locale.ROOT)));
            path.setStrokeLineJoin(StrokeLineJoin.valueOf(words[4].toUpperCase(Locale.ROOT)));
        }
        if (!words[5].equals("none")) {
            for (String dash : SLASH.split(words[5], -1)) {
                path.getStrokeDashArray().add(Double.valueOf(dash));
            }
        }
        path.setOpacity(Double.parseDouble(words[6]));
        path.setContent(words[7]);
        return path;
    }

    private static @Nullable Paint paint(String word) {
        return switch (word) {
            case "none" -> null;
            case "sky" -> SKY;
            default -> Color.web(word);
        };
    }
}
