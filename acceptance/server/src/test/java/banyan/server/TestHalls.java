package banyan.server;

import java.nio.charset.StandardCharsets;

/** A hall as the house has it: one queue with appointments, one without. */
final class TestHalls {
    static final String HALL = "gulou";

    static final byte[] PLAN = """
            {"rules": {"earlyMinutes": 30, "lateMinutes": 15, "headStartMinutes": 20, "missed": 2, "withinDays": 30, "barredDays": 7},
             "halls": [{"hall": "gulou", "chinese": "鼓楼大厅", "english": "Gulou hall",
               "queues": [
                 {"queue": "filing", "letter": "A", "chinese": "受理", "english": "Filing"},
                 {"queue": "asking", "letter": "B", "chinese": "咨询", "english": "Questions"}],
               "offerings": [
                 {"item": "subsidy", "queue": "filing", "daysAhead": 14, "minutes": 30, "capacity": 5,
                  "hours": [{"from": "09:00", "to": "12:00"}, {"from": "14:00", "to": "17:10"}]},
                 {"item": "paid-certificate", "queue": "asking", "daysAhead": 3, "minutes": 60, "capacity": 1,
                  "hours": [{"from": "08:30", "to": "11:30"}]}]}]}
            """.getBytes(StandardCharsets.UTF_8);

    private TestHalls() {}
}
