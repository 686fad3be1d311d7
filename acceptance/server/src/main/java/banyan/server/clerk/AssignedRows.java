package banyan.server.clerk;

import banyan.acceptance.Assignment;
import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import banyan.acceptance.Unaccepted;
import banyan.server.clerk.Clerks.Clerk;
import banyan.server.store.Hashes;
import banyan.server.wire.Json;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The rows of what was given to a clerk. */
public final class AssignedRows {
    private static final String COLUMNS =
            "terminal, id, number, code, item, filed_at, clerk, telephone, answer_by, arrived_at, hash";

    private final Jdbi rows;

    public AssignedRows(Jdbi rows) {
        this.rows = rows;
    }

    /**
     * A submission that is not taken as it is.
     *
     * @param number that the citizen holds
     * @param item its code; empty where that cannot be read
     * @param by the last day on which the clerk gets in touch
     */
    public record Row(
            String terminal,
            SubmissionId id,
            String number,
            String code,
            String item,
            Instant filedAt,
            Clerk clerk,
            LocalDate by,
            Instant arrivedAt) {
        Assignment assignment(Sha256 report, String keyId) {
            return new Assignment(id, report, code, clerk.name(), clerk.telephone(), by, filedAt, keyId, new byte[0]);
        }
    }

    /** Whether it is the first of its name. */
    boolean insert(Handle handle, Row row, byte[] body) {
        return handle.createUpdate("""
                        INSERT INTO unaccepted
                            (terminal, id, number, code, item, filed_at, clerk, telephone, answer_by, hash, body, arrived_at)
                        VALUES (:terminal, :id, :number, :code, :item, :filed, :clerk, :telephone, :by, :hash, :body, :arrived)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("terminal", row.terminal())
                        .bind("id", row.id().value())
                        .bind("number", row.number())
                        .bind("code", row.code())
                        .bind("item", row.item())
                        .bind("filed", row.filedAt())
                        .bind("clerk", row.clerk().name())
                        .bind("telephone", row.clerk().telephone())
                        .bind("by", Date.valueOf(row.by()))
                        .bind("hash", Hashes.bytes(Sha256.of(body)))
                        .bind("body", body)
                        .bind("arrived", row.arrivedAt())
                        .execute()
                == 1;
    }

    Optional<Row> find(Handle handle, String terminal, UUID id) {
        return handle.createQuery("SELECT <columns> FROM unaccepted WHERE terminal = :terminal AND id = :id")
                .define("columns", COLUMNS)
                .bind("terminal", terminal)
                .bind("id", id)
                .map((row, _) -> row(row))
                .findOne();
    }

    /** The centre's word about it as it stands; unsigned, because the answer in which it goes is signed. */
    public Optional<Assignment> assignment(Handle handle, String terminal, UUID id, String keyId) {
        return handle.createQuery("SELECT <columns> FROM unaccepted WHERE terminal = :terminal AND id = :id")
                .define("columns", COLUMNS)
                .bind("terminal", terminal)
                .bind("id", id)
                .map((row, _) -> row(row).assignment(Hashes.of(row.getBytes("hash")), keyId))
                .findOne();
    }

    /** What a clerk still has to see to, by the day; what was received after all is seen to. */
    public List<Row> open(int most) {
        return rows.withHandle(handle -> handle.createQuery("""
                        SELECT <columns> FROM unaccepted u WHERE NOT EXISTS
                            (SELECT 1 FROM receipt r WHERE r.terminal = u.terminal AND r.id = u.id)
                        ORDER BY answer_by, arrived_at LIMIT :most
                        """)
                .define("columns", COLUMNS)
                .bind("most", most)
                .map((row, _) -> row(row))
                .list());
    }

    /** The report itself, for the clerk. Personal data. */
    public Optional<Unaccepted> report(SubmissionId id) {
        return rows.withHandle(handle -> handle.createQuery("SELECT body FROM unaccepted WHERE id = :id")
                .bind("id", id.value())
                .map((row, _) -> row.getBytes(1))
                .findFirst()
                .flatMap(body -> Json.read(body, Unaccepted.class)));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("terminal"),
                new SubmissionId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("code"),
                row.getString("item"),
                row.getTimestamp("filed_at").toInstant(),
                new Clerk(row.getString("clerk"), row.getString("telephone")),
                row.getDate("answer_by").toLocalDate(),
                row.getTimestamp("arrived_at").toInstant());
    }
}
