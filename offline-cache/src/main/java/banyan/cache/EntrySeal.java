package banyan.cache;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How an entry is sealed: a random key of its own for head and body, wrapped by the device key. Each sealed part is bound to its
 * row and its column, so that none can stand in another's place. To destroy the entry is to delete the wrapped key.
 */
final class EntrySeal {
    private final Vault vault;

    /** The three sealed columns of a row. */
    record Parts(byte[] key, byte[] head, byte[] body) {}

    EntrySeal(Vault vault) {
        this.vault = vault;
    }

    Parts seal(long id, Head head, byte[] payload) {
        byte[] key = Randomness.bytes(SealedFile.KEY);
        try {
            return new Parts(
                    vault.wrap(key, context(id, "key")),
                    Gcm.seal(key, head.bytes(), context(id, "head")),
                    Gcm.seal(key, payload, context(id, "body")));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    Optional<Head> head(long id, byte[] wrapped, byte[] head) {
        return vault.unwrap(wrapped, context(id, "key"))
                .flatMap(key -> Gcm.open(key, head, context(id, "head")))
                .flatMap(Head::read);
    }

    Optional<byte[]> body(long id, byte[] wrapped, byte[] body) {
        return vault.unwrap(wrapped, context(id, "key")).flatMap(key -> Gcm.open(key, body, context(id, "body")));
    }

    byte[] sealReceipt(String name, byte[] receipt) {
        return vault.sealReceipt(receipt, receiptContext(name));
    }

    Optional<byte[]> receipt(String name, byte[] sealed) {
        return vault.openReceipt(sealed, receiptContext(name));
    }

    private static byte[] receiptContext(String name) {
        return ("banyan receipt " + name).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] context(long id, String part) {
        return ("banyan entry " + id + " " + part).getBytes(StandardCharsets.US_ASCII);
    }
}
