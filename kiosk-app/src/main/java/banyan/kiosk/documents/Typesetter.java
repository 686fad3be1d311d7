package banyan.kiosk.documents;

import banyan.item.FilledDocument;
import banyan.item.FilledDocument.Align;
import banyan.item.FilledDocument.Block;
import banyan.item.FilledDocument.Rich;
import banyan.item.Language;
import banyan.item.Mask;
import banyan.kiosk.documents.LineBreaker.Line;
import java.util.ArrayList;
import java.util.List;

/** Turns a document's blocks into slabs: where every word, line and square goes, before anybody asks on which page. */
final class Typesetter {
    /** A title of so few characters is set wider, as titles of documents are. */
    private static final int SHORT_TITLE = 16;

    private final FilledDocument document;
    private final PaperFonts fonts;
    private final Style style;
    private final LineBreaker plain;
    private final String underSeal;
    private final List<Slab> slabs = new ArrayList<>();

    /** @param underSeal a word that stands in every seal, or empty */
    Typesetter(FilledDocument document, PaperFonts fonts, String underSeal) {
        this.document = document;
        this.fonts = fonts;
        this.underSeal = underSeal;
        style = Style.of(document);
        plain = new LineBreaker(fonts, false);
    }

    List<Slab> set() {
        var blocks = document.blocks();
        for (int at = 0; at < blocks.size(); at++) {
            var block = blocks.get(at);
            var next = at + 1 < blocks.size() ? blocks.get(at + 1) : block;
            if (block instanceof FilledDocument.Qr qr && next instanceof FilledDocument.Seal seal) {
                band(qr, seal);
                at++;
            } else if (block instanceof FilledDocument.Seal seal && next instanceof FilledDocument.Qr qr) {
                band(qr, seal);
                at++;
            } else {
                set(block);
            }
        }
        return slabs;
    }

    private void set(Block block) {
        switch (block) {
            case FilledDocument.Title(var text) -> title(text);
            case FilledDocument.Subtitle(var text) -> subtitle(text);
            case FilledDocument.Paragraph(var text) ->
                lines(text, style.gap(), style.body(), style.bodyLine(), Palette.INK);
            case FilledDocument.Note(var text) ->
                lines(text, style.gap(), style.note(), style.noteLine(), Palette.SECOND);
            case FilledDocument.KeyValues rows -> keyValues(rows);
            case FilledDocument.Table table -> slabs.addAll(new TableSetter(fonts, style).set(table));
            case FilledDocument.NumberedClauses clauses -> clauses(clauses);
            case FilledDocument.Qr(var value, var caption) -> code(value, caption);
            case FilledDocument.Seal(var rim) -> seal(rim);
            case FilledDocument.SignatureLine line -> signature(line);
            case FilledDocument.Spacer(var millimetres) ->
                slabs.add(Slab.of(Style.millimetres(millimetres), 0, List.of()).kept());
            // Page numbers stand at the foot of every page, not in the text.
            case FilledDocument.PageNumbers _ -> {}
        }
    }

    private void title(Rich text) {
        double size = style.title();
        var bold = new LineBreaker(fonts, true);
        var plainText = text.plain();
        boolean wide = plainText.codePoints().allMatch(point -> point >= 0x2E80)
                && plainText.codePointCount(0, plainText.length()) <= SHORT_TITLE;
        for (var line : bold.lines(text, size, style.measure())) {
            double spacing = wide ? 0.08 * size : 0;
            double width = line.width() + spacing * (plainText.codePointCount(0, plainText.length()) - 1);
            double x = style.side() + (style.measure() - width) / 2;
            slabs.add(Slab.of(0, 1.45 * size, marks(line, x, 1.05 * size, size, Palette.INK, spacing))
                    .kept());
        }
    }

    private void subtitle(Rich text) {
        double size = style.subtitle();
        for (var line : plain.lines(text, size, style.measure())) {
            double x = style.side() + (style.measure() - line.width()) / 2;
            slabs.add(Slab.of(0, 1.6 * size, marks(line, x, 1.1 * size, size, Palette.SECOND, 0))
                    .kept());
        }
        slabs.add(Slab.of(0.5 * style.gap(), 0, List.of()).kept());
    }

    private void lines(Rich text, double before, double size, double lineHeight, int colour) {
        var lines = plain.lines(text, size, style.measure());
        for (int i = 0; i < lines.size(); i++) {
            double baseline = lineHeight / 2 + 0.36 * size;
            var slab = Slab.of(
                    i == 0 ? before : 0, lineHeight, marks(lines.get(i), style.side(), baseline, size, colour, 0));
            // No line of a paragraph alone at the foot or the head of a page.
            boolean keep = i == 0 && lines.size() > 1 || i == lines.size() - 2;
            slabs.add(keep ? slab.kept() : slab);
        }
    }

    private void keyValues(FilledDocument.KeyValues block) {
        double widest = 0;
        for (var row : block.rows()) {
            widest = Math.max(widest, plain.width(row.label(), style.label()));
        }
        double labelWidth = Math.min(widest, 0.36 * style.measure());
        double valueX = style.side() + labelWidth + 2.2 * style.body();
        double valueWidth = style.side() + style.measure() - valueX;
        double line = 1.5 * style.body();
        for (int i = 0; i < block.rows().size(); i++) {
            var row = block.rows().get(i);
            var labels = plain.lines(row.label(), style.label(), labelWidth + 0.1);
            var values = plain.lines(row.value(), style.body(), valueWidth);
            var marks = new ArrayList<Mark>();
            double baseline = style.row() + line / 2 + 0.36 * style.body();
            for (int l = 0; l < labels.size(); l++) {
                marks.addAll(marks(labels.get(l), style.side(), baseline + l * line, style.label(), Palette.SECOND, 0));
            }
            for (int l = 0; l < values.size(); l++) {
                marks.addAll(marks(values.get(l), valueX, baseline + l * line, style.body(), Palette.INK, 0));
            }
            double height = 2 * style.row() + line * Math.max(labels.size(), values.size());
            marks.add(
                    new Mark.Rule(style.side(), height, style.side() + style.measure(), height, 0.6, Palette.HAIRLINE));
            slabs.add(Slab.of(i == 0 ? 0.7 * style.gap() : 0, height, marks));
        }
    }

    private void clauses(FilledDocument.NumberedClauses block) {
        double indent = 0;
        for (var clause : block.clauses()) {
            indent = Math.max(indent, fonts.face(false).width(clause.number(), style.body()));
        }
        indent += document.language() == Language.ZH_CN ? 0 : 0.5 * style.body();
        for (int i = 0; i < block.clauses().size(); i++) {
            var clause = block.clauses().get(i);
            var lines = plain.lines(clause.text(), style.body(), style.measure() - indent);
            for (int l = 0; l < lines.size(); l++) {
                double baseline = style.bodyLine() / 2 + 0.36 * style.body();
                var marks = new ArrayList<Mark>();
                if (l == 0) {
                    marks.add(words(clause.number(), style.side(), baseline, style.body()));
                }
                marks.addAll(marks(lines.get(l), style.side() + indent, baseline, style.body(), Palette.INK, 0));
                double before = l > 0 ? 0 : i == 0 ? 0.5 * style.gap() : 0.3 * style.gap();
                var slab = Slab.of(before, style.bodyLine(), marks);
                slabs.add(l < lines.size() - 1 ? slab.kept() : slab);
            }
        }
    }

    private Mark words(String text, double x, double baseline, double size) {
        double width = fonts.face(false).width(text, size);
        return new Mark.Words(x, baseline, size, false, Palette.INK, text, 0, width, Mask.NONE, true);
    }

    private void signature(FilledDocument.SignatureLine line) {
        double size = style.body();
        double height = style.endless() ? 44 : 62;
        double labelWidth = plain.width(line.label(), size);
        double dateWidth = plain.width(line.date(), size);
        double boxX = style.side() + labelWidth + 0.6 * size;
        double room = style.measure() - labelWidth - dateWidth - 2 * size;
        double boxWidth = Math.clamp(room, Math.min(90, room), 196);
        double baseline = height / 2 + 0.36 * size;
        var marks = new ArrayList<Mark>();
        marks.addAll(aligned(line.label(), Align.LEFT, baseline, size));
        marks.add(new Mark.SignatureBox(
                boxX, 0, boxWidth, height, line.ink().stream().toList()));
        marks.addAll(aligned(line.date(), Align.RIGHT, baseline, size));
        keepWords();
        slabs.add(Slab.of(style.gap(), height, marks));
    }

    /** Nobody signs or seals a page without a word on it: the last words stay with what follows. */
    private void keepWords() {
        for (int at = slabs.size() - 1; at >= 0; at--) {
            slabs.set(at, slabs.get(at).kept());
            if (slabs.get(at).height() > 0) {
                return;
            }
        }
    }

    private List<Mark> aligned(Rich text, Align align, double baseline, double size) {
        var line = plain.lines(text, size, style.measure()).getFirst();
        double x = switch (align) {
            case LEFT -> style.side();
            case CENTRE -> style.side() + (style.measure() - line.width()) / 2;
            case RIGHT -> style.side() + style.measure() - line.width();
        };
        return marks(line, x, baseline, size, Palette.INK, 0);
    }

    private void code(String value, Rich caption) {
        slabs.add(Slab.of(style.gap(), style.code(), codeMarks(value, caption, 0, style.measure())));
    }

    private void seal(String rim) {
        keepWords();
        slabs.add(Slab.of(style.gap(), 2 * style.seal(), List.of(roundSeal(rim, style.seal()))));
    }

    private void band(FilledDocument.Qr qr, FilledDocument.Seal seal) {
        double height = Math.max(style.code(), 2 * style.seal());
        var marks = new ArrayList<>(codeMarks(
                qr.value(), qr.caption(), height - style.code(), style.measure() - 2 * style.seal() - style.gap()));
        marks.add(roundSeal(seal.text(), height / 2));
        keepWords();
        slabs.add(Slab.of(1.5 * style.gap(), height, marks).kept());
    }

    private Mark.RoundSeal roundSeal(String rim, double centreY) {
        double centreX = style.side() + style.measure() - style.seal() - 0.5 * style.gap();
        return new Mark.RoundSeal(centreX, centreY, style.seal(), rim, underSeal);
    }

    /** The code with its caption at its right, the last line level with its foot. */
    private List<Mark> codeMarks(String value, Rich caption, double y, double width) {
        var marks = new ArrayList<Mark>();
        marks.add(new Mark.QrCode(style.side(), y, style.code(), QrSquares.of(value)));
        double x = style.side() + style.code() + 14;
        var lines = plain.lines(caption, style.note(), width - style.code() - 14);
        for (int i = 0; i < lines.size(); i++) {
            double baseline = y + style.code() - 3 - (lines.size() - 1 - i) * style.noteLine();
            marks.addAll(marks(lines.get(i), x, baseline, style.note(), Palette.SECOND, 0));
        }
        return marks;
    }

    static List<Mark> marks(Line line, double x, double baseline, double size, int colour, double spacing) {
        var marks = new ArrayList<Mark>();
        double at = x;
        for (var piece : line.pieces()) {
            int letters = piece.text().codePointCount(0, piece.text().length());
            marks.add(new Mark.Words(
                    at,
                    baseline,
                    size,
                    piece.bold(),
                    colour,
                    piece.text(),
                    spacing,
                    piece.width() + spacing * (letters - 1),
                    piece.mask(),
                    piece.whole()));
            at += piece.width() + spacing * letters;
        }
        return marks;
    }
}
