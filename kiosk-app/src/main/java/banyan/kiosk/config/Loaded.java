package banyan.kiosk.config;

import java.util.List;

/** What became of reading a configuration. */
public sealed interface Loaded {
    /** Everything is right. */
    record Right(KioskConfig config) implements Loaded {}

    /** Everything that is wrong, a line each: {@code terminal.yaml:12: …}. */
    record Wrong(List<String> mistakes) implements Loaded {
        public Wrong {
            mistakes = List.copyOf(mistakes);
        }
    }
}
