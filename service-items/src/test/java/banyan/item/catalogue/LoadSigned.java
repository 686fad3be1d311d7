package banyan.item.catalogue;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;

/** Loads a signed catalogue in a JVM of its own: {@code LoadSigned FOLDER PUBLIC-KEY ITEMS}. Exit status 0 if every item of the folder is there. */
final class LoadSigned {
    private LoadSigned() {}

    public static void main(String[] arguments) throws GeneralSecurityException {
        var key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(arguments[1])));
        var report = Catalogue.load(Path.of(arguments[0]), TrustedKeys.of(key), Optional.empty());
        report.mistakes().forEach(System.out::println);
        System.exit(report.entries().size() == Integer.parseInt(arguments[2]) ? 0 : 1);
    }
}
