package banyan.server.signin;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The passkeys as rows, as the library asks for them, and what authenticators were asked to sign. */
public final class PasskeyRows implements CredentialRepository {
    private static final Duration ASKED_FOR = Duration.ofMinutes(5);
    private static final int HANDLE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CREDENTIAL = """
            SELECT p.credential, p.public_key, p.sign_count, s.passkey_handle
            FROM staff_passkey p JOIN staff s ON s.number = p.staff
            WHERE NOT s.shut AND\s""";

    private final Jdbi rows;
    private final InstantSource clock;

    public PasskeyRows(Jdbi rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** By what authenticators know this person, from now on if not before. */
    byte[] handleOf(Handle handle, String number) {
        byte[] fresh = new byte[HANDLE_BYTES];
        RANDOM.nextBytes(fresh);
        return handle.createQuery("""
                        UPDATE staff SET passkey_handle = coalesce(passkey_handle, :fresh) WHERE number = :number
                        RETURNING passkey_handle
                        """)
                .bind("fresh", fresh)
                .bind("number", number)
                .mapTo(byte[].class)
                .one();
    }

    /** Keeps a question of this person's, or of nobody's; those that nobody has answered go. */
    UUID ask(Handle handle, Optional<String> staff, String said) {
        Instant now = clock.instant();
        handle.createUpdate("DELETE FROM staff_passkey_question WHERE until <= :now")
                .bind("now", now)
                .execute();
        UUID id = UUID.randomUUID();
        handle.createUpdate("INSERT INTO staff_passkey_question (id, staff, said, until) VALUES (:id, :staff, :said, :until)")
                .bind("id", id)
                .bind("staff", staff.orElse(null))
                .bind("said", said)
                .bind("until", now.plus(ASKED_FOR))
                .execute();
        return id;
    }

    /** The question of this number, which is answered now: no answer counts twice, whatever comes of it. */
    Optional<String> asked(UUID id, Optional<String> staff) {
        return rows.inTransaction(handle -> handle.createQuery("""
                        DELETE FROM staff_passkey_question
                        WHERE id = :id AND until > :now AND staff IS NOT DISTINCT FROM cast(:staff AS text) RETURNING said
                        """)
                .bind("id", id)
                .bind("now", clock.instant())
                .bind("staff", staff.orElse(null))
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String number) {
        return rows.withHandle(handle -> handle.createQuery("SELECT credential FROM staff_passkey WHERE staff = :staff")
                .bind("staff", number)
                .mapTo(byte[].class)
                .list()
                .stream()
                .map(id -> PublicKeyCredentialDescriptor.builder()
                        .id(new ByteArray(id))
                        .build())
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String number) {
        return rows.withHandle(handle -> handle.createQuery(
                        "SELECT passkey_handle FROM staff WHERE number = :number AND passkey_handle IS NOT NULL")
                .bind("number", number)
                .mapTo(byte[].class)
                .findOne()
                .map(ByteArray::new));
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray userHandle) {
        return rows.withHandle(
                handle -> handle.createQuery("SELECT number FROM staff WHERE passkey_handle = :known AND NOT shut")
                        .bind("known", userHandle.getBytes())
                        .mapTo(String.class)
                        .findOne());
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credential, ByteArray userHandle) {
        return found(
                        "p.credential = :credential AND s.passkey_handle = :known",
                        Map.of("credential", credential.getBytes(), "known", userHandle.getBytes()))
                .stream()
                .findFirst();
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credential) {
        return found("p.credential = :credential", Map.of("credential", credential.getBytes()));
    }

    private Set<RegisteredCredential> found(String where, Map<String, ?> bound) {
        return rows.withHandle(handle -> handle.createQuery(CREDENTIAL + where)
                .bindMap(bound)
                .map((row, _) -> RegisteredCredential.builder()
                        .credentialId(new ByteArray(row.getBytes("credential")))
                        .userHandle(new ByteArray(row.getBytes("passkey_handle")))
                        .publicKeyCose(new ByteArray(row.getBytes("public_key")))
                        .signatureCount(row.getLong("sign_count"))
                        .build())
                .collect(Collectors.toUnmodifiableSet()));
    }
}
