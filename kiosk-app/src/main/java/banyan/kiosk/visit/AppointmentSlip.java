package banyan.kiosk.visit;

import banyan.item.FilledDocument;
import banyan.item.FilledDocument.Block;
import banyan.item.FilledDocument.KeyValues;
import banyan.item.FilledDocument.Rich;
import banyan.item.FilledDocument.Run;
import banyan.item.Mask;
import banyan.item.Paper;
import banyan.kiosk.text.Texts;
import banyan.kiosk.visit.AppointmentPage.Booking;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The slips of an appointment: where and when with its code, and the number in the queue. Neither says whose it is. */
final class AppointmentSlip {
    private AppointmentSlip() {}

    /** Where and when, and the code that whoever holds it may change it by. */
    static FilledDocument booked(Texts texts, Booking booking, LocalDateTime now, String terminal) {
        List<KeyValues.Row> rows = where(texts, booking);
        rows.add(row(texts.say("appointment.code"), Texts.groupsOfFour(booking.code())));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new FilledDocument.Title(rich(texts.say("appointment.slip"), true)));
        blocks.add(new KeyValues(rows));
        blocks.add(new FilledDocument.Qr(booking.code(), rich(texts.say("appointment.slip.qr"), false)));
        blocks.add(new FilledDocument.Paragraph(rich(texts.say("appointment.slip.then"), false)));
        blocks.add(made(texts, now, terminal));
        return new FilledDocument("appointment", texts.language(), Paper.A4, texts.say("appointment.slip"), blocks);
    }

    /** The number that is called. */
    static FilledDocument numbered(Texts texts, Booking booking, String number, int ahead, LocalDateTime now, String terminal) {
        List<KeyValues.Row> rows = where(texts, booking);
        rows.add(row(texts.say("appointment.ahead"), texts.say("appointment.ahead.count", "count", ahead)));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new FilledDocument.Title(rich(number, true)));
        blocks.add(new FilledDocument.Subtitle(rich(texts.say("appointment.ticket"), false)));
        blocks.add(new KeyValues(rows));
        blocks.add(new FilledDocument.Paragraph(rich(texts.say("appointment.ticket.then"), false)));
        blocks.add(made(texts, now, terminal));
        return new FilledDocument("ticket", texts.language(), Paper.A4, texts.say("appointment.ticket"), blocks);
    }

    private static List<KeyValues.Row> where(Texts texts, Booking booking) {
        List<KeyValues.Row> rows = new ArrayList<>();
        rows.add(row(texts.say("appointment.matter"), booking.matter().title()));
        rows.add(row(texts.say("appointment.hall"), booking.matter().hall()));
        rows.add(row(texts.say("appointment.day"), texts.date(booking.starts().toLocalDate())));
        rows.add(row(
                texts.say("appointment.time"),
                texts.say(
                        "appointment.from-to",
                        "from",
                        texts.time(booking.starts().toLocalTime()),
                        "to",
                        texts.time(booking.ends()))));
        return rows;
    }

    private static FilledDocument.Note made(Texts texts, LocalDateTime now, String terminal) {
        return new FilledDocument.Note(rich(
                texts.say(
                        "appointment.slip.made",
                        "terminal",
                        terminal,
                        "date",
                        texts.fullDate(now.toLocalDate()),
                        "time",
                        texts.time(now.toLocalTime())),
                false));
    }

    private static KeyValues.Row row(String label, String value) {
        return new KeyValues.Row(rich(label, false), rich(value, true));
    }

    private static Rich rich(String text, boolean bold) {
        return new Rich(List.of(new Run(text, bold, Mask.NONE)));
    }
}
