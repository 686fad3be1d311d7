package banyan.kiosk.filing.page;

/** By how much the lines of a straightened page still run uphill: a copy laid askew on the copier, a sheet cut askew. */
final class Skew {
    private static final double MOST = 2.5;
    private static final double LEAST = 0.3;
    /** No stroke of writing is so thick to both sides of its middle. */
    private static final int STROKE = 5;

    private static final int MOST_POINTS = 24_000;

    /** The right angle must gather the lines so much better than none, else the page has no lines to go by. */
    private static final double CLEARLY = 1.25;

    private final int[] xs;
    private final int[] ys;
    private final int count;
    private final int width;
    private final int height;

    private Skew(byte[] luma, int width, int height, int inkBelow) {
        this.width = width;
        this.height = height;
        int[] allX = new int[luma.length];
        int[] allY = new int[luma.length];
        int all = 0;
        int margin = width / 20;
        for (int y = margin; y < height - margin; y++) {
            for (int x = margin; x < width - margin; x++) {
                if (ink(luma, x, y, inkBelow) && !solid(luma, x, y, inkBelow)) {
                    allX[all] = x;
                    allY[all++] = y;
                }
            }
        }
        count = Math.min(all, MOST_POINTS);
        xs = new int[count];
        ys = new int[count];
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) i * all / count);
            xs[i] = allX[from];
            ys[i] = allY[from];
        }
    }

    private boolean ink(byte[] luma, int x, int y, int below) {
        return (luma[y * width + x] & 0xFF) < below;
    }

    /** Within a photograph or a black block, whose points outnumber all writing and lie in no lines. */
    private boolean solid(byte[] luma, int x, int y, int below) {
        return ink(luma, Math.max(0, x - STROKE), y, below)
                && ink(luma, Math.min(width - 1, x + STROKE), y, below)
                && ink(luma, x, Math.max(0, y - STROKE), below)
                && ink(luma, x, Math.min(height - 1, y + STROKE), below);
    }

    /** Degrees, clockwise positive; 0 where the page is straight or says nothing. */
    static double of(byte[] evenedLuma, int width, int height) {
        var skew = new Skew(evenedLuma, width, height, 150);
        return skew.count < 400 ? 0 : skew.best();
    }

    private double best() {
        double across = finest(false);
        double down = finest(true);
        double gainAcross = gathered(across, false) / gathered(0, false);
        double gainDown = gathered(down, true) / gathered(0, true);
        double best = gainAcross >= gainDown ? across : down;
        boolean clear = Math.max(gainAcross, gainDown) >= CLEARLY;
        return clear && Math.abs(best) >= LEAST ? best : 0;
    }

    private double finest(boolean downwards) {
        double best = 0;
        double most = 0;
        for (double angle = -MOST; angle <= MOST; angle += 0.25) {
            double here = gathered(angle, downwards);
            if (here > most) {
                most = here;
                best = angle;
            }
        }
        double coarse = best;
        for (double angle = coarse - 0.2; angle <= coarse + 0.2; angle += 0.05) {
            double here = gathered(angle, downwards);
            if (here > most) {
                most = here;
                best = angle;
            }
        }
        return best;
    }

    /** How unevenly the ink falls into rows that run at this angle: most unevenly when they are the lines of writing. */
    private double gathered(double angle, boolean downwards) {
        double slope = Math.tan(Math.toRadians(angle));
        int span = downwards ? width : height;
        int reach = (int) (Math.max(width, height) * Math.tan(Math.toRadians(MOST + 1))) + 2;
        int[] rows = new int[span + 2 * reach];
        for (int i = 0; i < count; i++) {
            double row = downwards ? xs[i] + slope * ys[i] : ys[i] - slope * xs[i];
            rows[(int) row + reach]++;
        }
        double sum = 1;
        for (int i = 1; i < rows.length; i++) {
            double step = rows[i] - rows[i - 1];
            sum += step * step;
        }
        return sum;
    }
}
