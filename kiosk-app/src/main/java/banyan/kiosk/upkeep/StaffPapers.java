package banyan.kiosk.upkeep;

import banyan.item.FilledDocument;
import banyan.item.FilledDocument.Align;
import banyan.item.FilledDocument.Block;
import banyan.item.FilledDocument.KeyValues;
import banyan.item.FilledDocument.Rich;
import banyan.item.FilledDocument.Run;
import banyan.item.FilledDocument.Table.Column;
import banyan.item.Mask;
import banyan.item.Paper;
import banyan.kiosk.text.Texts;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The two papers that staff print: a page to judge the printer by, and how the terminal stands. No citizen is on them. */
public final class StaffPapers {
    /** Strokes of every weight and the characters that a bad printer loses first. */
    private static final String FINE = "鬱龘饕餮 · 永和九年 · 0123456789 · ABCDEFGHIJKLMNOPQRSTUVWXYZ · abcdefghijklmnopqrstuvwxyz";

    private StaffPapers() {}

    /** The test page. */
    public static FilledDocument testPage(Texts texts, LocalDateTime at, String terminal) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new FilledDocument.Title(plain(texts.say("upkeep.test-page"))));
        blocks.add(new FilledDocument.Subtitle(plain(texts.say("upkeep.paper.where", "terminal", terminal))));
        blocks.add(new FilledDocument.Paragraph(plain(texts.say("upkeep.test-page.look"))));
        for (int line = 0; line < 6; line++) {
            blocks.add(new FilledDocument.Paragraph(rich(FINE, line % 2 == 1)));
        }
        blocks.add(new FilledDocument.Qr(
                "BANYAN-TEST-" + terminal, plain(texts.say("upkeep.test-page.qr"))));
        blocks.add(new FilledDocument.Note(plain(moment(texts, at))));
        return new FilledDocument(
                "test-page", texts.language(), Paper.A4, texts.say("upkeep.test-page"), blocks);
    }

    /** The report of readiness. */
    public static FilledDocument report(Texts texts, ReadinessReport report) {
        Readiness readiness = report.readiness();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new FilledDocument.Title(plain(texts.say("upkeep.report"))));
        blocks.add(new FilledDocument.Subtitle(plain(texts.say("upkeep.paper.where", "terminal", report.terminal()))));
        blocks.add(new FilledDocument.Paragraph(rich(
                readiness.open()
                        ? texts.say("upkeep.ready")
                        : texts.say("upkeep.not-ready", "jobs", readiness.jobs().size()),
                true)));
        blocks.add(new FilledDocument.Table(
                List.of(
                        column(texts.say("upkeep.table.part"), 0.3, Align.LEFT),
                        column(texts.say("upkeep.table.standing"), 0.16, Align.LEFT),
                        column(texts.say("upkeep.table.depth"), 0.24, Align.LEFT),
                        column(texts.say("upkeep.table.code"), 0.3, Align.LEFT)),
                readiness.parts().stream()
                        .map(part -> part(texts, part, report.shift()))
                        .toList()));
        blocks.add(new FilledDocument.Table(
                List.of(
                        column(texts.say("upkeep.table.device"), 0.42, Align.LEFT),
                        column(texts.say("upkeep.table.done"), 0.09, Align.RIGHT),
                        column(texts.say("upkeep.table.failed"), 0.09, Align.RIGHT),
                        column(texts.say("upkeep.table.pages"), 0.09, Align.RIGHT),
                        column(texts.say("upkeep.table.left"), 0.31, Align.LEFT)),
                report.records().stream().map(record -> line(texts, record)).toList()));
        blocks.add(new KeyValues(rows(texts, report)));
        blocks.add(new FilledDocument.Note(plain(texts.say("upkeep.report.signed"))));
        return new FilledDocument("readiness", texts.language(), Paper.A4, texts.say("upkeep.report"), blocks);
    }

    /** How a part stands, and how deep it was looked at: nothing is said of what has no depth. */
    private static List<Rich> part(Texts texts, Part part, Shift shift) {
        String depth =
                switch (part.subject()) {
                    case Part.Subject.OfDevice(_, var id, _) ->
                        texts.say("upkeep.depth."
                                + shift.depth(id).map(StaffWords::word).orElse("none"));
                    case Part.Subject.OfTerminal _ -> "—";
                };
        return List.of(
                plain(StaffWords.name(texts, part)),
                plain(texts.say("upkeep.standing." + StaffWords.word(part.standing()))),
                plain(depth),
                plain(part.code().orElse("—")));
    }

    private static List<KeyValues.Row> rows(Texts texts, ReadinessReport report) {
        List<KeyValues.Row> rows = new ArrayList<>();
        rows.add(row(
                texts.say("upkeep.report.waiting"),
                texts.say(
                        "upkeep.report.waiting.value",
                        "to-send",
                        report.waiting().toSend(),
                        "stuck",
                        report.waiting().stuck(),
                        "notes",
                        report.waiting().notes())));
        rows.add(row(texts.say("upkeep.report.done"), done(texts, report.shift())));
        rows.add(row(texts.say("upkeep.report.versions"), String.join(" · ", report.versions())));
        rows.add(row(
                texts.say("upkeep.report.clock"),
                moment(texts, report.at().toLocalDateTime()) + " " + report.at().getOffset()));
        rows.add(row(texts.say("upkeep.report.staff"), report.staff()));
        return rows;
    }

    private static String done(Texts texts, Shift shift) {
        return shift.done().isEmpty()
                ? "—"
                : shift.done().stream()
                        .map(done -> texts.time(done.at()) + " " + texts.say("upkeep.did." + StaffWords.word(done.what())))
                        .collect(Collectors.joining(" · "));
    }

    private static Column column(String heading, double width, Align align) {
        return new Column(plain(heading), width, align);
    }

    /** What was counted of a device: what it is by its own word, and what it did. */
    private static List<Rich> line(Texts texts, DeviceRecord record) {
        String name = StaffWords.noun(texts, record.kind())
                + record.nameplate().model().map(model -> " · " + model).orElse("")
                + record.nameplate().serialNumber().map(number -> " · " + number).orElse("")
                + record.nameplate().firmware().map(firmware -> " · " + firmware).orElse("");
        long failed = record.place().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(DeviceBook.FAILED))
                .mapToLong(Map.Entry::getValue)
                .sum();
        String left = record.supplies().stream()
                .map(stock -> left(texts, stock))
                .collect(Collectors.joining(" · "));
        return List.of(
                plain(name),
                plain(Long.toString(record.place().getOrDefault(DeviceBook.DONE, 0L))),
                plain(Long.toString(failed)),
                plain(record.place().containsKey(DeviceBook.PAGES)
                        ? Long.toString(record.place().getOrDefault(DeviceBook.PAGES, 0L))
                        : "—"),
                plain(left.isEmpty() ? "—" : left));
    }

    /** What is left of what it uses up, and for how many days; no number where nobody knows one. */
    private static String left(Texts texts, DeviceRecord.Stock stock) {
        String amount = StaffWords.left(texts, stock.supply());
        return stock.days().isPresent()
                ? amount + " " + texts.say("upkeep.report.days", "days", stock.days().getAsInt())
                : amount;
    }

    private static String moment(Texts texts, LocalDateTime at) {
        return texts.fullDate(at.toLocalDate()) + " " + texts.time(at.toLocalTime());
    }

    private static KeyValues.Row row(String label, String value) {
        return new KeyValues.Row(plain(label), plain(value));
    }

    private static Rich plain(String text) {
        return rich(text, false);
    }

    private static Rich rich(String text, boolean bold) {
        return new Rich(List.of(new Run(text, bold, Mask.NONE)));
    }
}
