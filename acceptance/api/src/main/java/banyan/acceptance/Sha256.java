package banyan.acceptance;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 of some bytes: names a paper and proves that it is the one that was meant.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) {
    public Sha256 {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256");
        }
    }

    /** The hash of these bytes. */
    public static Sha256 of(byte[] bytes) {
        return of(digest().digest(bytes), 0);
    }

    /** A hash that a {@link MessageDigest} has already computed, at this offset. */
    public static Sha256 of(byte[] hash, int offset) {
        return new Sha256(java.util.HexFormat.of().formatHex(hash, offset, offset + 32));
    }

    /** A fresh SHA-256 digest; every Java platform has one. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
