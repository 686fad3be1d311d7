package banyan.server.records;

import banyan.acceptance.Certificate;
import banyan.acceptance.Consent;
import banyan.acceptance.Deposit;
import banyan.acceptance.LedgerEntry;
import banyan.acceptance.PrintReport;
import banyan.acceptance.Receipt;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.server.store.Hashes;
import banyan.server.store.PaperStore;
import banyan.server.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * What the centre really holds, read from its database and its paper store and not from memory: for whoever wants to compare it
 * with what a screen has said. Newest first. It holds personal data and shows it.
 */
public final class CentreRecords {
    private final Jdbi rows;
    private final PaperStore papers;

    public CentreRecords(Jdbi rows, PaperStore papers) {
        this.rows = rows;
        this.papers = papers;
    }

    /**
     * A submission.
     *
     * @param payload the bytes that came
     * @param submission what they say
     * @param papers what is here of its papers, in no order
     * @param receipt absent while papers are missing
     */
    public record HeldSubmission(
            String terminal,
            SubmissionId id,
            Instant arrivedAt,
            byte[] payload,
            Submission submission,
            List<HeldPaper> papers,
            Optional<Receipt> receipt) {
        @Override
        public String toString() {
            return "HeldSubmission[" + id + "]";
        }
    }

    /** A paper of a submission. */
    public record HeldPaper(String terminal, SubmissionId submission, Sha256 hash, long size, Instant heldAt) {}

    /** A certificate that was issued. */
    public record IssuedCertificate(
            String terminal,
            UUID request,
            Certificate certificate,
            String maskedHolder,
            Optional<Instant> voidAt,
            Optional<PrintReport> printed) {}

    /** An evaluation. */
    public record GivenEvaluation(
            UUID about, String terminal, int level, List<String> reasons, Instant givenAt, Optional<String> phone) {
        @Override
        public String toString() {
            return "GivenEvaluation[" + level + "]";
        }
    }

    /** Something that could not be got done. */
    public record ReportedTrouble(
            String terminal,
            String trace,
            Optional<String> item,
            String step,
            String faultCode,
            Instant givenAt,
            Optional<String> phone) {
        @Override
        public String toString() {
            return "ReportedTrouble[" + trace + "]";
        }
    }

    /**
     * What became of a cell of a cabinet.
     *
     * @param takenAt when staff emptied it
     * @param found whether anything lay in it then
     */
    public record HeldDeposit(
            String terminal, UUID id, Deposit deposit, Optional<Instant> takenAt, Optional<Boolean> found) {}

    /**
     * How a terminal stood, by its own signed word. No citizen is in it.
     *
     * @param verdict {@code READY}, or how many jobs were left
     */
    public record HeldReadiness(
            String terminal, UUID id, String verdict, Instant madeAt, Instant arrivedAt, byte[] pdf) {
        @Override
        public String toString() {
            return "HeldReadiness[" + terminal + ", " + verdict + "]";
        }
    }

    /** A line of a terminal's ledger of printed certificates. */
    public record PrintedPaper(String terminal, LedgerEntry entry, Instant arrivedAt) {}

    /** Something others are to be told. */
    public record Told(String terminal, String kind, String subject, Instant at) {}

    /** The latest submissions. */
    public List<HeldSubmission> submissions(int most) {
        return rows.withHandle(handle -> handle.createQuery("""
                        SELECT s.terminal, s.id, s.arrived_at, s.payload, r.body FROM submission s
                        LEFT JOIN receipt r ON r.terminal = s.terminal AND r.id = s.id
                        ORDER BY s.arrived_at DESC LIMIT :most
                        """)
                .bind("most", most)
                .map((row, _) -> submission(row))
                .list());
    }

    /** The submission of this name, from whichever terminal. */
    public Optional<HeldSubmission> submission(SubmissionId id) {
        return rows.withHandle(handle -> handle.createQuery("""
                        SELECT s.terminal, s.id, s.arrived_at, s.payload, r.body FROM submission s
                        LEFT JOIN receipt r ON r.terminal = s.terminal AND r.id = s.id
                        WHERE s.id = :id
                        """)
                .bind("id", id.value())
                .map((row, _) -> submission(row))
                .findFirst());
    }

    /** How many submissions there are. */
    public long countSubmissions() {
        return rows.withHandle(handle -> handle.createQuery("SELECT count(*) FROM submission")
                .mapTo(Long.class)
                .one());
    }

    /** The papers held under this name, whether their submission has come or not. */
    public List<HeldPaper> papers(String terminal, SubmissionId id) {
        return rows.withHandle(handle -> handle.createQuery(
                        "SELECT hash, size, held_at FROM paper WHERE terminal = :terminal AND id = :id")
                .bind("terminal", terminal)
                .bind("id", id.value())
                .map((row, _) -> new HeldPaper(
                        terminal, id, Hashes.of(row.getBytes("hash")), row.getLong("size"), time(row, "held_at")))
                .list());
    }

    /** The bytes of a paper, from where they are kept. */
    public byte[] bytes(HeldPaper paper) throws IOException {
        try (InputStream bytes = papers.open(paper.terminal(), paper.submission(), paper.hash())) {
            return bytes.readAllBytes();
        }
    }

    /** The latest certificates. */
    public List<IssuedCertificate> certificates(int most) {
        return rows.withHandle(handle -> handle.createQuery("""
                        SELECT c.terminal, c.request, body, holder, void_at, pages, outcome FROM certificate c
                        LEFT JOIN voided d ON d.terminal = c.terminal AND d.request = c.request
                        ORDER BY issued_at DESC LIMIT :most
                        """)
                .bind("most", most)
                .map((row, _) -> new IssuedCertificate(
                        row.getString("terminal"),
                        row.getObject("request", UUID.class),
                        own(row.getBytes("body"), Certificate.class),
                        row.getString("holder"),
                        Optional.ofNullable(row.getTimestamp("void_at")).map(java.sql.Timestamp::toInstant),
                        printed(row)))
                .list());
    }

    /** The latest evaluations. */
    public List<GivenEvaluation> evaluations(int most) {
        return rows.withHandle(handle -> handle.createQuery("""
                        SELECT case_id, terminal, level, reasons, given_at, phone FROM evaluation
                        ORDER BY arrived_at DESC LIMIT :most
                        """)
                .bind("most", most)
                .map((row, _) -> new GivenEvaluation(
                        row.getObject("case_id", UUID.class),
                        row.getString("terminal"),
                        row.getInt("level"),
                        List.of((String[]) row.getArray("reasons").getArray()),
                        time(row, "given_at"),
                        Optional.ofNullable(row.getString("phone"))))
                .list());
    }

    /** The latest troubles. */
    public List<ReportedTrouble> troubles(int most) {
        return rows.withHandle(handle -> handle.createQuery("""
                        SELECT terminal, trace, item, step, fault_code, given_at, phone FROM trouble
                        ORDER BY arrived_at DESC LIMIT :most
                        """)
                .bind("most", most)
                .map((row, _) -> new ReportedTrouble(
                        row.getString("terminal"),
                        row.getString("trace"),
                        Optional.ofNullable(row.getString("item")),
                        row.getString("step"),
                        row.getString("fault_code"),
                        time(row, "given_at"),
                        Optional.ofNullable(row.getString("phone"))))
                .list());
    }

    /** The latest deposits. */
    public List<HeldDeposit> deposits(int most) {
        return rows.withHandle(handle -> handle.createQuery("""
                        SELECT d.terminal, d.id, about, cell, materials, how, opened_at, taken_at, found FROM deposit d
                        LEFT JOIN deposit_taken t ON t.terminal = d.terminal AND t.id = d.id
                        ORDER BY d.arrived_at DESC LIMIT :most
                        """)
                .bind("most", most)
                .map((row, _) -> deposit(row))
                .list());
    }

    private static HeldDeposit deposit(ResultSet row) throws SQLException {
        boolean found = row.getBoolean("found");
        Optional<Instant> taken = Optional.ofNullable(row.getTimestamp("taken_at")).map(java.sql.Timestamp::toInstant);
        return new HeldDeposit(
                row.getString("terminal"),
                row.getObject("id", UUID.class),
                new Deposit(
                        new SubmissionId(row.getObject("about", UUID.class)),
                        row.getInt("cell"),
                        List.of((String[]) row.getArray("materials").getArray()),
                        Deposit.How.valueOf(row.getString("how")),
                        time(row, "opened_at")),
                taken,
                taken.map(_ -> found));
    }

    /** To which words the citizen of this request agreed; the first that came. */
    public Optional<Consent> consent(String terminal, UUID request) {
        return rows.withHandle(handle -> handle.createQuery(
                        "SELECT body FROM consent WHERE terminal = :terminal AND about = :about ORDER BY arrived_at LIMIT 1")
                .bind("terminal", terminal)
                .bind("about", request)
                .map((row, _) -> own(row.getBytes("body"), Consent.class))
                .findOne());
    }

    /** The latest ledger lines. */
    public List<PrintedPaper> ledger(int most) {
        return rows.withHandle(handle -> handle.createQuery(
                        "SELECT terminal, body, arrived_at FROM ledger ORDER BY arrived_at DESC, name DESC LIMIT :most")
                .bind("most", most)
                .map((row, _) -> new PrintedPaper(
                        row.getString("terminal"), own(row.getBytes("body"), LedgerEntry.class), time(row, "arrived_at")))
                .list());
    }

    /** Each terminal's latest report of readiness, by number. */
    public List<HeldReadiness> latestReadiness() {
        return rows.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT ON (terminal) terminal, id, verdict, made_at, arrived_at, pdf FROM readiness
                        ORDER BY terminal, made_at DESC
                        """)
                .map((row, _) -> readiness(row))
                .list());
    }

    /** Every report of readiness. */
    public List<HeldReadiness> readiness() {
        return rows.withHandle(handle -> handle.createQuery(
                        "SELECT terminal, id, verdict, made_at, arrived_at, pdf FROM readiness ORDER BY arrived_at DESC")
                .map((row, _) -> readiness(row))
                .list());
    }

    /** The report of this name. */
    public Optional<HeldReadiness> readiness(UUID id) {
        return rows.withHandle(handle -> handle.createQuery(
                        "SELECT terminal, id, verdict, made_at, arrived_at, pdf FROM readiness WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> readiness(row))
                .findFirst());
    }

    private static HeldReadiness readiness(ResultSet row) throws SQLException {
        return new HeldReadiness(
                row.getString("terminal"),
                row.getObject("id", UUID.class),
                row.getString("verdict"),
                time(row, "made_at"),
                time(row, "arrived_at"),
                row.getBytes("pdf"));
    }

    /** What others have been and are to be told, oldest first. */
    public List<Told> outbox(String terminal) {
        return rows.withHandle(handle -> handle.createQuery(
                        "SELECT kind, subject, at FROM outbox WHERE terminal = :terminal ORDER BY seq")
                .bind("terminal", terminal)
                .map((row, _) -> new Told(terminal, row.getString("kind"), row.getString("subject"), time(row, "at")))
                .list());
    }

    private HeldSubmission submission(ResultSet row) throws SQLException {
        String terminal = row.getString("terminal");
        SubmissionId id = new SubmissionId(row.getObject("id", UUID.class));
        byte[] payload = row.getBytes("payload");
        return new HeldSubmission(
                terminal,
                id,
                time(row, "arrived_at"),
                payload,
                own(payload, Submission.class),
                papers(terminal, id),
                Optional.ofNullable(row.getBytes("body")).map(body -> own(body, Receipt.class)));
    }

    private static Optional<PrintReport> printed(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null
                ? Optional.empty()
                : Optional.of(new PrintReport(row.getInt("pages"), PrintReport.Outcome.valueOf(outcome)));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    /** What was read once, before it was kept, can be read again. */
    private static <T extends Record> T own(byte[] json, Class<T> type) {
        return Json.read(json, type)
                .orElseThrow(() -> new IllegalStateException("a kept " + type.getSimpleName() + " cannot be read"));
    }
}
