package banyan.walk;

import banyan.acceptance.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM's ahead-of-time cache for one class path: the first start trains it, later ones begin with it. It is thrown away as soon
 * as a jar has changed.
 */
public record AotCache(Path folder) {
    /** Options for a JVM with this class path and these other options. */
    public List<String> options(String classPath, List<String> others) throws IOException {
        Path cache = folder.resolve(key(classPath, others) + ".aot");
        removeOthers(cache);
        return List.of(
                Files.exists(cache) ? "-XX:AOTCache=" + cache : "-XX:AOTCacheOutput=" + cache,
                "-Xlog:aot=off",
                "-Xlog:cds=off");
    }

    /** A hundred megabytes each, and of no use once a jar has changed. */
    private void removeOthers(Path cache) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".aot")).toList()) {
                if (!file.equals(cache)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static String key(String classPath, List<String> others) throws IOException {
        StringBuilder all = new StringBuilder(Runtime.version().toString()).append(others);
        for (String jar : classPath.split(":", -1)) {
            Path file = Path.of(jar);
            all.append(jar).append(Files.size(file)).append(Files.getLastModifiedTime(file));
        }
        return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
    }
}
