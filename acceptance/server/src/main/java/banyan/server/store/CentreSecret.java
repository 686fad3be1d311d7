package banyan.server.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One secret of the centre, in {@code centre.secret} with mode 0600, from which each use has a key of its own. */
public final class CentreSecret {
    private static final int BYTES = 32;

    private final byte[] secret;

    private CentreSecret(byte[] secret) {
        this.secret = secret;
    }

    /** Reads it from this folder; makes it where there is none. */
    public static CentreSecret in(Path folder) throws IOException {
        OwnFolder.make(folder);
        Path file = folder.resolve("centre.secret");
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, OwnFolder.FILE);
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        String text = Files.readString(file).strip();
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IOException(file + " does not hold 64 hexadecimal digits");
        }
        return new CentreSecret(HexFormat.of().parseHex(text));
    }

    /** The key for one use. */
    public byte[] forUse(String use) {
        return keyedHash(secret, use);
    }

    /** HMAC-SHA-256. */
    public static byte[] keyedHash(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
