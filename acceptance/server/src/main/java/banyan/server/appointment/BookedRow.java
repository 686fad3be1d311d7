package banyan.server.appointment;

import banyan.acceptance.Appointment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** An appointment as the database holds it. */
record BookedRow(
        UUID id,
        byte[] hash,
        String origin,
        String hall,
        String item,
        Instant starts,
        Instant ends,
        byte[] citizen,
        String masked,
        Appointment.State state) {
    static final String COLUMNS = "id, hash, origin, hall, item, starts, ends, citizen, masked, state";

    static BookedRow of(ResultSet row) throws SQLException {
        return new BookedRow(
                row.getObject("id", UUID.class),
                row.getBytes("hash"),
                row.getString("origin"),
                row.getString("hall"),
                row.getString("item"),
                row.getTimestamp("starts").toInstant(),
                row.getTimestamp("ends").toInstant(),
                row.getBytes("citizen"),
                row.getString("masked"),
                Appointment.State.valueOf(row.getString("state")));
    }

    /** Nobody writes down that somebody did not come: it follows from the time. */
    Appointment.State stateAt(Instant now, int lateMinutes) {
        boolean over = now.isAfter(starts.plus(lateMinutes, ChronoUnit.MINUTES));
        return state == Appointment.State.BOOKED && over ? Appointment.State.MISSED : state;
    }

    Appointment shown(String code, Instant now, int lateMinutes) {
        return new Appointment(id, hall, item, starts, ends, code, masked, origin, stateAt(now, lateMinutes));
    }

    @Override
    public String toString() {
        return "BookedRow[" + id + "]";
    }
}
