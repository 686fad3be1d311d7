package banyan.server.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.acceptance.AppointmentOrder;
import banyan.acceptance.AppointmentProof;
import banyan.server.SharedHouse;
import banyan.server.notice.NoticePlan;
import banyan.server.notice.Notices;
import banyan.server.store.CentreSecret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has left a number for it is told of an appointment, and who has not is not. */
class BookingNoticesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:46:00Z");
    private static final Instant STARTS = Instant.parse("2026-11-23T01:00:00Z");
    private static final String CITIZEN = "350102199003071234";
    private static final HallPlan HALLS = new HallPlan(
            new HallPlan.Rules(30, 15, 20, 2, 30, 7),
            List.of(new HallPlan.Hall(
                    "h",
                    "鼓楼大厅",
                    "Gulou",
                    List.of(new HallPlan.Queue("q", "A", "受理", "Filing")),
                    List.of(new HallPlan.Offering(
                            "i", "q", 7, 60, 1, List.of(new HallPlan.Hours(LocalTime.of(9, 0), LocalTime.of(12, 0))))))));
    private static final NoticePlan WORDS = new NoticePlan(
            Optional.empty(), Map.of("APPOINTMENT-BOOKED", "{when} {hall}", "APPOINTMENT-CANCELLED", "{when} {hall}"));

    private final Jdbi rows = SharedHouse.database().jdbi();
    private final UUID id = UUID.randomUUID();

    @TempDir
    Path folder;

    @BeforeEach
    @AfterEach
    void nothingIsBooked() {
        rows.useHandle(handle -> handle.execute(
                "TRUNCATE appointment, appointment_slot, appointment_of_citizen, appointment_code, notice"));
    }

    private Bookings bookings() throws IOException {
        return new Bookings(
                HALLS,
                new Times(ZoneId.of("Asia/Shanghai"), _ -> true),
                CentreSecret.in(folder),
                new Notices(WORDS, new byte[32]));
    }

    private List<String> book(Bookings bookings, Optional<String> phone) {
        AppointmentOrder order = new AppointmentOrder("h", "i", STARTS, CITIZEN, "张三丰", phone, "WEB", NOW);
        rows.useTransaction(handle -> bookings.book(handle, id, order, "0137", NOW));
        rows.useTransaction(handle -> bookings.book(handle, id, order, "0137", NOW));
        return waiting();
    }

    private List<String> waiting() {
        return rows.withHandle(handle -> handle.createQuery("SELECT kind FROM notice ORDER BY kind")
                .mapTo(String.class)
                .list());
    }

    @Test
    void whoHasLeftANumberIsToldOnce() throws IOException {
        Bookings bookings = bookings();
        assertEquals(List.of("APPOINTMENT-BOOKED"), book(bookings, Optional.of("13850192671")));
        AppointmentProof card = new AppointmentProof(Optional.empty(), Optional.of(CITIZEN));
        rows.useTransaction(handle -> bookings.cancel(handle, id, card, "0137", NOW));
        assertEquals(List.of("APPOINTMENT-BOOKED", "APPOINTMENT-CANCELLED"), waiting());
    }

    @Test
    void whoHasLeftNoneIsNotTold() throws IOException {
        assertEquals(List.of(), book(bookings(), Optional.empty()));
    }
}
