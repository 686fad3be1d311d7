package banyan.server.city;

import banyan.acceptance.Submission;
import banyan.server.casework.CaseRow;
import banyan.server.wire.Json;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What is said of a case to the platform, by our names. */
final class CityForm {
    /** The name of the number that is known beyond this centre. */
    static final String NATIONAL = "nationalNumber";

    private final NationalNumbers numbers;
    private final ZoneId zone;

    CityForm(NationalNumbers numbers, ZoneId zone) {
        this.numbers = numbers;
        this.zone = zone;
    }

    /** Whether it is whole; it is not where a number is needed and the day has no more. */
    boolean isWhole(CityRows.Row row, SortedMap<String, String> form) {
        return !numbers.has(row.item()) || form.containsKey(NATIONAL);
    }

    SortedMap<String, String> of(Handle handle, CityRows.Row at, CaseRow row) {
        Submission filed = handle.createQuery("SELECT payload FROM submission WHERE terminal = :terminal AND id = :id")
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .map((found, _) -> Json.read(found.getBytes("payload"), Submission.class).orElseThrow())
                .one();
        TreeMap<String, String> form = new TreeMap<>();
        form.put("id", row.id().toString());
        form.put("number", row.number());
        form.put("item", row.item());
        form.put("receivedAt", row.receivedAt().toString());
        form.put("applicant.name", filed.applicant().name());
        form.put("applicant.number", filed.applicant().number());
        filed.answers().forEach((field, value) -> form.put("answer." + field, value));
        numbers.of(handle, at, LocalDate.ofInstant(row.receivedAt(), zone)).ifPresent(number -> form.put(NATIONAL, number));
        return form;
    }
}
