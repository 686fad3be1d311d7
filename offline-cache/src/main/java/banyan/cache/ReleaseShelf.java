package banyan.cache;

import banyan.acceptance.Release;
import banyan.acceptance.ReleaseFile;
import banyan.acceptance.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The releases on this terminal's disk. A folder {@code N} is whole and was proved to be what the release key signed before it got
 * its name; which one is shown stands in one file. Whatever happens between two operations of the disk, the old release or the new one is
 * there. For one thread at a time.
 *
 * <pre>
 * pointer          which is shown
 * N/               the files of release N as they are used, and copy.json
 * fetched/HASH     files on their way, each whole
 * .N/              a release being put together; nothing of it counts
 * </pre>
 */
public final class ReleaseShelf {
    static final String COPY = "copy.json";
    private static final String POINTER = "pointer";

    /** A release that was begun so often and never found good is not begun again. */
    private static final int MOST_TRIES = 3;

    /** How often the pointer is written only to say that the centre was heard. */
    private static final Duration HEARD_AGAIN = Duration.ofHours(1);

    private final Path folder;
    private final List<PublicKey> keys;
    private final Disk disk;
    private ReleasePointer pointer;

    /** Whether a manifest may be fetched. */
    public sealed interface Judgement {
        /** @param files all that result */
        record Good(Release release, List<ReleaseFile> files) implements Judgement {
            public Good {
                files = List.copyOf(files);
            }
        }

        record Refused(String code) implements Judgement {}
    }

    private ReleaseShelf(Path folder, List<PublicKey> keys, Disk disk) throws IOException {
        this.folder = folder;
        this.keys = List.copyOf(keys);
        this.disk = disk;
        disk.makeFolder(folder);
        this.pointer = bytes(folder.resolve(POINTER))
                .flatMap(json -> Wire.read(json, ReleasePointer.class))
                .orElse(ReleasePointer.INSTALLED);
    }

    /** @param keys the release keys that are trusted here */
    public static ReleaseShelf open(Path folder, List<PublicKey> keys) throws IOException {
        return open(folder, keys, new OsDisk());
    }

    static ReleaseShelf open(Path folder, List<PublicKey> keys, Disk disk) throws IOException {
        return new ReleaseShelf(folder, keys, disk);
    }

    /** The number of the release that is shown; 0 is what was installed. */
    public long active() {
        return pointer.active();
    }

    /** Whether it has not been found good yet. */
    public boolean onTrial() {
        return pointer.tries() > 0;
    }

    /** Nothing up to this number is asked for again. */
    public long newest() {
        return Math.max(pointer.refused(), waiting().map(Release::number).orElse(pointer.active()));
    }

    /** When the centre last said what is newest. */
    public Optional<Instant> heard() {
        return pointer.heard() == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(pointer.heard()));
    }

    /** The folder of a release that is here. */
    public Path content(long number) {
        return folder.resolve(Long.toString(number));
    }

    /** The manifest of a release that is here, if its copy is whole to the last byte. */
    public Optional<Release> proved(long number) {
        return copy(number)
                .filter(copy -> copy.files().stream()
                        .allMatch(file -> read(content(number).resolve(file.path()), file).isPresent()))
                .map(ReleaseCopy::release);
    }

    /** The release that is here and not shown yet; the highest if there are several. */
    public Optional<Release> waiting() {
        return numbers()
                .filter(number -> number > pointer.active() && number > pointer.refused())
                .max(Comparator.naturalOrder())
                .flatMap(this::copy)
                .map(ReleaseCopy::release);
    }

    /** The highest that is here whole, on which a delta may be built. */
    public long base() {
        return numbers().filter(number -> number >= pointer.active() && copy(number).isPresent()).max(Comparator.naturalOrder()).orElse(0L);
    }

    /** Whether this is signed, newer, and says what it signs. Touches nothing. */
    public Judgement judge(Release release) {
        if (keys.stream().noneMatch(release::signedBy)) {
            return new Judgement.Refused("RELEASE-UNSIGNED");
        }
        if (release.number() <= newest()) {
            return new Judgement.Refused("RELEASE-NOT-NEWER");
        }
        Optional<List<ReleaseFile>> before = release.kind() == Release.Kind.FULL
                ? Optional.of(List.of())
                : copy(release.base()).map(ReleaseCopy::files);
        if (before.isEmpty()) {
            return new Judgement.Refused("RELEASE-BASE-NOT-HERE");
        }
        return release.all(before.get())
                .<Judgement>map(files -> new Judgement.Good(release, files))
                .orElseGet(() -> new Judgement.Refused("RELEASE-MALFORMED"));
    }

    /** What is still to be fetched: neither in a release that is here nor fetched already. */
    public List<ReleaseFile> missing(Judgement.Good good) {
        Map<Sha256, Path> here = here();
        Set<Sha256> seen = new HashSet<>();
        return good.files().stream()
                .filter(file -> seen.add(file.hash()))
                .filter(file -> source(here, file).isEmpty())
                .toList();
    }

    /** A file that came. False where it is not the one that was asked for. */
    public boolean fetched(ReleaseFile file, byte[] bytes) throws IOException {
        if (bytes.length != file.size() || !Sha256.of(bytes).equals(file.hash())) {
            return false;
        }
        Path fetched = folder.resolve("fetched");
        disk.makeFolder(fetched);
        write(fetched.resolve(file.hash().hex()), bytes);
        disk.flushFolder(fetched);
        return true;
    }

    /** Puts the release together; when this returns true it is here, whole, and waits for its time. */
    public boolean complete(Judgement.Good good) throws IOException {
        String number = Long.toString(good.release().number());
        Path part = folder.resolve("." + number);
        remove(part);
        disk.makeFolder(part);
        Map<Sha256, Path> here = here();
        Set<Path> folders = new HashSet<>();
        for (ReleaseFile file : good.files()) {
            Optional<byte[]> bytes = source(here, file);
            if (bytes.isEmpty()) {
                return false;
            }
            for (int slash = file.path().indexOf('/'); slash > 0; slash = file.path().indexOf('/', slash + 1)) {
                Path within = part.resolve(file.path().substring(0, slash));
                if (folders.add(within)) {
                    disk.makeFolder(within);
                }
            }
            write(part.resolve(file.path()), bytes.get());
        }
        write(part.resolve(COPY), Wire.write(new ReleaseCopy(good.release(), good.files())));
        for (Path at : folders) {
            disk.flushFolder(at);
        }
        disk.flushFolder(part);
        // Of this number nothing whole was here, or it would not have been asked for.
        remove(folder.resolve(number));
        disk.move(part, folder.resolve(number));
        disk.flushFolder(folder);
        return true;
    }

    /** From now on this release is shown, on trial. */
    public void show(long number) throws IOException {
        write(pointer.switched(number));
    }

    /** The one on trial is begun once more, after the program ended during its trial; false where it was begun too often. */
    public boolean tryAgain() throws IOException {
        if (pointer.tries() >= MOST_TRIES) {
            return false;
        }
        write(pointer.tried());
        return true;
    }

    /** The one on trial works. What no longer counts is cleared away. */
    public void good() throws IOException {
        write(pointer.good());
        tidy();
    }

    /** The one that is shown does not work: the one before it again, and this one never more. */
    public void back() throws IOException {
        write(pointer.back());
        tidy();
    }

    /** The copy of the one that is shown is damaged: the one before it again, and this one is fetched anew. */
    public void lost() throws IOException {
        long damaged = pointer.active();
        write(pointer.lost());
        remove(content(damaged));
    }

    /** Not to be asked for again. */
    public void refuse(long number) throws IOException {
        write(pointer.refusing(number));
    }

    /** The centre has said at this moment what is newest. */
    public void heard(Instant now) throws IOException {
        if (Math.abs(now.getEpochSecond() - pointer.heard()) >= HEARD_AGAIN.toSeconds()) {
            write(pointer.heardAt(now.getEpochSecond()));
        }
    }

    private void tidy() throws IOException {
        for (long number : numbers().toList()) {
            if (number < pointer.before() || number > pointer.before() && number < pointer.active() || number > pointer.active() && number <= pointer.refused()) {
                remove(content(number));
            }
        }
        remove(folder.resolve("fetched"));
    }

    private Optional<ReleaseCopy> copy(long number) {
        return bytes(content(number).resolve(COPY))
                .flatMap(json -> Wire.read(json, ReleaseCopy.class))
                .filter(copy -> copy.release().number() == number)
                .filter(copy -> copy.right() && keys.stream().anyMatch(copy.release()::signedBy));
    }

    private Stream<Long> numbers() {
        try {
            return disk.list(folder).stream()
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[1-9][0-9]{0,15}"))
                    .map(Long::valueOf);
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    /** Where the files of the releases that are here lie, by their hash. */
    private Map<Sha256, Path> here() {
        Map<Sha256, Path> here = new HashMap<>();
        numbers().forEach(number -> copy(number)
                .ifPresent(copy -> copy.files()
                        .forEach(file -> here.put(file.hash(), content(number).resolve(file.path())))));
        return here;
    }

    private Optional<byte[]> source(Map<Sha256, Path> here, ReleaseFile file) {
        Path copy = here.get(file.hash());
        Optional<byte[]> kept = copy == null ? Optional.empty() : read(copy, file);
        return kept.isPresent() ? kept : read(folder.resolve("fetched").resolve(file.hash().hex()), file);
    }

    /** The bytes of this file, if they are those. */
    private Optional<byte[]> read(Path at, ReleaseFile file) {
        return bytes(at).filter(bytes -> bytes.length == file.size() && Sha256.of(bytes).equals(file.hash()));
    }

    private Optional<byte[]> bytes(Path file) {
        if (!disk.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = disk.open(file)) {
            return Optional.of(in.readAllBytes());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private void write(ReleasePointer next) throws IOException {
        Path part = folder.resolve(POINTER + ".part");
        write(part, Wire.write(next));
        disk.move(part, folder.resolve(POINTER));
        disk.flushFolder(folder);
        pointer = next;
    }

    private void write(Path file, byte[] bytes) throws IOException {
        boolean _ = disk.delete(file);
        try (Disk.Output output = disk.create(file)) {
            Disk.writeAll(output, bytes, 0, bytes.length);
            output.force();
        }
    }

    private void remove(Path at) throws IOException {
        List<Path> within = new ArrayList<>(disk.list(at));
        for (Path one : within) {
            remove(one);
        }
        boolean _ = disk.delete(at);
    }
}
