package banyan.server;

import banyan.acceptance.KeyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;

/**
 * {@code ./kiosk escrow-key FILE CENTRE-KEYS-FOLDER}: makes the pair of keys with which a centre opens what was carried out of a dead
 * terminal. The private one stands in a file that no running centre reads; the public one goes to terminals with the centre's other.
 */
public final class EscrowKeyMain {
    /** What the public one is called, at the centre and at a terminal. */
    static final String SHOWN = "escrow.pub";

    private EscrowKeyMain() {}

    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("usage: ./kiosk escrow-key FILE CENTRE-KEYS-FOLDER");
            System.exit(64);
        }
        Path shown = Path.of(arguments[1]).resolve(SHOWN);
        try {
            make(Path.of(arguments[0]), shown);
            System.out.println("Made. Keep " + arguments[0] + " apart from the centre's machine, and a copy of it elsewhere.");
            System.out.println("Terminals seal to " + shown + ": hand it out with centre.pub, and name it in their configuration.");
        } catch (IOException failed) {
            System.err.println("Not made: " + failed.getMessage());
            System.exit(1);
        }
    }

    /** The private one first: a public one without it would have terminals seal what nobody opens. */
    static void make(Path secret, Path shown) throws IOException {
        if (Files.exists(shown)) {
            throw new IOException(shown + " is there already, and terminals seal to it");
        }
        if (!Files.isDirectory(shown.toAbsolutePath().resolveSibling(""))) {
            // Otherwise the private one would be left behind alone, and be in the way of the next try.
            throw new IOException("there is no folder for " + shown);
        }
        KeyPair pair = KeyFiles.newEscrowPair();
        KeyFiles.writePrivate(secret, pair.getPrivate());
        KeyFiles.writePublic(shown, pair.getPublic());
    }
}
