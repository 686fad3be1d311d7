package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import banyan.acceptance.AppointmentOrder;
import banyan.acceptance.AppointmentProof;
import banyan.acceptance.Board;
import banyan.acceptance.Ticket;
import banyan.acceptance.TicketOrder;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.staff.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueuesTest {
    private static final Instant MONDAY_NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final String CITIZEN = "350102199003071234";
    private static final String FILING = "/staff/api/queues/" + TestHalls.HALL + "/filing";

    private final TerminalAtTest terminal = House.terminal();
    private final Instant before = House.NOW.get();

    @BeforeEach
    @AfterEach
    void nobodyWaits() {
        House.NOW.set(before);
        House.database().jdbi().useHandle(handle -> {
            handle.execute("TRUNCATE appointment, appointment_slot, appointment_of_citizen, appointment_code");
            handle.execute("TRUNCATE ticket, ticket_name, queue_counter");
            handle.execute("DELETE FROM lookup_try");
        });
    }

    private static TicketOrder walkIn(String queue) {
        return new TicketOrder(TestHalls.HALL, Optional.of(queue), Optional.empty(), Optional.empty(), Instant.EPOCH);
    }

    private Ticket taken(String queue) {
        return take(UUID.randomUUID(), walkIn(queue)).as(Ticket.class);
    }

    private Heard take(UUID id, TicketOrder order) {
        return terminal.put("/api/v1/tickets/" + id, order);
    }

    private UUID booked() {
        UUID id = UUID.randomUUID();
        assertEquals(200, terminal.put("/api/v1/appointments/" + id, new AppointmentOrder(
                        TestHalls.HALL, TestItems.FILING, MONDAY_NINE, CITIZEN, "张三丰", Optional.empty(), "WEB", Instant.EPOCH))
                .status());
        return id;
    }

    private Heard checkIn(UUID appointment, String citizen) {
        return take(
                UUID.randomUUID(),
                new TicketOrder(
                        TestHalls.HALL,
                        Optional.empty(),
                        Optional.of(appointment),
                        Optional.of(new AppointmentProof(Optional.empty(), Optional.of(citizen))),
                        Instant.EPOCH));
    }

    private static Heard next(StaffAtTest clerk, String window) {
        return clerk.post(FILING + "/next", Map.of("window", window));
    }

    @Test
    void numbersGoOnInEachQueueAndBeginAnewEachDay() {
        assertEquals(List.of("A001", "A002", "B001"), List.of(
                taken("filing").number(), taken("filing").number(), taken("asking").number()));
        House.NOW.set(before.plus(Duration.ofDays(1)));
        assertEquals("A001", taken("filing").number());
    }

    @Test
    void theSameOrderAgainIsTheSameNumberWithWhoIsAheadByThen() {
        taken("filing");
        UUID id = UUID.randomUUID();
        assertEquals(1, take(id, walkIn("filing")).as(Ticket.class).ahead());
        next(StaffAtTest.signedIn(Role.CLERK), "3");
        Ticket later = take(id, walkIn("filing")).as(Ticket.class);
        assertEquals("A002", later.number());
        assertEquals(0, later.ahead());
        assertEquals("RECORD-DIFFERS", take(id, walkIn("asking")).code());
    }

    @Test
    void manyAtOnceHaveDifferentNumbersWithoutAGap() throws ExecutionException, InterruptedException {
        Set<String> numbers = new HashSet<>();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Ticket>> under = new ArrayList<>();
            for (int at = 0; at < 30; at++) {
                under.add(all.submit(() -> taken("filing")));
            }
            for (Future<Ticket> one : under) {
                numbers.add(one.get().number());
            }
        }
        assertEquals(30, numbers.size());
        assertEquals("A031", taken("filing").number());
    }

    @Test
    void whoHasAnAppointmentGoesBeforeWhoHasNotWaitedTwentyMinutesLonger() {
        UUID appointment = booked();
        House.NOW.set(MONDAY_NINE.minus(Duration.ofMinutes(25)));
        taken("filing");
        House.NOW.set(MONDAY_NINE.minus(Duration.ofMinutes(10)));
        taken("filing");
        House.NOW.set(MONDAY_NINE);
        Ticket mine = checkIn(appointment, CITIZEN).as(Ticket.class);
        assertEquals("A003", mine.number());
        assertEquals(1, mine.ahead());
        StaffAtTest clerk = StaffAtTest.signedIn(Role.CLERK);
        assertEquals(
                List.of("A001", "A003", "A002"),
                List.of(
                        next(clerk, "1").as(Ticket.class).number(),
                        next(clerk, "1").as(Ticket.class).number(),
                        next(clerk, "1").as(Ticket.class).number()));
        assertEquals(204, next(clerk, "1").status());
    }

    @Test
    void checkInIsOnceAndNeitherTooEarlyNorTooLateNorBySomebodyElse() {
        UUID appointment = booked();
        House.NOW.set(MONDAY_NINE.minus(Duration.ofMinutes(31)));
        assertEquals("APPOINTMENT-EARLY", checkIn(appointment, CITIZEN).code());
        House.NOW.set(MONDAY_NINE);
        assertEquals("APPOINTMENT-UNKNOWN", checkIn(appointment, "350102199003071235").code());
        House.NOW.set(MONDAY_NINE.plus(Duration.ofMinutes(15)).plusSeconds(1));
        assertEquals("APPOINTMENT-OVER", checkIn(appointment, CITIZEN).code());
        House.NOW.set(MONDAY_NINE.plus(Duration.ofMinutes(15)));
        assertEquals("A001", checkIn(appointment, CITIZEN).as(Ticket.class).number());
        assertEquals("APPOINTMENT-OVER", checkIn(appointment, CITIZEN).code());
    }

    @Test
    void staffCallRecallSkipAndServeAndEachIsInTheAudit() {
        StaffAtTest clerk = StaffAtTest.signedIn(Role.CLERK);
        taken("filing");
        taken("filing");
        next(clerk, "7");
        assertEquals(200, clerk.post(FILING + "/numbers/A001/recalled").status());
        assertEquals("SKIPPED", clerk.post(FILING + "/numbers/A001/skipped").as(Ticket.class).state().name());
        assertEquals("NUMBER-NOT-CALLED", clerk.post(FILING + "/numbers/A001/served").code());
        assertEquals("NUMBER-NOT-CALLED", clerk.post(FILING + "/numbers/A002/served").code());
        next(clerk, "7");
        assertEquals("SERVED", clerk.post(FILING + "/numbers/A002/served").as(Ticket.class).state().name());
        String at = TestHalls.HALL + "/2026-11-20/filing/";
        assertEquals(
                "NUMBER-CALLED %sA001, NUMBER-RECALLED %sA001, NUMBER-SKIPPED %sA001, NUMBER-CALLED %sA002, NUMBER-SERVED %sA002"
                        .replace("%s", at),
                clerk.deeds());
    }

    @Test
    void twoWindowsAreNeverGivenTheSameNumber() throws ExecutionException, InterruptedException {
        for (int at = 0; at < 12; at++) {
            taken("filing");
        }
        StaffAtTest clerk = StaffAtTest.signedIn(Role.CLERK);
        Set<String> called = new HashSet<>();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Heard>> under = new ArrayList<>();
            for (int at = 0; at < 12; at++) {
                int window = at;
                under.add(all.submit(() -> next(clerk, "w" + window)));
            }
            for (Future<Heard> one : under) {
                if (one.get().status() == 200) {
                    called.add(one.get().as(Ticket.class).number());
                }
            }
        }
        // Whoever finds each row held by another is told that nobody waits, and asks again.
        int left = House.database().jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM ticket WHERE state = 'WAITING'")
                .mapTo(Integer.class)
                .one());
        assertEquals(12, called.size() + left);
    }

    @Test
    void theBoardShowsNumbersAndWindowsToAnybodyAndNothingElse() {
        taken("filing");
        taken("filing");
        next(StaffAtTest.signedIn(Role.CLERK), "5");
        Heard heard = terminal.stranger("GET", "/public/boards/" + TestHalls.HALL, new byte[0], Map.of());
        Board board = heard.as(Board.class);
        assertEquals(List.of(new Board.Called("A001", "5")), board.called());
        assertEquals(1, board.queues().getFirst().waiting());
        assertFalse(heard.text().contains("张"));
        assertEquals(
                404, terminal.stranger("GET", "/public/boards/nowhere", new byte[0], Map.of()).status());
    }

    @Test
    void onlyWhoServesCalls() {
        assertEquals("STAFF-NOT-YOURS", next(StaffAtTest.signedIn(Role.AUDITOR), "1").code());
        assertEquals("QUEUE-UNKNOWN", StaffAtTest.signedIn(Role.CLERK)
                .post("/staff/api/queues/nowhere/filing/next", Map.of("window", "1"))
                .code());
    }
}
