package banyan.cache;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the device's key stands. What it seals is on the disk, so it is a secret only as long as it is not there too. */
public sealed interface DeviceKey {
    /** What it is called among the credentials of the service. */
    String CREDENTIAL = "banyan.device-key";

    /**
     * Handed to this process alone by the service manager, which has unsealed it, at best with the machine's chip (systemd's {@code
     * LoadCredentialEncrypted}). It is read and never made.
     */
    record Credential(Path file) implements DeviceKey {}

    /** In a file of mode 0600 beside what it seals, made where there is none: whoever takes the disk has both. */
    record Development(Path file) implements DeviceKey {}

    /** Where it stands. */
    Path file();

    /** Where the key until now stands, beside it, while another takes its place; usually there is none. */
    default Path before() {
        return file().resolveSibling(file().getFileName() + "-before");
    }

    /**
     * The credential where there is one, else the file.
     *
     * @param credentials the folder of the credentials of this service, where it runs as one
     * @param data the terminal's own folder
     */
    static DeviceKey in(Optional<Path> credentials, Path data) {
        return credentials
                .map(folder -> folder.resolve(CREDENTIAL))
                .filter(Files::exists)
                .<DeviceKey>map(Credential::new)
                .orElseGet(() -> new Development(data.resolve("device.key")));
    }
}
