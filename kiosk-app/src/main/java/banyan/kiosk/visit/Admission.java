package banyan.kiosk.visit;

import banyan.cache.Room;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.visit.Page.Attract.Closed;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Whether a visit may begin, and else why not; and what is said to all who come. */
final class Admission {
    private final Session session;
    private final StoreHand store;
    private final BooleanSupplier scanner;

    /** @param scanner whether the site has a code scanner that works */
    Admission(Session session, StoreHand store, BooleanSupplier scanner) {
        this.session = session;
        this.store = store;
        this.scanner = scanner;
    }

    /** Whether a new visit could begin, as far as was last looked, and else why not. */
    Closed closed() {
        if (session.surroundings().housingOpen()) {
            return Closed.HOUSING;
        }
        if (session.surroundings().powerLow()) {
            return Closed.POWER;
        }
        if (outOfService().isPresent()) {
            return Closed.DIRECTIVE;
        }
        return store.hasRoom() ? Closed.NO : Closed.STORE;
    }

    /** Why the centre has taken the terminal out of service; who is here already goes on. */
    private Optional<String> outOfService() {
        return session.equipment().content().get().outOfService(session.clock().instant(), session.language());
    }

    /** What is said to all who come. */
    Optional<String> announced() {
        return outOfService().or(() -> session.equipment().content().get().notice(session.clock().instant(), session.language()));
    }

    private boolean closesToAll() {
        return session.surroundings().closes() || outOfService().isPresent();
    }

    void admit() {
        if (closesToAll()) {
            session.tell(new VisitEvent.NotNow());
            return;
        }
        room(() -> session.log(Event.of(EventKind.VISIT_BEGAN)));
    }

    /** Asking keeps nothing, so it needs no room. */
    void admitToAsk() {
        if (closesToAll()) {
            session.tell(new VisitEvent.NotNow());
            return;
        }
        session.log(Event.of(EventKind.VISIT_BEGAN));
        session.tell(new VisitEvent.AdmittedToAsk(scanner.getAsBoolean()));
    }

    /** Who has been asking goes on to a request, for which there must be room. */
    void admitFurther() {
        room(() -> {});
    }

    private void room(Runnable begins) {
        store.look(now -> {
            switch (now) {
                case Room.Enough _ -> {
                    begins.run();
                    session.tell(new VisitEvent.Admitted());
                }
                case Room.Full _ -> refuse(PaperPage.TroubleKind.STORE_FULL);
                case Room.Broken _ -> refuse(PaperPage.TroubleKind.STORE_BROKEN);
            }
        });
    }

    private void refuse(PaperPage.TroubleKind why) {
        session.log(Event.of(EventKind.VISIT_REFUSED).with(Key.FAULT, why));
        session.tell(new VisitEvent.NotAdmitted(why));
    }
}
