package banyan.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Keys as PEM files, private ones PKCS#8 with mode 0600, public ones X.509: for signing those of {@link KeyAlgorithm}, and X25519 for what
 * is sealed to the centre.
 */
public final class KeyFiles {
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final String X25519 = "X25519";

    private KeyFiles() {}

    /** A new pair of keys for signing, Ed25519. */
    public static KeyPair newPair() {
        return KeyAlgorithm.ED25519.newPair();
    }

    /** A new pair of keys for sealing. */
    public static KeyPair newEscrowPair() {
        try {
            return KeyPairGenerator.getInstance(X25519).generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes a private key, readable by its owner only from the first byte; fails where the file exists. */
    public static void writePrivate(Path file, PrivateKey key) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, pem(PRIVATE, key.getEncoded()), StandardOpenOption.SYNC);
    }

    /** Writes a public key, over an older one where there is one. */
    public static void writePublic(Path file, PublicKey key) throws IOException {
        Files.writeString(file, pem(PUBLIC, key.getEncoded()));
    }

    /**
     * Reads a private key for signing, of whichever {@link KeyAlgorithm}; an {@link IOException} names the file that holds none, and never
     * its content.
     */
    public static PrivateKey readPrivate(Path file) throws IOException {
        byte[] encoded = der(file, PRIVATE);
        return Arrays.stream(KeyAlgorithm.values())
                .flatMap(algorithm -> algorithm.privateKey(encoded).stream())
                .findFirst()
                .orElseThrow(() -> new IOException(file + " holds no private key for signing"));
    }

    /** Reads a public key for checking signatures, of whichever {@link KeyAlgorithm}; an {@link IOException} names the file that holds none. */
    public static PublicKey readPublic(Path file) throws IOException {
        byte[] encoded = der(file, PUBLIC);
        return Arrays.stream(KeyAlgorithm.values())
                .flatMap(algorithm -> algorithm.publicKey(encoded).stream())
                .findFirst()
                .orElseThrow(() -> new IOException(file + " holds no public key for signatures"));
    }

    /** What stands as a private key in this file, PKCS#8, of whatever kind; an {@link IOException} names the file that holds none. */
    public static byte[] privateBytes(Path file) throws IOException {
        return der(file, PRIVATE);
    }

    /** Reads the private key that opens what was sealed to the centre; an {@link IOException} names the file that holds none. */
    public static PrivateKey readEscrowPrivate(Path file) throws IOException {
        try {
            return KeyFactory.getInstance(X25519).generatePrivate(new PKCS8EncodedKeySpec(der(file, PRIVATE)));
        } catch (GeneralSecurityException notAKey) {
            throw new IOException(file + " holds no X25519 private key");
        }
    }

    /** Reads the public key to which terminals seal for the centre; an {@link IOException} names the file that holds none. */
    public static PublicKey readEscrowPublic(Path file) throws IOException {
        return escrowPublic(der(file, PUBLIC)).orElseThrow(() -> new IOException(file + " holds no X25519 public key"));
    }

    /** The public key for sealing that these bytes, X.509, say; empty where they do not. */
    public static Optional<PublicKey> escrowPublic(byte[] encoded) {
        try {
            return Optional.of(KeyFactory.getInstance(X25519).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException notAKey) {
            return Optional.empty();
        }
    }

    private static String pem(String kind, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind);
    }

    private static byte[] der(Path file, String kind) throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        String begin = "-----BEGIN " + kind + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END " + kind + "-----");
        if (from < 0 || to < from) {
            throw new IOException(file + " holds no " + kind + " in PEM form");
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
        } catch (IllegalArgumentException notBase64) {
            throw new IOException(file + " holds no " + kind + " in PEM form");
        }
    }
}
