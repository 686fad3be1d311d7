package banyan.server;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A house that issues certificates, for a test. */
final class TestCertificates {
    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());
    private static final char[] NONE = new char[0];

    private final X500Name name;
    private final KeyPair pair;
    private final X509Certificate own;

    TestCertificates(String name) {
        this.name = new X500Name("CN=" + name);
        this.pair = pair("EC");
        this.own = certificate(this.name, pair, true);
    }

    /** A key, and what the house says of it. */
    record Issued(KeyPair pair, X509Certificate certificate) {
        Path writeCertificate(Path file) throws IOException {
            return writePem(file, certificate);
        }

        Path writeKey(Path file) throws IOException {
            return Files.writeString(file, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        }

        Path writePkcs12(Path file, String password) throws IOException {
            try (OutputStream out = Files.newOutputStream(file)) {
                store(password.toCharArray()).store(out, password.toCharArray());
                return file;
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        KeyStore store(char[] password) {
            try {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, NONE);
                store.setKeyEntry("it", pair.getPrivate(), password, new X509Certificate[] {certificate});
                return store;
            } catch (GeneralSecurityException | IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** One for this name, good for 127.0.0.1 and localhost. */
    Issued issue(String commonName, String algorithm) {
        KeyPair issued = pair(algorithm);
        return new Issued(issued, certificate(new X500Name("CN=" + commonName), issued, false));
    }

    Path writeOwn(Path file) throws IOException {
        return writePem(file, own);
    }

    /** Somebody who trusts this house and no other, and shows this where he is asked. */
    OkHttpClient trusting(Optional<Issued> shown) {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, NONE);
            trusted.setCertificateEntry("house", own);
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(trusted);
            KeyManager[] keys = null;
            if (shown.isPresent()) {
                KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
                managers.init(shown.get().store(NONE), NONE);
                keys = managers.getKeyManagers();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
            return new OkHttpClient.Builder()
                    .sslSocketFactory(context.getSocketFactory(), (X509TrustManager) trust.getTrustManagers()[0])
                    .build();
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private X509Certificate certificate(X500Name subject, KeyPair of, boolean house) {
        Instant now = Instant.now();
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.valueOf(NUMBERS.incrementAndGet()),
                                    Date.from(now.minus(Duration.ofHours(1))),
                                    Date.from(now.plus(Duration.ofHours(12))),
                                    subject,
                                    of.getPublic())
                            .addExtension(Extension.basicConstraints, true, new BasicConstraints(house))
                            .addExtension(
                                    Extension.subjectAlternativeName,
                                    false,
                                    new GeneralNames(new GeneralName[] {
                                        new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                                        new GeneralName(GeneralName.dNSName, "localhost")
                                    }))
                            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair pair(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(algorithm.equals("EC") ? 256 : 2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path writePem(Path file, X509Certificate certificate) throws IOException {
        try {
            return Files.writeString(file, pem("CERTIFICATE", certificate.getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), kind);
    }
}
