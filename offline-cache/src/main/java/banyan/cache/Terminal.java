package banyan.cache;

import banyan.acceptance.Signing;
import java.security.PrivateKey;

/**
 * Who this terminal is to the centre.
 *
 * @param number such as {@code 0137}
 * @param key its Ed25519 key
 */
public record Terminal(String number, PrivateKey key) {
    public Terminal {
        if (!number.matches("[0-9A-Za-z]{1,16}")) {
            throw new IllegalArgumentException("not the number of a terminal");
        }
    }

    byte[] sign(byte[] bytes) {
        return Signing.sign(key, bytes);
    }

    @Override
    public String toString() {
        return "Terminal[" + number + "]";
    }
}
