package banyan.kiosk.ui.screen.appointment;

import banyan.kiosk.text.Texts;
import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.FactRow;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.visit.AppointmentPage.Appointment;
import banyan.kiosk.visit.AppointmentPage.Appointment.Paper;
import banyan.kiosk.visit.AppointmentPage.Appointment.Phase;
import banyan.kiosk.visit.AppointmentPage.Appointment.Ticket;
import banyan.kiosk.visit.AppointmentPage.Booking;
import banyan.kiosk.visit.AppointmentPage.Deed;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** One appointment: what is asked for, whether the centre has said that it is so, and what to do then. */
public final class AppointmentScreen extends Screen<Appointment> {
    private static final double DEED = 124;

    public AppointmentScreen(View view, Appointment page) {
        super(view);
        String key = key(page);
        VBox head = head(Words.title(view.say(key + ".title")), help(view.say(key + ".help")));
        List<Node> blocks = new ArrayList<>(List.of(head, gap(28)));
        page.booking().ifPresent(booking -> blocks.addAll(List.of(paper(page, booking), gap(GAP))));
        if (page.phase() == Phase.STANDING) {
            blocks.add(deeds());
        } else {
            blocks.add(notice(page, key));
            if (page.phase() == Phase.DONE && page.paper() != Paper.NONE) {
                blocks.addAll(List.of(gap(GAP), slip(page.paper())));
            }
        }
        blocks.add(rest());
        column(blocks.toArray(Node[]::new));
        buttons(page);
    }

    private static String key(Appointment page) {
        return switch (page.phase()) {
            case ASKING, DONE -> "appointment." + page.phase() + "." + page.deed();
            case REFUSED -> "appointment.REFUSED." + page.why().map(Enum::name).orElse("OTHER");
            default -> "appointment." + page.phase();
        };
    }

    private Card paper(Appointment page, Booking booking) {
        boolean stands = !booking.code().isEmpty() && page.phase() != Phase.REFUSED && page.deed() != Deed.CANCEL;
        double label = FactRow.labelWidth(
                view.say("appointment.matter"),
                view.say("appointment.hall"),
                view.say("appointment.when"),
                view.say("appointment.code"),
                view.say("appointment.number"),
                view.say("appointment.ahead"));
        VBox rows = stack(
                new FactRow(Icon.FILE_PEN_LINE, view.say("appointment.matter"), booking.matter().title(), label),
                gap(14),
                new FactRow(Icon.MAP_PIN, view.say("appointment.hall"), booking.matter().hall(), label),
                gap(14),
                new FactRow(Icon.CALENDAR_CLOCK, view.say("appointment.when"), when(booking), label));
        if (page.ticket().isPresent()) {
            Ticket ticket = page.ticket().get();
            rows.getChildren()
                    .addAll(
                            gap(14),
                            new FactRow(Icon.HASH, view.say("appointment.number"), ticket.number(), label),
                            gap(14),
                            new FactRow(
                                    Icon.HOURGLASS,
                                    view.say("appointment.ahead"),
                                    view.say("appointment.ahead.count", "count", ticket.ahead()),
                                    label));
        } else if (stands) {
            rows.getChildren()
                    .addAll(
                            gap(14),
                            new FactRow(
                                    Icon.HASH,
                                    view.say("appointment.code"),
                                    Texts.groupsOfFour(booking.code()),
                                    label));
        }
        Card card = Card.of(0, rows);
        card.setPadding(new Insets(28, 38, 30, 38));
        card.setMouseTransparent(true);
        return card;
    }

    private String when(Booking booking) {
        return view.say(
                "appointment.when.value",
                "date",
                view.texts().date(booking.starts().toLocalDate()),
                "from",
                view.texts().time(booking.starts().toLocalTime()),
                "to",
                view.texts().time(booking.ends()));
    }

    private Node deeds() {
        PushButton change = PushButton.of(Kind.SECONDARY, "change", view.say("appointment.change"), Icon.CALENDAR_CLOCK);
        change.onAct(() -> view.wish(new Wish.Appoint(Deed.CHANGE)));
        PushButton cancel = PushButton.of(Kind.QUIET, "cancel", view.say("appointment.cancel"), Icon.UNDO_2);
        cancel.onAct(() -> view.wish(new Wish.Appoint(Deed.CANCEL)));
        return row(GAP, high(DEED, change), high(DEED, cancel));
    }

    private Notice notice(Appointment page, String key) {
        boolean good = page.phase() == Phase.DONE || page.phase() == Phase.ASKING && page.deed() != Deed.CANCEL;
        boolean waits = page.phase() == Phase.LOOKING || page.phase() == Phase.SENDING;
        Icon icon = waits ? Icon.HOURGLASS : good ? Icon.INFO : Icon.TRIANGLE_ALERT;
        return new Notice(waits || good ? "info" : "attention", icon, view.say(key), view.say(key + ".then"));
    }

    private Notice slip(Paper paper) {
        String key = "appointment.paper." + paper;
        boolean bad = paper == Paper.NOT_OUT;
        return new Notice(
                bad ? "attention" : "info",
                bad ? Icon.TRIANGLE_ALERT : Icon.PRINTER,
                view.say(key),
                view.say(key + ".then"));
    }

    private void buttons(Appointment page) {
        switch (page.phase()) {
            case LOOKING, SENDING -> {
                if (page.phase() == Phase.LOOKING) {
                    back();
                }
                PushButton primary = primary(view.say(key(page) + ".title"), Icon.HOURGLASS, new Wish.Here());
                primary.setDisable(true);
            }
            case AWAY, UNANSWERED -> {
                back();
                primary(view.say("appointment.again"), Icon.REFRESH_CW, new Wish.Next());
            }
            case NOTHING -> {
                back();
                primary(view.say("appointment.home"), Icon.HOUSE, new Wish.GoHome());
            }
            case REFUSED -> {
                back();
                primary(view.say("appointment.other"), Icon.CALENDAR_CLOCK, new Wish.Next());
            }
            case STANDING -> {
                back();
                primary(view.say("appointment.check-in"), Icon.CHECK, new Wish.Appoint(Deed.CHECK_IN));
            }
            case ASKING -> {
                if (page.deed() == Deed.CANCEL) {
                    primary(view.say("appointment.keep"), Icon.ARROW_LEFT, new Wish.Back());
                    middle(view.say("appointment.cancel.sure"), Icon.UNDO_2, new Wish.Next());
                } else {
                    back();
                    primary(view.say("appointment.sure." + page.deed()), Icon.CHECK, new Wish.Next());
                }
            }
            case DONE -> {
                back();
                if (page.paper() == Paper.NOT_OUT) {
                    middle(view.say("appointment.print"), Icon.PRINTER, new Wish.PrintAgain());
                }
                primary(view.say("progress.finish"), Icon.LOG_OUT, new Wish.End());
            }
        }
    }

    @Override
    public void show(Appointment page, Snapshot snapshot) {
        // Everything on it is its structure.
    }

    @Override
    public Object structure(Appointment page) {
        return page;
    }
}
