package banyan.server.store;

import banyan.acceptance.Sha256;
import java.util.HexFormat;

/** A hash as the database holds it: 32 bytes. */
public final class Hashes {
    private Hashes() {}

    public static byte[] bytes(Sha256 hash) {
        return HexFormat.of().parseHex(hash.hex());
    }

    public static Sha256 of(byte[] bytes) {
        return Sha256.of(bytes, 0);
    }
}
