package banyan.server.casework;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.Release;
import banyan.acceptance.ReleaseFile;
import banyan.acceptance.Sha256;
import banyan.item.WorkingDays;
import banyan.item.catalogue.Calendars;
import banyan.server.release.ReleaseFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calendar of the newest release that counts by now, as it was signed; each release is looked at once. */
public final class CalendarShelf {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarShelf.class);
    private static final String PATH = ReleaseFile.CATALOGUE + "/shared/" + Calendars.FILE;

    private final ReleaseFolder folder;
    private final Path key;
    private long seen;

    /** @param key file of the public key under which releases are signed; while there is none no release is believed */
    public CalendarShelf(ReleaseFolder folder, Path key) {
        this.folder = folder;
        this.key = key;
    }

    /**
     * One that was not there before; empty where there is none, and where what there is is not to be believed.
     *
     * @throws IOException if the folder cannot be read
     */
    Optional<WorkingDays> newer(Instant now) throws IOException {
        OptionalLong newest = Files.exists(key) ? folder.newest() : OptionalLong.empty();
        if (newest.isEmpty() || newest.getAsLong() <= seen) {
            return Optional.empty();
        }
        Optional<Release> release = folder.manifest(newest.getAsLong(), Release.Kind.FULL);
        if (release.filter(one -> one.from().isAfter(now)).isPresent()) {
            return Optional.empty();
        }
        seen = newest.getAsLong();
        PublicKey trusted = KeyFiles.readPublic(key);
        if (release.filter(one -> one.signedBy(trusted)).isEmpty()) {
            LOG.warn("CALENDAR-REFUSED release={} code=SIGNATURE", seen);
            return Optional.empty();
        }
        Optional<ReleaseFile> file = release.orElseThrow().files().stream()
                .filter(one -> one.path().equals(PATH))
                .findFirst();
        return file.isEmpty() ? Optional.empty() : read(file.get());
    }

    private Optional<WorkingDays> read(ReleaseFile file) throws IOException {
        Optional<byte[]> bytes = folder.file(file.hash()).filter(found -> Sha256.of(found).equals(file.hash()));
        if (bytes.isPresent() && Calendars.read(bytes.get()) instanceof Calendars.Read.Days(var days)) {
            return Optional.of(days);
        }
        LOG.warn("CALENDAR-REFUSED release={} code=CONTENT", seen);
        return Optional.empty();
    }
}
