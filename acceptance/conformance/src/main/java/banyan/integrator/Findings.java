package banyan.integrator;

import java.util.ArrayList;
import java.util.List;

/** What was examined and how it came out, one row for each sentence of the agreement. */
final class Findings {
    private final Contract contract;
    private final List<Row> rows = new ArrayList<>();

    Findings(Contract contract) {
        this.contract = contract;
    }

    /**
     * One row.
     *
     * @param sentence what must be so
     * @param found what was found; nothing of what was sent or answered
     */
    record Row(String chapter, String sentence, String found, boolean kept) {}

    List<Row> rows() {
        return List.copyOf(rows);
    }

    boolean allKept() {
        return rows.stream().allMatch(Row::kept);
    }

    void note(String chapter, String sentence, boolean kept, String found) {
        rows.add(new Row(chapter, sentence, found, kept));
    }

    /** The answer has this status, is signed, and is of the form that the document has for it. */
    Heard expect(String chapter, String sentence, String operation, int status, Heard heard) {
        return expect(chapter, sentence, operation, status, "", heard);
    }

    /** The same, and as a problem it has this code. */
    Heard expect(String chapter, String sentence, String operation, int status, String code, Heard heard) {
        List<String> faults = new ArrayList<>();
        if (heard.status() != status) {
            faults.add("%d was expected".formatted(status));
        }
        if (!code.isEmpty() && !heard.code().equals(code)) {
            faults.add("%s was expected".formatted(code));
        }
        if (!heard.signed()) {
            faults.add("not signed for this request");
        }
        faults.addAll(contract.faults(
                contract.operation(operation), heard.status(), heard.mediaType(), heard.body()));
        String found = faults.isEmpty() ? heard.said() : heard.said() + ": " + String.join("; ", faults);
        note(chapter, sentence, faults.isEmpty(), found);
        return heard;
    }
}
