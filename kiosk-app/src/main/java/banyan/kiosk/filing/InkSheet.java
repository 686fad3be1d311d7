package banyan.kiosk.filing;

import banyan.kiosk.documents.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The writing field while it is written on: strokes as they come, from a pad or from the screen. Owned by the visit's thread.
 * Biometric, so it is overwritten when it is cleared.
 */
public final class InkSheet {
    /** One number more than are drawn: x, y, pressure, milliseconds. */
    private static final int NUMBERS = 4;

    private static final int DRAWN = 3;

    /** Nobody writes so long; a pen lying on the pad would. */
    private static final int MOST_POINTS = 60_000;

    private final List<float[]> finished = new ArrayList<>();
    private final List<float[]> drawn = new ArrayList<>();
    private float[] current = new float[NUMBERS * 64];
    private int used;
    private int points;
    private double aspect;
    private long firstNanos;

    /** @param aspect width of the writing field divided by its height */
    public InkSheet(double aspect) {
        this.aspect = aspect;
    }

    public double aspect() {
        return aspect;
    }

    /** The pen is here; the first point that does not touch ends a stroke. */
    public void add(double x, double y, double pressure, boolean touching, long nanos) {
        if (!touching) {
            finish();
            return;
        }
        if (points >= MOST_POINTS) {
            return;
        }
        if (points == 0) {
            firstNanos = nanos;
        }
        if (used == current.length) {
            float[] longer = Arrays.copyOf(current, used * 2);
            Arrays.fill(current, 0);
            current = longer;
        }
        current[used] = (float) x;
        current[used + 1] = (float) y;
        current[used + 2] = (float) pressure;
        current[used + 3] = (float) ((nanos - firstNanos) / 1_000_000);
        used += NUMBERS;
        points++;
    }

    private void finish() {
        if (used > 0) {
            float[] stroke = Arrays.copyOf(current, used);
            finished.add(stroke);
            drawn.add(forScreen(stroke, used));
            Arrays.fill(current, 0);
            used = 0;
        }
    }

    /** For the screen: x, y, pressure triples; finished strokes are the same arrays each time. */
    public List<float[]> strokes() {
        if (used == 0) {
            return List.copyOf(drawn);
        }
        var all = new ArrayList<>(drawn);
        all.add(forScreen(current, used));
        return List.copyOf(all);
    }

    private static float[] forScreen(float[] numbers, int count) {
        float[] triples = new float[count / NUMBERS * DRAWN];
        for (int from = 0, to = 0; from < count; from += NUMBERS, to += DRAWN) {
            triples[to] = numbers[from];
            triples[to + 1] = numbers[from + 1];
            triples[to + 2] = numbers[from + 2];
        }
        return triples;
    }

    /** What was written so far. */
    public Signature signature() {
        finish();
        return new Signature(aspect, finished.stream().map(InkSheet::stroke).toList());
    }

    private static Signature.Stroke stroke(float[] numbers) {
        var points = new ArrayList<Signature.Point>();
        for (int at = 0; at < numbers.length; at += NUMBERS) {
            points.add(new Signature.Point(numbers[at], numbers[at + 1], numbers[at + 2], (long) numbers[at + 3]));
        }
        return new Signature.Stroke(points);
    }

    /** Begins anew on a field of this shape. */
    public void clear(double nextAspect) {
        wipe();
        aspect = nextAspect;
    }

    /** Overwrites everything that was written. */
    public void wipe() {
        finished.forEach(stroke -> Arrays.fill(stroke, 0));
        drawn.forEach(stroke -> Arrays.fill(stroke, 0));
        finished.clear();
        drawn.clear();
        Arrays.fill(current, 0);
        used = 0;
        points = 0;
    }

    @Override
    public String toString() {
        return "InkSheet[" + points + " points]";
    }
}
