package banyan.attest;

import java.security.InvalidKeyException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.SignatureSpi;
import java.security.interfaces.EdECKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Ed25519 (RFC 8032) by Bouncy Castle, some ten times as quick as the JDK's own: once installed, the platform's {@code Signature} of that
 * name is this one. Keys stay the platform's.
 */
public final class QuickEd25519 extends Provider {
    private static final long serialVersionUID = 1;
    private static final String NAME = "BanyanEd25519";
    private static final String ED25519 = "Ed25519";

    private QuickEd25519() {
        super(NAME, "1", "Ed25519 by Bouncy Castle");
        putService(new Quick(this));
    }

    /** Asked before all others from now on, in this program; once is enough. */
    public static void install() {
        int _ = Security.insertProviderAt(new QuickEd25519(), 1);
    }

    private static final class Quick extends Service {
        Quick(Provider provider) {
            super(provider, "Signature", ED25519, Spi.class.getName(), List.of(), Map.of());
        }

        @Override
        public Object newInstance(Object nothing) {
            return new Spi();
        }

        @Override
        public boolean supportsParameter(Object key) {
            return key instanceof EdECKey of && of.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
        }
    }

    /** Each signature has one of its own. */
    private static final class Spi extends SignatureSpi {
        /** Behind the algorithm's name an X.509 key has nothing but these. */
        private static final int RAW = Ed25519PublicKeyParameters.KEY_SIZE;

        /**
         * What is worked out of a key is half of what a signature costs; it is kept for as long as somebody has that key, and no longer.
         */
        private static final Map<PublicKey, Ed25519PublicKeyParameters> PUBLIC =
                Collections.synchronizedMap(new WeakHashMap<>());

        private static final Map<PrivateKey, Ed25519PrivateKeyParameters> PRIVATE =
                Collections.synchronizedMap(new WeakHashMap<>());

        private final Ed25519Signer signer = new Ed25519Signer();

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            Ed25519PublicKeyParameters known = PUBLIC.get(key);
            if (known == null) {
                byte[] encoded = encoded(key);
                try {
                    known = new Ed25519PublicKeyParameters(encoded, encoded.length - RAW);
                } catch (IllegalArgumentException noPoint) {
                    throw new InvalidKeyException(noPoint);
                }
                PUBLIC.put(key, known);
            }
            signer.init(false, known);
        }

        private static byte[] encoded(Key key) throws InvalidKeyException {
            byte[] encoded = key.getEncoded();
            if (encoded == null || encoded.length < RAW) {
                throw new InvalidKeyException("not an Ed25519 key");
            }
            return encoded;
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            Ed25519PrivateKeyParameters known = PRIVATE.get(key);
            if (known == null) {
                known = read(key);
                PRIVATE.put(key, known);
            }
            signer.init(true, known);
        }

        private static Ed25519PrivateKeyParameters read(PrivateKey key) throws InvalidKeyException {
            byte[] seed = key instanceof EdECPrivateKey ours ? ours.getBytes().orElse(new byte[0]) : new byte[0];
            if (seed.length != Ed25519PrivateKeyParameters.KEY_SIZE) {
                throw new InvalidKeyException("a key that does not give its bytes");
            }
            Ed25519PrivateKeyParameters known = new Ed25519PrivateKeyParameters(seed, 0);
            Arrays.fill(seed, (byte) 0);
            return known;
        }

        @Override
        protected void engineUpdate(byte one) {
            signer.update(one);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int from, int count) {
            signer.update(bytes, from, count);
        }

        @Override
        protected byte[] engineSign() {
            return signer.generateSignature();
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return signer.verifySignature(signature);
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
