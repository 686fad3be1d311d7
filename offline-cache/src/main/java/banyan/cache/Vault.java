package banyan.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The device's key and what is done with it. It never leaves this object; what is kept on the disk is sealed under keys of its
 * own, and those are wrapped here.
 */
public final class Vault {
    private static final Logger LOG = LoggerFactory.getLogger(Vault.class);
    private static final int KEY = 32;
    private static final int WARM_UP_CHUNKS = 100;
    private static final AtomicBoolean WARM = new AtomicBoolean();

    private final byte[] device;
    private final byte[] wrapping;
    private final byte[] receipts;

    /** What became of opening the vault. */
    public sealed interface Opening {
        record Open(Vault vault) implements Opening {}

        /** The key cannot be used, for a reason that staff must mend; the file is as it was. */
        record Refused(String code) implements Opening {}
    }

    private Vault(byte[] device) {
        this.device = device;
        this.wrapping = derive("banyan wrapping 1", new byte[0], new byte[0]);
        this.receipts = derive("banyan receipts 1", new byte[0], new byte[0]);
    }

    /** Reads the device key, or makes a development key where there is none yet, and warms the cipher up meanwhile. */
    public static Opening open(DeviceKey key) {
        if (!WARM.getAndSet(true)) {
            Thread.ofPlatform().daemon().name("vault-warm-up").start(Vault::warmUp);
        }
        return switch (key) {
            case DeviceKey.Credential(var file) -> handedOver(file);
            case DeviceKey.Development(var file) -> open(file, new OsDisk());
        };
    }

    /** Who may read a credential is the service manager's affair: where it grants by access lists, the file's mode does not show it. */
    private static Opening handedOver(Path file) {
        try {
            return parsed(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return new Opening.Refused("DEVICE-KEY-UNREADABLE");
        }
    }

    static Opening open(Path keyFile, Disk disk) {
        try {
            return read(keyFile);
        } catch (NoSuchFileException none) {
            return make(keyFile, disk);
        } catch (IOException unreadable) {
            return new Opening.Refused("DEVICE-KEY-UNREADABLE");
        }
    }

    private static Opening read(Path keyFile) throws IOException {
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(keyFile, LinkOption.NOFOLLOW_LINKS);
        if (!Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)
                .containsAll(rights)) {
            return new Opening.Refused("DEVICE-KEY-EXPOSED");
        }
        return parsed(Files.readAllBytes(keyFile));
    }

    private static Opening parsed(byte[] text) {
        try {
            byte[] key = HexFormat.of().parseHex(new String(text, StandardCharsets.US_ASCII).strip());
            return key.length == KEY ? new Opening.Open(new Vault(key)) : new Opening.Refused("DEVICE-KEY-DAMAGED");
        } catch (IllegalArgumentException notHexadecimal) {
            return new Opening.Refused("DEVICE-KEY-DAMAGED");
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static Opening make(Path keyFile, Disk disk) {
        byte[] key = Randomness.bytes(KEY);
        byte[] text = (HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII);
        Path folder = keyFile.toAbsolutePath().getParent();
        Path part = keyFile.resolveSibling(keyFile.getFileName() + ".part");
        try {
            if (folder != null) {
                disk.makeFolder(folder);
            }
            boolean _ = disk.delete(part);
            try (Disk.Output output = disk.create(part)) {
                Disk.writeAll(output, text, 0, text.length);
                output.force();
            }
            disk.move(part, keyFile);
            if (folder != null) {
                disk.flushFolder(folder);
            }
            LOG.info("DEVICE-KEY-MADE");
            return new Opening.Open(new Vault(key));
        } catch (IOException failure) {
            return new Opening.Refused(Disk.isFull(failure) ? "DISK-FULL" : "DEVICE-KEY-UNWRITABLE");
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    /** Wraps a key for the one place that {@code context} names. */
    byte[] wrap(byte[] key, byte[] context) {
        return Gcm.seal(wrapping, key, context);
    }

    Optional<byte[]> unwrap(byte[] wrapped, byte[] context) {
        return Gcm.open(wrapping, wrapped, context);
    }

    byte[] sealReceipt(byte[] receipt, byte[] context) {
        return Gcm.seal(receipts, receipt, context);
    }

    Optional<byte[]> openReceipt(byte[] sealed, byte[] context) {
        return Gcm.open(receipts, sealed, context);
    }

    /** A key that only this device can make, and only for whoever knows {@code secret}. */
    byte[] derive(String purpose, byte[] salt, byte[] secret) {
        HKDFParameterSpec.Builder extract = HKDFParameterSpec.ofExtract().addIKM(key(device));
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

    /** The first chunk costs a hundred times a warm one: let that not fall on the first citizen's first page. */
    private static void warmUp() {
        try {
            byte[] key = Randomness.bytes(SealedFile.KEY);
            for (int left = WARM_UP_CHUNKS; left > 0; left--) {
                Warm file = new Warm();
                SealedFile.write(file, key, new ByteArrayInputStream(new byte[SealedFile.CHUNK]));
                byte[] sealed = file.bytes.toByteArray();
                byte[] own =
                        SealedFile.key(new ByteArrayInputStream(sealed), key).orElseThrow();
                SealedFile.read(new ByteArrayInputStream(sealed), own, OutputStream.nullOutputStream());
                boolean _ =
                        Gcm.open(key, Gcm.seal(key, new byte[2048], key), key).isPresent();
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A file in memory, for warming up only. */
    private record Warm(ByteArrayOutputStream bytes) implements Disk.Output {
        Warm() {
            this(new ByteArrayOutputStream());
        }

        @Override
        public int write(ByteBuffer from) {
            byte[] copy = new byte[from.remaining()];
            from.get(copy);
            bytes.writeBytes(copy);
            return copy.length;
        }

        @Override
        public void force() {}

        @Override
        public void close() {}
    }

    @Override
    public String toString() {
        return "Vault";
    }
}
