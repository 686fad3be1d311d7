package banyan.server.instant;

import banyan.acceptance.CaseStand;
import banyan.acceptance.Submission;
import banyan.item.Language;
import banyan.item.LocalText;
import banyan.item.Ruling;
import banyan.server.casework.CaseRow;
import banyan.server.casework.CaseRows;
import banyan.server.casework.CaseState;
import banyan.server.casework.Casework;
import banyan.server.casework.Deed;
import banyan.server.casework.WorkCalendar;
import banyan.server.intake.ItemBook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides at once what an item's rules can decide: after the receipt and never instead of it, within a bound of time, and once. Whatever is
 * unknown, late or broken is left to a person, as every other case is.
 */
public final class InstantDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InstantDesk.class);
    /** So many at once; who comes then is left to a person, so that nobody's receipt waits for rules. */
    private static final int AT_ONCE = 16;

    private final Jdbi rows;
    private final ItemBook items;
    private final InstantEnquiry enquiry;
    private final Casework casework;
    private final WorkCalendar calendar;
    private final InstantSource clock;
    private final Duration most;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param most from the receipt to the decision; zero where nothing is decided at once */
    public InstantDesk(
            Jdbi rows,
            ItemBook items,
            InstantEnquiry enquiry,
            WorkCalendar calendar,
            InstantSource clock,
            Duration most) {
        this.rows = rows;
        this.items = items;
        this.enquiry = enquiry;
        this.casework = new Casework(calendar);
        this.calendar = calendar;
        this.clock = clock;
        this.most = most;
    }

    /** What became of a case here. */
    public enum Became {
        GRANTED,
        REFUSED,
        /** Left to a person, with the reason in its trace. */
        LEFT,
        /** Nothing: it has no rules, or something has happened to it already. */
        UNTOUCHED
    }

    /** Until when the rules may decide what is received now; empty where there are none. */
    public Optional<Instant> until(Submission submission, Instant now) {
        return rules(submission).map(_ -> now.plus(most));
    }

    private Optional<ItemBook.Instant> rules(Submission submission) {
        return most.isZero() ? Optional.empty() : items.instant(submission.item(), submission.itemVersion());
    }

    /** Its receipt is durable. Returns at once; what becomes of it is asked for as of any case. */
    public void received(Submission submission) {
        if (rules(submission).isEmpty()) {
            return;
        }
        if (!places.tryAcquire()) {
            LOG.warn("INSTANT-CROWDED terminal={}", submission.terminal());
            return;
        }
        threads.execute(() -> {
            try {
                LOG.info("INSTANT-{} terminal={} item={}", decide(submission), submission.terminal(), submission.item());
            } catch (RuntimeException broken) {
                // Nothing of it was written. Its words may be of a citizen: the kind alone is told.
                LOG.error("INSTANT-BROKEN terminal={} kind={}", submission.terminal(), broken.getClass().getName());
            } finally {
                places.release();
            }
        });
    }

    /** Decides it now, or leaves it to a person; however often, once. */
    public Became decide(Submission submission) {
        Optional<ItemBook.Instant> by = rules(submission);
        Optional<Instant> until = rows.withHandle(handle ->
                CaseRows.of(handle, submission.terminal(), submission.id().value())
                        .flatMap(row -> CaseRows.rulesUntil(handle, row)));
        if (by.isEmpty() || until.isEmpty()) {
            return Became.UNTOUCHED;
        }
        Said said = said(by.get(), submission, until.get());
        return rows.inTransaction(handle -> settle(handle, submission, by.get(), said, until.get()));
    }

    /**
     * What the rules said, or why they did not.
     *
     * @param decided empty where a person decides
     * @param words for the trace
     */
    private record Said(Optional<Ruling.Decided> decided, String words) {
        static Said left(String why) {
            return new Said(Optional.empty(), "规则不作决定，由工作人员决定：" + why);
        }

        @Override
        public String toString() {
            return "Said[" + decided.isPresent() + "]";
        }
    }

    private Said said(ItemBook.Instant by, Submission submission, Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        if (!left.isPositive()) {
            return late();
        }
        Future<Ruling> ruling =
                threads.submit(() -> enquiry.ruling(by, submission, calendar.day(clock.instant())));
        try {
            return said(ruling.get(left.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            // Not interrupted: it may be writing its note, and the register's own bound ends it.
            ruling.cancel(false);
            return late();
        } catch (ExecutionException mistake) {
            LOG.error(
                    "INSTANT-BUG item={} kind={}",
                    submission.item(),
                    mistake.getCause() == null ? "" : mistake.getCause().getClass().getName());
            return Said.left("查询出了问题");
        } catch (InterruptedException stopped) {
            ruling.cancel(false);
            Thread.currentThread().interrupt();
            return late();
        }
    }

    private static Said late() {
        return Said.left("没在规定的时间内查完");
    }

    private static Said said(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Decided decided -> new Said(Optional.of(decided), String.join("；", in(Language.ZH_CN, decided.grounds())));
            case Ruling.Person person ->
                Said.left(
                        switch (person.why()) {
                            case RULE -> String.join("；", in(Language.ZH_CN, person.grounds()));
                            case UNKNOWN -> "有一项查不到（" + person.rule().orElse("") + "）";
                            case NONE -> "没有一条规则适用";
                        });
        };
    }

    private static List<String> in(Language language, List<LocalText> texts) {
        return texts.stream().map(text -> text.in(language)).toList();
    }

    /** Only while nothing but its receipt has happened to it: whoever came first, a person or the rules, has it. */
    private Became settle(Handle handle, Submission submission, ItemBook.Instant by, Said said, Instant until) {
        Optional<CaseRow> row = CaseRows.of(handle, submission.terminal(), submission.id().value())
                .flatMap(known -> CaseRows.locked(handle, known.number()))
                .filter(locked -> locked.version() == 1 && locked.state() == CaseState.RECEIVED);
        if (row.isEmpty()) {
            return Became.UNTOUCHED;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Said held = now.isAfter(until) ? late() : said;
        Deeds deeds = new Deeds(handle, "rules " + by.judge().rules().version(), now);
        CaseRow noted = deeds.act(row.get(), new Deed.Note(held.words()));
        if (held.decided().isEmpty()) {
            return Became.LEFT;
        }
        Ruling.Decided ruled = held.decided().get();
        CaseRow reviewed = deeds.act(deeds.act(noted, new Deed.Accept()), new Deed.Begin());
        CaseStand.Decision decision = decision(ruled, by, now);
        TreeMap<String, String> data =
                new TreeMap<>(Map.of("rules", by.judge().rules().version()));
        if (!ruled.granted()) {
            deeds.act(reviewed, new Deed.Refuse(decision, data));
            return Became.REFUSED;
        }
        deeds.act(deeds.act(reviewed, new Deed.Grant(decision, data)), new Deed.Issue());
        return Became.GRANTED;
    }

    private static CaseStand.Decision decision(Ruling.Decided ruled, ItemBook.Instant by, Instant now) {
        return new CaseStand.Decision(
                ruled.granted() ? CaseStand.Decision.Outcome.GRANTED : CaseStand.Decision.Outcome.REFUSED,
                now,
                in(Language.ZH_CN, ruled.grounds()),
                ruled.words().map(words -> words.in(Language.ZH_CN)).orElse(""),
                Optional.of(new CaseStand.ByRules(
                        by.judge().rules().version(),
                        in(Language.EN, ruled.grounds()),
                        ruled.words().map(words -> words.in(Language.EN)).orElse(""))));
    }

    /** The deeds of one ruling, in one transaction. */
    private final class Deeds {
        private final Handle handle;
        private final String who;
        private final Instant now;

        Deeds(Handle handle, String who, Instant now) {
            this.handle = handle;
            this.who = who;
            this.now = now;
        }

        CaseRow act(CaseRow row, Deed deed) {
            return switch (casework.act(handle, row, deed, who, now)) {
                case Casework.Outcome.Done(var after) -> after;
                case Casework.Outcome.Not(var refusal) ->
                    throw new IllegalStateException("a case that was just received cannot be ruled on: " + refusal);
            };
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
