package banyan.attest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.KeyAlgorithm;
import banyan.acceptance.KeyFiles;
import banyan.acceptance.Signing;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NationalKeysTest {
    /** GB/T 32918.5-2017 (GM/T 0003.5-2012), the example of a signature: public key, message, r and s. */
    private static final String POINT = "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
            + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";

    private static final byte[] MESSAGE = "message digest".getBytes(US_ASCII);
    private static final BigInteger R =
            new BigInteger("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3", 16);
    private static final BigInteger S =
            new BigInteger("b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa", 16);

    private static final String BEGINNING = "3059301306072a8648ce3d020106082a811ccf5501822d03420004";

    @BeforeAll
    static void install() {
        NationalKeys.install();
    }

    private static byte[] signature(BigInteger r, BigInteger s) throws IOException {
        return new DERSequence(new ASN1Integer[] {new ASN1Integer(r), new ASN1Integer(s)}).getEncoded();
    }

    private static PublicKey key() {
        return KeyAlgorithm.SM2.publicKey(HexFormat.of().parseHex(BEGINNING + POINT)).orElseThrow();
    }

    @Test
    void theExampleOfTheStandardHoldsAndNothingNearIt() throws IOException {
        assertTrue(Signing.holds(key(), MESSAGE, signature(R, S)));
        assertFalse(Signing.holds(key(), MESSAGE, signature(R, S.add(BigInteger.ONE))));
        assertFalse(Signing.holds(key(), "message digesT".getBytes(US_ASCII), signature(R, S)));
        assertFalse(Signing.holds(key(), MESSAGE, new byte[64]));
        assertFalse(Signing.holds(key(), MESSAGE, signature(BigInteger.ZERO, S)));
    }

    @Test
    void theExamplesOfSm3Hold() throws GeneralSecurityException {
        MessageDigest sm3 = MessageDigest.getInstance("SM3");
        assertEquals(
                "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
                HexFormat.of().formatHex(sm3.digest("abc".getBytes(US_ASCII))));
        assertEquals(
                "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
                HexFormat.of().formatHex(sm3.digest("abcd".repeat(16).getBytes(US_ASCII))));
    }

    @Test
    void whatOneKeySignsHoldsUnderItAlone(@TempDir Path folder) throws IOException {
        KeyPair pair = KeyAlgorithm.SM2.newPair();
        assertEquals(KeyAlgorithm.SM2, KeyAlgorithm.of(pair.getPublic()));
        KeyFiles.writePrivate(folder.resolve("terminal.key"), pair.getPrivate());
        KeyFiles.writePublic(folder.resolve("terminal.pub"), pair.getPublic());
        byte[] signed = Signing.sign(KeyFiles.readPrivate(folder.resolve("terminal.key")), MESSAGE);
        assertTrue(Signing.holds(KeyFiles.readPublic(folder.resolve("terminal.pub")), MESSAGE, signed));
        assertFalse(Signing.holds(key(), MESSAGE, signed));
        assertFalse(Signing.holds(KeyFiles.newPair().getPublic(), MESSAGE, signed));
    }

    @Test
    void aKeyOnAnotherCurveIsNone(@TempDir Path folder) throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair other = generator.generateKeyPair();
        KeyFiles.writePrivate(folder.resolve("other.key"), other.getPrivate());
        KeyFiles.writePublic(folder.resolve("other.pub"), other.getPublic());
        assertThrows(IOException.class, () -> KeyFiles.readPrivate(folder.resolve("other.key")));
        assertThrows(IOException.class, () -> KeyFiles.readPublic(folder.resolve("other.pub")));
        assertTrue(KeyAlgorithm.SM2.publicKey(new byte[91]).isEmpty());
        byte[] beside = HexFormat.of().parseHex(BEGINNING + POINT);
        beside[beside.length - 1] ^= 1;
        assertTrue(KeyAlgorithm.SM2.publicKey(beside).isEmpty());
    }
}
