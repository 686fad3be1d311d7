package banyan.cache;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** With which cipher what is kept is sealed. What is sealed says with which, so that both can be read whatever a site has chosen. */
public enum Suite {
    /** AES-256 in Galois/Counter Mode. */
    AES_256_GCM(1, 32),

    /** SM4 (GB/T 32907-2016) in Galois/Counter Mode, as RFC 8998 uses it: keys of 128 bits. */
    SM4_GCM(2, 16);

    private final byte form;
    private final int key;

    Suite(int form, int key) {
        this.form = (byte) form;
        this.key = key;
    }

    /** What stands in front of what is sealed with it. */
    byte form() {
        return form;
    }

    /** The one of this form. */
    static Optional<Suite> of(byte form) {
        return Arrays.stream(values()).filter(suite -> suite.form == form).findFirst();
    }

    /** @param key random bytes, of which as many are used as a key of this cipher has */
    Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = switch (this) {
            case AES_256_GCM -> Cipher.getInstance("AES/GCM/NoPadding");
            case SM4_GCM -> Cipher.getInstance("SM4/GCM/NoPadding", WithSm4.PROVIDER);
        };
        String name = this == AES_256_GCM ? "AES" : "SM4";
        cipher.init(mode, new SecretKeySpec(key, 0, this.key, name), new GCMParameterSpec(Gcm.TAG * 8, nonce));
        return cipher;
    }

    /** Made when it is first needed, and known to nobody else: a provider in the platform's list would change what others get. */
    private static final class WithSm4 {
        private static final Provider PROVIDER = new BouncyCastleProvider();
    }
}
