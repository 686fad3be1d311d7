package banyan.server;

import banyan.acceptance.KeyFiles;
import banyan.server.store.OwnFolder;
import banyan.server.wire.CentreKey;
import banyan.server.wire.TerminalFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;

/**
 * Introduces a terminal and a centre to each other on one machine, for a demonstration: the terminal gets a pair of keys
 * and the centre's public keys, the centre the terminal's public key. A terminal that has its keys keeps them.
 */
public final class Introduce {
    private Introduce() {}

    /**
     * Where the terminal's keys are.
     *
     * @param secret {@code terminal.key}, mode 0600
     * @param shown {@code terminal.pub}
     * @param centre {@code centre.pub}
     * @param escrow {@code escrow.pub}, where the centre has such a key
     */
    public record TerminalKeys(Path secret, Path shown, Path centre, Optional<Path> escrow) {}

    /**
     * Does it.
     *
     * @param centreKeys the centre's folder of keys, see {@link CentreSettings#keys}
     * @param number of the terminal
     * @param terminalKeys the terminal's folder of keys; made where it is missing
     */
    public static TerminalKeys to(Path centreKeys, String number, Path terminalKeys) throws IOException {
        OwnFolder.make(terminalKeys);
        TerminalKeys keys = new TerminalKeys(
                terminalKeys.resolve("terminal.key"),
                terminalKeys.resolve("terminal.pub"),
                terminalKeys.resolve("centre.pub"),
                escrow(centreKeys, terminalKeys));
        if (!Files.exists(keys.secret())) {
            KeyPair pair = KeyFiles.newPair();
            KeyFiles.writePublic(keys.shown(), pair.getPublic());
            KeyFiles.writePrivate(keys.secret(), pair.getPrivate());
        }
        KeyFiles.writePublic(keys.centre(), CentreKey.in(centreKeys).shown());
        new TerminalFiles(centreKeys.resolve("terminals")).write(number, KeyFiles.readPublic(keys.shown()));
        return keys;
    }

    private static Optional<Path> escrow(Path centreKeys, Path terminalKeys) throws IOException {
        Path centres = centreKeys.resolve(EscrowKeyMain.SHOWN);
        if (!Files.exists(centres)) {
            return Optional.empty();
        }
        Path shown = terminalKeys.resolve(EscrowKeyMain.SHOWN);
        KeyFiles.writePublic(shown, KeyFiles.readEscrowPublic(centres));
        return Optional.of(shown);
    }

    /** {@code Introduce CENTRE-KEYS NUMBER TERMINAL-KEYS} */
    public static void main(String[] arguments) {
        if (arguments.length != 3) {
            System.err.println("usage: Introduce CENTRE-KEYS-FOLDER TERMINAL-NUMBER TERMINAL-KEYS-FOLDER");
            System.exit(2);
        }
        List<String> given = List.of(arguments);
        try {
            TerminalKeys keys = to(Path.of(given.get(0)), given.get(1), Path.of(given.get(2)));
            System.out.println(
                    "Terminal " + given.get(1) + " and the centre know each other; keys in " + keys.secret());
        } catch (IOException | IllegalArgumentException failed) {
            System.err.println("Not introduced: " + failed.getMessage());
            System.exit(1);
        }
    }
}
