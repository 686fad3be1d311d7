package banyan.cache;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How an entry is sealed: the body under a random key of its own, which stands in the head; the head under a key of the device.
 * Each is bound to its row, so that none can stand in another's place. To destroy the entry is to delete its head.
 */
final class EntrySeal {
    private final Vault vault;

    /** Whoever can open what was wrapped for a place: this device, or the centre where its key is kept too. */
    interface Unwrapping {
        Optional<byte[]> unwrap(byte[] wrapped, byte[] context);
    }

    /** The two sealed columns of a row. */
    record Parts(byte[] head, byte[] body) {}

    /** An opened head and the key of its body. */
    record Opened(Head head, byte[] key) {
        @Override
        public String toString() {
            return "Opened";
        }
    }

    EntrySeal(Vault vault) {
        this.vault = vault;
    }

    Parts seal(long id, Head head, byte[] payload) {
        byte[] key = Randomness.bytes(SealedFile.KEY);
        byte[] said = head.bytes();
        byte[] keyAndHead = Arrays.copyOf(key, key.length + said.length);
        System.arraycopy(said, 0, keyAndHead, key.length, said.length);
        try {
            return new Parts(vault.wrap(keyAndHead, context(id, "head")), body(key, payload, id));
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(keyAndHead, (byte) 0);
        }
    }

    Optional<Head> head(long id, byte[] head) {
        return open(id, head).map(Opened::head);
    }

    Optional<Opened> open(long id, byte[] head) {
        return open(id, head, vault::unwrap);
    }

    static Optional<Opened> open(long id, byte[] head, Unwrapping by) {
        return by.unwrap(head, context(id, "head"))
                .filter(clear -> clear.length > SealedFile.KEY)
                .flatMap(clear -> Head.read(Arrays.copyOfRange(clear, SealedFile.KEY, clear.length))
                        .map(read -> new Opened(read, Arrays.copyOf(clear, SealedFile.KEY))));
    }

    static Optional<byte[]> body(long id, Opened head, byte[] body) {
        // A body of the usual suite has no form in front, and may begin like one that has by chance: its tag tells.
        return Optional.of(body)
                .filter(sealed -> sealed.length > 0 && sealed[0] == Suite.SM4_GCM.form())
                .flatMap(sealed -> Gcm.open(
                        Suite.SM4_GCM,
                        head.key(),
                        Arrays.copyOfRange(sealed, 1, sealed.length),
                        context(id, "body")))
                .or(() -> Gcm.open(head.key(), body, context(id, "body")));
    }

    private byte[] body(byte[] key, byte[] payload, long id) {
        byte[] sealed = Gcm.seal(vault.suite(), key, payload, context(id, "body"));
        if (vault.suite() == Suite.AES_256_GCM) {
            return sealed;
        }
        byte[] formed = new byte[1 + sealed.length];
        formed[0] = vault.suite().form();
        System.arraycopy(sealed, 0, formed, 1, sealed.length);
        return formed;
    }

    byte[] sealReceipt(String name, byte[] receipt) {
        return vault.sealReceipt(receipt, receiptContext(name));
    }

    Optional<byte[]> receipt(String name, byte[] sealed) {
        return vault.openReceipt(sealed, receiptContext(name));
    }

    /** What is to be opened as long as the journal lasts, whatever becomes of the month's key. */
    byte[] sealForGood(String context, byte[] clear) {
        return vault.sealForGood(clear, receiptContext(context));
    }

    Optional<byte[]> openForGood(String context, byte[] sealed) {
        return vault.unwrap(sealed, receiptContext(context));
    }

    private static byte[] receiptContext(String name) {
        return ("banyan receipt " + name).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] context(long id, String part) {
        return ("banyan entry " + id + " " + part).getBytes(StandardCharsets.US_ASCII);
    }
}
