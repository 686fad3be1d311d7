package banyan.item.catalogue;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The published JSON Schemas of the package's files, which editors use too. */
final class FileSchemas {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();

    private FileSchemas() {}

    record Fault(int line, String sentence) {}

    static List<Fault> check(String file, Yaml yaml) {
        return COMPILED.computeIfAbsent(schema(file), FileSchemas::compile).validate(Json.node(yaml)).stream()
                .map(error -> new Fault(line(error, yaml), error.getMessage()))
                .distinct()
                .toList();
    }

    private static String schema(String file) {
        return file.startsWith("templates/") ? "template" : file.replace(".yaml", "");
    }

    private static Schema compile(String name) {
        var stream = FileSchemas.class.getResourceAsStream("schema/" + name + ".schema.json");
        if (stream == null) {
            throw new IllegalStateException("no schema for " + name);
        }
        return REGISTRY.getSchema(stream);
    }

    private static int line(Error error, Yaml yaml) {
        var path = error.getInstanceLocation();
        var here = yaml;
        int line = yaml.line();
        for (int at = 0; at < path.getNameCount(); at++) {
            switch (here) {
                case Yaml.Mapping mapping -> {
                    var entry = mapping.entries().get(path.getName(at));
                    if (entry == null) {
                        return line;
                    }
                    line = entry.line();
                    here = entry.value();
                }
                case Yaml.Listing listing -> {
                    here = listing.items().get(Integer.parseInt(path.getName(at)));
                    line = here.line();
                }
                case Yaml.Scalar _ -> {
                    return line;
                }
            }
        }
        if (here instanceof Yaml.Mapping mapping && error.getProperty() != null) {
            var entry = mapping.entries().get(error.getProperty());
            return entry == null ? line : entry.line();
        }
        return line;
    }
}
