import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The glyphs of a TrueType font as they are written in its table {@code glyf}. */
record Glyphs(ByteBuffer glyf, int[] starts) {
    /** The outline of a glyph, its components put in their places. */
    Path2D outline(int glyph) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        if (starts[glyph] == starts[glyph + 1]) {
            return path;
        }
        ByteBuffer in = glyf.slice(starts[glyph], starts[glyph + 1] - starts[glyph]);
        int contours = in.getShort();
        in.position(10);
        if (contours >= 0) {
            simple(in, contours, path);
        } else {
            composite(in, path);
        }
        return path;
    }

    private void composite(ByteBuffer in, Path2D path) {
        int flags;
        do {
            flags = in.getShort();
            int glyph = Short.toUnsignedInt(in.getShort());
            if ((flags & 2) == 0) {
                throw new IllegalArgumentException("a component placed by points");
            }
            double dx = (flags & 1) != 0 ? in.getShort() : in.get();
            double dy = (flags & 1) != 0 ? in.getShort() : in.get();
            double[] m = {1, 0, 0, 1};
            if ((flags & 0x08) != 0) {
                m[0] = m[3] = in.getShort() / 16384.0;
            } else if ((flags & 0x40) != 0) {
                m[0] = in.getShort() / 16384.0;
                m[3] = in.getShort() / 16384.0;
            } else if ((flags & 0x80) != 0) {
                for (int i = 0; i < 4; i++) {
                    m[i] = in.getShort() / 16384.0;
                }
            }
            path.append(
                    outline(glyph).getPathIterator(new AffineTransform(m[0], m[1], m[2], m[3], dx, dy)), false);
        } while ((flags & 0x20) != 0);
    }

    private static void simple(ByteBuffer in, int contours, Path2D path) {
        int[] ends = new int[contours];
        for (int i = 0; i < contours; i++) {
            ends[i] = Short.toUnsignedInt(in.getShort());
        }
        int points = contours == 0 ? 0 : ends[contours - 1] + 1;
        int instructions = Short.toUnsignedInt(in.getShort());
        in.position(in.position() + instructions);
        byte[] flags = new byte[points];
        for (int i = 0; i < points; i++) {
            flags[i] = in.get();
            if ((flags[i] & 8) != 0) {
                int more = Byte.toUnsignedInt(in.get());
                for (int k = 0; k < more; k++, i++) {
                    flags[i + 1] = flags[i];
                }
            }
        }
        int[] x = coordinates(in, flags, 0x02, 0x10);
        int[] y = coordinates(in, flags, 0x04, 0x20);
        int from = 0;
        for (int end : ends) {
            contour(x, y, flags, from, end, path);
            from = end + 1;
        }
    }

    private static int[] coordinates(ByteBuffer in, byte[] flags, int small, int same) {
        int[] values = new int[flags.length];
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            if ((flags[i] & small) != 0) {
                int step = Byte.toUnsignedInt(in.get());
                value += (flags[i] & same) != 0 ? step : -step;
            } else if ((flags[i] & same) == 0) {
                value += in.getShort();
            }
            values[i] = value;
        }
        return values;
    }

    private static void contour(int[] x, int[] y, byte[] flags, int from, int end, Path2D path) {
        int n = end - from + 1;
        int first = from;
        while (first <= end && (flags[first] & 1) == 0) {
            first++;
        }
        if (n < 2 || first > end) {
            if (n >= 2) {
                throw new IllegalArgumentException("a contour without a point on it");
            }
            return;
        }
        path.moveTo(x[first], y[first]);
        for (int k = 1; k <= n; k++) {
            int i = from + (first - from + k) % n;
            if ((flags[i] & 1) != 0) {
                path.lineTo(x[i], y[i]);
                continue;
            }
            int next = from + (first - from + k + 1) % n;
            if ((flags[next] & 1) != 0) {
                path.quadTo(x[i], y[i], x[next], y[next]);
                k++;
            } else {
                path.quadTo(x[i], y[i], (x[i] + x[next]) / 2.0, (y[i] + y[next]) / 2.0);
            }
        }
        path.closePath();
    }

    /** A simple glyph with the box of the old one: side bearings refer to it. */
    static byte[] simple(byte[] old, List<List<Contours.Point>> contours) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeShort(contours.size());
        out.write(old, 2, 8);
        int end = -1;
        for (List<Contours.Point> contour : contours) {
            end += contour.size();
            out.writeShort(end);
        }
        out.writeShort(0);
        var xs = new ByteArrayOutputStream();
        var ys = new ByteArrayOutputStream();
        List<Integer> flags = new ArrayList<>();
        Contours.Point last = new Contours.Point(0, 0, true);
        for (List<Contours.Point> contour : contours) {
            for (Contours.Point point : contour) {
                int flag = point.on() ? 1 : 0;
                flag |= step((int) (point.x() - last.x()), 0x02, 0x10, xs);
                flag |= step((int) (point.y() - last.y()), 0x04, 0x20, ys);
                flags.add(flag);
                last = point;
            }
        }
        for (int i = 0; i < flags.size(); ) {
            int run = 1;
            while (i + run < flags.size() && run < 256 && flags.get(i + run).equals(flags.get(i))) {
                run++;
            }
            out.writeByte(flags.get(i) | (run > 1 ? 8 : 0));
            if (run > 1) {
                out.writeByte(run - 1);
            }
            i += run;
        }
        xs.writeTo(out);
        ys.writeTo(out);
        return bytes.toByteArray();
    }

    private static int step(int step, int small, int same, ByteArrayOutputStream out) {
        if (step == 0) {
            return same;
        }
        if (Math.abs(step) < 256) {
            out.write(Math.abs(step));
            return small | (step > 0 ? same : 0);
        }
        out.write(step >> 8);
        out.write(step);
        return 0;
    }
}
