package banyan.item.catalogue;

import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The public keys whose packages are taken, by their key id. */
public record TrustedKeys(Map<String, PublicKey> byId) {
    public static final TrustedKeys NONE = new TrustedKeys(Map.of());

    public TrustedKeys {
        byId = Map.copyOf(byId);
    }

    public static TrustedKeys of(PublicKey... keys) {
        var byId = new HashMap<String, PublicKey>();
        for (var key : keys) {
            byId.put(Ed25519.keyId(key), key);
        }
        return new TrustedKeys(byId);
    }

    public Optional<PublicKey> get(String keyId) {
        return Optional.ofNullable(byId.get(keyId));
    }
}
