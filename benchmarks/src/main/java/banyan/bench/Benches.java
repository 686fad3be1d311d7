package banyan.bench;

import java.util.List;

/** All measurements, in the order of the table. */
final class Benches {
    private Benches() {}

    /** @param visits for those that need many */
    static List<Bench> all(int visits) {
        return List.of(
                new StartBench(),
                new TapBench(),
                new ReaderBench(),
                new CardBench(),
                new StillBench(),
                new PagesBench(),
                new ScanBench(),
                new JournalBench(),
                new BacklogBench(),
                new CentreBench(),
                new DrainBench(),
                new PaperBench(),
                new FingerBench(),
                new IdleBench(),
                new ReceiptBench(),
                new MemoryBench(visits));
    }
}
