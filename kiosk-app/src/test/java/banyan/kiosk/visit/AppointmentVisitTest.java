package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.AppointmentOrder;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.AppointmentPage.Appointment;
import banyan.kiosk.visit.AppointmentPage.Appointment.Paper;
import banyan.kiosk.visit.AppointmentPage.Appointment.Phase;
import banyan.kiosk.visit.AppointmentPage.Appointment.Why;
import banyan.kiosk.visit.AppointmentPage.AppointmentChoice;
import banyan.kiosk.visit.AppointmentPage.AppointmentChoice.What;
import banyan.kiosk.visit.AppointmentPage.Deed;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A time at a window, arranged by the citizen whose card was read. */
class AppointmentVisitTest {
    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder, true);
        hall.identify();
    }

    private void pick(What what, int which) {
        AppointmentChoice page = hall.page(AppointmentChoice.class);
        assertEquals(what, page.what());
        hall.wish(new Wish.Choose(AppointmentFlow.FIELD, page.options().get(which).value()));
    }

    /** Up to the question whether it is right. */
    private void choose(int day) {
        hall.wish(new Wish.Appointments());
        pick(What.MATTER, 0);
        pick(What.DAY, day);
        pick(What.TIME, 0);
        assertEquals(Phase.ASKING, one().phase());
    }

    private void book() {
        choose(0);
        hall.wish(new Wish.Next());
        assertEquals(Phase.DONE, one().phase());
    }

    /** The one that was booked, found again by the card. */
    private void standing() {
        book();
        hall.wish(new Wish.Back());
        pick(What.MINE, 0);
        assertEquals(Phase.STANDING, one().phase());
    }

    private Appointment one() {
        return hall.page(Appointment.class);
    }

    private String receipt() {
        return FakeRoll.words(hall.roll.receipts.getLast());
    }

    @Test
    void itIsBookedByTheCardAndTheSlipHasItsCodeAndNotWhoseItIs() {
        book();
        assertEquals(Paper.OUT, one().paper());
        assertTrue(receipt().contains("7KQ2 M9XW"), receipt());
        assertFalse(receipt().contains("张"), receipt());
        assertEquals(
                List.of(FakeReader.ZHANG.number()),
                hall.centre.appointments.orders.stream().map(AppointmentOrder::citizen).toList());
        assertTrue(hall.happened(EventKind.APPOINTMENT_MADE));
    }

    @Test
    void whatThisTerminalHasNoWordsForIsNotOffered() {
        hall.wish(new Wish.Appointments());
        assertEquals(1, hall.page(AppointmentChoice.class).options().size());
    }

    @Test
    void nothingIsSentBeforeTheCitizenSaysThatItIsRight() {
        choose(0);
        assertEquals(List.of(), hall.centre.appointments.orders);
    }

    @Test
    void withoutAnAnswerItIsNotSaidToBeBookedAndTheSameNameIsAskedAgain() {
        choose(0);
        hall.centre.appointments.deaf = true;
        hall.wish(new Wish.Next());
        assertEquals(Phase.UNANSWERED, one().phase());
        assertFalse(hall.happened(EventKind.APPOINTMENT_MADE));
        hall.centre.appointments.deaf = false;
        hall.wish(new Wish.Next());
        assertEquals(Phase.DONE, one().phase());
        assertEquals(2, hall.centre.appointments.names.size());
        assertEquals(1, Set.copyOf(hall.centre.appointments.names).size());
        assertEquals(1, Set.copyOf(hall.centre.appointments.orders).size());
    }

    @Test
    void whatWasHeardButNotAnsweredIsFoundByTheCard() {
        choose(0);
        hall.centre.appointments.deaf = true;
        hall.wish(new Wish.Next());
        hall.centre.appointments.deaf = false;
        hall.wish(new Wish.Back());
        assertEquals(What.MINE, hall.page(AppointmentChoice.class).what());
    }

    @Test
    void aCentreOutOfReachSaysThatNothingWasBookedAndCanBeAskedAgain() {
        hall.centre.online = false;
        hall.wish(new Wish.Appointments());
        assertEquals(Phase.AWAY, one().phase());
        hall.centre.online = true;
        hall.wish(new Wish.Next());
        assertEquals(What.MATTER, hall.page(AppointmentChoice.class).what());
    }

    @Test
    void aTimeThatIsFullByNowIsSaidToBeSoAndNothingIsBooked() {
        choose(0);
        hall.centre.appointments.refusal = java.util.Optional.of("APPOINTMENT-FULL");
        hall.wish(new Wish.Next());
        assertEquals(Phase.REFUSED, one().phase());
        assertEquals(java.util.Optional.of(Why.FULL), one().why());
    }

    @Test
    void aCentreThatIsTooBusyHasNotSaidNo() {
        choose(0);
        hall.centre.appointments.refusal = java.util.Optional.of("CENTRE-BUSY");
        hall.wish(new Wish.Next());
        assertEquals(Phase.UNANSWERED, one().phase());
    }

    @Test
    void itIsChangedToAnotherDay() {
        standing();
        hall.wish(new Wish.Appoint(Deed.CHANGE));
        pick(What.DAY, 1);
        pick(What.TIME, 0);
        hall.wish(new Wish.Next());
        assertEquals(Phase.DONE, one().phase());
        assertEquals(
                List.of(FakeAppointments.SECOND),
                hall.centre.appointments.booked.values().stream()
                        .map(banyan.acceptance.Appointment::starts)
                        .toList());
    }

    @Test
    void itIsCancelledOnlyWhenAskedOnceMore() {
        standing();
        hall.wish(new Wish.Appoint(Deed.CANCEL), new Wish.Back());
        assertEquals(Phase.STANDING, one().phase());
        hall.wish(new Wish.Appoint(Deed.CANCEL), new Wish.Next());
        assertEquals(Phase.DONE, one().phase());
        assertEquals(Paper.NONE, one().paper());
        hall.wish(new Wish.Back());
        assertEquals(What.MATTER, hall.page(AppointmentChoice.class).what());
    }

    @Test
    void whoHasComeGetsHisNumberOnPaperAndTheSameOneWhereTheAnswerWasLost() {
        standing();
        hall.centre.appointments.deaf = true;
        hall.wish(new Wish.Appoint(Deed.CHECK_IN));
        assertEquals(Phase.UNANSWERED, one().phase());
        hall.centre.appointments.deaf = false;
        hall.wish(new Wish.Next());
        assertEquals("A007", one().ticket().orElseThrow().number());
        assertTrue(receipt().contains("A007"), receipt());
        assertEquals(1, Set.copyOf(hall.centre.appointments.numbers).size());
    }

    @Test
    void whoComesTooEarlyKeepsHisAppointment() {
        standing();
        hall.centre.appointments.refusal = java.util.Optional.of("APPOINTMENT-EARLY");
        hall.wish(new Wish.Appoint(Deed.CHECK_IN));
        assertEquals(java.util.Optional.of(Why.EARLY), one().why());
    }

    @Test
    void withoutAPrinterTheScreenSaysItAndTheCodeStandsThere() {
        hall.roll.end = banyan.device.Outcome.failed(new banyan.device.Fault(
                banyan.device.Fault.Kind.DISCONNECTED, banyan.device.Fault.Remedy.CALL_STAFF, "PRINTER-GONE"));
        book();
        assertEquals(Paper.NOT_OUT, one().paper());
        assertEquals("7KQ2M9XW", one().booking().orElseThrow().code());
    }
}
