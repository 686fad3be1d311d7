package banyan.bench;

import java.util.List;

/** All measurements, in the order of the table. */
final class Benches {
    private Benches() {}

    static List<Bench> all() {
        return List.of(new JournalBench(), new ReaderBench());
    }
}
