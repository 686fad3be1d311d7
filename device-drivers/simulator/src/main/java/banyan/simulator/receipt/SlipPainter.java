package banyan.simulator.receipt;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws a piece of paper dot by dot, as a thermal head does: a dot is burnt or it is not. */
final class SlipPainter {
    /** Paper above the first line, and below the last: the knife is so far from the head. */
    private static final int MARGIN = 40;

    private static final int TORN = 12;
    private static final int BOX_LINE = 2;

    private final BufferedImage image;
    private final Graphics2D pen;

    private SlipPainter(int height) {
        image = new BufferedImage(Platen.DOTS, height, BufferedImage.TYPE_BYTE_GRAY);
        pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, Platen.DOTS, height);
    }

    static byte[] png(Slip slip) {
        int height = slip.rows().stream().mapToInt(Row::height).sum() + 2 * MARGIN;
        SlipPainter painter = new SlipPainter(height);
        int y = MARGIN;
        for (Row row : slip.rows()) {
            painter.draw(row, y);
            y += row.height();
        }
        if (!slip.cut()) {
            painter.tear(height);
        }
        painter.pen.dispose();
        return painter.bytes();
    }

    private void draw(Row row, int y) {
        switch (row) {
            case Row.Feed _ -> {}
            case Row.Line line -> draw(line, y);
            case Row.Raster raster -> {
                int from = raster.place().from(Platen.DOTS, raster.width());
                raster.dots()
                        .stream()
                        .filter(dot -> from + dot % raster.width() < Platen.DOTS)
                        .forEach(dot -> burn(from + dot % raster.width(), y + dot / raster.width()));
            }
            case Row.Code code -> {
                int side = code.squares().dots();
                int from = code.place().from(Platen.DOTS, side);
                for (int dot = 0; dot < side * side; dot++) {
                    if (code.squares().black(dot % side, dot / side)) {
                        burn(from + dot % side, y + dot / side);
                    }
                }
            }
        }
    }

    private void burn(int x, int y) {
        image.getRaster().setSample(x, y, 0, 0);
    }

    private void draw(Row.Line line, int y) {
        int x = line.place().from(Platen.DOTS, line.width());
        for (Row.Cell cell : line.cells()) {
            // All characters of a line stand on one base.
            draw(cell, x, y + line.tallest() - cell.height());
            x += cell.width();
        }
    }

    private void draw(Row.Cell cell, int x, int y) {
        if (cell.inverse()) {
            pen.setColor(Color.BLACK);
            pen.fillRect(x, y, cell.width(), cell.height());
        }
        pen.setColor(cell.inverse() ? Color.WHITE : Color.BLACK);
        if (cell.glyph().equals("─")) {
            pen.fillRect(x, y + cell.height() / 2, cell.width(), BOX_LINE);
            return;
        }
        Dots.of(cell).forEach((across, down) -> {
            image.getRaster().setSample(x + across, y + down, 0, cell.inverse() ? 255 : 0);
        });
        if (cell.underlined()) {
            pen.fillRect(x, y + cell.height() - 1, cell.width(), 1);
        }
    }

    /** A piece that was not cut ends in teeth. */
    private void tear(int height) {
        pen.setColor(Color.LIGHT_GRAY);
        for (int x = 0; x < Platen.DOTS; x += TORN) {
            pen.fillPolygon(new int[] {x, x + TORN, x + TORN / 2}, new int[] {height, height, height - TORN}, 3);
        }
    }

    private byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            boolean _ = ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("written to memory", e);
        }
        return bytes.toByteArray();
    }
}
