package banyan.attest;

import banyan.acceptance.KeyAlgorithm;
import java.io.IOException;
import java.security.PrivateKey;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * With what a key signs a paper.
 *
 * @param name as the library calls it
 * @param signature as the paper says it
 * @param digest over what stands under the signature
 */
record PaperSuite(String name, AlgorithmIdentifier signature, AlgorithmIdentifier digest) {
    private static final PaperSuite ED25519 =
            of("Ed25519", EdECObjectIdentifiers.id_Ed25519, NISTObjectIdentifiers.id_sha512);
    private static final PaperSuite SM2 =
            of("SM3withSM2", GMObjectIdentifiers.sm2sign_with_sm3, GMObjectIdentifiers.sm3);

    private static PaperSuite of(String name, ASN1ObjectIdentifier signature, ASN1ObjectIdentifier digest) {
        return new PaperSuite(name, new AlgorithmIdentifier(signature), new AlgorithmIdentifier(digest));
    }

    static PaperSuite of(java.security.Key key) {
        return switch (KeyAlgorithm.of(key)) {
            case ED25519 -> ED25519;
            case SM2 -> SM2;
        };
    }

    /** The public key that belongs to this private one. */
    static SubjectPublicKeyInfo open(PrivateKey key) throws IOException {
        AsymmetricKeyParameter secret = PrivateKeyFactory.createKey(key.getEncoded());
        AsymmetricKeyParameter open = switch (secret) {
            case Ed25519PrivateKeyParameters edwards -> edwards.generatePublicKey();
            case ECPrivateKeyParameters curve ->
                new ECPublicKeyParameters(
                        curve.getParameters().getG().multiply(curve.getD()).normalize(), curve.getParameters());
            default -> throw new IOException("no key for signing papers");
        };
        return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(open);
    }
}
