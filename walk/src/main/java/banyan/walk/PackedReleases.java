package banyan.walk;

import banyan.acceptance.Release;
import banyan.item.Language;
import banyan.server.release.ReleaseFolder;
import banyan.server.release.ReleasePacker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The releases that journeys lay down at their centre: the present packages with something else in one of their files. */
final class PackedReleases {
    private static final Duration VALID = Duration.ofDays(400);

    private final JsonMapper json = new JsonMapper();
    private final Path catalogue;
    private final KeyPair key;
    private final Path shelf;
    private final Path content;

    /**
     * @param shelf the centre's folder of releases
     * @param content where they are put together
     */
    PackedReleases(Path catalogue, KeyPair key, Path shelf, Path content) {
        this.catalogue = catalogue;
        this.key = key;
        this.shelf = shelf;
        this.content = content;
    }

    void clear() throws IOException {
        Folders.empty(shelf);
    }

    void add(Step.Release what, Instant now) throws IOException {
        Folders.empty(content);
        copy();
        Path changed = content.resolve("catalogue").resolve(what.file());
        String text = Files.readString(changed);
        if (!text.contains(what.old())) {
            throw new IOException(what.file() + " does not say `" + what.old() + "`");
        }
        Files.writeString(changed, text.replace(what.old(), what.now()));
        said("notices.json", what.notice(), now);
        said("directives.json", what.closes(), now);
        ReleaseFolder folder = new ReleaseFolder(shelf);
        long number = folder.newest().orElse(0) + 1;
        switch (new ReleasePacker(folder, key).pack(content, number, now.plus(what.after()), now)) {
            case ReleasePacker.Packed.Done(var full, _) -> {
                if (what.altered()) {
                    alter(full);
                }
            }
            case ReleasePacker.Packed.Refused(var mistakes) -> throw new IOException(String.join("; ", mistakes));
        }
    }

    /** As somebody would who has the centre and not the release key: it is to be shown at another time than was signed. */
    private void alter(Release full) throws IOException {
        for (String kind : List.of("full", "delta")) {
            Path manifest = shelf.resolve(full.number() + "." + kind + ".json");
            if (Files.exists(manifest)) {
                String text = Files.readString(manifest);
                String time = full.from().toString();
                Files.writeString(manifest, text.replace(time, full.from().minusSeconds(3600).toString()));
            }
        }
    }

    private void said(String file, String text, Instant now) throws IOException {
        if (!text.isEmpty()) {
            Map<String, ?> one = Map.of(
                    "from", now.toString(),
                    "until", now.plus(VALID).toString(),
                    "text", Map.of(Language.ZH_CN.tag(), text, Language.EN.tag(), "In English: " + text.length() + " characters."));
            Files.write(content.resolve(file), json.writeValueAsBytes(List.of(one)));
        }
    }

    private void copy() throws IOException {
        try (Stream<Path> files = Files.walk(catalogue)) {
            for (Path file : files.toList()) {
                Path to = content.resolve("catalogue").resolve(catalogue.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
    }
}
