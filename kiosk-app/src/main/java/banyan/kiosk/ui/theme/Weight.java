package banyan.kiosk.ui.theme;

import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;

/**
 * The three weights of Noto Sans SC that the terminal carries. A weight is read when it is first needed, or ahead of
 * need on a thread of its own, because each is ten megabytes.
 */
public enum Weight {
    REGULAR("NotoSansSC_400Regular.ttf", "Noto Sans SC", FontWeight.NORMAL),
    /** JavaFX knows this weight as a family of its own. */
    MEDIUM("NotoSansSC_500Medium.ttf", "Noto Sans SC Medium", FontWeight.NORMAL),
    BOLD("NotoSansSC_700Bold.ttf", "Noto Sans SC", FontWeight.BOLD);

    /**
     * Ascent and descent of the font together, as a multiple of its size: the height JavaFX gives a line that no one
     * spaced.
     */
    public static final double NATURAL_LINE = 1.448;

    private static final double ANY_SIZE = 32;

    private final String file;
    private final String family;
    private final FontWeight weight;
    private final Map<Double, Font> sizes = new ConcurrentHashMap<>();
    private @Nullable Font loaded;

    Weight(String file, String family, FontWeight weight) {
        this.file = file;
        this.family = family;
        this.weight = weight;
    }

    /** Starts to read this weight on a thread of its own, unless that has been done already. */
    public void readAhead() {
        Thread.ofPlatform().name("font-" + name()).daemon().start(this::load);
    }

    public Font font(double size) {
        return sizes.computeIfAbsent(size, this::ofSize);
    }

    private Font ofSize(double size) {
        // Before the file is in, the family would fall back to another silently.
        load();
        return Font.font(family, weight, size);
    }

    private synchronized void load() {
        if (loaded != null) {
            return;
        }
        @Nullable URL url = Weight.class.getResource("/banyan/kiosk/font/" + file);
        if (url == null) {
            throw new IllegalStateException("font is missing: " + file);
        }
        loaded = Font.loadFont(url.toExternalForm(), ANY_SIZE);
        if (loaded == null) {
            throw new IllegalStateException("font cannot be read: " + file);
        }
    }
}
