package banyan.kiosk.visit;

import banyan.item.FilledDocument;
import banyan.kiosk.documents.PaperOptions;
import banyan.kiosk.documents.RollSetter;
import banyan.kiosk.text.Texts;
import banyan.kiosk.visit.AppointmentPage.Booking;
import banyan.kiosk.visit.AppointmentPage.Deed;
import java.time.LocalDateTime;
import java.util.Optional;

/** Prints the slip of an appointment, or the number that was given for it, where receipts come out. */
final class AppointmentSlipHand {
    private final Session session;
    private final PrintingHand printing;
    private final AppointmentShelf shelf;

    AppointmentSlipHand(Session session, PrintingHand printing, AppointmentShelf shelf) {
        this.session = session;
        this.printing = printing;
        this.shelf = shelf;
    }

    void print(Deed deed) {
        slip(deed).ifPresentOrElse(this::print, this::cannot);
    }

    private Optional<FilledDocument> slip(Deed deed) {
        Texts texts = Texts.of(session.language());
        LocalDateTime now = session.clock().now();
        String terminal = session.equipment().site().terminal();
        Optional<Booking> booking = shelf.booking(AppointmentPlace.Appointing.Phase.DONE, deed);
        return deed == Deed.CHECK_IN
                ? booking.flatMap(one -> shelf.ticket()
                        .map(ticket ->
                                AppointmentSlip.numbered(texts, one, ticket.number(), ticket.ahead(), now, terminal)))
                : booking.map(one -> AppointmentSlip.booked(texts, one, now, terminal));
    }

    private void print(FilledDocument slip) {
        if (printing.forReceipt() == KeepingPage.PaperState.Outlet.ROLL) {
            printing.print(RollSetter.set(
                    slip, new PaperOptions(session.equipment().site().demonstration())));
            return;
        }
        session.away(
                session.equipment().work(),
                () -> session.equipment().press().draw(slip),
                drawn -> drawn.ifPresentOrElse(paper -> printing.print(slip.template(), paper, _ -> {}), this::cannot),
                _ -> {});
    }

    private void cannot() {
        session.tell(new VisitEvent.PrintBroken(PaperPage.TroubleKind.PRINTER_SILENT, 0));
    }
}
