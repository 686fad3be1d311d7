package banyan.acceptance;

import java.util.Optional;

/**
 * The public keys of a centre, as it tells them to anybody. Whoever asks believes them only where {@link Signing#fingerprint} of the first is
 * what was told him otherwise, and where the answer itself is signed under it.
 *
 * @param key under which answers and receipts are signed, X.509
 * @param escrowKey X25519, X.509, to which a terminal seals what waits; absent where the centre has none
 */
public record CentreIdentity(byte[] key, Optional<byte[]> escrowKey) {
    @Override
    public String toString() {
        return "CentreIdentity";
    }
}
