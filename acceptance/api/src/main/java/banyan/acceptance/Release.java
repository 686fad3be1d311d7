package banyan.acceptance;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What all terminals are to show from a moment on: service packages with their guides and papers, notices, directives. Signed with
 * a key of its own that no centre holds, so that whoever takes a centre can withhold content and cannot change it. Content is named
 * by its hash; a delta names only what differs from the release it is built on.
 *
 * @param number higher than every earlier one
 * @param kind whether {@code files} are all of it
 * @param base the release a delta is built on; 0 for a full one
 * @param from when it is to be shown
 * @param made when it was packed; its day is what staff read
 * @param files all of them, or those a delta adds and changes
 * @param gone paths of the base that a delta takes away
 * @param whole {@link ReleaseFile#whole} of all files that result
 * @param keyId which release key signed
 * @param signature Ed25519 over {@link #signedBytes}
 */
public record Release(
        long number,
        Kind kind,
        long base,
        Instant from,
        Instant made,
        List<ReleaseFile> files,
        List<String> gone,
        Sha256 whole,
        String keyId,
        byte[] signature) {
    /** The most files a release may have. */
    public static final int MOST_FILES = 20_000;

    /** The largest a release may be in all, in bytes. */
    public static final long LARGEST = 256 << 20;

    /** Whether a release says everything or what is different. */
    public enum Kind {
        FULL,
        DELTA
    }

    public Release {
        files = List.copyOf(files);
        gone = List.copyOf(gone);
    }

    /** The bytes under the signature: one {@code name value} line each, in this order, UTF-8, ended by a line feed. */
    public byte[] signedBytes() {
        StringBuilder lines = new StringBuilder("banyan-release 1\n");
        lines.append("number ").append(number).append('\n');
        lines.append("kind ").append(kind).append('\n');
        lines.append("base ").append(base).append('\n');
        lines.append("from ").append(from).append('\n');
        lines.append("made ").append(made).append('\n');
        files.forEach(file -> lines.append("file ").append(file.line()).append('\n'));
        gone.forEach(path -> lines.append("gone ").append(path).append('\n'));
        lines.append("whole ").append(whole).append('\n');
        lines.append("key ").append(keyId).append('\n');
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same, signed. */
    public Release signed(byte[] with) {
        return new Release(number, kind, base, from, made, files, gone, whole, keyId, with);
    }

    /** Whether this key signed it. */
    public boolean signedBy(PublicKey key) {
        return Signing.keyId(key).equals(keyId) && Signing.holds(key, signedBytes(), signature);
    }

    /**
     * All files of the release.
     *
     * @param before those of the release it is built on; none for a full one
     * @return empty where it is not well formed, or what results is not what was signed
     */
    public Optional<List<ReleaseFile>> all(Collection<ReleaseFile> before) {
        Set<String> named = new HashSet<>(gone);
        if (number < 1 || (kind == Kind.FULL) != (base == 0) || base < 0 || base >= number || named.size() < gone.size()) {
            return Optional.empty();
        }
        if (kind == Kind.FULL && !(gone.isEmpty() && before.isEmpty())) {
            return Optional.empty();
        }
        TreeMap<String, ReleaseFile> result = new TreeMap<>();
        before.forEach(file -> result.put(file.path(), file));
        if (!result.keySet().containsAll(named)) {
            return Optional.empty();
        }
        gone.forEach(result::remove);
        for (ReleaseFile file : files) {
            if (!file.allowed() || !named.add(file.path())) {
                return Optional.empty();
            }
            result.put(file.path(), file);
        }
        long size = result.values().stream().mapToLong(ReleaseFile::size).sum();
        boolean right = result.size() <= MOST_FILES && size <= LARGEST && ReleaseFile.whole(result.values()).equals(whole);
        return right ? Optional.of(List.copyOf(result.values())) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Release[" + number + " " + kind + "]";
    }
}
