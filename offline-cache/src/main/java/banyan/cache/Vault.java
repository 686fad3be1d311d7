package banyan.cache;

import java.nio.file.Path;

/** The device's key and everything done with it. The key never leaves this object. */
public final class Vault {
    /** What became of opening the vault. */
    public sealed interface Opening {
        record Open(Vault vault) implements Opening {}

        /** The key cannot be used, for a reason that staff must mend; nothing has been written. */
        record Refused(String code) implements Opening {}
    }

    private Vault() {}

    /** Reads the device key, or makes it where there is none yet. */
    public static Opening open(Path keyFile) {
        throw new UnsupportedOperationException(keyFile.toString());
    }
}
