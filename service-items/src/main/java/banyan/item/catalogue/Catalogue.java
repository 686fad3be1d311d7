package banyan.item.catalogue;

import banyan.item.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder of packages. Loading it touches nothing but files and may be done on any thread; one bad package never hides the good
 * ones.
 *
 * <p>A package signed by a trusted key was examined in full before it was signed, so here only its signature is checked and its
 * files are read. A package that the development key answers for is being worked on: it is examined in full each time, which
 * starts the engines for rules and schemas and is better done after the first screen stands.
 */
public final class Catalogue {
    private final TrustedKeys trusted;
    private final Optional<SigningKey> developmentKey;
    private final List<Mistake> mistakes = new ArrayList<>();

    private Catalogue(TrustedKeys trusted, Optional<SigningKey> developmentKey) {
        this.trusted = trusted;
        this.developmentKey = developmentKey;
    }

    /**
     * Loads every package of a folder.
     *
     * @param developmentKey answers for unsigned packages; empty in production, where they are refused
     */
    public static CatalogueReport load(Path folder, TrustedKeys trusted, Optional<SigningKey> developmentKey) {
        return new Catalogue(trusted, developmentKey).load(folder);
    }

    /** A package whose signature has been judged. */
    private record Opened(PackageFiles files, Mistakes mistakes, Authenticity authenticity) {}

    private CatalogueReport load(Path folder) {
        var packages =
                folders(folder).stream().flatMap(path -> open(path).stream()).toList();
        var shared = Shared.NOTHING;
        for (var one : packages) {
            if (one.files().has(PackageReader.SHARED)) {
                shared = shared.and(shared(one));
            }
        }
        var entries = new ArrayList<CatalogueEntry>();
        var folders = new HashMap<String, String>();
        for (var one : packages) {
            if (!one.files().has(PackageReader.SHARED)) {
                item(one, shared).filter(entry -> first(entry, folders)).ifPresent(entries::add);
            }
        }
        entries.sort(Comparator.comparing(entry -> entry.item().code()));
        return new CatalogueReport(entries, mistakes, shared.workingDays());
    }

    /** Folders whose name begins with a dot are nobody's package. */
    private List<Path> folders(Path folder) {
        try (var children = Files.list(folder)) {
            return children.filter(Files::isDirectory)
                    .filter(child -> !child.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            var name = String.valueOf(folder.getFileName());
            mistakes.add(new Mistake(name, new Place("", 0), "the catalogue cannot be read"));
            return List.of();
        }
    }

    private Optional<Opened> open(Path folder) {
        var found = new Mistakes(String.valueOf(folder.getFileName()));
        var files = PackageFiles.read(folder, found);
        var authenticity = Authenticity.of(files, trusted, developmentKey, found);
        if (authenticity.isEmpty() || !found.none()) {
            mistakes.addAll(found.all());
            return Optional.empty();
        }
        return Optional.of(new Opened(files, found, authenticity.get()));
    }

    private Shared shared(Opened one) {
        var reader = new PackageReader(one.files(), one.mistakes());
        var shared = reader.shared();
        if (one.authenticity().development()) {
            Examination.shapes(reader, one.mistakes());
        }
        mistakes.addAll(one.mistakes().all());
        return shared.filter(_ -> one.mistakes().none()).orElse(Shared.NOTHING);
    }

    private Optional<CatalogueEntry> item(Opened one, Shared shared) {
        var reader = new PackageReader(one.files(), one.mistakes());
        var entry = reader.item(shared)
                .map(item -> CatalogueEntry.of(item, one.files().folder(), one.authenticity()));
        if (one.authenticity().development()) {
            entry.ifPresent(draft -> Examination.engines(draft.item(), draft.rules(), one.mistakes()));
            Examination.shapes(reader, one.mistakes());
        }
        mistakes.addAll(one.mistakes().all());
        return entry.filter(_ -> one.mistakes().none());
    }

    private boolean first(CatalogueEntry entry, Map<String, String> folders) {
        var other = folders.putIfAbsent(entry.item().code(), entry.folder());
        if (other != null) {
            mistakes.add(new Mistake(
                    entry.folder(),
                    new Place(PackageReader.ITEM, 0),
                    "the code '%s' is already taken by %s; give it its own"
                            .formatted(entry.item().code(), other)));
        }
        return other == null;
    }
}
