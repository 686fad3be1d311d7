package banyan.cache;

import java.net.URI;
import java.security.PublicKey;
import java.util.Map;

/**
 * Which centre this terminal speaks with.
 *
 * @param address such as {@code https://centre.example:8443}; paths of the interface are put behind it
 * @param keys its Ed25519 keys by their ids; a receipt under any other key is none
 */
public record Centre(URI address, Map<String, PublicKey> keys) {
    public Centre {
        keys = Map.copyOf(keys);
    }
}
