package banyan.kiosk.upkeep;

import banyan.kiosk.config.KioskConfig;
import banyan.kiosk.documents.PaperFonts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The machine itself: memory, disk, clock, fonts, and who may read what the terminal keeps. */
final class MachineCheck {
    /** The terminal with its pictures, and the system beside it. */
    private static final long LEAST_MEMORY = 3_000_000_000L;

    /** Any clock that says an earlier day has lost its battery. */
    private static final Instant BUILT_AFTER = Instant.parse("2026-01-01T00:00:00Z");

    private static final int YEARS_AHEAD = 20;
    private static final String CHARACTERS = "榕办理身份证龍";

    private MachineCheck() {}

    static List<Finding> of(KioskConfig config, Instant now) {
        var found = new ArrayList<Finding>();
        found.add(memory());
        found.add(disk(config));
        found.add(clock(now));
        found.add(fonts());
        found.add(secret(config.key()));
        found.add(deviceKey(config));
        found.add(staff(config));
        return found;
    }

    private static Finding memory() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine)) {
            return Finding.unknown("memory", "this Java does not say how much there is", "use Eclipse Temurin 25");
        }
        long all = machine.getTotalMemorySize();
        return all >= LEAST_MEMORY
                ? Finding.well("memory", megabytes(all))
                : Finding.wrong("memory", megabytes(all) + " are too little", "give the machine 4 GB or more");
    }

    private static Finding disk(KioskConfig config) {
        Path there = existing(config.data());
        try {
            if (!Files.isWritable(there)) {
                return Finding.wrong(
                        "disk", there + " cannot be written", "sudo chown -R $(id -u):$(id -g) " + there);
            }
            long free = Files.getFileStore(there).getUsableSpace();
            return free >= config.reserveBytes()
                    ? Finding.well("disk", megabytes(free) + " free at " + there)
                    : Finding.wrong(
                            "disk",
                            "%s free at %s; `reserve-bytes` wants %s before anybody may begin"
                                    .formatted(megabytes(free), there, megabytes(config.reserveBytes())),
                            "free some room: sudo journalctl --vacuum-size=100M; sudo apt-get clean; or use a larger disk");
        } catch (IOException unreadable) {
            return Finding.unknown("disk", there + " does not say how full it is", "check it: sudo dmesg | tail");
        }
    }

    private static Path existing(Path path) {
        Path at = path.toAbsolutePath();
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }

    private static Finding clock(Instant now) {
        boolean plausible = now.isAfter(BUILT_AFTER)
                && now.isBefore(BUILT_AFTER.plus(365L * YEARS_AHEAD, ChronoUnit.DAYS));
        return plausible
                ? Finding.well("clock", now.truncatedTo(ChronoUnit.SECONDS).toString())
                : Finding.wrong("clock", now + " cannot be", "sudo timedatectl set-ntp true");
    }

    private static Finding fonts() {
        var lacking = PaperFonts.load().lacking(CHARACTERS);
        return lacking.isEmpty()
                ? Finding.well("fonts", "screen and paper have their characters")
                : Finding.wrong("fonts", "characters are missing from the typeface", "install the terminal anew");
    }

    /** Without staff the terminal serves; but nobody can be let in when something is to be seen to. */
    private static Finding staff(KioskConfig config) {
        return config.staff().isEmpty()
                ? Finding.soon(
                        "staff",
                        "nobody is named who may open the staff mode",
                        "./kiosk staff NUMBER --roster /etc/banyan/staff; then `staff: /etc/banyan/staff` in the configuration")
                : Finding.well("staff", "somebody may open the staff mode");
    }

    /** A key that others may read is a key that others may sign with. */
    private static Finding secret(Path key) {
        try {
            if (!Files.exists(key)) {
                return Finding.wrong("key", key + " is not there", "put this terminal's private key there, mode 0600");
            }
            boolean exposed = Files.getPosixFilePermissions(key).stream()
                    .anyMatch(right -> !right.name().startsWith("OWNER_"));
            return exposed
                    ? Finding.wrong("key", key + " may be read by others", "chmod 600 " + key)
                    : Finding.well("key", "only the terminal may read its key");
        } catch (IOException | UnsupportedOperationException unreadable) {
            return Finding.unknown("key", key + " does not say who may read it", "ls -l " + key);
        }
    }

    /** The doctor is not the service, so it sees no credential; what it can see is whether a file would be taken instead. */
    private static Finding deviceKey(KioskConfig config) {
        Path file = config.data().resolve("device.key");
        if (!config.sealedDeviceKey()) {
            return Finding.soon(
                    "device key",
                    "it stands in a file beside what it seals: whoever takes the disk has both",
                    "./kiosk seal-key /etc/banyan/device-key.sealed --from " + file);
        }
        return Files.exists(file)
                ? Finding.wrong(
                        "device key",
                        "%s lies beside what the sealed key protects".formatted(file),
                        "once the terminal starts with the sealed one: shred -u " + file)
                : Finding.well("device key", "only the service manager can unseal it");
    }

    static String megabytes(long bytes) {
        return "%,d MB".formatted(bytes / 1_000_000);
    }

    /** What a package file of the system says is installed; empty where there is no such system. */
    static Optional<String> owner(Path file) {
        try {
            return Optional.of(Files.getAttribute(file, "unix:group").toString());
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
