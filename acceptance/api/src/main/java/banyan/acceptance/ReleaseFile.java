package banyan.acceptance;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One file of a release. Its path becomes a path on every terminal's disk, so only names that lead nowhere else are ones.
 *
 * @param path such as {@code catalogue/pension-eligibility/item.yaml}, {@code notices.json} or {@code directives.json}
 * @param size in bytes
 * @param hash of its bytes
 */
public record ReleaseFile(String path, long size, Sha256 hash) {
    /** The largest a file may be, in bytes. */
    public static final long LARGEST = 1 << 20;

    /** What is said to all who come. */
    public static final String NOTICES = "notices.json";

    /** What the terminals are told to do. */
    public static final String DIRECTIVES = "directives.json";

    /** The folder of the service packages. */
    public static final String CATALOGUE = "catalogue";

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*";
    private static final Pattern KNOWN =
            Pattern.compile(CATALOGUE + "(/" + NAME + "){2,3}|notices\\.json|directives\\.json");
    private static final int LONGEST = 200;

    /** Whether path and size are such as a release may have. */
    public boolean allowed() {
        return isPath(path) && size >= 0 && size <= LARGEST;
    }

    /** Whether a release may have a file at this path: no way up, none out, and nothing of a kind that no terminal knows. */
    public static boolean isPath(String path) {
        return path.length() <= LONGEST && KNOWN.matcher(path).matches();
    }

    /** One line of what is signed. */
    String line() {
        return path + " " + size + " " + hash;
    }

    /** The hash that names exactly these files together: of a line each, in the order of their paths, each ended by a line feed. */
    public static Sha256 whole(Collection<ReleaseFile> files) {
        String lines = files.stream()
                .sorted(Comparator.comparing(ReleaseFile::path))
                .map(file -> file.line() + "\n")
                .collect(Collectors.joining());
        return Sha256.of(lines.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
