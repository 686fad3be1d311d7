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
import java.util.OptionalInt;

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
    public static FilledDocument report(
            Texts texts, LocalDateTime at, String terminal, String staff, Readiness readiness, Waiting waiting, List<DeviceRecord> records) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new FilledDocument.Title(plain(texts.say("upkeep.report"))));
        blocks.add(new FilledDocument.Subtitle(plain(texts.say("upkeep.paper.where", "terminal", terminal))));
        blocks.add(new FilledDocument.Paragraph(rich(
                readiness.open()
                        ? texts.say("upkeep.ready")
                        : texts.say("upkeep.not-ready", "jobs", readiness.jobs().size()),
                true)));
        blocks.add(new KeyValues(readiness.parts().stream()
                .map(part -> row(
                        StaffWords.name(texts, part),
                        texts.say("upkeep.standing." + StaffWords.word(part.standing()))
                                + part.code().map(code -> " · " + code).orElse("")))
                .toList()));
        blocks.add(new KeyValues(List.of(
                row(texts.say("upkeep.waiting.to-send"), Integer.toString(waiting.toSend())),
                row(texts.say("upkeep.waiting.stuck"), Integer.toString(waiting.stuck())),
                row(texts.say("upkeep.waiting.notes"), Integer.toString(waiting.notes())))));
        blocks.add(new FilledDocument.Table(
                List.of(
                        column(texts.say("upkeep.table.device"), 0.4, Align.LEFT),
                        column(texts.say("upkeep.table.done"), 0.15, Align.RIGHT),
                        column(texts.say("upkeep.table.failed"), 0.15, Align.RIGHT),
                        column(texts.say("upkeep.table.pages"), 0.15, Align.RIGHT),
                        column(texts.say("upkeep.table.days"), 0.15, Align.RIGHT)),
                records.stream().map(record -> line(texts, record)).toList()));
        blocks.add(new FilledDocument.Note(
                plain(moment(texts, at) + " · " + texts.say("upkeep.staff", "number", staff))));
        return new FilledDocument("readiness", texts.language(), Paper.A4, texts.say("upkeep.report"), blocks);
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
        String days = record.supplies().stream()
                .map(DeviceRecord.Stock::days)
                .filter(OptionalInt::isPresent)
                .map(left -> Integer.toString(left.getAsInt()))
                .findFirst()
                .orElse("—");
        return List.of(
                plain(name),
                plain(Long.toString(record.place().getOrDefault(DeviceBook.DONE, 0L))),
                plain(Long.toString(failed)),
                plain(record.place().containsKey(DeviceBook.PAGES)
                        ? Long.toString(record.place().getOrDefault(DeviceBook.PAGES, 0L))
                        : "—"),
                plain(days));
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
