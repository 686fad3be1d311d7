package banyan.kiosk.filing.page;

import banyan.kiosk.filing.page.Outline.Corner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the page in a scene: first as the pale area (a page on a dark desk), then as the paler part of a pale picture, then
 * by its edges alone (a white page on a light desk), then as what has another colour than the desk (a tinted page on a light desk).
 * The best supported outline wins.
 */
final class PageSearch {
    /**
     * @param outline in pixels of the scene
     * @param onBorder share of each side, top, right, bottom, left, that lies on the picture's border
     */
    record Found(Outline outline, double[] onBorder, double score) {}

    /** Smaller than this share of the picture it is not taken for a page; an ID card in a camera that sees all of an A3 tray is 2.9 %. */
    private static final double LEAST_AREA = 0.02;

    private static final int REACH = 5;
    private static final double LEAST_STEP = 6;

    /** A side counts as seen where this share of it is a step in brightness. */
    private static final double LEAST_SUPPORT = 0.3;

    /** In {@link Scene#red}'s units. */
    private static final int OTHER_COLOUR = 6;

    private static final double GOOD_SCORE = 0.8;
    private static final double WHOLE_RATHER_THAN_PART = 0.7;

    private final Scene scene;
    private final Edges edges;

    private PageSearch(Scene scene) {
        this.scene = scene;
        edges = new Edges(Edges.of(scene), REACH, LEAST_STEP);
    }

    static Optional<Found> in(Scene scene) {
        var search = new PageSearch(scene);
        return search.best().map(found -> search.whole(found));
    }

    /** A frame printed on the paper, or a block of print, has clearer sides than a white paper on a white desk. */
    private Found whole(Found found) {
        return PaperAround.of(scene, found.outline())
                .filter(around -> !strange(around))
                .map(around -> new Found(around, new double[4], found.score))
                .orElse(found);
    }

    private Optional<Found> best() {
        int first = otsu(0);
        var best = best(Contours.ofAreas(palerThan(first), scene.width, scene.height));
        if (best.isPresent() && best.get().score >= GOOD_SCORE) {
            return best;
        }
        var paler = best(Contours.ofAreas(palerThan(otsu(first)), scene.width, scene.height));
        var edged = best(Contours.ofEdges(scene.luma, skin(), scene.width, scene.height));
        var coloured = best(Contours.ofAreas(otherThanDesk(), scene.width, scene.height));
        return java.util.stream.Stream.of(best, paler, edged, coloured)
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Found::score));
    }

    private Optional<Found> best(List<List<Corner>> hulls) {
        double frame = (double) scene.width * scene.height;
        var large = hulls.stream()
                .filter(hull -> Polygon.area(hull) >= LEAST_AREA * frame)
                .sorted(Comparator.comparingDouble(Polygon::area).reversed())
                .limit(3)
                .toList();
        var candidates = new ArrayList<>(large);
        if (large.size() > 1) {
            // An arm across the page leaves two halves of it.
            var all = new ArrayList<Corner>();
            large.forEach(all::addAll);
            candidates.add(Polygon.hull(all));
        }
        var judged =
                candidates.stream().map(this::judge).flatMap(Optional::stream).toList();
        double most = judged.stream().mapToDouble(Found::score).max().orElse(0);
        // Half a page beside an arm has four clear sides as well; the whole page has the larger area.
        return judged.stream()
                .filter(found -> found.score >= WHOLE_RATHER_THAN_PART * most)
                .max(Comparator.comparingDouble(found -> found.outline.area()));
    }

    private Optional<Found> judge(List<Corner> hull) {
        var rough = Polygon.fourSides(hull);
        if (rough.isEmpty() || strange(rough.get())) {
            return Optional.empty();
        }
        var fitted = edges.fit(rough.get());
        var again = edges.fit(fitted.outline());
        if (strange(again.outline())) {
            return Optional.empty();
        }
        double seen = 0;
        double weakest = 1;
        int real = 0;
        for (int side = 0; side < 4; side++) {
            double support = again.support()[side];
            double known = Math.min(1, support + again.onBorder()[side]);
            seen += known / 4;
            weakest = Math.min(weakest, known);
            real += support >= LEAST_SUPPORT ? 1 : 0;
        }
        if (real < 2 || weakest < LEAST_SUPPORT) {
            return Optional.empty();
        }
        double size = again.outline().area() / ((double) scene.width * scene.height);
        double score = Math.sqrt(Math.min(1, size / 0.15)) * seen * (0.5 + 0.5 * weakest);
        return Optional.of(new Found(again.outline(), again.onBorder(), score));
    }

    /** Too small, too thin, or with an angle that no page laid on a desk shows. */
    private boolean strange(Outline page) {
        double frame = (double) scene.width * scene.height;
        if (page.area() < LEAST_AREA * frame || page.area() > 3 * frame) {
            return true;
        }
        for (int i = 0; i < 4; i++) {
            var before = page.corner(i + 3);
            var at = page.corner(i);
            var after = page.corner(i + 1);
            double cosine =
                    ((before.x() - at.x()) * (after.x() - at.x()) + (before.y() - at.y()) * (after.y() - at.y()))
                            / Math.max(1, before.to(at) * at.to(after));
            if (Math.abs(cosine) > 0.5 || at.to(after) < 0.08 * Scene.LONG_SIDE) {
                return true;
            }
        }
        return false;
    }

    private byte[] palerThan(int threshold) {
        byte[] mask = new byte[scene.paleness.length];
        for (int at = 0; at < mask.length; at++) {
            mask[at] = (byte) ((scene.paleness[at] & 0xFF) > threshold && !scene.skin[at] ? 255 : 0);
        }
        return mask;
    }

    /** What has not the colour that most of the picture's border has, whatever its brightness. */
    private byte[] otherThanDesk() {
        int[] red = new int[2 * (scene.width + scene.height)];
        int[] blue = new int[red.length];
        for (int i = 0; i < red.length; i++) {
            boolean across = i < 2 * scene.width;
            int along = across ? i / 2 : (i - 2 * scene.width) / 2;
            int x = across ? along : i % 2 * (scene.width - 1);
            int y = across ? i % 2 * (scene.height - 1) : along;
            red[i] = scene.red(x, y);
            blue[i] = scene.blue(x, y);
        }
        Arrays.sort(red);
        Arrays.sort(blue);
        int middle = red.length / 2;
        byte[] mask = new byte[scene.width * scene.height];
        for (int at = 0; at < mask.length; at++) {
            int x = at % scene.width;
            int y = at / scene.width;
            boolean other = Math.abs(scene.red(x, y) - red[middle]) > OTHER_COLOUR
                    || Math.abs(scene.blue(x, y) - blue[middle]) > OTHER_COLOUR;
            mask[at] = (byte) (other && !scene.skin(x, y) ? 255 : 0);
        }
        return mask;
    }

    private byte[] skin() {
        byte[] mask = new byte[scene.skin.length];
        for (int at = 0; at < mask.length; at++) {
            mask[at] = (byte) (scene.skin[at] ? 255 : 0);
        }
        return mask;
    }

    /** The paleness that best parts the picture in two, among the pixels paler than {@code above}. */
    private int otsu(int above) {
        long[] histogram = new long[256];
        for (byte paleness : scene.paleness) {
            histogram[paleness & 0xFF]++;
        }
        long count = 0;
        double sum = 0;
        for (int level = above; level < 256; level++) {
            count += histogram[level];
            sum += (double) level * histogram[level];
        }
        long below = 0;
        double sumBelow = 0;
        double most = -1;
        int best = above;
        for (int level = above; level < 256; level++) {
            below += histogram[level];
            sumBelow += (double) level * histogram[level];
            long over = count - below;
            if (below > 0 && over > 0) {
                double apart = sumBelow / below - (sum - sumBelow) / over;
                double between = (double) below * over * apart * apart;
                if (between > most) {
                    most = between;
                    best = level;
                }
            }
        }
        return best;
    }
}
