package banyan.server.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A case as the database has it.
 *
 * @param terminal at which it was handed in
 * @param id of its submission, and its own
 * @param version number of the latest event
 * @param clerk who holds it
 */
public record CaseRow(
        String terminal,
        UUID id,
        String number,
        String item,
        String itemVersion,
        String department,
        CaseState state,
        int version,
        Optional<String> clerk,
        Instant receivedAt,
        PromiseClock clock) {
    static final String COLUMNS =
            "terminal, id, number, item, item_version, department, state, version, clerk, received_at, days_left, counted_from, due, stopped_at";

    static CaseRow of(ResultSet row) throws SQLException {
        String version = row.getString("item_version");
        return new CaseRow(
                row.getString("terminal"),
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("item"),
                version == null ? "" : version,
                row.getString("department"),
                CaseState.valueOf(row.getString("state")),
                row.getInt("version"),
                Optional.ofNullable(row.getString("clerk")),
                row.getTimestamp("received_at").toInstant(),
                new PromiseClock(
                        Optional.ofNullable(row.getObject("days_left", Integer.class)),
                        row.getObject("counted_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("due", LocalDate.class)),
                        Optional.ofNullable(row.getTimestamp("stopped_at")).map(java.sql.Timestamp::toInstant)));
    }

    /** The same after a deed. */
    CaseRow now(CaseState next, Optional<String> holder, PromiseClock counted) {
        return new CaseRow(
                terminal, id, number, item, itemVersion, department, next, version + 1, holder, receivedAt, counted);
    }

    @Override
    public String toString() {
        return "CaseRow[" + id + ", " + state + "]";
    }
}
