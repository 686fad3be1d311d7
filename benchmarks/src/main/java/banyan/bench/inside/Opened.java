package banyan.bench.inside;

import banyan.cache.DeviceKey;
import banyan.cache.Journal;
import banyan.cache.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** A terminal's vault and journal, opened for a measurement; what is refused is a measurement that cannot be made. */
public final class Opened {
    private Opened() {}

    /** The vault of a terminal whose key is in this folder. */
    public static Vault vault(Path folder) throws IOException {
        return switch (Vault.open(new DeviceKey.Development(folder.resolve("device.key")), Vault.Place.in(folder))) {
            case Vault.Opening.Open(var vault) -> vault;
            case Vault.Opening.Refused(var code) -> throw new IOException(code);
        };
    }

    /** The journal in this folder, which wants no room of the disk's. */
    public static Journal journal(Path cache, Vault vault) throws IOException {
        return switch (Journal.open(cache, vault, "0137", InstantSource.system(), 0)) {
            case Journal.Opening.Open(var journal) -> journal;
            case Journal.Opening.Refused(var code) -> throw new IOException(code);
        };
    }
}
