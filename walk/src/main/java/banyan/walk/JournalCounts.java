package banyan.walk;

import banyan.cache.DeviceKey;
import banyan.cache.Journal;
import banyan.cache.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * How many submissions a stopped terminal's journal holds.
 *
 * @param kept not received as far as the terminal knows
 * @param refused refused by the centre, or damaged
 */
record JournalCounts(int kept, int refused) {
    /** Reads the journal in this data folder. */
    static JournalCounts of(Path data) throws IOException {
        Path key = data.resolve("device.key");
        if (!Files.exists(key)) {
            return new JournalCounts(0, 0);
        }
        return switch (Vault.open(new DeviceKey.Development(key), Vault.Place.in(data.resolve("cache")))) {
            case Vault.Opening.Refused(var code) -> throw new IOException(code);
            case Vault.Opening.Open(var vault) ->
                switch (Journal.open(data.resolve("cache"), vault, World.TERMINAL, InstantSource.system(), 0)) {
                    case Journal.Opening.Refused(var code) -> throw new IOException(code);
                    case Journal.Opening.Open(var journal) -> {
                        try (journal) {
                            Journal.Report report = journal.report();
                            yield new JournalCounts(
                                    report.kept() + report.unanswered(),
                                    report.stuck().size() + report.damaged());
                        }
                    }
                };
        };
    }
}
