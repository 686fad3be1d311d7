package banyan.cache;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The device's key and what is done with it. It never leaves this object; what is kept on the disk is sealed under keys of its
 * own, those are wrapped here under the key of their month, and that under the device's.
 */
public final class Vault {
    private static final int KEY = 32;

    private static final byte[] NONE = {};

    private final byte[] device;
    private final Optional<Old> before;
    private final Optional<Path> ours;
    private final Epochs epochs;
    private final Suite suite;

    /** The device's key until now, where another takes its place; and its file, if it is ours to remove. */
    private record Old(byte[] key, Optional<Path> ours) {
        @Override
        public String toString() {
            return "Old";
        }
    }

    /**
     * What the vault works with beside the device's key.
     *
     * @param cache where the epochs' keys lie, and the journal
     * @param escrow for whom else they are sealed
     * @param suite with which what is kept from now on is sealed
     */
    public record Place(Path cache, Optional<Escrow> escrow, InstantSource clock, Suite suite) {
        /** With the usual cipher. */
        public Place(Path cache, Optional<Escrow> escrow, InstantSource clock) {
            this(cache, escrow, clock, Suite.AES_256_GCM);
        }

        /** Of a terminal whose keys are kept for nobody else. */
        public static Place in(Path cache) {
            return new Place(cache, Optional.empty(), InstantSource.system());
        }
    }

    /** What became of opening the vault. */
    public sealed interface Opening {
        record Open(Vault vault) implements Opening {}

        /** The key cannot be used, for a reason that staff must mend; the file is as it was. */
        record Refused(String code) implements Opening {}
    }

    private Vault(byte[] device, Optional<Path> ours, Optional<Old> before, Epochs epochs, Suite suite) {
        this.device = device;
        this.ours = ours;
        this.before = before;
        this.epochs = epochs;
        this.suite = suite;
    }

    /**
     * Reads the device key, or makes a development key where there is none yet, and warms the cipher up meanwhile. Where {@link
     * DeviceKey#before} is there too, it is the key until now: everything is wrapped anew once the journal is open.
     */
    public static Opening open(DeviceKey key, Place place) {
        WarmUp.begin();
        return open(key, place, new OsDisk());
    }

    static Opening open(DeviceKey key, Place place, Disk disk) {
        return switch (DeviceKeyFile.now(key, disk)) {
            case DeviceKeyFile.Read.No(var code) -> new Opening.Refused(code);
            case DeviceKeyFile.Read.Key(var device) ->
                switch (DeviceKeyFile.before(key)) {
                    case DeviceKeyFile.Read.No(var code) when !code.equals(DeviceKeyFile.NONE) -> new Opening.Refused(code);
                    case DeviceKeyFile.Read.No _ -> open(device, ours(key, key.file()), Optional.empty(), place, disk);
                    case DeviceKeyFile.Read.Key(var old) -> open(
                                device,
                                ours(key, key.file()),
                                Optional.of(new Old(old, ours(key, key.before()))),
                                place,
                                disk);
                };
        };
    }

    private static Optional<Path> ours(DeviceKey key, Path file) {
        return switch (key) {
            case DeviceKey.Credential _ -> Optional.empty();
            case DeviceKey.Development _ -> Optional.of(file);
        };
    }

    private static Opening open(
            byte[] device, Optional<Path> ours, Optional<Old> before, Place place, Disk disk) {
        Epochs.Keyring keys = new Epochs.Keyring(device, before.map(Old::key));
        EpochFile file = new EpochFile(disk, place.cache());
        return switch (Epochs.open(file, keys, place.escrow(), place.clock())) {
            case Epochs.Opening.Refused(var code) -> new Opening.Refused(code);
            case Epochs.Opening.Open(var epochs) -> new Opening.Open(new Vault(device, ours, before, epochs, place.suite()));
        };
    }

    /**
     * To be called when the journal has been found to be this device's, and before anything is wrapped: puts the epochs in order on the
     * disk. Says why nothing may be sealed, where that is so.
     */
    Optional<String> begin() {
        Optional<String> refused = epochs.begin();
        if (refused.isEmpty() && epochs.isSettled()) {
            before.ifPresent(Vault::forget);
        }
        return refused;
    }

    /** Whether this terminal's epochs are on the disk, as they are from its first journal on. */
    boolean hasBegun() {
        return epochs.hasBegun();
    }

    /** Of a key in a file of ours nothing is to remain; one that the service manager hands over is not ours to remove. */
    private static void forget(Old old) {
        Arrays.fill(old.key(), (byte) 0);
        old.ours().ifPresent(DeviceKeyFile::destroy);
    }

    /** Destroys the keys of all that is kept, see {@link Epochs#destroy}; and with them a device key in a file of ours. */
    boolean destroy() {
        boolean destroyed = epochs.destroy();
        if (destroyed) {
            Stream.concat(ours.stream(), before.flatMap(Old::ours).stream()).forEach(DeviceKeyFile::destroy);
        }
        return destroyed;
    }

    /** With which what is kept from now on is sealed. */
    Suite suite() {
        return suite;
    }

    /** From now on another epoch's key wraps; false where the disk does not let it. */
    boolean nextEpoch() {
        return epochs.next();
    }

    /** Destroys the epochs that nothing uses any more; how many. */
    int forgetEpochs(Set<Integer> used, Duration retention) {
        boolean _ = epochs.begin().isEmpty();
        return epochs.forget(used, retention);
    }

    /** Wraps a key for the one place that {@code context} names, as long as its epoch lasts. */
    byte[] wrap(byte[] key, byte[] context) {
        Epoch epoch = epochs.current();
        return EpochSeal.seal(suite, epoch.number(), epoch.wrapping(), key, context);
    }

    Optional<byte[]> unwrap(byte[] wrapped, byte[] context) {
        return EpochSeal.open(wrapped, context, Epoch::wrapping, epochs::numbered);
    }

    /** Seals something that is to last as long as the journal. {@link #unwrap} opens it. */
    byte[] sealForGood(byte[] clear, byte[] context) {
        return Gcm.seal(epochs.root().wrapping(), clear, context);
    }

    byte[] sealReceipt(byte[] receipt, byte[] context) {
        Epoch epoch = epochs.current();
        return EpochSeal.seal(suite, epoch.number(), epoch.receipts(), receipt, context);
    }

    Optional<byte[]> openReceipt(byte[] sealed, byte[] context) {
        return EpochSeal.open(sealed, context, Epoch::receipts, epochs::numbered);
    }

    /** The hashes of the journal's chain, which outlast any device key. */
    Links links() {
        return new Links(epochs.root().key());
    }

    /** A key that only this device can make, and only for whoever knows {@code secret}. It goes with the device's key. */
    byte[] derive(String purpose, byte[] salt, byte[] secret) {
        return derive(device, purpose, salt, secret);
    }

    /** The same for as long as the journal lasts, whatever becomes of the device's key. */
    byte[] deriveForGood(String purpose, byte[] secret) {
        return derive(epochs.root().key(), purpose, NONE, secret);
    }

    static byte[] derive(byte[] from, String purpose, byte[] salt, byte[] secret) {
        HKDFParameterSpec.Builder extract = HKDFParameterSpec.ofExtract().addIKM(key(from));
        if (secret.length > 0) {
            extract = extract.addIKM(key(secret));
        }
        if (salt.length > 0) {
            extract = extract.addSalt(key(salt));
        }
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(extract.thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), KEY));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "Generic");
    }

    @Override
    public String toString() {
        return "Vault";
    }
}
