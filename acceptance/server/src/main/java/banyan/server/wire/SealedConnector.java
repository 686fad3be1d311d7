package banyan.server.wire;

import banyan.acceptance.KeyFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** TLS at the door: the JDK's own, 1.3 and 1.2; and what a terminal's certificate says. */
final class SealedConnector {
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
    private static final char[] NO_PASSWORD = new char[0];

    private SealedConnector() {}

    /** The connector; an {@link IOException} names the file that cannot be used. */
    static ServerConnector of(Server jetty, HttpConfiguration http, TlsAt at) throws IOException {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        switch (at.own()) {
            case TlsAt.Own.Pem(Path certificates, Path key) -> {
                tls.setKeyStore(pem(certificates, key));
                tls.setKeyStorePassword("");
            }
            case TlsAt.Own.Pkcs12(Path store, Path password) -> {
                String word = Files.readString(password).strip();
                tls.setKeyStore(pkcs12(store, word.toCharArray()));
                tls.setKeyStorePassword(word);
            }
        }
        if (at.terminals().isPresent()) {
            tls.setTrustStore(trusted(at.terminals().get()));
            // Wanted and not needed: other terminals sign, and citizens' telephones have none.
            tls.setWantClientAuth(true);
        }
        // Whoever knows the centre by another name judges that himself; here nothing hangs on it.
        http.addCustomizer(new SecureRequestCustomizer(false));
        HttpConnectionFactory inside = new HttpConnectionFactory(http);
        return new ServerConnector(jetty, new SslConnectionFactory(tls, inside.getProtocol()), inside);
    }

    /** The number of the terminal whose certificate this is; empty where there is none, or none that says a number. */
    static String terminal(@Nullable Object shown) {
        if (!(shown instanceof X509Certificate[] chain) || chain.length == 0) {
            return "";
        }
        try {
            return new LdapName(chain[0].getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> String.valueOf(part.getValue()))
                            .filter(Names::isTerminal)
                            .findFirst()
                            .orElse("");
        } catch (InvalidNameException noName) {
            return "";
        }
    }

    private static KeyStore pem(Path certificates, Path key) throws IOException {
        Collection<? extends Certificate> chain = certificates(certificates);
        try {
            KeyStore store = empty();
            store.setKeyEntry("centre", privateKey(key), NO_PASSWORD, chain.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException apart) {
            throw new IOException(certificates + " and " + key + " cannot be used together", apart);
        }
    }

    private static KeyStore pkcs12(Path file, char[] password) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return store;
        } catch (GeneralSecurityException notOne) {
            throw new IOException(file + " is no PKCS#12 file", notOne);
        }
    }

    private static KeyStore trusted(Path file) throws IOException {
        try {
            KeyStore store = empty();
            int counted = 0;
            for (Certificate one : certificates(file)) {
                store.setCertificateEntry("terminals-" + counted++, one);
            }
            return store;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> read = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (read.isEmpty()) {
                throw new IOException(file + " holds no certificate in PEM form");
            }
            return read;
        } catch (GeneralSecurityException notOne) {
            throw new IOException(file + " holds no certificate in PEM form", notOne);
        }
    }

    private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(KeyFiles.privateBytes(file));
        for (String algorithm : ALGORITHMS) {
            Optional<PrivateKey> read = read(algorithm, encoded);
            if (read.isPresent()) {
                return read.get();
            }
        }
        throw new IOException(file + " holds no private key of RSA, EC or EdDSA");
    }

    private static Optional<PrivateKey> read(String algorithm, PKCS8EncodedKeySpec encoded) throws GeneralSecurityException {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(encoded));
        } catch (InvalidKeySpecException another) {
            return Optional.empty();
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}
