package banyan.server.progress;

import banyan.acceptance.CaseCode;
import banyan.acceptance.SubmissionId;
import banyan.server.store.CentreSecret;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The codes on receipts. Kept as keyed hashes, so that looking one up is the same work whether it is right or not. */
public final class LookupCodes {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int TEN = 10;

    private final byte[] secret;

    /** @param secret under which a number with its code is hashed */
    public LookupCodes(byte[] secret) {
        this.secret = secret.clone();
    }

    /** A case whose code was right. */
    public record Found(String terminal, UUID id) {}

    /** Digits that nobody can guess. */
    public static String random() {
        StringBuilder digits = new StringBuilder();
        for (int at = 0; at < CaseCode.DIGITS; at++) {
            digits.append(CHANCE.nextInt(TEN));
        }
        return digits.toString();
    }

    /** A new code for this number, for good once the transaction is committed. */
    public String issue(Handle handle, String number, String terminal, SubmissionId id) {
        String code = random();
        handle.createUpdate(
                        "INSERT INTO lookup_code (number, hash, terminal, id) VALUES (:number, :hash, :terminal, :id)")
                .bind("number", number)
                .bind("hash", hash(number, code))
                .bind("terminal", terminal)
                .bind("id", id.value())
                .execute();
        return code;
    }

    /** The case of this number, if the code is its own. A number that there is not is compared as well. */
    public Optional<Found> find(Handle handle, String number, String code) {
        byte[] asked = hash(number, code);
        Row row = handle.createQuery("SELECT hash, terminal, id FROM lookup_code WHERE number = :number")
                .bind("number", number)
                .map((found, _) ->
                        new Row(found.getBytes("hash"), new Found(found.getString("terminal"), found.getObject("id", UUID.class))))
                .findOne()
                .orElse(NONE);
        return MessageDigest.isEqual(row.hash(), asked) ? Optional.of(row.found()) : Optional.empty();
    }

    /** Whether this is the code of this number. */
    public boolean fits(Handle handle, String number, String code) {
        return find(handle, number, code).isPresent();
    }

    private record Row(byte[] hash, Found found) {}

    /** Equal to no hash: it would have to be all zero. */
    private static final Row NONE = new Row(new byte[32], new Found("", new UUID(0, 0)));

    /** As it is kept. */
    public byte[] hash(String number, String code) {
        return CentreSecret.keyedHash(secret, number + ":" + code);
    }
}
