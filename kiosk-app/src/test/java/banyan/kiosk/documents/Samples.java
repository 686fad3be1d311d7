package banyan.kiosk.documents;

import banyan.item.FilledDocument;
import banyan.item.FilledDocument.Align;
import banyan.item.FilledDocument.Block;
import banyan.item.FilledDocument.KeyValues;
import banyan.item.FilledDocument.NumberedClauses;
import banyan.item.FilledDocument.NumberedClauses.Clause;
import banyan.item.FilledDocument.PageNumbers;
import banyan.item.FilledDocument.Paragraph;
import banyan.item.FilledDocument.Qr;
import banyan.item.FilledDocument.Rich;
import banyan.item.FilledDocument.Run;
import banyan.item.FilledDocument.Seal;
import banyan.item.FilledDocument.SignatureLine;
import banyan.item.FilledDocument.Spacer;
import banyan.item.FilledDocument.Subtitle;
import banyan.item.FilledDocument.Table;
import banyan.item.FilledDocument.Title;
import banyan.item.Language;
import banyan.item.Mask;
import banyan.item.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Documents as the catalogue's templates fill them; the citizen is invented. */
final class Samples {
    static final String NUMBER = "350102199003071239";
    static final String ADDRESS = "https://example.invalid/verify/3501-2026-0427-1192";
    static final PaperOptions DEMONSTRATION = new PaperOptions(true);
    static final PaperOptions REAL = new PaperOptions(false);

    private Samples() {}

    /** A certificate with so many months in its table. */
    static FilledDocument certificate(Language language, String name, String number, int months) {
        boolean chinese = language == Language.ZH_CN;
        var blocks = new ArrayList<Block>();
        blocks.add(new Title(rich(chinese ? "社会保险个人缴费证明" : "Certificate of Social Insurance Paid")));
        blocks.add(new Subtitle(rich(chinese ? "2026年1月 – 2026年10月" : "January 2026 – October 2026")));
        blocks.add(new KeyValues(List.of(
                row(chinese ? "姓名" : "Name", new Run(name, true, Mask.NAME)),
                row(chinese ? "证件号" : "ID number", new Run(number, false, Mask.ID)),
                row(chinese ? "参保地" : "Insured with", run(chinese ? "榕城市社会保险中心" : "Rongcheng Social Insurance Centre")),
                row(chinese ? "证明编号" : "Certificate no.", run("3501 2026 0427 1192")))));
        blocks.add(summary(chinese));
        blocks.add(new Spacer(4));
        blocks.add(months(chinese, months));
        blocks.add(new Paragraph(new Rich(List.of(
                run(chinese ? "以上期间个人共缴 " : "Paid in by the person in this period "),
                new Run(chinese ? "4,752.00 元" : "CNY 4,752.00", true, Mask.NONE),
                run(chinese ? "。" : ".")))));
        blocks.add(new Spacer(4));
        blocks.add(new Qr(ADDRESS, rich(chinese ? "扫码可验真伪 · 验证码 8K4T-2M9P" : "Scan to verify · code 8K4T-2M9P")));
        blocks.add(new Seal(chinese ? "榕城市社会保险中心" : "Rongcheng Social Insurance Centre"));
        blocks.add(
                new FilledDocument.Note(
                        rich(
                                chinese
                                        ? "本证明由自助终端打印，打印时间 2026年11月20日 20:46。纸上内容与中心记录不一致的，以中心记录为准。"
                                        : "Printed at a self-service terminal, issued 20 November 2026 20:46. Where this paper and the centre's record differ, the record holds.")));
        blocks.add(new PageNumbers(chinese ? "第 {page} 页，共 {pages} 页" : "Page {page} of {pages}"));
        return new FilledDocument("certificate", language, Paper.A4, chinese ? "社会保险个人缴费证明" : "Certificate", blocks);
    }

    private static Table summary(boolean chinese) {
        var columns = List.of(
                new Table.Column(rich(chinese ? "险种" : "Insurance"), 4, Align.LEFT),
                new Table.Column(rich(chinese ? "缴费月数" : "Months"), 3, Align.RIGHT),
                new Table.Column(rich(chinese ? "状态" : "State"), 3, Align.RIGHT));
        return new Table(
                columns,
                List.of(
                        cells(chinese ? "养老保险" : "Pension", "10", chinese ? "已到账" : "received"),
                        cells(chinese ? "失业保险" : "Unemployment", "10", chinese ? "已到账" : "received"),
                        cells(chinese ? "工伤保险" : "Injury", "—", chinese ? "未参保" : "not insured")));
    }

    private static Table months(boolean chinese, int months) {
        var columns = List.of(
                new Table.Column(rich(chinese ? "月份" : "Month"), 3, Align.LEFT),
                new Table.Column(rich(chinese ? "缴费基数（元）" : "Base (CNY)"), 3, Align.RIGHT),
                new Table.Column(rich(chinese ? "养老个人（元）" : "Pension (CNY)"), 3, Align.RIGHT),
                new Table.Column(rich(chinese ? "失业个人（元）" : "Unempl. (CNY)"), 3, Align.RIGHT),
                new Table.Column(rich(chinese ? "状态" : "State"), 2, Align.RIGHT));
        var rows = new ArrayList<List<Rich>>();
        for (int i = 0; i < months; i++) {
            var month = chinese
                    ? "%d年%d月".formatted(2026 - i / 12, 12 - i % 12)
                    : "%d-%02d".formatted(2026 - i / 12, 12 - i % 12);
            rows.add(cells(month, "5,400.00", "432.00", "27.00", chinese ? "已到账" : "received"));
        }
        return new Table(columns, rows);
    }

    static FilledDocument commitment(Language language, String name, Optional<Signature> signature) {
        boolean chinese = language == Language.ZH_CN;
        var signed = new Run(name, true, Mask.NAME);
        var blocks = List.<Block>of(
                new Title(rich(chinese ? "灵活就业承诺书" : "Commitment on Flexible Work")),
                new Paragraph(new Rich(
                        chinese
                                ? List.of(run("本人 "), signed, run("（身份证尾号 1239）承诺："))
                                : List.of(run("I, "), signed, run(" (ID number ending 1239), promise that")))),
                new NumberedClauses(
                        chinese
                                ? List.of(
                                        clause("一、", "本人自 2025年3月起经营网店，属灵活就业。"),
                                        clause("二、", "所填信息和所交材料真实、有效。"),
                                        clause("三、", "就业情况变了，30 日内告知鼓楼区人社局。"),
                                        clause("四、", "如有不实，愿退回补贴，并承担相应责任。"))
                                : List.of(
                                        clause(
                                                "1.",
                                                "since March 2025 I have been running an online shop, which is flexible work;"),
                                        clause("2.", "what I filled in and handed in is true and valid;"),
                                        clause(
                                                "3.",
                                                "if my work changes, I tell the Gulou District Bureau of Human Resources and Social Security within 30 days;"),
                                        clause(
                                                "4.",
                                                "if anything here is untrue, I return the subsidy and answer for it."))),
                new Spacer(6),
                new SignatureLine(
                        rich(chinese ? "承诺人：" : "Signed:"),
                        signature.map(Signature::ink),
                        rich(chinese ? "2026年11月20日" : "20 November 2026")),
                new PageNumbers(chinese ? "第 {page} 页，共 {pages} 页" : "Page {page} of {pages}"));
        return new FilledDocument("commitment", language, Paper.A4, chinese ? "灵活就业承诺书" : "Commitment", blocks);
    }

    static FilledDocument text(Language language, String text) {
        return new FilledDocument("text", language, Paper.A4, "text", List.of(new Paragraph(rich(text))));
    }

    static FilledDocument receiptRoll() {
        var blocks = List.<Block>of(
                new Title(rich("受理回执")),
                new Subtitle(rich("灵活就业社会保险补贴申领")),
                new KeyValues(List.of(
                        row("受理编号", new Run("3501 2026 0427 1192", true, Mask.NONE)),
                        row("申请人", run("张*丰")),
                        row("最晚答复", new Run("2026年11月27日 星期五", true, Mask.NONE)),
                        row("谁来定", run("鼓楼区人力资源和社会保障局就业服务中心")))),
                new Qr(ADDRESS, rich("手机扫码查进度")),
                new FilledDocument.Note(rich("请收好这张回执。办件地点：东街口政务大厅，终端 12。")));
        return new FilledDocument("receipt", Language.ZH_CN, Paper.RECEIPT_80, "受理回执", blocks);
    }

    /** Three characters as a hand writes them, more or less. */
    static Signature signature() {
        var strokes = new ArrayList<Signature.Stroke>();
        double[][] lines = {
            {.14, .22, .24, .2, .22, .36, .15, .4, .26, .45, .25, .68, .2, .82, .17, .7},
            {.3, .2, .28, .34, .24, .42},
            {.26, .4, .38, .36},
            {.31, .3, .3, .62, .29, .74, .34, .66},
            {.32, .5, .4, .78},
            {.48, .34, .56, .31},
            {.49, .54, .55, .52},
            {.45, .76, .6, .72},
            {.68, .3, .84, .27},
            {.69, .46, .83, .44},
            {.65, .64, .9, .6},
            {.77, .16, .76, .5, .77, .9}
        };
        long millis = 0;
        for (double[] line : lines) {
            var points = new ArrayList<Signature.Point>();
            for (int i = 0; i + 3 < line.length; i += 2) {
                for (int step = 0; step < 6; step++) {
                    double t = step / 6.0;
                    points.add(new Signature.Point(
                            line[i] + t * (line[i + 2] - line[i]),
                            line[i + 1] + t * (line[i + 3] - line[i + 1]),
                            0.35 + 0.4 * Math.sin(Math.PI * (i + 2 * t) / line.length),
                            millis += 12));
                }
            }
            strokes.add(new Signature.Stroke(points));
        }
        return new Signature(2.4, strokes);
    }

    static Rich rich(String text) {
        return new Rich(List.of(run(text)));
    }

    static Run run(String text) {
        return new Run(text, false, Mask.NONE);
    }

    private static KeyValues.Row row(String label, Run value) {
        return new KeyValues.Row(rich(label), new Rich(List.of(value)));
    }

    private static Clause clause(String number, String text) {
        return new Clause(number, rich(text));
    }

    private static List<Rich> cells(String... texts) {
        return java.util.Arrays.stream(texts).map(Samples::rich).toList();
    }
}
