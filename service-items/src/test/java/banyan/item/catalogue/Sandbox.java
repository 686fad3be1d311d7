package banyan.item.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/** A copy of this repository's catalogue, to be spoiled. */
public final class Sandbox {
    public static final Path CATALOGUE = Path.of("catalogue");
    public static final String SUBSIDY = "flexible-employment-subsidy";
    public static final String PENSION = "pension-eligibility";
    public static final String CERTIFICATE = "social-insurance-certificate";

    /** All of them, as they lie in the catalogue. */
    static final List<String> ITEMS = List.of(
            SUBSIDY,
            "housing-fund-certificate",
            "medical-insurance-payments",
            PENSION,
            "personal-credit-report",
            "property-registration",
            CERTIFICATE);

    public static final SigningKey DEVELOPMENT = key();

    final Path folder;

    private Sandbox(Path folder) {
        this.folder = folder;
    }

    public static Sandbox in(Path temporary) {
        return copyOf(CATALOGUE, temporary);
    }

    static Sandbox copyOf(Path catalogue, Path temporary) {
        var folder = temporary.resolve("catalogue");
        copy(catalogue, folder);
        return new Sandbox(folder);
    }

    static SigningKey key() {
        try {
            return SigningKey.of(
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** This repository's own packages as an author loads them. */
    public static CatalogueReport own() {
        return Own.REPORT;
    }

    private static final class Own {
        static final CatalogueReport REPORT = Catalogue.load(CATALOGUE, TrustedKeys.NONE, Optional.of(DEVELOPMENT));
    }

    public CatalogueReport load() {
        return Catalogue.load(folder, TrustedKeys.NONE, Optional.of(DEVELOPMENT));
    }

    CatalogueReport loadTrusting(SigningKey key) {
        return Catalogue.load(folder, TrustedKeys.of(key.publicKey()), Optional.empty());
    }

    Sandbox signAll(SigningKey key) {
        ITEMS.forEach(name -> sign(name, key));
        return sign("shared", key);
    }

    Sandbox sign(String name, SigningKey key) {
        try {
            if (PackageSigner.sign(folder.resolve(name), key) instanceof PackageSigner.Signed.Refused(var why)) {
                throw new IllegalStateException(why.toString());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return this;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    String read(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public Sandbox write(String name, String text) {
        try {
            Files.createDirectories(file(name).getParent());
            Files.writeString(file(name), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return this;
    }

    /** Replaces the first occurrence, which must be there. */
    Sandbox edit(String name, String from, String to) {
        var text = read(name);
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException(name + " has no '" + from + "'");
        }
        return write(name, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    /** The line on which this begins. */
    int line(String name, String text) {
        var all = read(name);
        int at = all.indexOf(text);
        if (at < 0) {
            throw new IllegalArgumentException(name + " has no '" + text + "'");
        }
        return (int) all.substring(0, at)
                        .chars()
                        .filter(character -> character == '\n')
                        .count()
                + 1;
    }

    static void copy(Path from, Path to) {
        try {
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                        throws IOException {
                    Files.createDirectories(to.resolve(from.relativize(directory)));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.copy(file, to.resolve(from.relativize(file)));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
