package banyan.attest;

import banyan.acceptance.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * A terminal that signs papers with the key it signs its requests with. What both sign can never be taken for each other: a request
 * begins with its own name, a paper's signature is over ASN.1.
 */
public final class Signer {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    /** RFC 5280: no date is given on which it ends. The centre knows which keys it trusts. */
    private static final Instant WITHOUT_END = Instant.parse("9999-12-31T23:59:59Z");

    private final PrivateKey key;
    private final X509CertificateHolder certificate;

    /** @param terminal its number, which the certificate names */
    public Signer(String terminal, PrivateKey key) {
        this.key = key;
        this.certificate = certificate(terminal, key);
    }

    /** As the certificate calls a terminal. */
    static X500Name name(String terminal) {
        return new X500Name("CN=Banyan terminal " + terminal + ",SERIALNUMBER=" + terminal);
    }

    private static X509CertificateHolder certificate(String terminal, PrivateKey key) {
        try {
            SubjectPublicKeyInfo open = PaperSuite.open(key);
            var number = new BigInteger(Sha256.of(open.getEncoded()).hex().substring(0, 16), 16);
            return new X509v3CertificateBuilder(
                            name(terminal), number, Date.from(FROM), Date.from(WITHOUT_END), name(terminal), open)
                    .addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                    .build(signer(key));
        } catch (IOException | OperatorCreationException impossible) {
            throw new IllegalStateException("the key of a terminal is one for signing", impossible);
        }
    }

    private static ContentSigner signer(PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder(PaperSuite.of(key).name()).build(key);
    }

    /** The CMS over these bytes, detached: the bytes of the paper without the place where the signature will stand. */
    public byte[] sign(byte[] content) {
        try {
            var generator = new CMSSignedDataGenerator();
            var info = new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(given -> attributes(Objects.requireNonNull(
                            (byte[]) given.get(CMSAttributeTableGenerator.DIGEST), "the digest of what is signed")))
                    .build(signer(key), certificate);
            generator.addSignerInfoGenerator(info);
            generator.addCertificate(certificate);
            return generator.generate(new CMSProcessableByteArray(content), false).getEncoded("DER");
        } catch (CMSException | OperatorCreationException | IOException impossible) {
            throw new IllegalStateException("whoever has the key has its signature and its hash", impossible);
        }
    }

    /** What a PAdES baseline signature has: kind, hash, and which certificate; the time stands in the PDF. */
    private AttributeTable attributes(byte[] digest) {
        var all = new ASN1EncodableVector();
        all.add(new Attribute(CMSAttributes.contentType, new DERSet(CMSObjectIdentifiers.data)));
        all.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(digest))));
        all.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash(certificate))))));
        return new AttributeTable(all);
    }

    /** As the attribute names a certificate. */
    static byte[] hash(X509CertificateHolder certificate) {
        try {
            return HexFormat.of().parseHex(Sha256.of(certificate.getEncoded()).hex());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
