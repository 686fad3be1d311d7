package banyan.server;

import banyan.acceptance.ProgressQuery;
import banyan.acceptance.Receipt;
import banyan.acceptance.Submission;
import banyan.server.store.DatabaseAt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a centre must be able to do on any PostgreSQL: take in with and without papers, repeat, answer, look up. */
public final class AtPostgres {
    /** What is answered where all goes well. */
    public static final List<Integer> DONE = List.of(201, 200, 202, 204, 201, 200, 404, 200);

    private AtPostgres() {}

    /** The statuses of its answers, in order. */
    public static List<Integer> works(Path folder, DatabaseAt at) throws IOException {
        try (Centre centre = Centre.start(House.settings(folder, at), House.ITEMS)) {
            centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
            TerminalAtTest terminal = new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
            Submission plain = Cases.with();
            byte[] page = Cases.page("on another PostgreSQL");
            Submission papered = Cases.with(page);
            TerminalAtTest.Heard first = terminal.put(Cases.path(plain), plain);
            Receipt receipt = first.as(Receipt.class);
            String code = receipt.lookupCode().orElseThrow();
            String wrong = code.equals("00000000") ? "11111111" : "00000000";
            return List.of(
                    first.status(),
                    terminal.put(Cases.path(plain), plain).status(),
                    terminal.put(Cases.path(papered), papered).status(),
                    terminal.putPaper(papered.id(), page).status(),
                    terminal.put(Cases.path(papered), papered).status(),
                    terminal.post("/api/v1/progress", new ProgressQuery(receipt.acceptanceNumber(), code)).status(),
                    terminal.post("/api/v1/progress", new ProgressQuery(receipt.acceptanceNumber(), wrong)).status(),
                    centre.records().submissions(10).size() == 2 ? 200 : 500);
        }
    }
}
