package banyan.server.casework;

import banyan.acceptance.Submission;
import banyan.item.Masks;
import banyan.server.intake.ItemBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The cases that wait for somebody, those due first in front. Pages go on behind the last line, so that none is missed or shown twice. */
public final class Inbox {
    static final int MOST = 100;

    private final ItemBook items;

    Inbox(ItemBook items) {
        this.items = items;
    }

    /** Which of the cases. */
    enum Tab {
        /** Nobody's, and not waiting for the citizen. */
        FREE("clerk IS NULL AND stopped_at IS NULL"),
        MINE("clerk = :clerk"),
        /** Waiting for the citizen. */
        ASKED("stopped_at IS NOT NULL"),
        OVERDUE("waits_until < :today"),
        /** To be decided by the end of the next working day but one. */
        DUE_SOON("waits_until BETWEEN :today AND :soon"),
        ALL("true");

        private final String condition;

        Tab(String condition) {
            this.condition = condition;
        }
    }

    /**
     * What is asked for.
     *
     * @param behind the last line of the page before
     */
    record Wanted(Tab tab, Optional<String> department, Optional<CaseState> state, Optional<Key> behind, int most) {}

    /** Where a line stands. */
    record Key(LocalDate waitsUntil, String number) {}

    /**
     * A page.
     *
     * @param next to be named for the page behind it; empty at the end
     */
    public record Page(List<Line> cases, Optional<String> next) {}

    /**
     * A line.
     *
     * @param applicant the name with its middle covered
     */
    public record Line(
            String number,
            String item,
            String title,
            String department,
            CaseState state,
            int version,
            Optional<String> clerk,
            String applicant,
            Instant receivedAt,
            Optional<LocalDate> due,
            boolean overdue,
            boolean waitsForCitizen) {
        @Override
        public String toString() {
            return "Line[" + state + "]";
        }
    }

    private record Found(CaseRow row, String applicant, LocalDate waitsUntil) {}

    Page page(Handle handle, Wanted wanted, String clerk, LocalDate today, LocalDate soon) {
        StringBuilder where = new StringBuilder("open AND ").append(wanted.tab().condition);
        wanted.department().ifPresent(_ -> where.append(" AND department = :department"));
        wanted.state().ifPresent(_ -> where.append(" AND state = :state"));
        wanted.behind().ifPresent(_ -> where.append(" AND (waits_until, number) > (:waits, :behind)"));
        // The page first, its payloads after: nothing that is not shown is read.
        Query query = handle.createQuery("WITH page AS (SELECT " + CaseRow.COLUMNS + ", waits_until FROM case_file WHERE " + where
                        + " ORDER BY waits_until, number LIMIT :most) SELECT page.*, payload FROM page"
                        + " JOIN submission s ON s.terminal = page.terminal AND s.id = page.id ORDER BY page.waits_until, page.number")
                .bind("most", wanted.most() + 1);
        switch (wanted.tab()) {
            case MINE -> query.bind("clerk", clerk);
            case OVERDUE -> query.bind("today", today);
            case DUE_SOON -> query.bind("today", today).bind("soon", soon);
            case FREE, ASKED, ALL -> {}
        }
        wanted.department().ifPresent(department -> query.bind("department", department));
        wanted.state().ifPresent(state -> query.bind("state", state.name()));
        wanted.behind().ifPresent(key -> query.bind("waits", key.waitsUntil()).bind("behind", key.number()));
        List<Found> found = query.map((row, _) -> new Found(
                        CaseRow.of(row),
                        Masks.name(Stands.own(row.getBytes("payload"), Submission.class).applicant().name()),
                        row.getObject("waits_until", LocalDate.class)))
                .list();
        List<Found> shown = found.subList(0, Math.min(wanted.most(), found.size()));
        Optional<String> next = found.size() > wanted.most()
                ? Optional.of(shown.getLast().waitsUntil() + "." + shown.getLast().row().number())
                : Optional.empty();
        return new Page(shown.stream().map(one -> line(one, today)).toList(), next);
    }

    private Line line(Found found, LocalDate today) {
        CaseRow row = found.row();
        return new Line(
                row.number(),
                row.item(),
                items.offer(row.item()).map(ItemBook.Offer::chinese).orElse(row.item()),
                row.department(),
                row.state(),
                row.version(),
                row.clerk(),
                found.applicant(),
                row.receivedAt(),
                row.clock().due(),
                row.clock().due().map(today::isAfter).orElse(false),
                row.clock().stopped().isPresent());
    }
}
