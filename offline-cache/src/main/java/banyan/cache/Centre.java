package banyan.cache;

import banyan.acceptance.Signing;
import java.net.URI;
import java.security.PublicKey;
import java.util.Map;

/**
 * Which centre this terminal speaks with.
 *
 * @param address such as {@code https://centre.example:8443}; the paths of the interface are put behind it
 * @param keys its Ed25519 keys by their ids; an answer or a receipt under any other key is none
 */
public record Centre(URI address, Map<String, PublicKey> keys) {
    public Centre {
        keys = Map.copyOf(keys);
    }

    /** A centre with one key. */
    public static Centre of(URI address, PublicKey key) {
        return new Centre(address, Map.of(Signing.keyId(key), key));
    }
}
