package banyan.kit.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a report was made, as far as it bears on the result.
 *
 * @param said what it is, by name
 */
public record Machine(Map<String, String> said) {
    /** This one. Neither its name nor its address nor a user's. */
    public static Machine here() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("system", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
        said.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        said.put("java", property("java.vendor") + " " + property("java.version"));
        said.put("contract", version());
        return new Machine(said);
    }

    private static String property(String name) {
        return System.getProperty(name, "?");
    }

    private static String version() {
        String version = Machine.class.getPackage().getImplementationVersion();
        return "banyan " + (version == null ? "of the working copy" : version);
    }
}
