package banyan.kiosk.documents;

import banyan.item.FilledDocument.Rich;
import banyan.item.FilledDocument.Table;
import banyan.kiosk.documents.LineBreaker.Line;
import java.util.ArrayList;
import java.util.List;

/** Sets a table: columns by their shares, rows as high as their highest cell, the heading ready to be repeated. */
final class TableSetter {
    private static final double BETWEEN = 14;

    private final LineBreaker plain;
    private final LineBreaker bold;
    private final Style style;

    TableSetter(PaperFonts fonts, Style style) {
        this.style = style;
        plain = new LineBreaker(fonts, false);
        bold = new LineBreaker(fonts, true);
    }

    List<Slab> set(Table table) {
        var headings = table.columns().stream().map(Table.Column::heading).toList();
        var head = row(table, headings, bold, style.gap(), Palette.SECOND, new Mark.Rule(0, 0, 0, 0, 1, Palette.GREEN))
                .kept();
        var slabs = new ArrayList<Slab>();
        slabs.add(head);
        for (int i = 0; i < table.rows().size(); i++) {
            var rule = new Mark.Rule(0, 0, 0, 0, 0.6, Palette.HAIRLINE);
            var slab =
                    row(table, table.rows().get(i), plain, 0, Palette.INK, rule).under(head);
            // Neither the first row nor the last stands alone beside a page break.
            boolean keep =
                    i == 0 && table.rows().size() > 1 || i == table.rows().size() - 2;
            slabs.add(keep ? slab.kept() : slab);
        }
        return slabs;
    }

    private Slab row(Table table, List<Rich> cells, LineBreaker breaker, double before, int colour, Mark.Rule rule) {
        double size = style.cell();
        double shares =
                table.columns().stream().mapToDouble(Table.Column::width).sum();
        double room = style.measure() - BETWEEN * (table.columns().size() - 1);
        var marks = new ArrayList<Mark>();
        double x = style.side();
        int most = 1;
        for (int i = 0; i < table.columns().size() && i < cells.size(); i++) {
            var column = table.columns().get(i);
            double width = room * column.width() / shares;
            var lines = breaker.lines(cells.get(i), size, width);
            most = Math.max(most, lines.size());
            for (int l = 0; l < lines.size(); l++) {
                double baseline = 0.75 * style.row() + l * style.cellLine() + style.cellLine() / 2 + 0.36 * size;
                marks.addAll(Typesetter.marks(
                        lines.get(l), x + aside(column, lines.get(l), width), baseline, size, colour, 0));
            }
            x += width + BETWEEN;
        }
        double height = 1.5 * style.row() + most * style.cellLine();
        marks.add(new Mark.Rule(
                style.side(), height, style.side() + style.measure(), height, rule.thickness(), rule.colour()));
        return Slab.of(before, height, marks);
    }

    private static double aside(Table.Column column, Line line, double width) {
        return switch (column.align()) {
            case LEFT -> 0;
            case CENTRE -> (width - line.width()) / 2;
            case RIGHT -> width - line.width();
        };
    }
}
