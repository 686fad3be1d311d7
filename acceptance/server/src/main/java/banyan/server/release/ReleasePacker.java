package banyan.server.release;

import banyan.acceptance.Release;
import banyan.acceptance.Release.Kind;
import banyan.acceptance.ReleaseFile;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.item.catalogue.PackageSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes a release of a folder: examines its packages, signs it as a whole and as the difference to the one before, and lays it down. */
public final class ReleasePacker {
    private final ReleaseFolder shelf;
    private final KeyPair key;

    /** @param key the release key, which the centre itself does not need */
    public ReleasePacker(ReleaseFolder shelf, KeyPair key) {
        this.shelf = shelf;
        this.key = key;
    }

    /** What became of it. */
    public sealed interface Packed {
        record Done(Release full, Optional<Release> delta) implements Packed {}

        /** Nothing was laid down; a sentence for each thing that is wrong. */
        record Refused(List<String> mistakes) implements Packed {
            public Refused {
                mistakes = List.copyOf(mistakes);
            }
        }
    }

    /**
     * Packs a folder with {@code catalogue/}, {@code notices.json}, {@code directives.json}; each may be missing but the first.
     *
     * @param number higher than every release that is here
     */
    public Packed pack(Path folder, long number, Instant from, Instant made) throws IOException {
        OptionalLong newest = shelf.newest();
        if (newest.isPresent() && number <= newest.getAsLong()) {
            return refused("release " + newest.getAsLong() + " is here already; a new one has a higher number");
        }
        Map<String, byte[]> content = new TreeMap<>();
        List<String> mistakes = new ArrayList<>();
        read(folder, content, mistakes);
        if (content.keySet().stream().noneMatch(path -> path.startsWith(ReleaseFile.CATALOGUE + "/"))) {
            mistakes.add(folder + " has no " + ReleaseFile.CATALOGUE + " with packages in it");
        } else {
            examine(folder.resolve(ReleaseFile.CATALOGUE), mistakes);
        }
        if (!mistakes.isEmpty()) {
            return new Packed.Refused(mistakes);
        }
        List<ReleaseFile> files = new ArrayList<>();
        for (Map.Entry<String, byte[]> one : content.entrySet()) {
            ReleaseFile file = new ReleaseFile(one.getKey(), one.getValue().length, Sha256.of(one.getValue()));
            files.add(file);
            shelf.put(file.hash(), one.getValue());
            if (!shelf.holds(file)) {
                return refused(file.path() + " was not stored whole");
            }
        }
        Sha256 whole = ReleaseFile.whole(files);
        Release full = signed(number, Kind.FULL, 0, from, made, files, List.of(), whole);
        Optional<Release> before = newest.isPresent() ? shelf.manifest(newest.getAsLong(), Kind.FULL) : Optional.empty();
        Optional<Release> delta = before.map(base -> delta(base, full));
        if (delta.isPresent()) {
            shelf.put(delta.get());
        }
        // A terminal sees the release from this moment on.
        shelf.put(full);
        return new Packed.Done(full, delta);
    }

    private static Packed refused(String why) {
        return new Packed.Refused(List.of(why));
    }

    private Release delta(Release base, Release full) {
        Map<String, ReleaseFile> before = new HashMap<>();
        base.files().forEach(file -> before.put(file.path(), file));
        List<ReleaseFile> changed = full.files().stream()
                .filter(file -> !file.equals(before.get(file.path())))
                .toList();
        full.files().forEach(file -> before.remove(file.path()));
        List<String> gone = before.keySet().stream().sorted().toList();
        return signed(full.number(), Kind.DELTA, base.number(), full.from(), full.made(), changed, gone, full.whole());
    }

    private Release signed(
            long number,
            Kind kind,
            long base,
            Instant from,
            Instant made,
            List<ReleaseFile> files,
            List<String> gone,
            Sha256 whole) {
        String id = Signing.keyId(key.getPublic());
        Release unsigned = new Release(number, kind, base, from, made, files, gone, whole, id, new byte[0]);
        return unsigned.signed(Signing.sign(key.getPrivate(), unsigned.signedBytes()));
    }

    /** Files only, none reached by a link, each of a kind that terminals know. What begins with a dot is nobody's. */
    private static void read(Path folder, Map<String, byte[]> content, List<String> mistakes) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)).sorted().toList()) {
                String path = folder.relativize(file).toString();
                if (path.startsWith(".") || path.contains("/.")) {
                    continue;
                }
                boolean plain = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
                if (!plain || !new ReleaseFile(path, Files.size(file), new Sha256("0".repeat(64))).allowed()) {
                    mistakes.add(path + " is no file of a release, or larger than " + ReleaseFile.LARGEST + " bytes");
                } else {
                    content.put(path, Files.readAllBytes(file));
                }
            }
        }
    }

    private static void examine(Path catalogue, List<String> mistakes) throws IOException {
        try (Stream<Path> packages = Files.list(catalogue)) {
            packages.filter(path -> Files.isDirectory(path) && !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .forEach(path -> PackageSigner.examine(path).forEach(mistake -> mistakes.add(mistake.toString())));
        }
    }
}
