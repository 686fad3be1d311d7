package banyan.kiosk.filing.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The kinds of paper that people bring, drawn at 300 dpi: invented, and each hard for a camera in its own way. */
enum PaperKind {
    /** Close print from margin to margin. */
    LETTER(210, 297, 0xF7F6F3, 0x1E1E23),
    /** A double frame near the rim, which could be taken for the rim, and a red seal. */
    CERTIFICATE(210, 297, 0xFAF8F0, 0x19191E),
    /** More ruled lines than words. */
    TABLE(210, 297, 0xF6F6F6, 0x232323),
    /** Three lines on an empty page. */
    SPARSE(210, 297, 0xF7F6F3, 0x28282D),
    /** Soft pencil. */
    PENCIL(210, 297, 0xF2F0EB, 0x6E6E73),
    /** A copy for the files, on pink paper. */
    COLOURED(210, 297, 0xF3CFD3, 0x2D2328),
    /** A dark picture fills the upper third. */
    PHOTO(210, 297, 0xF5F5F5, 0x1E1E1E),
    /** As large as a bank card. */
    CARD(85.6, 54, 0xDCE6EE, 0x1E1E28),
    /** A page of the household register's booklet. */
    BOOKLET(105, 143, 0xEFE6CF, 0x2D2828),
    /** Across, with a broad dark ornamental frame. */
    DIPLOMA(297, 210, 0xFBF8EF, 0x1E1919);

    static final double DOTS_PER_MM = 300 / 25.4;

    private static final String WORDS =
            "兹证明本单位职工某某自二〇二一年三月起在我处从事档案整理工作期间按月缴纳养老医疗失业保险费用共计贰万叁仟伍佰元整特此证明如有不实愿承担相应责任";

    private static final Font TYPEFACE = typeface();

    private final double across;
    private final double down;
    private final Color paper;
    private final Color ink;

    PaperKind(double across, double down, int paper, int ink) {
        this.across = across;
        this.down = down;
        this.paper = new Color(paper);
        this.ink = new Color(ink);
    }

    /** In millimetres, as {@link #down}. */
    double across() {
        return across;
    }

    double down() {
        return down;
    }

    int width() {
        return (int) Math.round(across * DOTS_PER_MM);
    }

    int height() {
        return (int) Math.round(down * DOTS_PER_MM);
    }

    /** The paper with everything on it, and the marks by which it is measured afterwards. */
    BufferedImage drawn() {
        return drawn(true);
    }

    private BufferedImage drawn(boolean all) {
        var image = new BufferedImage(width(), height(), BufferedImage.TYPE_3BYTE_BGR);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(paper);
        pen.fillRect(0, 0, width(), height());
        if (all) {
            ornament(pen);
        }
        lines(pen);
        marks(pen);
        pen.dispose();
        return image;
    }

    /** The same paper with nothing on it but the words and the marks: where ink is and where there is none. */
    BufferedImage wordsAlone() {
        return drawn(false);
    }

    /** Where the marks are, in millimetres from the upper left. */
    double[][] marks() {
        double x = Math.min(14, across * 0.12);
        double y = Math.min(14, down * 0.12);
        return new double[][] {
            {x, y}, {across / 2, y}, {across - x, y}, {across - x, down / 2},
            {across - x, down - y}, {across / 2, down - y}, {x, down - y}, {x, down / 2}
        };
    }

    /** Half the length of a mark's arms, in millimetres. */
    double arm() {
        return across < 100 ? 1.6 : 2.6;
    }

    private void marks(Graphics2D pen) {
        for (double[] mark : marks()) {
            double square = arm() * 1.5;
            pen.setColor(paper);
            pen.fill(millimetres(mark[0] - square, mark[1] - square, 2 * square, 2 * square));
            cross(pen, mark[0], mark[1]);
        }
    }

    /** One mark: a cross in black, whatever the ink. */
    void cross(Graphics2D pen, double x, double y) {
        pen.setColor(Color.BLACK);
        double thick = arm() / 4;
        pen.fill(millimetres(x - arm(), y - thick / 2, 2 * arm(), thick));
        pen.fill(millimetres(x - thick / 2, y - arm(), thick, 2 * arm()));
    }

    private void lines(Graphics2D pen) {
        double margin = Math.min(24, across * 0.2);
        double size = across < 100 ? 2.6 : 3.9;
        double leading = size * 1.75;
        double top = this == PHOTO ? down * 0.42 : Math.min(30, down * 0.26);
        double bottom = this == SPARSE ? top + 3 * leading : down - Math.min(26, down * 0.2);
        pen.setColor(ink);
        pen.setFont(TYPEFACE.deriveFont((float) (size * DOTS_PER_MM)));
        int each = (int) ((across - 2 * margin) / size);
        int at = 0;
        for (double y = top; y < bottom; y += leading) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < each; i++) {
                line.append(WORDS.charAt((at + i) % WORDS.length()));
            }
            at += each;
            pen.drawString(line.toString(), (float) (margin * DOTS_PER_MM), (float) (y * DOTS_PER_MM));
        }
    }

    private void ornament(Graphics2D pen) {
        switch (this) {
            case CERTIFICATE -> {
                frame(pen, new Color(0x8C1E1E), 5, 1.2);
                frame(pen, new Color(0x8C1E1E), 7.5, 0.4);
                pen.setColor(new Color(0xC8281E));
                pen.setStroke(new BasicStroke((float) (1.2 * DOTS_PER_MM)));
                pen.draw(new Ellipse2D.Double(
                        130 * DOTS_PER_MM, 225 * DOTS_PER_MM, 40 * DOTS_PER_MM, 40 * DOTS_PER_MM));
            }
            case TABLE -> {
                pen.setColor(new Color(0x505050));
                for (double y = 25; y < 275; y += 6.825) {
                    pen.fill(millimetres(20, y, 170, 0.3));
                }
                for (double x = 20; x < 195; x += 34) {
                    pen.fill(millimetres(x, 25, 0.3, 246));
                }
            }
            case PHOTO -> {
                pen.setPaint(new GradientPaint(0, 0, new Color(0x1E2832), width(), height() / 3f, new Color(0x64503C)));
                pen.fill(millimetres(24, 22, 162, 88));
            }
            case CARD -> {
                pen.setColor(new Color(0xAFC8DC));
                pen.fill(millimetres(62, 12, 16, 22));
            }
            case BOOKLET -> frame(pen, new Color(0x786450), 6, 0.5);
            case DIPLOMA -> frame(pen, new Color(0x7D1414), 4, 5);
            case LETTER, SPARSE, PENCIL, COLOURED -> {}
        }
    }

    private void frame(Graphics2D pen, Color colour, double inset, double thick) {
        pen.setColor(colour);
        pen.fill(millimetres(inset, inset, across - 2 * inset, thick));
        pen.fill(millimetres(inset, down - inset - thick, across - 2 * inset, thick));
        pen.fill(millimetres(inset, inset, thick, down - 2 * inset));
        pen.fill(millimetres(across - inset - thick, inset, thick, down - 2 * inset));
    }

    private static Rectangle2D millimetres(double x, double y, double wide, double high) {
        return new Rectangle2D.Double(x * DOTS_PER_MM, y * DOTS_PER_MM, wide * DOTS_PER_MM, high * DOTS_PER_MM);
    }

    private static Font typeface() {
        try (InputStream in = PaperKind.class.getResourceAsStream("/banyan/kiosk/font/NotoSansSC_400Regular.ttf")) {
            if (in == null) {
                throw new IllegalStateException("the terminal lacks its typeface");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (FontFormatException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
