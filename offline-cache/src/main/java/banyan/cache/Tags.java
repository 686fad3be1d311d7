package banyan.cache;

import banyan.acceptance.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The numbers under which entries lie in the journal's tables: made of what they are called, under a key of the device that lasts as long as the journal. Whoever knows
 * the name finds the row; whoever has only the file sees numbers like any random ones.
 */
final class Tags {
    private static final String HMAC = "HmacSHA256";

    private final Vault vault;
    private @Nullable Mac keyed;

    Tags(Vault vault) {
        this.vault = vault;
    }

    /** Not before the journal is known to be this device's. */
    private synchronized Mac keyed() {
        Mac made = keyed;
        if (made == null) {
            byte[] key = vault.deriveForGood("banyan tags 1", new byte[0]);
            try {
                made = Mac.getInstance(HMAC);
                made.init(new SecretKeySpec(key, HMAC));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            } finally {
                Arrays.fill(key, (byte) 0);
            }
            keyed = made;
        }
        return made;
    }

    /** A submission has one entry for ever; a note with another content is another note. */
    long entry(Optional<Note.Kind> kind, String name, Sha256 payload) {
        return entry(kind.map(Note.Kind::number).orElse(0), name, payload);
    }

    /** The same with the kind as it is stored, which may be one that this program does not know. */
    long entry(int kind, String name, Sha256 payload) {
        return kind == 0 ? submission(name) : of("note " + kind + " " + name + " " + payload.hex());
    }

    long submission(String name) {
        return of("submission " + name);
    }

    /** Of a provisional number, which no two submissions have. */
    long number(String number) {
        return of("number " + number);
    }

    private long of(String what) {
        try {
            Mac mac = (Mac) keyed().clone();
            return ByteBuffer.wrap(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)))
                            .getLong()
                    & Long.MAX_VALUE;
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
