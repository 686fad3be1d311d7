package banyan.kiosk.documents;

import banyan.item.Value.Ink;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws everything on a page that is not a word; turns the sheet's downward measures into the PDF's upward ones. */
final class Pen {
    /** A circle of four curves deviates from a true one by less than a thousandth. */
    private static final double QUARTER = 0.5523;

    private static final int ROUND = 1;

    private final PDPageContentStream content;
    private final double height;

    Pen(PDPageContentStream content, double height) {
        this.content = content;
        this.height = height;
    }

    void rule(Mark.Rule rule) throws IOException {
        stroke(rule.colour(), rule.thickness());
        content.moveTo((float) rule.x1(), up(rule.y1()));
        content.lineTo((float) rule.x2(), up(rule.y2()));
        content.stroke();
    }

    void fill(Mark.Fill fill) throws IOException {
        PdfDrawing.colour(content, fill.colour());
        rectangle(fill.x(), fill.y(), fill.width(), fill.height());
        content.fill();
    }

    /** Squares that touch are drawn as one bar: between two a reader might see a white line. */
    void code(Mark.QrCode code) throws IOException {
        PdfDrawing.colour(content, 0);
        double square = code.side() / code.dark().length;
        for (int y = 0; y < code.dark().length; y++) {
            boolean[] row = code.dark()[y];
            int from = 0;
            while (from < row.length) {
                int to = from;
                while (to < row.length && row[to]) {
                    to++;
                }
                if (to > from) {
                    rectangle(code.x() + from * square, code.y() + y * square, (to - from) * square, square);
                }
                from = to + 1;
            }
        }
        content.fill();
    }

    void signature(Mark.SignatureBox box) throws IOException {
        PdfDrawing.colour(content, Palette.PALE_GREEN);
        rectangle(box.x(), box.y(), box.width(), box.height());
        content.fill();
        stroke(Palette.GREEN, 0.9);
        content.setLineDashPattern(new float[] {3.2f, 2.4f}, 0);
        rectangle(box.x(), box.y(), box.width(), box.height());
        content.stroke();
        content.setLineDashPattern(new float[0], 0);
        for (var ink : box.ink()) {
            ink(box, ink);
        }
    }

    /** The writing field fitted into the box, whole and in its own proportions. */
    private void ink(Mark.SignatureBox box, Ink ink) throws IOException {
        double scale = Math.min(box.width() / ink.width(), box.height() / ink.height());
        double left = box.x() + (box.width() - scale * ink.width()) / 2;
        double top = box.y() + (box.height() - scale * ink.height()) / 2;
        double thickness = box.height() / 30;
        content.setLineCapStyle(ROUND);
        content.setLineJoinStyle(ROUND);
        for (var stroke : ink.strokes()) {
            stroke(stroke.points(), left, top, scale, thickness);
        }
        content.setLineCapStyle(0);
        content.setLineJoinStyle(0);
    }

    /** From the middle of one segment to the middle of the next, bent at the point between; thicker where the pen pressed. */
    private void stroke(List<Ink.Point> points, double left, double top, double scale, double thickness)
            throws IOException {
        for (int i = 0; i < points.size(); i++) {
            var before = points.get(Math.max(0, i - 1));
            var at = points.get(i);
            var after = points.get(Math.min(points.size() - 1, i + 1));
            stroke(Palette.INK, thickness * (0.55 + 0.9 * Math.clamp(at.pressure(), 0.0, 1.0)));
            float x = (float) (left + scale * at.x());
            float y = up(top + scale * at.y());
            content.moveTo(
                    (float) (left + scale * (before.x() + at.x()) / 2), up(top + scale * (before.y() + at.y()) / 2));
            float toX = (float) (left + scale * (at.x() + after.x()) / 2);
            float toY = up(top + scale * (at.y() + after.y()) / 2);
            content.curveTo1(x, y, toX, toY);
            content.stroke();
        }
    }

    void ring(double centreX, double centreY, double radius, double thickness, int colour) throws IOException {
        stroke(colour, thickness);
        float x = (float) centreX;
        float y = up(centreY);
        float r = (float) (radius - thickness / 2);
        float k = (float) (QUARTER * r);
        content.moveTo(x + r, y);
        content.curveTo(x + r, y + k, x + k, y + r, x, y + r);
        content.curveTo(x - k, y + r, x - r, y + k, x - r, y);
        content.curveTo(x - r, y - k, x - k, y - r, x, y - r);
        content.curveTo(x + k, y - r, x + r, y - k, x + r, y);
        content.closePath();
        content.stroke();
    }

    void star(double centreX, double centreY, double radius, int colour) throws IOException {
        PdfDrawing.colour(content, colour);
        for (int i = 0; i < 10; i++) {
            double r = i % 2 == 0 ? radius : 0.382 * radius;
            float x = (float) (centreX + r * Math.sin(Math.PI * i / 5));
            float y = up(centreY - r * Math.cos(Math.PI * i / 5));
            if (i == 0) {
                content.moveTo(x, y);
            } else {
                content.lineTo(x, y);
            }
        }
        content.closePath();
        content.fill();
    }

    private void rectangle(double x, double y, double width, double tall) throws IOException {
        content.addRect((float) x, up(y + tall), (float) width, (float) tall);
    }

    private void stroke(int rgb, double thickness) throws IOException {
        content.setStrokingColor(((rgb >> 16) & 0xFF) / 255f, ((rgb >> 8) & 0xFF) / 255f, (rgb & 0xFF) / 255f);
        content.setLineWidth((float) thickness);
    }

    private float up(double y) {
        return (float) (height - y);
    }
}
