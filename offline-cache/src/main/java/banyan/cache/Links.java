package banyan.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keyed hashes of which the journal's chain is made. Of a row it takes what stands outside the seals, which is also what keeps
 * standing when a receipt is erased or fetched anew; what is sealed is bound to its row by its seal. Nobody makes one without the key.
 */
final class Links {
    static final int SIZE = 32;

    private static final String HMAC = "HmacSHA256";

    private final Mac keyed;

    /** @param root the key of the epoch that lasts as long as the journal */
    Links(byte[] root) {
        byte[] key = Vault.derive(root, "banyan chain 1", new byte[0], new byte[0]);
        try {
            keyed = Mac.getInstance(HMAC);
            keyed.init(new SecretKeySpec(key, HMAC));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    byte[] entry(Rows.Place row) {
        byte[] code = row.code().getBytes(StandardCharsets.UTF_8);
        return of(ByteBuffer.allocate(1 + 3 * Long.BYTES + 2 * Integer.BYTES + code.length)
                .put((byte) 'e')
                .putLong(row.id())
                .putInt(row.kind())
                .putInt(row.state())
                .putLong(row.hour())
                .putLong(row.number())
                .put(code));
    }

    byte[] receipt(long id, long number, long hour) {
        return of(ByteBuffer.allocate(1 + 3 * Long.BYTES)
                .put((byte) 'r')
                .putLong(id)
                .putLong(number)
                .putLong(hour));
    }

    /** The link that follows one, over what the journal holds now. */
    byte[] after(byte[] link, byte[] holding) {
        return of(ByteBuffer.allocate(1 + link.length + holding.length)
                .put((byte) 'l')
                .put(link)
                .put(holding));
    }

    private synchronized byte[] of(ByteBuffer what) {
        return keyed.doFinal(what.array());
    }
}
