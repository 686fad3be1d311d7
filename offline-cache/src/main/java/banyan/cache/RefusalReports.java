package banyan.cache;

import banyan.acceptance.Unaccepted;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the centre of each submission that was set aside here, so that a clerk takes care of it. What is owed is read off the journal:
 * whatever is set aside and has neither a report on its way nor the centre's word about one. So a power cut between the two loses none.
 */
public final class RefusalReports {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalReports.class);
    private static final Duration APPEND = Duration.ofSeconds(8);

    private final Journal journal;

    public RefusalReports(Journal journal) {
        this.journal = journal;
    }

    /** From now on each refusal is reported when it happens; what was set aside before, and what was found damaged since, at once. */
    public void start(Sync sync) {
        journal.whenRefused(this::owe);
        sync.onState(state -> {
            if (state instanceof SyncState.Online) {
                Thread _ = Thread.ofVirtual().name("refusal-reports").start(this::owe);
            }
        });
    }

    /** Keeps a report of each that has none. */
    synchronized void owe() {
        Set<String> underWay = journal.pending().stream()
                .filter(entry -> entry.kind().equals(Optional.of(Note.Kind.UNACCEPTED)))
                .map(Pending::name)
                .collect(Collectors.toSet());
        journal.pending().stream()
                .filter(entry -> entry.isFiled() && entry.state() == Pending.State.REFUSED)
                .filter(entry -> !underWay.contains(entry.name()))
                .filter(entry -> !journal.isAssigned(entry.number()))
                .forEach(this::report);
    }

    private void report(Pending entry) {
        Optional<byte[]> payload = journal.payload(entry);
        Unaccepted said = new Unaccepted(
                entry.number(), entry.code(), journal.slipCode(entry.number()), entry.hourStart(), payload);
        switch (journal.append(Note.of(entry.name(), said), APPEND)) {
            case Appended.Kept _ -> LOG.info("REFUSAL-REPORTED code={}", entry.code());
            case Appended.Failed(var code) -> LOG.warn("REFUSAL-NOT-REPORTED code={}", code);
            case Appended.Full _, Appended.Unsure _ -> LOG.warn("REFUSAL-NOT-REPORTED code=JOURNAL");
        }
    }
}
