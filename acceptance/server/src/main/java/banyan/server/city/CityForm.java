package banyan.server.city;

import banyan.acceptance.Submission;
import banyan.server.casework.CaseRow;
import banyan.server.wire.Json;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What is said of a case to the platform, by our names. */
final class CityForm {
    private CityForm() {}

    static SortedMap<String, String> of(Handle handle, CaseRow row) {
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
        return form;
    }
}
