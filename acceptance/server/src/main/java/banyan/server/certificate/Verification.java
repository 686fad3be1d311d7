package banyan.server.certificate;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Whether a printed certificate is genuine, by the code on it. */
public final class Verification {
    private final Jdbi rows;

    public Verification(Jdbi rows) {
        this.rows = rows;
    }

    /**
     * What a stranger may know of a certificate.
     *
     * @param code as it is kept
     * @param item code of the item
     * @param holder the name with its middle covered
     * @param voidAt since when it is void, empty while it is valid
     */
    public record Known(
            String code, String item, String number, String holder, Instant issuedAt, Optional<Instant> voidAt) {
        @Override
        public String toString() {
            return "Known[" + item + "]";
        }
    }

    /** The certificate that this was typed from, or empty if there is none. */
    public Optional<Known> of(String typed) {
        return VerificationCode.read(typed)
                .flatMap(code -> rows.withHandle(handle -> handle.createQuery("""
                        SELECT item, number, holder, issued_at, void_at FROM verification v
                        JOIN certificate c ON c.terminal = v.terminal AND c.request = v.request
                        LEFT JOIN voided d ON d.terminal = v.terminal AND d.request = v.request
                        WHERE v.code = :code
                        """)
                        .bind("code", code)
                        .map((row, _) -> new Known(
                                code,
                                row.getString("item"),
                                row.getString("number"),
                                row.getString("holder"),
                                row.getTimestamp("issued_at").toInstant(),
                                Optional.ofNullable(row.getTimestamp("void_at")).map(java.sql.Timestamp::toInstant)))
                        .findOne()));
    }
}
