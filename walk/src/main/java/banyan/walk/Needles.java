package banyan.walk;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bytes that must lie in no file, each with what it is. */
final class Needles {
    private final List<Needle> all = new ArrayList<>();

    private record Needle(String what, byte[] bytes) {
        boolean liesAt(byte[] hay, int at) {
            return at + bytes.length <= hay.length
                    && Arrays.equals(hay, at, at + bytes.length, bytes, 0, bytes.length);
        }
    }

    /** @param bytes at least two */
    void add(String what, byte[] bytes) {
        all.add(new Needle(what, bytes));
    }

    /** The first that lies in a file under this folder, and in which. */
    Optional<String> foundUnder(Path folder) throws IOException {
        Map<Integer, List<Needle>> byBeginning = all.stream().collect(Collectors.groupingBy(one -> beginning(one.bytes(), 0)));
        BitSet beginnings = new BitSet(1 << 16);
        byBeginning.keySet().forEach(beginnings::set);
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] hay = Files.readAllBytes(file);
                // There are many needles and much hay: each place is looked at once, for all of them.
                for (int at = 0; at < hay.length - 1; at++) {
                    int here = beginning(hay, at);
                    if (beginnings.get(here)) {
                        for (Needle needle : byBeginning.getOrDefault(here, List.of())) {
                            if (needle.liesAt(hay, at)) {
                                return Optional.of(needle.what() + " in " + folder.relativize(file));
                            }
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static int beginning(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
