package banyan.cache;

import banyan.acceptance.Signing;
import java.security.PrivateKey;
import java.util.Optional;

/**
 * Who this terminal is to the centre.
 *
 * @param number such as {@code 0137}
 * @param key with which it signs
 * @param keys where that key stands, and another may come to stand; empty where it stands nowhere
 */
public record Terminal(String number, PrivateKey key, Optional<TerminalKeys> keys) {
    public Terminal {
        if (!number.matches("[0-9A-Za-z]{1,16}")) {
            throw new IllegalArgumentException("not the number of a terminal");
        }
    }

    /** One whose key is not replaced. */
    public Terminal(String number, PrivateKey key) {
        this(number, key, Optional.empty());
    }

    byte[] sign(byte[] bytes) {
        return Signing.sign(key, bytes);
    }

    @Override
    public String toString() {
        return "Terminal[" + number + "]";
    }
}
