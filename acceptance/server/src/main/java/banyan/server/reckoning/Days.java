package banyan.server.reckoning;

import banyan.acceptance.DayAnswer;
import banyan.acceptance.Reckoning;
import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import banyan.server.reckoning.DayRows.Gap;
import banyan.server.reckoning.DayRows.Own;
import banyan.server.store.Outbox;
import banyan.server.wire.Call;
import banyan.server.wire.CentreKey;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lays a terminal's day beside the centre's own rows, answers under its key, and keeps what the two say otherwise. */
public final class Days {
    private static final Logger LOG = LoggerFactory.getLogger(Days.class);
    private static final int MOST_PAGES = 1_000;
    private static final int MOST_KINDS = 40;

    private final Jdbi rows;
    private final DayRows days;
    private final CentreKey key;
    private final InstantSource clock;
    private final ZoneId zone;

    /** @param zone in which a day begins and ends */
    public Days(Jdbi rows, DayRows days, CentreKey key, InstantSource clock, ZoneId zone) {
        this.rows = rows;
        this.days = days;
        this.key = key;
        this.clock = clock;
        this.zone = zone;
    }

    /** {@code PUT /days/{day}/{page}} */
    public Reply put(Call call) {
        Optional<Reckoning> read = Json.read(call.body(), Reckoning.class)
                .filter(said -> said.day().toString().equals(call.named("day"))
                        && Integer.toString(said.page()).equals(call.named("page")))
                .filter(Days::right);
        return read.isEmpty()
                ? Reply.refused(Refusal.MALFORMED)
                : rows.inTransaction(handle -> answer(handle, call, read.get()));
    }

    private static boolean right(Reckoning said) {
        return said.day().getYear() >= 2000
                && said.day().getYear() <= 9999
                && said.page() >= 1
                && said.page() <= said.of()
                && said.of() <= MOST_PAGES
                && said.lines().size() <= Reckoning.MAX_LINES
                && said.lines().stream().allMatch(Days::right)
                && inOrder(said)
                && said.notes().size() <= MOST_KINDS
                && said.notes().entrySet().stream()
                        .allMatch(kind -> kind.getKey().matches("[A-Z_]{1,40}") && kind.getValue() >= 0)
                && said.chain().stream()
                        .allMatch(chain -> said.page() == 1 && chain.step() > 0 && chain.breaks() >= 0 && chain.missing() >= 0);
    }

    private static boolean right(Reckoning.Line line) {
        return line.provisional().matches("[0-9A-Za-z]{1,16}-[2-9A-Z]{4}")
                && line.acceptanceNumber().stream().allMatch(number -> number.matches("[0-9]{12,15}"));
    }

    /** Each name once, in the order of their text, and within the page. */
    private static boolean inOrder(Reckoning said) {
        String last = said.after().map(SubmissionId::toString).orElse("");
        for (Reckoning.Line line : said.lines()) {
            String name = line.id().toString();
            if (name.compareTo(last) <= 0) {
                return false;
            }
            last = name;
        }
        String end = last;
        return said.through().stream().allMatch(through -> end.compareTo(through.toString()) <= 0);
    }

    private Reply answer(Handle handle, Call call, Reckoning said) {
        LocalDate day = said.day();
        Map<SubmissionId, Own> own = days.own(handle, call.terminal(), said.lines().stream().map(Reckoning.Line::id).toList());
        List<DayAnswer.Held> held = new ArrayList<>();
        List<SubmissionId> unknown = new ArrayList<>();
        List<SubmissionId> different = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        Set<SubmissionId> named = new HashSet<>();
        int waiting = 0;
        for (Reckoning.Line line : said.lines()) {
            named.add(line.id());
            Optional<Own> here = Optional.ofNullable(own.get(line.id()));
            boolean receipted = here.flatMap(Own::acceptanceNumber).isPresent();
            if (here.isEmpty()) {
                unknown.add(line.id());
            } else if (!same(line, here.get())) {
                different.add(line.id());
                gaps.add(new Gap(line.id(), line.provisional(), Gap.Kind.DIFFERENT));
            } else {
                held.add(new DayAnswer.Held(line.id(), here.get().acceptanceNumber()));
            }
            boolean open = line.state() == Reckoning.State.KEPT || line.state() == Reckoning.State.SENT;
            waiting += open && !receipted ? 1 : 0;
            if (line.state() == Reckoning.State.RECEIVED && !receipted) {
                gaps.add(new Gap(line.id(), line.provisional(), Gap.Kind.LOST));
            }
        }
        List<SubmissionId> unnamed = days
                .filed(
                        handle,
                        call.terminal(),
                        new DayRows.Span(
                                day.atStartOfDay(zone).toInstant(),
                                day.plusDays(1).atStartOfDay(zone).toInstant(),
                                said.after(),
                                said.through()),
                        named);
        unnamed.forEach(id -> gaps.add(new Gap(id, "", Gap.Kind.UNNAMED)));
        Instant now = clock.instant();
        Optional<DayAnswer.Chain> chain =
                days.isLatest(handle, call, said) ? said.chain().map(ends -> chain(handle, call, ends, now)) : Optional.empty();
        DayAnswer unsigned = new DayAnswer(
                day, said.page(), Sha256.of(call.body()), held, unknown, different, unnamed, chain, key.id(), new byte[0]);
        byte[] answer = Json.write(unsigned.signed(key.sign(unsigned.signedBytes())));
        Optional<Integer> lost = days.keep(handle, call, said, new DayRows.Outcome(waiting, gaps, answer), now);
        lost.filter(count -> count > 0).ifPresent(count -> LOG.error("DAY-GAP terminal={} lost={}", call.terminal(), count));
        return Reply.json(200, answer);
    }

    /**
     * Lays the end of the journal's chain beside what was last said of it. A journal that does not go on from there is an older copy, or a
     * new one, unless this database is an older copy; others are told of it once, because from now on it is what is known.
     */
    private DayAnswer.Chain chain(Handle handle, Call call, Reckoning.Chain ends, Instant now) {
        Optional<Reckoning.Chain> known = days.chain(handle, call.terminal());
        boolean fits = known.map(Reckoning.Chain::now)
                .map(link -> link.equals(ends.now()) || ends.before().filter(link::equals).isPresent())
                .orElse(true);
        if (!fits) {
            LOG.error("JOURNAL-DIFFERS terminal={}", call.terminal());
            Outbox.add(handle, call.terminal(), "JOURNAL-DIFFERS", "step-" + ends.step(), now);
        }
        if (known.filter(before -> before.breaks() < ends.breaks()).isPresent() || known.isEmpty() && ends.breaks() > 0) {
            LOG.error("JOURNAL-CHAIN-BROKEN terminal={} missing={}", call.terminal(), ends.missing());
            Outbox.add(handle, call.terminal(), "JOURNAL-CHAIN-BROKEN", "missing-" + ends.missing(), now);
        }
        return new DayAnswer.Chain(ends.now(), fits);
    }

    /** A receipt of another number would be another case. */
    private static boolean same(Reckoning.Line line, Own own) {
        return line.payload().stream().allMatch(own.payload()::equals)
                && (own.acceptanceNumber().isEmpty()
                        || line.acceptanceNumber().stream().allMatch(own.acceptanceNumber().get()::equals));
    }

    /** {@code GET /receipts/{id}}: the receipt as it was first sent, to the terminal it was for. */
    public Reply receipt(Call call) {
        return Names.uuid(call.named("id"))
                .flatMap(id -> rows.withHandle(handle -> days.receipt(handle, call.terminal(), id)))
                .map(receipt -> Reply.json(200, receipt))
                .orElseGet(() -> Reply.refused(Refusal.SUBMISSION_UNKNOWN));
    }
}
