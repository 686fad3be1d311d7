package banyan.attest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QuickEd25519Test {
    private static final String JDK = "SunEC";

    @BeforeAll
    static void install() {
        QuickEd25519.install();
    }

    @Test
    void thePlatformAsksHereFirstWithItsOwnKeys() throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
        assertEquals("BanyanEd25519", signature.getProvider().getName());
    }

    /** RFC 8032, section 7.1, test 3. */
    @Test
    void itSignsAsTheStandardSays() throws GeneralSecurityException {
        HexFormat hex = HexFormat.of();
        PrivateKey key = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(
                        NamedParameterSpec.ED25519,
                        hex.parseHex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(hex.parseHex("af82"));
        assertEquals(
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
                hex.formatHex(signature.sign()));
    }

    @Test
    void itAndTheJdkAgreeOnEverySignature() throws GeneralSecurityException {
        Random random = new Random(1);
        for (int round = 0; round < 20; round++) {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] said = new byte[random.nextInt(300)];
            random.nextBytes(said);
            Signature ours = Signature.getInstance("Ed25519");
            ours.initSign(pair.getPrivate());
            ours.update(said);
            byte[] signature = ours.sign();
            Signature jdks = Signature.getInstance("Ed25519", JDK);
            jdks.initSign(pair.getPrivate());
            jdks.update(said);
            assertArrayEquals(jdks.sign(), signature);
            jdks.initVerify(pair.getPublic());
            jdks.update(said);
            assertTrue(jdks.verify(signature));
            assertTrue(holds(pair, said, signature));
            signature[random.nextInt(64)] ^= 1;
            assertFalse(holds(pair, said, signature));
        }
    }

    private static boolean holds(KeyPair pair, byte[] said, byte[] signature) throws GeneralSecurityException {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(pair.getPublic());
        check.update(said);
        return check.verify(signature);
    }

    @Test
    void whatIsNoSignatureHoldsNothing() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertFalse(holds(pair, new byte[1], new byte[64]));
        assertFalse(holds(pair, new byte[1], new byte[3]));
    }
}
