package banyan.attest;

import banyan.acceptance.KeyFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bouncycastle.jcajce.provider.asymmetric.ec.GMSignatureSpi;
import org.bouncycastle.jcajce.provider.asymmetric.ec.KeyFactorySpi;
import org.bouncycastle.jcajce.provider.asymmetric.ec.KeyPairGeneratorSpi;
import org.bouncycastle.jcajce.provider.digest.SM3;

/**
 * SM2 (GB/T 32918) and SM3 (GB/T 32905) by Bouncy Castle: once installed, the platform knows the keys, the signature and the hash by these names,
 * and nothing else of it changes. In software; a certified module puts a provider of its own in this one's place.
 */
public final class NationalKeys extends Provider {
    private static final long serialVersionUID = 1;
    private static final String NAME = "BanyanNational";
    private static final String CURVE = "sm2p256v1";

    private NationalKeys() {
        super(NAME, "1", "SM2 and SM3 by Bouncy Castle");
        putService(new Made(this, "Signature", "SM3withSM2", List.of("1.2.156.10197.1.501"), GMSignatureSpi.sm3WithSM2::new));
        putService(new Made(this, "MessageDigest", "SM3", List.of("1.2.156.10197.1.401"), SM3.Digest::new));
        putService(new Made(this, "KeyFactory", "SM2", List.of(), KeyFactorySpi.EC::new));
        putService(new Made(this, "KeyPairGenerator", "SM2", List.of(), NationalKeys::generator));
    }

    /** Asked after all others from now on, in this program; again changes nothing. */
    public static void install() {
        int _ = Security.addProvider(new NationalKeys());
    }

    /**
     * Installed only where this private key cannot be read without: a terminal that signs with Ed25519 starts without a class of it, and
     * its cache of loaded classes, which can hold none of a signed jar's, can be written.
     */
    public static void installFor(Path key) {
        try {
            var _ = KeyFiles.readPrivate(key);
        } catch (IOException notYet) {
            install();
        }
    }

    private static KeyPairGeneratorSpi generator() {
        try {
            KeyPairGeneratorSpi generator = new KeyPairGeneratorSpi.EC();
            generator.initialize(new ECGenParameterSpec(CURVE), new SecureRandom());
            return generator;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Made extends Service {
        private final transient Supplier<Object> maker;

        Made(Provider provider, String type, String algorithm, List<String> aliases, Supplier<Object> maker) {
            super(provider, type, algorithm, NationalKeys.class.getName(), aliases, Map.of());
            this.maker = maker;
        }

        @Override
        public Object newInstance(Object nothing) throws NoSuchAlgorithmException {
            return maker.get();
        }

        @Override
        public boolean supportsParameter(Object key) {
            return key instanceof java.security.Key of && of.getAlgorithm().equals("EC");
        }
    }
}
