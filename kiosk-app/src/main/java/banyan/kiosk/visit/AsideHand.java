package banyan.kiosk.visit;

import banyan.cache.Journal;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Fetches for staff what is set aside, and sends it again; they see kinds, numbers and days, and nothing of whose it is. */
final class AsideHand {
    private final Session session;
    private final Supplier<Optional<String>> staff;
    private List<Journal.Stuck> seen = List.of();

    /** What became of sending again, and what is set aside now. */
    private record Sent(List<Journal.Stuck> going, List<Journal.Stuck> left) {}

    AsideHand(Session session, Supplier<Optional<String>> staff) {
        this.session = session;
        this.staff = staff;
    }

    List<StaffPage.SetAside.Row> rows() {
        return seen.stream()
                .map(stuck -> new StaffPage.SetAside.Row(
                        stuck, LocalDate.ofInstant(stuck.hour(), session.clock().zone())))
                .toList();
    }

    void look() {
        session.away(() -> session.equipment().outbox().setAside(), found -> {
            seen = found;
            tell(new UpkeepEvent.AsideSeen());
        });
    }

    void send(List<Journal.Stuck> which) {
        session.away(
                () -> {
                    List<Journal.Stuck> going = which.stream()
                            .filter(stuck -> session.equipment().outbox().sendAgain(stuck))
                            .toList();
                    return new Sent(going, session.equipment().outbox().setAside());
                },
                sent -> {
                    seen = sent.left();
                    sent.going().forEach(stuck -> session.log(event(stuck)));
                    tell(new UpkeepEvent.AsideSent(sent.going().size() == which.size()));
                });
    }

    /** What staff do is recorded with their number. */
    private Event event(Journal.Stuck stuck) {
        Event event = Event.of(EventKind.ENTRY_SENT_AGAIN).with(Key.FAULT, new Code(stuck.code()));
        return staff.get().map(number -> event.with(Key.STAFF, new Code(number))).orElse(event);
    }

    private void tell(UpkeepEvent event) {
        session.tell(new VisitEvent.Upkept(event));
    }
}
