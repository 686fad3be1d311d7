package banyan.kiosk.visit;

import banyan.acceptance.Appointment;
import banyan.acceptance.AppointmentChange;
import banyan.acceptance.AppointmentOrder;
import banyan.acceptance.AppointmentProof;
import banyan.acceptance.Appointments;
import banyan.acceptance.Halls;
import banyan.acceptance.HallsQuery;
import banyan.acceptance.Refusal;
import banyan.acceptance.Ticket;
import banyan.acceptance.TicketOrder;
import banyan.cache.Reply;
import banyan.item.Applicant;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.visit.AppointmentPage.Appointment.Why;
import banyan.kiosk.visit.AppointmentPage.Deed;
import banyan.kiosk.visit.AppointmentPlace.Appointing.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Asks the centre about appointments for the citizen whose card was read. A deed keeps its name until the centre has answered to it, so
 * that asking again is the same deed.
 */
final class AppointmentHand {
    private static final Duration ASKING = Duration.ofSeconds(8);

    /** By which channel it was booked. */
    private static final String ORIGIN = "TERMINAL";

    private final Session session;
    private final AppointmentShelf shelf;
    private final AppointmentSlipHand slips;
    private Optional<Asked> asked = Optional.empty();

    /** A question that comes back after another was asked is nobody's business any more. */
    private long question;

    /** A deed that the centre has not answered yet. */
    private record Asked(Deed deed, Supplier<Answer> call) {}

    /** What the centre said to a deed. */
    private sealed interface Answer {
        record Stands(Appointment now) implements Answer {}

        record Numbered(Ticket ticket) implements Answer {}

        record No(String code) implements Answer {}

        record None(String code) implements Answer {}
    }

    AppointmentHand(Session session, PrintingHand printing) {
        this.session = session;
        this.shelf = new AppointmentShelf(session);
        this.slips = new AppointmentSlipHand(session, printing, shelf);
    }

    AppointmentShelf shelf() {
        return shelf;
    }

    void perform(AppointmentDeed deed) {
        switch (deed) {
            case AppointmentDeed.Look() -> look();
            case AppointmentDeed.AskTimes() -> askTimes();
            case AppointmentDeed.Pick(Phase of, String value) -> {
                if (shelf.pick(of, value)) {
                    session.tell(new VisitEvent.Appointed(new AppointmentEvent.Picked()));
                }
            }
            case AppointmentDeed.Turn(int by) -> {
                shelf.turn(by);
                session.changed();
            }
            case AppointmentDeed.Send(Deed what) -> send(what);
            case AppointmentDeed.Print(Deed what) -> slips.print(what);
        }
    }

    private AppointmentDesk desk() {
        return session.equipment().centre().appointments();
    }

    private AppointmentProof proof() {
        return new AppointmentProof(Optional.empty(), session.applicant().map(Applicant::number));
    }

    /** Both questions, one after the other. */
    private record Found(Reply<Halls> halls, Reply<Appointments> mine) {}

    private void look() {
        asked = Optional.empty();
        shelf.forget();
        AppointmentProof proof = proof();
        long mine = ++question;
        session.away(
                () -> {
                    Reply<Halls> halls = desk().halls(new HallsQuery(Optional.empty()), ASKING.dividedBy(2));
                    return new Found(halls, desk().find(proof, ASKING.dividedBy(2)));
                },
                found -> {
                    if (mine != question) {
                        return;
                    }
                    if (found.halls() instanceof Reply.Answered<Halls>(var halls)
                            && found.mine() instanceof Reply.Answered<Appointments>(var there)) {
                        shelf.found(halls, there);
                        session.tell(new VisitEvent.Appointed(new AppointmentEvent.Found(shelf.hasMine())));
                    } else {
                        away(code(found.halls()).or(() -> code(found.mine())));
                    }
                });
    }

    private static Optional<String> code(Reply<?> reply) {
        return switch (reply) {
            case Reply.Answered<?> _ -> Optional.empty();
            case Reply.Refused<?>(_, var why, _) -> Optional.of(why);
            case Reply.Unreachable<?>(var why) -> Optional.of(why);
        };
    }

    private void away(Optional<String> code) {
        log(EventKind.APPOINTMENT_NOT_MADE, code.orElse("UNKNOWN"));
        session.tell(new VisitEvent.Appointed(new AppointmentEvent.Away()));
    }

    private void askTimes() {
        Optional<String> item = shelf.item();
        long mine = ++question;
        session.away(() -> desk().halls(new HallsQuery(item), ASKING), reply -> {
            if (mine != question) {
                return;
            }
            if (reply instanceof Reply.Answered<Halls>(var halls)) {
                shelf.times(halls);
                session.tell(new VisitEvent.Appointed(new AppointmentEvent.TimesHere()));
            } else {
                away(code(reply));
            }
        });
    }

    private void send(Deed deed) {
        if (asked.filter(one -> one.deed() == deed).isEmpty()) {
            asked = made(deed).map(call -> new Asked(deed, call));
        }
        if (asked.isEmpty()) {
            not(new AppointmentEvent.Unanswered(), "APPOINTMENT-NOT-CHOSEN");
            return;
        }
        Asked mine = asked.get();
        session.away(mine.call(), answer -> {
            // Answered already, or let go.
            if (asked.filter(now -> now == mine).isPresent()) {
                answered(mine, answer);
            }
        });
    }

    /** The deed with its name and its words; both stay as they are however often it is asked. */
    private Optional<Supplier<Answer>> made(Deed deed) {
        Instant now = session.clock().instant();
        AppointmentProof proof = proof();
        UUID fresh = UUID.randomUUID();
        return switch (deed) {
            case BOOK ->
                session.applicant().flatMap(who -> shelf.chosen().map(chosen -> {
                    var order = new AppointmentOrder(
                            chosen.hall(),
                            chosen.item(),
                            chosen.starts(),
                            who.number(),
                            who.name(),
                            Optional.empty(),
                            ORIGIN,
                            now);
                    return () -> stands(desk().book(fresh, order, ASKING));
                }));
            case CHANGE ->
                shelf.standing().flatMap(there -> shelf.chosen().map(chosen -> {
                    var change = new AppointmentChange(proof, chosen.starts());
                    return () -> stands(desk().change(there.id(), change, ASKING));
                }));
            case CANCEL -> shelf.standing().map(there -> () -> stands(desk().cancel(there.id(), proof, ASKING)));
            case CHECK_IN ->
                shelf.standing().map(there -> {
                    var order = new TicketOrder(
                            there.hall(), Optional.empty(), Optional.of(there.id()), Optional.of(proof), now);
                    return () -> numbered(desk().takeNumber(fresh, order, ASKING));
                });
        };
    }

    private static Answer stands(Reply<Appointment> reply) {
        return switch (reply) {
            case Reply.Answered<Appointment>(var now) -> new Answer.Stands(now);
            case Reply.Refused<Appointment>(_, var why, _) -> new Answer.No(why);
            case Reply.Unreachable<Appointment>(var why) -> new Answer.None(why);
        };
    }

    private static Answer numbered(Reply<Ticket> reply) {
        return switch (reply) {
            case Reply.Answered<Ticket>(var ticket) -> new Answer.Numbered(ticket);
            case Reply.Refused<Ticket>(_, var why, _) -> new Answer.No(why);
            case Reply.Unreachable<Ticket>(var why) -> new Answer.None(why);
        };
    }

    private void answered(Asked mine, Answer answer) {
        switch (answer) {
            case Answer.Stands(var now) when fits(mine.deed(), now) -> {
                shelf.stands(now);
                done(mine.deed());
            }
            case Answer.Stands _ -> not(new AppointmentEvent.Unanswered(), "ANSWER-NOT-UNDERSTOOD");
            case Answer.Numbered(var ticket) -> {
                shelf.numbered(ticket);
                done(mine.deed());
            }
            case Answer.No(var code) when isLater(code) -> not(new AppointmentEvent.Unanswered(), code);
            case Answer.No(var code) -> {
                asked = Optional.empty();
                shelf.refused(why(code));
                not(new AppointmentEvent.Refused(), code);
            }
            case Answer.None(var code) -> not(new AppointmentEvent.Unanswered(), code);
        }
    }

    /** The answer says of itself what it stands for. */
    private boolean fits(Deed deed, Appointment now) {
        return switch (deed) {
            case BOOK, CHANGE ->
                now.state() == Appointment.State.BOOKED
                        && shelf.chosen().filter(chosen -> chosen.starts().equals(now.starts())).isPresent();
            case CANCEL -> now.state() == Appointment.State.CANCELLED;
            case CHECK_IN -> false;
        };
    }

    private void done(Deed deed) {
        asked = Optional.empty();
        session.log(Event.of(EventKind.APPOINTMENT_MADE).with(Key.PLACE, deed));
        session.tell(new VisitEvent.Appointed(new AppointmentEvent.Done()));
    }

    private void not(AppointmentEvent event, String code) {
        log(EventKind.APPOINTMENT_NOT_MADE, code);
        session.tell(new VisitEvent.Appointed(event));
    }

    private void log(EventKind kind, String code) {
        session.log(Event.of(kind).with(Key.FAULT, new Code(code)));
    }

    /** Such as a centre that is too busy: whether it has done it is not said by that. */
    private static boolean isLater(String code) {
        return Refusal.ofCode(code)
                .map(refusal -> refusal.remedy() == Refusal.Remedy.LATER && refusal != Refusal.PROGRESS_TOO_MANY_TRIES)
                .orElse(true);
    }

    private static Why why(String code) {
        return switch (Refusal.ofCode(code).orElse(Refusal.CENTRE_FAULT)) {
            case APPOINTMENT_FULL, APPOINTMENT_NOT_OFFERED -> Why.FULL;
            case APPOINTMENT_TWICE -> Why.TWICE;
            case APPOINTMENT_BARRED -> Why.BARRED;
            case APPOINTMENT_EARLY -> Why.EARLY;
            case APPOINTMENT_OVER, APPOINTMENT_UNKNOWN -> Why.OVER;
            case QUEUE_FULL -> Why.QUEUE_FULL;
            case PROGRESS_TOO_MANY_TRIES -> Why.TOO_MANY;
            default -> Why.OTHER;
        };
    }

    void forget() {
        question++;
        asked = Optional.empty();
        shelf.forget();
    }
}
