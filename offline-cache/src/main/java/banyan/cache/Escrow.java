package banyan.cache;

import banyan.acceptance.Signing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * How a key is kept for the centre too: sealed to its escrow key by HPKE (RFC 9180: X25519, HKDF-SHA256, AES-256-GCM, base mode), and
 * signed by the terminal. The escrow key is public and anybody can seal to it; the signature says whose entries the key opens.
 *
 * @param centre the centre's public escrow key, X25519
 * @param terminal who signs
 */
public record Escrow(PublicKey centre, Terminal terminal) {
    private static final byte[] PURPOSE = "banyan escrow 1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};

    /**
     * A key as the centre can open it.
     *
     * @param name of the escrow key, see {@link #name}
     * @param encapsulated HPKE's {@code enc}
     * @param sealed the key and its tag
     * @param signature of the terminal over all of it, and over what it is bound to
     */
    record Copy(long name, byte[] encapsulated, byte[] sealed, byte[] signature) {
        static final int ENCAPSULATED = 32;
        static final int SEALED = 32 + Gcm.TAG;
        static final int SIGNATURE = 64;
        static final int LENGTH = Long.BYTES + ENCAPSULATED + SEALED + SIGNATURE;

        static Copy read(ByteBuffer from) {
            Copy copy = new Copy(from.getLong(), new byte[ENCAPSULATED], new byte[SEALED], new byte[SIGNATURE]);
            from.get(copy.encapsulated).get(copy.sealed).get(copy.signature);
            return copy;
        }

        byte[] bytes() {
            return ByteBuffer.allocate(LENGTH)
                    .putLong(name)
                    .put(encapsulated)
                    .put(sealed)
                    .put(signature)
                    .array();
        }

        private byte[] signedBytes(String terminal, byte[] context) {
            return join(bound(terminal, context), Arrays.copyOf(bytes(), LENGTH - SIGNATURE));
        }
    }

    /** The scheme; BouncyCastle's object of it is made anew each time, for it is not said to serve two threads. */
    static HPKE scheme() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    /** Names a public key by the first eight bytes of its hash. */
    static long name(PublicKey key) {
        return Long.parseUnsignedLong(Signing.keyId(key), 16);
    }

    long name() {
        return name(centre);
    }

    /** Seals a key for the one place that {@code context} names. */
    Copy copy(byte[] key, byte[] context) {
        try {
            AsymmetricKeyParameter to = PublicKeyFactory.createKey(centre.getEncoded());
            byte[][] made = scheme().seal(to, PURPOSE, bound(terminal.number(), context), key, NOTHING, NOTHING, null);
            Copy unsigned = new Copy(name(), made[1], made[0], new byte[Copy.SIGNATURE]);
            byte[] signature = terminal.sign(unsigned.signedBytes(terminal.number(), context));
            return new Copy(unsigned.name(), unsigned.encapsulated(), unsigned.sealed(), signature);
        } catch (IOException | InvalidCipherTextException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether this terminal has sealed it for this place. */
    static boolean isSigned(Copy copy, String terminal, PublicKey itsKey, byte[] context) {
        return Signing.holds(itsKey, copy.signedBytes(terminal, context), copy.signature());
    }

    /** Opens a copy with the private key of the centre; empty where it was sealed to another, for another place, or has changed. */
    static Optional<byte[]> open(Copy copy, PrivateKey centre, String terminal, byte[] context) {
        try {
            AsymmetricKeyParameter secret = PrivateKeyFactory.createKey(centre.getEncoded());
            if (!(secret instanceof X25519PrivateKeyParameters ours)) {
                return Optional.empty();
            }
            return Optional.of(scheme()
                    .open(
                            copy.encapsulated(),
                            new AsymmetricCipherKeyPair(ours.generatePublicKey(), ours),
                            PURPOSE,
                            bound(terminal, context),
                            copy.sealed(),
                            NOTHING,
                            NOTHING,
                            null));
        } catch (InvalidCipherTextException another) {
            return Optional.empty();
        } catch (IllegalStateException | IllegalArgumentException noPoint) {
            // Damaged bytes need not be a point of the curve.
            return Optional.empty();
        } catch (IOException notAKey) {
            return Optional.empty();
        }
    }

    /** What HPKE authenticates beside the key. */
    static byte[] bound(String terminal, byte[] context) {
        return join((terminal + " ").getBytes(StandardCharsets.US_ASCII), context);
    }

    static byte[] purpose() {
        return PURPOSE.clone();
    }

    private static byte[] join(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }

    @Override
    public String toString() {
        return "Escrow";
    }
}
