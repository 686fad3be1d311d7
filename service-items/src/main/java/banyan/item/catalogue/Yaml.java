package banyan.item.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A YAML document as written: every scalar is still its text, and everything knows its line. */
sealed interface Yaml {
    int line();

    record Scalar(String text, boolean quoted, int line) implements Yaml {}

    record Listing(List<Yaml> items, int line) implements Yaml {
        public Listing {
            items = List.copyOf(items);
        }
    }

    record Mapping(Map<String, Entry> entries, int line) implements Yaml {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /**
         * A value under its key.
         *
         * @param line of the key
         */
        record Entry(int line, Yaml value) {}
    }
}
