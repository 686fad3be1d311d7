package banyan.server.wire;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.Signing;
import banyan.server.store.OwnFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;

/** The key with which the centre signs receipts and answers: {@code centre.key} (mode 0600) and {@code centre.pub}. */
public final class CentreKey {
    private static final String SECRET = "centre.key";

    private final PrivateKey secret;
    private final PublicKey shown;

    private CentreKey(PrivateKey secret, PublicKey shown) {
        this.secret = secret;
        this.shown = shown;
    }

    /** Whether a centre has run with this folder. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(SECRET));
    }

    /** Reads it from this folder; makes it where there is none. */
    public static CentreKey in(Path folder) throws IOException {
        Path secret = folder.resolve(SECRET);
        Path shown = folder.resolve("centre.pub");
        OwnFolder.make(folder);
        if (!Files.exists(secret)) {
            KeyPair pair = KeyFiles.newPair();
            // The public half first: a secret without it could not be used, and would be found at the next start.
            KeyFiles.writePublic(shown, pair.getPublic());
            KeyFiles.writePrivate(secret, pair.getPrivate());
        }
        return new CentreKey(KeyFiles.readPrivate(secret), KeyFiles.readPublic(shown));
    }

    public byte[] sign(byte[] bytes) {
        return Signing.sign(secret, bytes);
    }

    public PublicKey shown() {
        return shown;
    }

    /** The name under which terminals know it. */
    public String id() {
        return Signing.keyId(shown);
    }
}
