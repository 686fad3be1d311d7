import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rewrites a TrueType file so that no glyph's contours overlap: {@code java MergeContours.java IN.ttf OUT.ttf}.
 *
 * <p>The typefaces are instances of a variable font, whose strokes are drawn one over the other.
 * JavaFX on Linux fills a scaled glyph by the even-odd rule, so every place where two strokes cross becomes a hole.
 * A glyph without an overlap is kept as it is, point for point; metrics and every other table are untouched.
 *
 * <p>Format: ISO/IEC 14496-22 (OpenType), tables {@code glyf}, {@code loca}, {@code head}, {@code maxp}.
 */
final class MergeContours {
    /** An overlap smaller than this many square units (of a million in the em square) is not seen. */
    private static final double UNSEEN = 1;

    /**
     * Whole units move an outline by half a unit at most, which for the longest outlines comes to some 2,000 square units along
     * their edges.
     */
    private static final double ROUNDING = 2500;

    private final byte[] font;
    private final Map<String, ByteBuffer> tables = new TreeMap<>();
    private final int[] starts;

    private MergeContours(byte[] font) {
        this.font = font;
        ByteBuffer all = ByteBuffer.wrap(font);
        for (int i = 0; i < all.getShort(4); i++) {
            int entry = 12 + 16 * i;
            String tag = new String(font, entry, 4, StandardCharsets.US_ASCII);
            tables.put(tag, all.slice(all.getInt(entry + 8), all.getInt(entry + 12)));
        }
        boolean wide = table("head").getShort(50) == 1;
        ByteBuffer loca = table("loca");
        starts = new int[Short.toUnsignedInt(table("maxp").getShort(4)) + 1];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = wide ? loca.getInt(4 * i) : 2 * Short.toUnsignedInt(loca.getShort(2 * i));
        }
    }

    public static void main(String[] args) throws IOException {
        byte[] merged = new MergeContours(Files.readAllBytes(Path.of(args[0]))).merged();
        Files.write(Path.of(args[1]), merged);
    }

    private ByteBuffer table(String tag) {
        ByteBuffer table = tables.get(tag);
        if (table == null) {
            throw new IllegalArgumentException("no table " + tag);
        }
        return table;
    }

    private byte[] merged() throws IOException {
        var glyf = new ByteArrayOutputStream();
        ByteBuffer loca = ByteBuffer.allocate(4 * starts.length);
        Glyphs glyphs = new Glyphs(table("glyf"), starts);
        int points = 0;
        int contours = 0;
        int changed = 0;
        for (int i = 0; i + 1 < starts.length; i++) {
            loca.putInt(glyf.size());
            byte[] glyph = new byte[starts[i + 1] - starts[i]];
            table("glyf").get(starts[i], glyph);
            if (glyph.length > 0) {
                Path2D outline = glyphs.outline(i);
                if (Contours.overlap(outline) > UNSEEN) {
                    List<List<Contours.Point>> merged = Contours.merged(outline);
                    glyph = Glyphs.simple(glyph, merged);
                    prove(i, outline, glyph);
                    points = Math.max(points, merged.stream().mapToInt(List::size).sum());
                    contours = Math.max(contours, merged.size());
                    changed++;
                }
            }
            glyf.write(glyph);
            glyf.write(new byte[-glyph.length & 3]);
        }
        loca.putInt(glyf.size());
        ByteBuffer head = copy("head").putShort(50, (short) 1);
        ByteBuffer maxp = copy("maxp");
        maxp.putShort(6, (short) Math.max(points, Short.toUnsignedInt(maxp.getShort(6))));
        maxp.putShort(8, (short) Math.max(contours, Short.toUnsignedInt(maxp.getShort(8))));
        tables.put("glyf", ByteBuffer.wrap(glyf.toByteArray()));
        tables.put("loca", loca.rewind());
        tables.put("head", head);
        tables.put("maxp", maxp);
        System.out.println(changed + " of " + (starts.length - 1) + " glyphs had overlapping contours");
        return written();
    }

    /** A glyph that lost a stroke would be another character. */
    private static void prove(int number, Path2D outline, byte[] written) {
        Path2D read = new Glyphs(ByteBuffer.wrap(written), new int[] {0, written.length}).outline(0);
        Area lost = new Area(outline);
        lost.exclusiveOr(new Area(read));
        if (Math.abs(Contours.surface(lost)) > ROUNDING || Contours.overlap(read) > ROUNDING) {
            throw new IllegalStateException("glyph " + number + " is not what it was");
        }
    }

    private ByteBuffer copy(String tag) {
        byte[] bytes = new byte[table(tag).limit()];
        table(tag).get(0, bytes);
        return ByteBuffer.wrap(bytes);
    }

    private byte[] written() {
        int size = 12 + 16 * tables.size();
        for (ByteBuffer table : tables.values()) {
            size += table.limit() + 3 & ~3;
        }
        table("head").putInt(8, 0);
        ByteBuffer out = ByteBuffer.allocate(size).put(font, 0, 12);
        int at = 12 + 16 * tables.size();
        int headAt = 0;
        for (var entry : tables.entrySet()) {
            ByteBuffer table = entry.getValue();
            out.put(entry.getKey().getBytes(StandardCharsets.US_ASCII));
            out.putInt(sum(table)).putInt(at).putInt(table.limit());
            out.put(at, table, 0, table.limit());
            headAt = entry.getKey().equals("head") ? at : headAt;
            at += table.limit() + 3 & ~3;
        }
        out.putInt(headAt + 8, 0xB1B0AFBA - sum(out));
        return out.array();
    }

    private static int sum(ByteBuffer table) {
        int sum = 0;
        for (int i = 0; i < table.limit(); i++) {
            sum += (table.get(i) & 0xFF) << 24 - 8 * (i & 3);
        }
        return sum;
    }
}
