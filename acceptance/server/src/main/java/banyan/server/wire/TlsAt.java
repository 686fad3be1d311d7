package banyan.server.wire;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the door is sealed.
 *
 * @param own the centre's certificate and private key
 * @param terminals certificates, PEM, of which one must have signed what a terminal shows instead of signing its requests; empty where no
 *     certificate is asked for
 */
public record TlsAt(Own own, Optional<Path> terminals) {
    /** In which form they lie there. */
    public sealed interface Own {
        /** Certificate with those between, and the key as PKCS#8, both PEM. */
        record Pem(Path certificates, Path key) implements Own {}

        /** One file with all of them, and a file with its password. */
        record Pkcs12(Path store, Path password) implements Own {}
    }
}
