package banyan.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the demonstration's halls offer: two halls, to one of which one may come at any hour of a working day. */
final class DemonstrationHalls {
    private static final String PLAN = """
            {"rules": {"earlyMinutes": 60, "lateMinutes": 15, "headStartMinutes": 20, "missed": 3, "withinDays": 30, "barredDays": 7},
             "halls": [
               {"hall": "gulou", "chinese": "鼓楼区政务服务中心", "english": "Gulou service centre",
                "queues": [{"queue": "filing", "letter": "A", "chinese": "受理", "english": "Filing"}],
                "offerings": [
                  {"item": "flexible-employment-subsidy", "queue": "filing", "daysAhead": 14, "minutes": 60, "capacity": 5,
                   "hours": [{"from": "09:00", "to": "12:00"}, {"from": "14:00", "to": "17:00"}]}]},
               {"hall": "taijiang", "chinese": "台江 24 小时大厅", "english": "Taijiang 24-hour hall",
                "queues": [{"queue": "filing", "letter": "B", "chinese": "受理", "english": "Filing"}],
                "offerings": [
                  {"item": "flexible-employment-subsidy", "queue": "filing", "daysAhead": 14, "minutes": 30, "capacity": 3,
                   "hours": [{"from": "00:00", "to": "23:59"}]}]}]}
            """;

    private DemonstrationHalls() {}

    /** Lays the plan beside the centre's papers, where none lies yet. */
    static void in(Path centre) throws IOException {
        Path file = Files.createDirectories(centre).resolve("halls.json");
        if (!Files.exists(file)) {
            Files.writeString(file, PLAN);
        }
    }
}
