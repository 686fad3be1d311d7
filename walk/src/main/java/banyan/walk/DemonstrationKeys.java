package banyan.walk;

import banyan.acceptance.KeyFiles;
import banyan.kiosk.staff.StaffRoster;
import banyan.server.Centre;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;

/**
 * The keys of a demonstration, in files that only their owner may read: the terminal's, the centre's public one, and one that signs
 * local service packages as they are loaded. Enrolment will take their place.
 */
record DemonstrationKeys(Path folder) {
    /** The invented staff member of the demonstration; the card is the fixture {@code staff-3302}. */
    static final String STAFF = "3302";

    static final String STAFF_PIN = "246135";
    private static final String STAFF_CARD = "350102198806140024";

    static DemonstrationKeys in(Path folder) throws IOException {
        Files.createDirectories(folder);
        DemonstrationKeys keys = new DemonstrationKeys(folder);
        keys.make(keys.terminalKey(), keys.folder.resolve("terminal.pub"));
        keys.make(keys.serviceKey(), keys.folder.resolve("services.pub"));
        keys.make(keys.folder.resolve("releases.key"), keys.releaseKey());
        if (!Files.exists(keys.roster())) {
            Files.writeString(
                    keys.roster(), StaffRoster.line(STAFF, STAFF_CARD.toCharArray(), STAFF_PIN.toCharArray()) + "\n");
        }
        return keys;
    }

    /** Who may open the staff mode. */
    Path roster() {
        return folder.resolve("staff");
    }

    /** Under which the terminal's papers hold. */
    PublicKey terminal() throws IOException {
        return KeyFiles.readPublic(folder.resolve("terminal.pub"));
    }

    Path terminalKey() {
        return folder.resolve("terminal.key");
    }

    Path centreKey() {
        return folder.resolve("centre.pub");
    }

    Path serviceKey() {
        return folder.resolve("services.key");
    }

    /** Under which the terminal takes releases. */
    Path releaseKey() {
        return folder.resolve("releases.pub");
    }

    /** Signs releases, as whoever answers for the content does. */
    KeyPair releases() throws IOException {
        return new KeyPair(
                KeyFiles.readPublic(releaseKey()), KeyFiles.readPrivate(folder.resolve("releases.key")));
    }

    /** Makes terminal and centre known to each other. */
    void introduce(String terminal, Centre centre) throws IOException {
        centre.introduce(terminal, KeyFiles.readPublic(folder.resolve("terminal.pub")));
        KeyFiles.writePublic(centreKey(), centre.key());
    }

    private void make(Path privateKey, Path publicKey) throws IOException {
        if (Files.exists(privateKey)) {
            return;
        }
        KeyPair pair = KeyFiles.newPair();
        KeyFiles.writePrivate(privateKey, pair.getPrivate());
        KeyFiles.writePublic(publicKey, pair.getPublic());
    }
}
