package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Appointment;
import banyan.acceptance.AppointmentChange;
import banyan.acceptance.AppointmentOrder;
import banyan.acceptance.AppointmentProof;
import banyan.acceptance.Appointments;
import banyan.acceptance.Halls;
import banyan.acceptance.HallsQuery;
import banyan.acceptance.Problem;
import banyan.server.TerminalAtTest.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppointmentsTest {
    /** The first time of the Monday after the house's Friday evening. */
    private static final Instant MONDAY_NINE = Instant.parse("2026-11-23T01:00:00Z");

    private static final Instant TUESDAY_NINE = MONDAY_NINE.plus(Duration.ofDays(1));
    private static final int CAPACITY = 5;
    private static final AtomicInteger CITIZENS = new AtomicInteger(1000);

    private final TerminalAtTest terminal = House.terminal();
    private final Instant before = House.NOW.get();
    private final UUID id = UUID.randomUUID();
    private final String citizen = anybody();

    @BeforeEach
    @AfterEach
    void nothingIsBooked() {
        House.NOW.set(before);
        House.database().jdbi().useHandle(handle -> {
            handle.execute("TRUNCATE appointment, appointment_slot, appointment_of_citizen, appointment_code");
            handle.execute("DELETE FROM lookup_try");
        });
    }

    private static String anybody() {
        return "35010219900307%04d".formatted(CITIZENS.incrementAndGet());
    }

    private static AppointmentOrder order(String citizen, Instant starts) {
        return new AppointmentOrder(
                TestHalls.HALL, TestItems.FILING, starts, citizen, "张三丰", Optional.of("13850192671"), "TERMINAL", House.CLOCK.instant());
    }

    private Heard book(UUID id, String citizen, Instant starts) {
        return terminal.put("/api/v1/appointments/" + id, order(citizen, starts));
    }

    private static AppointmentProof card(String citizen) {
        return new AppointmentProof(Optional.empty(), Optional.of(citizen));
    }

    private static AppointmentProof slip(String code) {
        return new AppointmentProof(Optional.of(code), Optional.empty());
    }

    private Heard change(UUID id, AppointmentProof proof, Instant starts) {
        return terminal.put("/api/v1/appointments/" + id + "/changed", new AppointmentChange(proof, starts));
    }

    private Heard cancel(UUID id, AppointmentProof proof) {
        return terminal.put("/api/v1/appointments/" + id + "/cancelled", proof);
    }

    private Map<Instant, Integer> free() {
        return terminal.post("/api/v1/halls", new HallsQuery(Optional.of(TestItems.FILING)))
                .as(Halls.class)
                .halls()
                .getFirst()
                .slots()
                .stream()
                .collect(Collectors.toMap(Halls.Slot::starts, Halls.Slot::left));
    }

    @Test
    void timesAreOfferedOnWorkingDaysInTheZoneOfTheCentre() {
        Map<Instant, Integer> free = free();
        assertEquals(CAPACITY, free.get(MONDAY_NINE));
        assertFalse(free.containsKey(MONDAY_NINE.minus(Duration.ofDays(1))), "a Sunday is offered");
        assertFalse(free.containsKey(MONDAY_NINE.minus(Duration.ofMinutes(30))), "half past eight is offered");
        // Twelve a day, as many days as are worked within two weeks from the Friday; its own times are over.
        assertEquals(12 * 10, free.size());
    }

    @Test
    void whatIsBookedIsNotFreeAnyMoreAndItsCodeIsSaidAgain() {
        Heard first = book(id, citizen, MONDAY_NINE);
        assertEquals(200, first.status());
        Appointment booked = first.as(Appointment.class);
        assertEquals("张**", booked.name());
        assertEquals(Duration.ofMinutes(30), Duration.between(booked.starts(), booked.ends()));
        assertArrayEquals(first.body(), book(id, citizen, MONDAY_NINE).body());
        assertEquals(CAPACITY - 1, free().get(MONDAY_NINE));
    }

    @Test
    void anotherOrderUnderTheSameNameIsRefused() {
        book(id, citizen, MONDAY_NINE);
        assertEquals("RECORD-DIFFERS", book(id, citizen, TUESDAY_NINE).code());
    }

    @Test
    void howeverManyComeAtOnceNoMoreAreBookedThanThereArePlaces() throws ExecutionException, InterruptedException {
        List<Heard> heard = together(40, _ -> book(UUID.randomUUID(), anybody(), MONDAY_NINE));
        assertEquals(CAPACITY, heard.stream().filter(one -> one.status() == 200).count());
        assertEquals(
                40 - CAPACITY,
                heard.stream().filter(one -> one.status() != 200).filter(one -> one.code().equals("APPOINTMENT-FULL")).count());
        assertFalse(free().containsKey(MONDAY_NINE));
    }

    @Test
    void theSameOrderManyTimesAtOnceTakesOnePlace() throws ExecutionException, InterruptedException {
        List<Heard> heard = together(20, _ -> book(id, citizen, MONDAY_NINE));
        assertEquals(1, heard.stream().map(Heard::text).distinct().count());
        assertEquals(CAPACITY - 1, free().get(MONDAY_NINE));
    }

    @Test
    void manyWhoChangeToAndFroAtOnceLoseNoPlaceAndNoOrder() throws ExecutionException, InterruptedException {
        List<String> citizens = List.of(anybody(), anybody(), anybody(), anybody());
        List<UUID> ids = citizens.stream().map(_ -> UUID.randomUUID()).toList();
        for (int at = 0; at < ids.size(); at++) {
            assertEquals(200, book(ids.get(at), citizens.get(at), at % 2 == 0 ? MONDAY_NINE : TUESDAY_NINE).status());
        }
        List<Heard> heard = together(40, at -> change(
                ids.get(at % 4), card(citizens.get(at % 4)), (at / 4 + at) % 2 == 0 ? MONDAY_NINE : TUESDAY_NINE));
        assertEquals(List.of(), heard.stream().filter(one -> one.status() != 200).map(Heard::text).toList());
        Map<Instant, Integer> free = free();
        assertEquals(2 * CAPACITY - 4, free.getOrDefault(MONDAY_NINE, 0) + free.getOrDefault(TUESDAY_NINE, 0));
    }

    @Test
    void aCitizenHasOneForAnItemAndADay() {
        book(id, citizen, MONDAY_NINE);
        assertEquals(
                "APPOINTMENT-TWICE",
                book(UUID.randomUUID(), citizen, MONDAY_NINE.plus(Duration.ofHours(1))).code());
        assertEquals(200, book(UUID.randomUUID(), citizen, TUESDAY_NINE).status());
        assertEquals(CAPACITY, free().get(MONDAY_NINE.plus(Duration.ofHours(1))), "a refused booking holds a place");
    }

    @Test
    void aTimeThatIsNotOfferedIsRefused() {
        for (Instant starts : List.of(
                MONDAY_NINE.minus(Duration.ofDays(1)),
                MONDAY_NINE.plusSeconds(60),
                MONDAY_NINE.minus(Duration.ofDays(3)),
                MONDAY_NINE.plus(Duration.ofDays(28)))) {
            assertEquals("APPOINTMENT-NOT-OFFERED", book(UUID.randomUUID(), anybody(), starts).code());
        }
    }

    @Test
    void aChangeMovesThePlaceAndAFullTimeLeavesItWhereItWas() {
        Appointment booked = book(id, citizen, MONDAY_NINE).as(Appointment.class);
        assertEquals(TUESDAY_NINE, change(id, slip(booked.code()), TUESDAY_NINE).as(Appointment.class).starts());
        assertEquals(CAPACITY, free().get(MONDAY_NINE));
        for (int at = 0; at < CAPACITY; at++) {
            book(UUID.randomUUID(), anybody(), MONDAY_NINE);
        }
        assertEquals("APPOINTMENT-FULL", change(id, slip(booked.code()), MONDAY_NINE).code());
        assertEquals(CAPACITY - 1, free().get(TUESDAY_NINE));
    }

    @Test
    void whatIsCancelledIsFreeForAnotherAndTheCitizenMayBookThatDayAgain() {
        book(id, citizen, MONDAY_NINE);
        assertEquals(
                Appointment.State.CANCELLED, cancel(id, card(citizen)).as(Appointment.class).state());
        assertEquals(200, cancel(id, card(citizen)).status());
        assertEquals(CAPACITY, free().get(MONDAY_NINE));
        assertEquals(200, book(UUID.randomUUID(), citizen, MONDAY_NINE).status());
    }

    @Test
    void itIsFoundByCardAndByCodeAndNotByAnother() {
        Appointment booked = book(id, citizen, MONDAY_NINE).as(Appointment.class);
        for (AppointmentProof proof : List.of(card(citizen), slip(booked.code()))) {
            assertEquals(List.of(booked), found(proof));
        }
        assertEquals(List.of(), found(card(anybody())));
        assertEquals(List.of(), found(slip("22222222")));
        cancel(id, card(citizen));
        assertEquals(List.of(), found(card(citizen)));
    }

    private List<Appointment> found(AppointmentProof proof) {
        return terminal.post("/api/v1/appointments/find", proof)
                .as(Appointments.class)
                .appointments();
    }

    @Test
    void codesAreNotTriedUntilOneFits() {
        book(id, citizen, MONDAY_NINE);
        for (int tried = 0; tried < 5; tried++) {
            assertEquals("APPOINTMENT-UNKNOWN", cancel(id, slip("23456789")).code());
        }
        assertEquals(429, cancel(id, card(citizen)).status());
    }

    @Test
    void whoStaysAwayTwiceWaitsAWeek() {
        book(id, citizen, MONDAY_NINE);
        book(UUID.randomUUID(), citizen, TUESDAY_NINE);
        Instant later = TUESDAY_NINE.plus(Duration.ofHours(1));
        House.NOW.set(later);
        assertEquals(Appointment.State.MISSED, book(id, citizen, MONDAY_NINE, before).as(Appointment.class).state());
        assertEquals("APPOINTMENT-BARRED", book(UUID.randomUUID(), citizen, TUESDAY_NINE.plus(Duration.ofDays(1))).code());
        assertEquals(200, book(UUID.randomUUID(), anybody(), TUESDAY_NINE.plus(Duration.ofDays(1))).status());
        House.NOW.set(TUESDAY_NINE.plus(Duration.ofDays(7)).plusSeconds(1));
        assertEquals(200, book(UUID.randomUUID(), citizen, TUESDAY_NINE.plus(Duration.ofDays(8))).status());
    }

    /** The order as it was given then. */
    private Heard book(UUID id, String citizen, Instant starts, Instant at) {
        AppointmentOrder now = order(citizen, starts);
        return terminal.put(
                "/api/v1/appointments/" + id,
                new AppointmentOrder(now.hall(), now.item(), now.starts(), now.citizen(), now.name(), now.phone(), now.origin(), at));
    }

    @Test
    void whatIsWrongWithAnOrderIsNamed() {
        Heard heard = terminal.put(
                "/api/v1/appointments/" + id,
                new AppointmentOrder(
                        "a b", "<", MONDAY_NINE, "1", " ", Optional.of("call me"), "by hand", House.CLOCK.instant()));
        assertEquals(
                List.of("hall", "item", "citizen", "name", "phone", "origin"),
                heard.as(Problem.class).fields());
    }

    @Test
    void theDatabaseHoldsNeitherNumberNorNameNorTelephoneNorCode() {
        String code = book(id, citizen, MONDAY_NINE).as(Appointment.class).code();
        String all = House.database().jdbi().withHandle(handle -> handle
                .createQuery("""
                        SELECT concat(a::text, c::text, k::text) FROM appointment a, appointment_of_citizen c, appointment_code k
                        WHERE a.id = :id AND c.id = a.id AND k.id = a.id
                        """)
                .bind("id", id)
                .mapTo(String.class)
                .one());
        assertTrue(all.contains("张**"));
        for (String secret : List.of(citizen, "三丰", "13850192671", code)) {
            assertFalse(all.contains(secret));
        }
    }

    /** One deed of many. */
    @FunctionalInterface
    private interface Deed {
        Heard of(int at);
    }

    private static List<Heard> together(int many, Deed deed) throws ExecutionException, InterruptedException {
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Heard>> under = new ArrayList<>();
            for (int at = 0; at < many; at++) {
                int which = at;
                under.add(all.submit(() -> deed.of(which)));
            }
            List<Heard> heard = new ArrayList<>();
            for (Future<Heard> one : under) {
                heard.add(one.get());
            }
            return heard;
        }
    }
}
