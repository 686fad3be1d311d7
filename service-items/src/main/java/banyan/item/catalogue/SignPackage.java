package banyan.item.catalogue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/**
 * {@code SignPackage FOLDER KEYFILE} examines a package and signs it; without a key file it only examines. The key file is an
 * Ed25519 private key in PKCS#8 PEM.
 */
public final class SignPackage {
    private static final int WHOLE = 0;
    private static final int MISTAKES = 1;
    private static final int USAGE = 2;

    private SignPackage() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    /** The exit status: 0 whole, 1 mistakes found, 2 not understood or not readable. */
    static int run(List<String> arguments, PrintStream out) {
        if (arguments.isEmpty() || arguments.size() > 2) {
            out.println("SignPackage FOLDER [KEYFILE]");
            return USAGE;
        }
        var folder = Path.of(arguments.getFirst());
        if (!Files.isDirectory(folder)) {
            out.println(folder + " is no folder");
            return USAGE;
        }
        if (arguments.size() == 1) {
            return tell(PackageSigner.examine(folder), out);
        }
        try {
            return switch (PackageSigner.sign(folder, key(Path.of(arguments.getLast())))) {
                case PackageSigner.Signed.Done(var keyId, var digest) -> {
                    out.println(folder + " is signed by " + keyId + ", digest " + digest);
                    yield WHOLE;
                }
                case PackageSigner.Signed.Refused(var mistakes) -> tell(mistakes, out);
            };
        } catch (IOException | IllegalArgumentException broken) {
            out.println(broken.getMessage());
            return USAGE;
        }
    }

    private static int tell(List<Mistake> mistakes, PrintStream out) {
        mistakes.forEach(out::println);
        out.println(mistakes.isEmpty() ? "no mistakes" : "mistakes: " + mistakes.size());
        return mistakes.isEmpty() ? WHOLE : MISTAKES;
    }

    private static SigningKey key(Path file) throws IOException {
        var pem = Files.readString(file, StandardCharsets.US_ASCII);
        var begin = "-----BEGIN PRIVATE KEY-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf("-----END PRIVATE KEY-----");
        if (from < 0 || to < from) {
            throw new IOException(file + " holds no private key in PEM form");
        }
        try {
            var der = Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
            return SigningKey.of(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            throw new IOException(file + " holds no Ed25519 private key", notAKey);
        }
    }
}
