package banyan.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The centre's signed word that it holds a small thing it was sent: a consent, a line of the ledger, a draft.
 *
 * @param kind what it is: {@link #CONSENT}, {@link #LEDGER} or {@link #PAPER_DRAFT}
 * @param name under which it was sent
 * @param hash of the bytes that were sent
 * @param at since when the centre has held it
 * @param keyId which of the centre's keys signed
 * @param signature Ed25519 over {@link #signedBytes}
 */
public record NoteReceipt(String kind, String name, Sha256 hash, Instant at, String keyId, byte[] signature) {
    public static final String CONSENT = "consent";
    public static final String LEDGER = "ledger";
    public static final String PAPER_DRAFT = "paper-draft";

    /** The bytes under the signature: one {@code name value} line each, in this order, UTF-8, ended by a line feed. */
    public byte[] signedBytes() {
        return ("banyan-note-receipt 1\nkind " + kind + "\nname " + name + "\nhash " + hash + "\nat " + at + "\nkey " + keyId
                        + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The same, signed. */
    public NoteReceipt signed(byte[] with) {
        return new NoteReceipt(kind, name, hash, at, keyId, with);
    }
}
