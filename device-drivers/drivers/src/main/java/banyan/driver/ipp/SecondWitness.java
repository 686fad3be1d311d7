package banyan.driver.ipp;

import banyan.device.Deadline;
import banyan.device.Outcome;
import banyan.device.Turn;
import banyan.driver.ipp.TwoWitnesses.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The printer asked over SNMP beside IPP, where the site has set that: seldom at rest, at once where the two contradict each other. */
final class SecondWitness {
    /** The warning that it does not answer. */
    static final String SILENT = "PRINTER-SNMP-SILENT";

    private static final Duration AT_REST = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofMillis(500);

    private final Optional<SnmpLine> line;
    private final TwoWitnesses both = new TwoWitnesses();
    private boolean examined;
    private Deadline due = Deadline.in(Duration.ZERO);
    private Optional<Testimony.Count> before = Optional.empty();
    private Optional<Deadline> waitsForCount = Optional.empty();

    /** @param where empty for a site that asks by IPP alone; then every look stays as it was */
    SecondWitness(Optional<SnmpAddress> where) {
        line = where.map(SnmpLine::new);
    }

    /** Has it asked at the next look, and once more if it says nothing: who examines wants to know now whether it answers. */
    void examine() {
        examined = true;
        due = Deadline.in(Duration.ZERO);
    }

    /** What IPP has just said, beside what SNMP says. */
    PrinterLook beside(Turn turn, PrinterLook ipp) {
        if (line.isEmpty()) {
            return ipp;
        }
        if (due.passed() || both.unsettled(ipp)) {
            boolean silent = ask(turn, line.get()).isEmpty();
            if (silent && examined) {
                var _ = ask(turn, line.get());
            }
            examined = false;
        }
        return switch (both.judge(ipp, System.nanoTime())) {
            case AGREED, IN_DOUBT -> ipp;
            case SILENT -> ipp.warning(SILENT);
            case DISAGREED -> ipp.stoppedBy(TwoWitnesses.DISAGREE);
        };
    }

    private Optional<Testimony> ask(Turn turn, SnmpLine asked) {
        Optional<Testimony> said = switch (asked.read(turn, ANSWER)) {
            case Outcome.Done<Map<PrinterMib, Map<String, Long>>>(var columns) -> Testimony.of(columns);
            case Outcome.Failed<Map<PrinterMib, Map<String, Long>>> _ -> Optional.empty();
        };
        if (said.isPresent()) {
            both.heard(said.get());
        } else if (turn.over().isEmpty()) {
            // A question that was broken off says nothing of who was asked.
            both.unheard();
        }
        due = Deadline.in(AT_REST);
        return said;
    }

    /** Whether the two contradict each other and it is not yet sure that they do: both are looked at again soon. */
    boolean inDoubt() {
        return both.verdict() == Verdict.IN_DOUBT;
    }

    /** Whether they contradict each other. */
    boolean disagrees() {
        return both.verdict() == Verdict.DISAGREED;
    }

    /** A job is about to be sent: keeps how far the counter has gone until now. Failed only where the job is no longer wanted. */
    Outcome<Boolean> before(Turn turn) {
        waitsForCount = Optional.empty();
        before = line.flatMap(asked -> ask(turn, asked)).flatMap(Testimony::count);
        return turn.over().map(Outcome::<Boolean>failed).orElse(Outcome.done(true));
    }

    /**
     * A look at the job with what SNMP has counted of it. Empty: it is called completed, but SNMP has not seen its pages yet, or
     * contradicts otherwise; it is not ended before both were looked at again.
     */
    Optional<Progress.Look> weigh(Turn turn, Progress.Look look, int pages, boolean oneSided) {
        boolean enough = look.state() == Progress.JobState.COMPLETED
                && look.trouble().isEmpty()
                && look.pagesOut().filter(out -> out >= pages).isPresent()
                && look.counted().filter(counted -> counted < pages).isEmpty();
        if (!enough || line.isEmpty()) {
            return Optional.of(look);
        }
        if (inDoubt()) {
            return Optional.empty();
        }
        if (before.isEmpty()) {
            return Optional.of(look);
        }
        Optional<Testimony> now = ask(turn, line.get());
        if (now.flatMap(Testimony::trouble).isPresent()) {
            // It says no where IPP says yes: the next look judges that.
            return Optional.empty();
        }
        Optional<Integer> since = now.flatMap(said -> said.pagesSince(before, oneSided));
        if (since.filter(seen -> seen >= pages).isEmpty()) {
            Deadline again = waitsForCount.orElseGet(() -> Deadline.in(TwoWitnesses.GRACE));
            waitsForCount = Optional.of(again);
            if (!again.passed()) {
                return Optional.empty();
            }
        }
        // Who counted before the job and says nothing after it has not seen a page of it.
        int seen = Math.min(since.orElse(0), look.counted().orElse(Integer.MAX_VALUE));
        return Optional.of(new Progress.Look(look.state(), look.pagesOut(), look.trouble(), Optional.of(seen)));
    }

    /** The printer is opened anew: what was said of it before is old. */
    void startAnew() {
        both.startAnew();
        due = Deadline.in(Duration.ZERO);
    }

    void close() {
        line.ifPresent(SnmpLine::close);
    }
}
