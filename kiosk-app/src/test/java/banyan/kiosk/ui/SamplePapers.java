package banyan.kiosk.ui;

import banyan.device.DocumentCamera.Frame;
import banyan.item.Language;
import banyan.kiosk.documents.Picture;
import banyan.kiosk.ui.theme.Format;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Papers as they would come from the document maker and from the camera, drawn for tests. */
final class SamplePapers {
    private static final Font REGULAR = font("NotoSansSC_400Regular.ttf");
    private static final Font BOLD = font("NotoSansSC_700Bold.ttf");

    private static final Map<Language, Picture> LETTERS = new ConcurrentHashMap<>();
    private static final Picture CERTIFICATE = drawCertificate();
    private static final Frame TRAY = drawTray();

    private SamplePapers() {}

    private static Font font(String name) {
        try (InputStream in = Format.class.getResourceAsStream("/banyan/kiosk/font/" + name)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return pen;
    }

    private static Picture picture(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return new Picture(width, height, image.getRGB(0, 0, width, height, new int[width * height], 0, width));
    }

    private static BufferedImage page() {
        BufferedImage image = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = pen(image);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1240, 1754);
        return image;
    }

    /** The commitment letter that is signed. */
    static Picture letter(Language language) {
        return LETTERS.computeIfAbsent(language, SamplePapers::drawLetter);
    }

    private static Picture drawLetter(Language language) {
        BufferedImage image = page();
        Graphics2D pen = pen(image);
        pen.setColor(new Color(0x1B2925));
        String[] lines = language == Language.ZH_CN
                ? new String[] {
                    "灵活就业承诺书",
                    "本人 张三丰（身份证尾号 1239）承诺：",
                    "一、本人自 2025年3月起经营网店，属灵活就业。",
                    "二、所填信息和所交材料真实、有效。",
                    "三、就业情况变了，30 日内告知鼓楼区人社局。",
                    "四、如有不实，愿退回补贴，并承担相应责任。",
                    "承诺人：                                        2026年11月20日"
                }
                : new String[] {
                    "Letter of commitment",
                    "I, Zhang Sanfeng (ID ending 1239), declare:",
                    "1. Since March 2025 I have run an online shop.",
                    "2. What I filled in and handed in is true.",
                    "3. I report a change within 30 days.",
                    "4. If any of it is untrue, I return the subsidy.",
                    "Signed:                              20 Nov 2026"
                };
        pen.setFont(BOLD.deriveFont(54f));
        pen.drawString(lines[0], (1240 - pen.getFontMetrics().stringWidth(lines[0])) / 2, 220);
        pen.setFont(REGULAR.deriveFont(40f));
        for (int i = 1; i < lines.length; i++) {
            pen.drawString(lines[i], 150, 240 + i * 74 + (i == lines.length - 1 ? 70 : 0));
        }
        pen.setFont(REGULAR.deriveFont(24f));
        pen.drawString("1 / 1", 600, 1660);
        return picture(image);
    }

    /** The certificate that is looked at and printed. */
    static Picture certificate() {
        return CERTIFICATE;
    }

    private static Picture drawCertificate() {
        BufferedImage image = page();
        Graphics2D pen = pen(image);
        pen.setColor(new Color(0x1B2925));
        pen.setFont(BOLD.deriveFont(56f));
        pen.drawString("社会保险个人缴费证明", 340, 200);
        pen.setFont(REGULAR.deriveFont(34f));
        pen.drawString("2026年1月 – 2026年10月", 410, 270);
        pen.drawString("张三丰    350102199003071239", 120, 380);
        String[][] rows = {{"养老保险", "10 个月", "已到账"}, {"失业保险", "10 个月", "已到账"}, {"工伤保险", "—", "未参保"}};
        for (int i = 0; i < rows.length; i++) {
            pen.drawString(rows[i][0], 120, 480 + i * 100);
            pen.drawString(rows[i][1], 560, 480 + i * 100);
            pen.drawString(rows[i][2], 980, 480 + i * 100);
            pen.setStroke(new BasicStroke(2));
            pen.drawLine(120, 510 + i * 100, 1120, 510 + i * 100);
        }
        pen.setColor(new Color(0xC8452F));
        pen.setStroke(new BasicStroke(9));
        pen.drawOval(820, 1240, 260, 260);
        return picture(image);
    }

    /** What the camera sees: a page a little turned, under a hand. */
    static Frame tray() {
        return TRAY;
    }

    private static Frame drawTray() {
        BufferedImage image = new BufferedImage(960, 540, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = pen(image);
        pen.setColor(new Color(0x33413C));
        pen.fillRect(0, 0, 960, 540);
        pen.setColor(new Color(0xFDFDFB));
        pen.fillPolygon(new Polygon(new int[] {276, 650, 668, 294}, new int[] {26, 12, 510, 524}, 4));
        pen.setColor(new Color(0x6B7471));
        for (int i = 0; i < 9; i++) {
            pen.fillRect(320, 90 + i * 36, 280, 8);
        }
        pen.setColor(new Color(0xEDBE96));
        pen.fillOval(600, 240, 400, 140);
        return new Frame(960, 540, image.getRGB(0, 0, 960, 540, new int[960 * 540], 0, 960));
    }

    static float[] trayCorners() {
        return new float[] {276, 26, 650, 12, 668, 510, 294, 524};
    }
}
