package banyan.simulator.camera;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A sheet of paper, at its own size and at ever half of it, so that it can be seen from any distance without flicker. */
final class Page {
    private static final int SMALLEST = 64;

    private final String label;
    private final String key;
    private final List<Picture> levels;

    private Page(String label, String key, Picture full) {
        this.label = label;
        this.key = key;
        List<Picture> halves = new ArrayList<>(List.of(full));
        while (halves.getLast().width > SMALLEST && halves.getLast().height > SMALLEST) {
            halves.add(halves.getLast().halved());
        }
        this.levels = List.copyOf(halves);
    }

    static Optional<Page> of(String label, byte[] file, int sheet) {
        return Pictures.decode(file, sheet).map(picture -> new Page(label, digest(file) + "/" + sheet, picture));
    }

    /** The fixture's name. */
    String label() {
        return label;
    }

    /** The same for the same paper, wherever it was read from. */
    String key() {
        return key;
    }

    double aspect() {
        return (double) levels.getFirst().width / levels.getFirst().height;
    }

    /** The smallest level that is no coarser than so many pixels along the page's height. */
    Picture atLeast(double pixelsHigh) {
        Picture best = levels.getFirst();
        for (Picture level : levels) {
            if (level.height >= pixelsHigh) {
                best = level;
            }
        }
        return best;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Page page && page.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return "Page[" + label + "]";
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
