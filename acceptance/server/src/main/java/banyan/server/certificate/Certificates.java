package banyan.server.certificate;

import banyan.acceptance.Certificate;
import banyan.acceptance.CertificateOrder;
import banyan.acceptance.PrintReport;
import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.item.Masks;
import banyan.server.intake.ItemBook;
import banyan.server.register.Ask;
import banyan.server.register.LookupNotes;
import banyan.server.register.Registers;
import banyan.server.store.Hashes;
import banyan.server.store.NumberSeries;
import banyan.server.wire.Admission;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Issues certificates, one for each request however often it comes, and hears what became of their paper. */
public final class Certificates {
    private final Jdbi rows;
    private final ItemBook items;
    private final Registers registers;
    private final LookupNotes notes;
    private final Admission places;
    private final NumberSeries numbers;
    private final InstantSource clock;
    private final ZoneId zone;

    /**
     * Issues them.
     *
     * @param places for those who hold a connection; nobody has one while a department is asked
     * @param notes of who was asked about whom
     */
    public Certificates(
            Jdbi rows,
            Admission places,
            ItemBook items,
            Registers registers,
            LookupNotes notes,
            NumberSeries numbers,
            InstantSource clock,
            ZoneId zone) {
        this.places = places;
        this.notes = notes;
        this.rows = rows;
        this.items = items;
        this.registers = registers;
        this.numbers = numbers;
        this.clock = clock;
        this.zone = zone;
    }

    /** {@code PUT /certificates/{request}} */
    public Reply put(Call call) {
        Optional<CertificateOrder> read = Json.read(call.body(), CertificateOrder.class);
        if (read.isEmpty()
                || !Names.isCitizen(read.get().number())
                || read.get().name().isBlank()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        UUID request = UUID.fromString(call.named("request"));
        CertificateOrder order = read.get();
        Optional<Reply> before = settled(call.terminal(), request, order);
        if (before.isPresent()) {
            return before.get();
        }
        return switch (asked(call.terminal(), request, order)) {
            case Answer.No(var refused) -> refused;
            case Answer.Yes(var found) ->
                placed(() -> rows.inTransaction(handle -> once(handle, call.terminal(), request, hash(order), () -> {
                    issue(handle, call.terminal(), request, order, found);
                    return Reply.done();
                })));
        };
    }

    private Reply placed(Supplier<Reply> work) {
        if (!places.enter()) {
            return Reply.refused(Refusal.CENTRE_BUSY);
        }
        try {
            return work.get();
        } finally {
            places.leave();
        }
    }

    /** What a repeat is told, without asking anybody again. */
    private Optional<Reply> settled(String terminal, UUID request, CertificateOrder order) {
        if (!places.enter()) {
            return Optional.of(Reply.refused(Refusal.CENTRE_BUSY));
        }
        try {
            return rows.withHandle(handle -> isVoid(handle, terminal, request)
                    ? Optional.of(Reply.refused(Refusal.CERTIFICATE_VOID))
                    : row(handle, terminal, request, "").map(row -> again(row, hash(order))));
        } finally {
            places.leave();
        }
    }

    /**
     * The document of a decided case: it is numbered, printed, verified and declared void as any certificate is.
     *
     * @param applicant the name on it
     * @param values what it says
     */
    public record Document(String item, String applicant, SortedMap<String, String> values) {
        @Override
        public String toString() {
            return "Document[" + item + "]";
        }
    }

    /** Issues a case's document under this request, or brings the one that was issued; the caller has seen to whose it is. */
    public Reply document(Handle handle, String terminal, UUID request, Sha256 order, Supplier<Document> document) {
        return once(handle, terminal, request, order, () -> {
            Document said = document.get();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            insert(
                    handle,
                    terminal,
                    said.applicant(),
                    order,
                    certificate(handle, terminal, request, said.item(), now, said.values(), new TreeMap<>()));
            return Reply.done();
        });
    }

    private Reply once(Handle handle, String terminal, UUID request, Sha256 order, Supplier<Reply> issue) {
        if (isVoid(handle, terminal, request)) {
            return Reply.refused(Refusal.CERTIFICATE_VOID);
        }
        Optional<Row> row = row(handle, terminal, request, "");
        if (row.isEmpty()) {
            Reply refused = issue.get();
            if (refused.status() >= 400) {
                return refused;
            }
            row = row(handle, terminal, request, "");
        }
        return again(row.orElseThrow(), order);
    }

    private Certificate certificate(
            Handle handle,
            String terminal,
            UUID request,
            String item,
            Instant now,
            SortedMap<String, String> values,
            SortedMap<String, List<SortedMap<String, String>>> tables) {
        String number = numbers.next(handle, terminal, request, LocalDate.ofInstant(now, zone));
        String code = VerificationCode.random();
        return new Certificate(request, item, number, code, VerificationCode.path(code), now, values, tables);
    }

    /** {@code PUT /certificates/{request}/printed} */
    public Reply printed(Call call) {
        Optional<PrintReport> report = Json.read(call.body(), PrintReport.class);
        if (report.isEmpty() || report.get().pages() < 0) {
            return Reply.refused(Refusal.MALFORMED);
        }
        return rows.inTransaction(handle -> {
            Optional<Row> row = row(handle, call.terminal(), UUID.fromString(call.named("request")), "FOR UPDATE");
            if (row.isEmpty()) {
                return Reply.refused(Refusal.CERTIFICATE_UNKNOWN);
            }
            if (row.get().report().equals(report)) {
                return Reply.done();
            }
            boolean settled =
                    row.get().report().map(PrintReport::outcome).equals(Optional.of(PrintReport.Outcome.PRINTED));
            if (settled) {
                return Reply.refused(Refusal.PRINT_DIFFERS);
            }
            note(handle, row.get(), report.get());
            return Reply.done();
        });
    }

    /**
     * {@code PUT /certificates/{request}/void}: also of one that was never issued, or is on its way, for a terminal that was cut off
     * from the answer does not know. Whichever comes first, it is void.
     */
    public Reply declareVoid(Call call) {
        Instant now = clock.instant();
        rows.useHandle(handle -> handle.createUpdate("""
                        WITH declared AS (
                            INSERT INTO voided (terminal, request, void_at) VALUES (:terminal, :request, :at)
                            ON CONFLICT DO NOTHING RETURNING terminal, request)
                        INSERT INTO outbox (terminal, kind, subject, at)
                        SELECT terminal, 'CERTIFICATE-VOID', request::text, :at FROM declared
                        """)
                .bind("terminal", call.terminal())
                .bind("request", UUID.fromString(call.named("request")))
                .bind("at", now)
                .execute());
        return Reply.done();
    }

    private static boolean isVoid(Handle handle, String terminal, UUID request) {
        return handle.createQuery("SELECT 1 FROM voided WHERE terminal = :terminal AND request = :request")
                .bind("terminal", terminal)
                .bind("request", request)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** What the database has of a certificate. */
    private record Row(String terminal, UUID request, Sha256 order, byte[] body, Optional<PrintReport> report) {}

    private static Reply again(Row row, Sha256 order) {
        if (!row.order().equals(order)) {
            return Reply.refused(Refusal.CERTIFICATE_DIFFERS);
        }
        return Reply.json(200, row.body());
    }

    /** The order as the centre understands it, so that another spacing of the same JSON is no other order. */
    private static Sha256 hash(CertificateOrder order) {
        return Sha256.of(Json.write(order));
    }

    /** What came of asking. */
    private sealed interface Answer {
        record Yes(Registers.Queried.Found found) implements Answer {}

        record No(Reply refused) implements Answer {}
    }

    /** Asks whoever knows, however long that takes, while no connection is held. */
    private Answer asked(String terminal, UUID request, CertificateOrder order) {
        Optional<ItemBook.Offer> offer = items.offer(order.item());
        if (offer.isEmpty() || offer.get().results().isEmpty()) {
            return new Answer.No(Reply.refused(Refusal.ITEM_UNKNOWN));
        }
        List<String> strangers = order.parameters().keySet().stream()
                .filter(name -> !offer.get().query().contains(name))
                .map(name -> Names.isCode(name) ? name : "parameter")
                .toList();
        if (!strangers.isEmpty()) {
            return new Answer.No(Reply.refused(Refusal.PARAMETERS_INVALID, strangers));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LookupNotes.Open note = notes.begun(
                terminal, LookupNotes.Purpose.CERTIFICATE, order.item(), order.number(), Optional.of(request));
        Registers.Told told = registers
                .query(new Ask(request, order.item(), order.number(), offer.get().results(), order.parameters(), today))
                .orElseGet(() -> new Registers.Told("none", new Registers.Queried.Nothing()));
        return switch (told.queried()) {
            case Registers.Queried.Found found -> {
                notes.ended(note, told.provider(), "FOUND");
                yield new Answer.Yes(found);
            }
            case Registers.Queried.Nothing _ -> {
                notes.ended(note, told.provider(), "NOTHING");
                yield new Answer.No(Reply.refused(Refusal.NOTHING_ON_RECORD));
            }
            case Registers.Queried.Wrong(var parameters) -> {
                notes.ended(note, told.provider(), "WRONG");
                yield new Answer.No(Reply.refused(Refusal.PARAMETERS_INVALID, parameters));
            }
            case Registers.Queried.Away(var why) -> {
                notes.ended(note, told.provider(), why.name());
                yield new Answer.No(Reply.refused(Refusal.PROVIDER_AWAY));
            }
        };
    }

    private void issue(
            Handle handle, String terminal, UUID request, CertificateOrder order, Registers.Queried.Found found) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        insert(
                handle,
                terminal,
                order.name(),
                hash(order),
                certificate(handle, terminal, request, order.item(), now, found.values(), found.tables()));
    }

    /** Two that come at once: the second finds the row of the first, and its own number goes to nobody. */
    private static void insert(
            Handle handle, String terminal, String applicant, Sha256 hash, Certificate certificate) {
        int inserted = handle.createUpdate("""
                        WITH issued AS (
                            INSERT INTO certificate
                                (terminal, request, order_hash, item, holder, number, code, body, issued_at)
                            VALUES (:terminal, :request, :hash, :item, :holder, :number, :code, :body, :at)
                            ON CONFLICT DO NOTHING RETURNING terminal, request, code),
                        told AS (
                            INSERT INTO outbox (terminal, kind, subject, at)
                            SELECT terminal, 'CERTIFICATE-ISSUED', request::text, :at FROM issued)
                        INSERT INTO verification (code, terminal, request)
                        SELECT code, terminal, request FROM issued
                        """)
                .bind("terminal", terminal)
                .bind("request", certificate.request())
                .bind("hash", Hashes.bytes(hash))
                .bind("item", certificate.item())
                .bind("holder", Masks.name(applicant))
                .bind("number", certificate.number())
                .bind("code", certificate.verificationCode())
                .bind("body", Json.write(certificate))
                .bind("at", certificate.issuedAt())
                .execute();
        if (inserted == 0) {
            handle.createUpdate("DELETE FROM given_number WHERE number = :number")
                    .bind("number", certificate.number())
                    .execute();
        }
    }

    private static void note(Handle handle, Row row, PrintReport report) {
        handle.createUpdate("""
                        UPDATE certificate SET pages = :pages, outcome = :outcome
                        WHERE terminal = :terminal AND request = :request
                        """)
                .bind("pages", report.pages())
                .bind("outcome", report.outcome())
                .bind("terminal", row.terminal())
                .bind("request", row.request())
                .execute();
    }

    private static Optional<Row> row(Handle handle, String terminal, UUID request, String lock) {
        return handle.createQuery("""
                        SELECT order_hash, body, pages, outcome FROM certificate
                        WHERE terminal = :terminal AND request = :request
                        """ + lock)
                .bind("terminal", terminal)
                .bind("request", request)
                .map((row, _) -> new Row(
                        terminal, request, Hashes.of(row.getBytes("order_hash")), row.getBytes("body"), report(row)))
                .findOne();
    }

    private static Optional<PrintReport> report(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null
                ? Optional.empty()
                : Optional.of(new PrintReport(row.getInt("pages"), PrintReport.Outcome.valueOf(outcome)));
    }
}
