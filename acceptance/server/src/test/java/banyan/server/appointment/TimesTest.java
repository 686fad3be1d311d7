package banyan.server.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import banyan.item.WorkingDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimesTest {
    private static final HallPlan.Offering HOURLY = new HallPlan.Offering(
            "item", "queue", 9, 60, 1, List.of(new HallPlan.Hours(LocalTime.of(0, 0), LocalTime.of(4, 30))));

    @TempDir
    Path folder;

    private static List<LocalDate> days(WorkingDays calendar, String now) {
        Times times = new Times(ZoneId.of("Asia/Shanghai"), calendar::isWorked);
        return times.of(HOURLY, Instant.parse(now)).stream()
                .map(time -> times.day(time.starts()))
                .distinct()
                .toList();
    }

    @Test
    void aSundayThatIsWorkedIsOfferedAndAHolidayIsNot() {
        LocalDate sunday = LocalDate.of(2026, 9, 20);
        LocalDate holiday = LocalDate.of(2026, 9, 25);
        WorkingDays calendar = new WorkingDays(Set.of(2026), Set.of(holiday), Set.of(sunday));
        assertEquals(
                List.of(20, 21, 22, 23, 24),
                days(calendar, "2026-09-18T12:00:00Z").stream()
                        .map(LocalDate::getDayOfMonth)
                        .toList());
    }

    @Test
    void anHourThatTheZoneLeavesOutIsNoTime() {
        Times times = new Times(ZoneId.of("Europe/Berlin"), _ -> true);
        List<String> that = times.of(HOURLY, Instant.parse("2026-03-28T22:59:00Z")).stream()
                .limit(3)
                .map(time -> time.starts().toString())
                .toList();
        // 00:00 and 01:00 in winter time, then 03:00 in summer time: 02:00 is not there.
        assertEquals(List.of("2026-03-28T23:00:00Z", "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z"), that);
    }

    @Test
    void aTimeThatHasBegunIsNotOffered() {
        Times times = new Times(ZoneId.of("Asia/Shanghai"), _ -> true);
        Instant starts = Instant.parse("2026-11-19T17:00:00Z");
        assertEquals(1, times.at(HOURLY, starts, starts.minusSeconds(1)).stream().count());
        assertEquals(0, times.at(HOURLY, starts, starts).stream().count());
    }

    @Test
    void aPlanWithAMistakeIsNotStartedWith() throws IOException {
        Path file = folder.resolve("halls.json");
        assertEquals(HallPlan.NONE, HallPlan.in(file));
        Files.writeString(file, "{\"halls\": []}");
        assertThrows(IOException.class, () -> HallPlan.in(file));
        Files.writeString(file, """
                {"rules": {"earlyMinutes": 0, "lateMinutes": 0, "headStartMinutes": 0, "missed": 1, "withinDays": 1, "barredDays": 0},
                 "halls": [{"hall": "a", "chinese": "甲", "english": "A", "queues": [],
                   "offerings": [{"item": "i", "queue": "gone", "daysAhead": 1, "minutes": 30, "capacity": 1,
                     "hours": [{"from": "09:00", "to": "10:00"}]}]}]}
                """);
        IOException mistaken = assertThrows(IOException.class, () -> HallPlan.in(file));
        assertEquals(file + ": the offering of i in a", mistaken.getMessage());
    }
}
