package banyan.item.catalogue;

import banyan.item.LocalText;
import banyan.item.Material;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code materials.yaml}. */
final class MaterialsReader {
    private static final int MOST_PAGES = 50;
    private static final LocalText NOTHING = LocalText.of("", "");

    /** A range of pages. */
    private record Pages(int fewest, int most) {}

    private enum OtherwiseWord {
        DEPARTMENT_LOOKS,
        SCAN
    }

    private static final Map<String, OtherwiseWord> OTHERWISE =
            Map.of("department-looks", OtherwiseWord.DEPARTMENT_LOOKS, "scan", OtherwiseWord.SCAN);

    private static final Map<String, Boolean> ORIGINAL = Map.of("cabinet", true);

    private MaterialsReader() {}

    static List<Material> read(Entry file) {
        var materials = file.entries("materials", "material").stream()
                .map(MaterialsReader::material)
                .toList();
        file.close();
        return materials;
    }

    private static Material material(Entry entry) {
        var code = entry.code("code", Shapes.CAMEL, Shapes.CAMEL_EXAMPLE);
        entry.call("material '" + code + "'");
        var source = source(entry);
        var material = new Material(
                code,
                entry.local("title"),
                entry.local("hint", NOTHING),
                Icons.read(entry),
                source,
                entry.optional("instead-sign"),
                inCabinet(entry, source));
        entry.close();
        return material;
    }

    /** Only of what the citizen brings there is an original to leave. */
    private static boolean inCabinet(Entry entry, Material.Source source) {
        boolean left = entry.word("original", ORIGINAL, false);
        boolean brought =
                switch (source) {
                    case Material.IdCard _ -> false;
                    case Material.Scan _ -> true;
                    case Material.Held held -> held.otherwise() instanceof Material.ScanIt;
                };
        // A source that is none is a mistake of its own.
        if (left && !brought && (source instanceof Material.Held || entry.optional("source").equals(Optional.of("id-card")))) {
            entry.mistake("original", "has an original to leave in the cabinet, but the citizen brings none: it is not scanned");
        }
        return left && brought;
    }

    private static Material.Source source(Entry entry) {
        var source = entry.text("source");
        if (source.equals("id-card")) {
            return new Material.IdCard();
        }
        if (source.equals("scan")) {
            var pages = pages(entry);
            return new Material.Scan(pages.fewest(), pages.most());
        }
        if (source.startsWith("facts.")) {
            var fact = source.substring("facts.".length());
            return new Material.Held(
                    fact,
                    switch (entry.needed("otherwise", OTHERWISE, OtherwiseWord.DEPARTMENT_LOOKS)) {
                        case DEPARTMENT_LOOKS -> new Material.DepartmentLooks();
                        case SCAN -> {
                            var pages = pages(entry);
                            yield new Material.ScanIt(pages.fewest(), pages.most());
                        }
                    });
        }
        if (!source.isEmpty()) {
            entry.mistake("source", "has the source '" + source + "'; it can be 'id-card', 'scan' or 'facts.…'");
        }
        return new Material.IdCard();
    }

    private static Pages pages(Entry entry) {
        var text = entry.text("pages");
        int dash = text.indexOf('-');
        var fewest = dash < 0 ? text : text.substring(0, dash);
        var most = dash < 0 ? text : text.substring(dash + 1);
        if (!fewest.matches("[1-9][0-9]?") || !most.matches("[1-9][0-9]?")) {
            if (!text.isEmpty()) {
                entry.mistake("pages", "needs pages such as 1 or 1-3, not '" + text + "'");
            }
            return new Pages(1, 1);
        }
        var pages = new Pages(Integer.parseInt(fewest), Integer.parseInt(most));
        if (pages.fewest() > pages.most() || pages.most() > MOST_PAGES) {
            entry.mistake("pages", "needs pages from few to many, at most " + MOST_PAGES);
            return new Pages(1, 1);
        }
        return pages;
    }
}
