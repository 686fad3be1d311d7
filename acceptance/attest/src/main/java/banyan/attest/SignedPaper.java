package banyan.attest;

import banyan.attest.Verdict.Why;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * Judges a paper that a terminal has signed. Strict: one signature in the one form that terminals write, over every byte of the
 * paper but its own, so that no byte anywhere, also of the signature itself, can be another unnoticed.
 */
public final class SignedPaper {
    private SignedPaper() {}

    /**
     * Whether this terminal has signed this paper as it is.
     *
     * @param key the terminal's, from somebody who knows it; the certificate in the paper is believed nothing
     */
    public static Verdict check(byte[] pdf, String terminal, PublicKey key) {
        Optional<SignatureField> field = SignatureField.of(pdf);
        if (field.isEmpty()) {
            boolean some = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1).contains("/ByteRange");
            return new Verdict.Broken(some ? Why.NOT_WHOLE : Why.UNSIGNED);
        }
        Optional<byte[]> contents = field.get().contents();
        Optional<Instant> made = field.get().made();
        if (contents.isEmpty() || made.isEmpty()) {
            return new Verdict.Broken(Why.ALTERED);
        }
        try {
            Optional<Why> wrong = wrong(contents.get(), field.get().content(), terminal, key);
            return wrong.<Verdict>map(Verdict.Broken::new)
                    .orElseGet(() -> new Verdict.Holds(made.get(), field.get().reason()));
        } catch (CMSException | IOException | CertException | OperatorCreationException | RuntimeException notOurs) {
            // Malformed ASN.1 ends in whatever exception the library has for it.
            return new Verdict.Broken(Why.ALTERED);
        }
    }

    private static Optional<Why> wrong(byte[] contents, byte[] content, String terminal, PublicKey key)
            throws CMSException, IOException, CertException, OperatorCreationException {
        CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(content), contents);
        Collection<X509CertificateHolder> certificates = signed.getCertificates().getMatches(null);
        Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
        if (certificates.size() != 1 || signers.size() != 1) {
            return Optional.of(Why.ALTERED);
        }
        X509CertificateHolder certificate = certificates.iterator().next();
        SignerInformation signer = signers.iterator().next();
        if (!Arrays.equals(certificate.getSubjectPublicKeyInfo().getEncoded(), key.getEncoded())
                || !certificate.getSubject().equals(Signer.name(terminal))) {
            return Optional.of(Why.OTHER_SIGNER);
        }
        boolean holds = certificate.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))
                && signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(key))
                && names(signer, certificate)
                && Arrays.equals(contents, padded(expected(signer, certificate, PaperSuite.of(key)), contents.length));
        return holds ? Optional.empty() : Optional.of(Why.ALTERED);
    }

    private static boolean names(SignerInformation signer, X509CertificateHolder certificate) {
        var attribute = signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        return attribute != null
                && Arrays.equals(
                        SigningCertificateV2.getInstance(attribute.getAttributeValues()[0]).getCerts()[0].getCertHash(),
                        Signer.hash(certificate));
    }

    /** The one form in which a terminal writes this signature: what no signature covers is not free either. */
    private static byte[] expected(SignerInformation signer, X509CertificateHolder certificate, PaperSuite suite)
            throws IOException {
        var info = new org.bouncycastle.asn1.cms.SignerInfo(
                new org.bouncycastle.asn1.cms.SignerIdentifier(
                        new org.bouncycastle.asn1.cms.IssuerAndSerialNumber(certificate.toASN1Structure())),
                suite.digest(),
                signer.toASN1Structure().getAuthenticatedAttributes(),
                suite.signature(),
                signer.toASN1Structure().getEncryptedDigest(),
                (org.bouncycastle.asn1.ASN1Set) null);
        var data = new SignedData(
                new DERSet(suite.digest()),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                new DERSet(certificate.toASN1Structure()),
                null,
                new DERSet(info));
        return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded("DER");
    }

    private static byte[] padded(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, Math.max(bytes.length, length));
    }
}
