package banyan.kiosk;

import banyan.acceptance.KeyAlgorithm;
import banyan.acceptance.KeyFiles;
import banyan.attest.NationalKeys;
import banyan.cache.Centre;
import banyan.cache.Enroller;
import banyan.cache.TerminalKeys;
import banyan.kiosk.config.ConfigReader;
import banyan.kiosk.config.Loaded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * {@code ./kiosk renew-key --config FILE [--algorithm Ed25519|SM2]}: another key for this terminal, by the word of the one it has. The terminal may be
 * running; it goes on with the new one. Papers say the old one until the next start.
 */
public final class RenewKeyMain {
    private RenewKeyMain() {}

    public static void main(String[] arguments) {
        NationalKeys.install();
        Optional<KeyAlgorithm> algorithm = switch (arguments.length) {
            case 2 -> Optional.of(KeyAlgorithm.ED25519);
            case 4 -> arguments[2].equals("--algorithm") ? KeyAlgorithm.named(arguments[3]) : Optional.empty();
            default -> Optional.empty();
        };
        if (algorithm.isEmpty() || !arguments[0].equals("--config")) {
            System.err.println("usage: ./kiosk renew-key --config FILE [--algorithm Ed25519|SM2]");
            System.exit(64);
            return;
        }
        switch (ConfigReader.read(Path.of(arguments[1]), Devices.drivers())) {
            case Loaded.Wrong(var mistakes) -> {
                mistakes.forEach(System.err::println);
                System.exit(1);
            }
            case Loaded.Right(var config) -> {
                try {
                    Centre centre =
                            Centre.of(config.centre().url(), KeyFiles.readPublic(config.centre().publicKey()));
                    Enroller enroller =
                            new Enroller(config.terminal(), TerminalKeys.around(config.key()), InstantSource.system());
                    System.exit(EnrolMain.told(enroller.renew(centre, algorithm.get()), "Another key is in force."));
                } catch (IOException unreadable) {
                    System.err.println("Not renewed: " + unreadable.getMessage());
                    System.exit(1);
                }
            }
        }
    }
}
