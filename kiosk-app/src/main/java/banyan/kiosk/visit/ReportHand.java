package banyan.kiosk.visit;

import banyan.cache.Appended;
import banyan.cache.Note;
import banyan.kiosk.documents.Rendering;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.text.Texts;
import banyan.kiosk.upkeep.ReadinessReport;
import banyan.kiosk.upkeep.ReportStanding;
import banyan.kiosk.upkeep.ReportStanding.Paper;
import banyan.kiosk.upkeep.ReportStanding.Way;
import banyan.kiosk.upkeep.StaffPapers;
import java.util.Optional;
import java.util.UUID;

/** Has the report of readiness drawn, signed, kept for the centre and printed, in this order; and knows what has become of it. */
final class ReportHand {
    private final Session session;
    private final PrintingHand printing;
    private final Runnable onTheWay;
    private Optional<Latest> latest = Optional.empty();

    /** The report that was made last. */
    private record Latest(UUID name, ReportStanding standing) {
        Latest with(ReportStanding now) {
            return new Latest(name, now);
        }
    }

    /** @param onTheWay is run when there is one more or one less on its way to the centre */
    ReportHand(Session session, PrintingHand printing, Runnable onTheWay) {
        this.session = session;
        this.printing = printing;
        this.onTheWay = onTheWay;
    }

    Optional<ReportStanding> standing() {
        return latest.map(Latest::standing);
    }

    /** Begins a report; each has a name of its own, so that repeating the sending has one effect. */
    void make(ReadinessReport report, Texts texts) {
        UUID name = UUID.randomUUID();
        latest = Optional.of(new Latest(name, ReportStanding.BEGUN));
        session.away(
                session.equipment().work(),
                () -> session.equipment().press().sign(StaffPapers.report(texts, report), report.at(), report.verdict()),
                drawn -> drawn.ifPresentOrElse(
                        signed -> keep(name, signed),
                        () -> {
                            stands(name, ReportStanding.BEGUN.with(Paper.NOT_PRINTED).with(Way.NOT_KEPT));
                            told(false);
                        }),
                _ -> {});
    }

    /** Durable first; only then is there a report to speak of. */
    private void keep(UUID name, Rendering.Rendered signed) {
        session.away(
                session.equipment().disk(),
                () -> session.equipment().outbox().append(Note.readiness(name, signed.pdf())),
                answer -> {
                    switch (answer) {
                        case Appended.Kept _ -> {
                            session.log(Event.of(EventKind.REPORT_KEPT).with(Key.PAGES, signed.pages()));
                            stands(name, Way.KEPT);
                        }
                        case Appended.Full _ -> notKept(name, "DISK-FULL");
                        case Appended.Failed(var code) -> notKept(name, code);
                        case Appended.Unsure _ -> notKept(name, "UNSURE");
                    }
                    onTheWay.run();
                    printing.print("readiness", signed, end -> {
                        boolean out = end instanceof VisitEvent.Printed;
                        stands(name, out ? Paper.PRINTED : Paper.NOT_PRINTED);
                        told(out);
                    });
                },
                _ -> {});
    }

    private void notKept(UUID name, String code) {
        session.log(Event.of(EventKind.JOURNAL_TROUBLE).with(Key.FAULT, new Code(code)));
        stands(name, Way.NOT_KEPT);
    }

    /** The centre's last word about a note. */
    void ended(Note.End end) {
        if (end.kind() != Note.Kind.READINESS) {
            return;
        }
        session.log(
                end.refused()
                        .map(code -> Event.of(EventKind.REPORT_REFUSED).with(Key.FAULT, new Code(code)))
                        .orElse(Event.of(EventKind.REPORT_RECEIVED)));
        onTheWay.run();
        latest.filter(mine -> mine.name().toString().equals(end.name()))
                .ifPresent(mine -> stands(mine.name(), end.refused().isPresent() ? Way.REFUSED : Way.AT_CENTRE));
    }

    private void stands(UUID name, Paper now) {
        latest.filter(mine -> mine.name().equals(name)).ifPresent(mine -> stands(name, mine.standing().with(now)));
    }

    private void stands(UUID name, Way now) {
        latest.filter(mine -> mine.name().equals(name)).ifPresent(mine -> stands(name, mine.standing().with(now)));
    }

    private void stands(UUID name, ReportStanding now) {
        latest = latest.map(mine -> mine.name().equals(name) ? mine.with(now) : mine);
        session.changed();
    }

    private void told(boolean printed) {
        session.tell(new VisitEvent.Upkept(new UpkeepEvent.Reported(printed)));
    }

    void forget() {
        latest = Optional.empty();
    }
}
