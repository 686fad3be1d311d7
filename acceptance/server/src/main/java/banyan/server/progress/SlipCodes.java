package banyan.server.progress;

import banyan.acceptance.SubmissionId;
import banyan.server.store.CentreSecret;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The codes on the slips of what terminals keep, as keyed hashes; a terminal has made them, the centre only compares. */
public final class SlipCodes {
    private final byte[] secret;

    /** @param secret under which a number with its code is hashed */
    public SlipCodes(byte[] secret) {
        this.secret = secret.clone();
    }

    /** From now on whoever holds this slip is told about this submission. */
    public void register(Handle handle, String number, String code, String terminal, SubmissionId id) {
        handle.createUpdate("""
                        INSERT INTO slip (number, hash, terminal, id) VALUES (:number, :hash, :terminal, :id)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("number", number)
                .bind("hash", hash(number, code))
                .bind("terminal", terminal)
                .bind("id", id.value())
                .execute();
    }

    /** The submission of this number, if the code is its slip's. */
    public Optional<LookupCodes.Found> find(Handle handle, String number, String code) {
        byte[] asked = hash(number, code);
        return handle
                .createQuery("SELECT hash, terminal, id FROM slip WHERE number = :number")
                .bind("number", number)
                .map((row, _) -> new Row(
                        row.getBytes("hash"),
                        new LookupCodes.Found(row.getString("terminal"), row.getObject("id", UUID.class))))
                .list()
                .stream()
                .filter(row -> MessageDigest.isEqual(row.hash(), asked))
                .map(Row::found)
                .findFirst();
    }

    private record Row(byte[] hash, LookupCodes.Found found) {}

    /** As it is kept. */
    public byte[] hash(String number, String code) {
        return CentreSecret.keyedHash(secret, number + ":" + code);
    }
}
