package banyan.kiosk.visit;

import banyan.acceptance.CaseProof;
import banyan.acceptance.CasesQuery;
import banyan.acceptance.MyCases;
import banyan.acceptance.Progress;
import banyan.acceptance.Refusal;
import banyan.cache.Reply;
import banyan.item.Applicant;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.visit.ProgressPage.Cases.Flaw;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks the centre for the cases of the citizen whose card was read, and opens the one that is picked. */
final class CasesHand {
    /** So many stand on a page. */
    static final int ON_A_PAGE = 4;

    private static final Duration ASKING = Duration.ofSeconds(8);

    private final Session session;
    private final ProgressHand progress;
    private List<Progress> cases = List.of();

    CasesHand(Session session, ProgressHand progress) {
        this.session = session;
        this.progress = progress;
    }

    void ask() {
        forget();
        Optional<Applicant> applicant = session.applicant();
        if (applicant.isEmpty()) {
            not(Flaw.OFFLINE, "NOBODY-IDENTIFIED");
            return;
        }
        CasesQuery query = new CasesQuery(applicant.get().number());
        session.away(() -> session.equipment().centre().cases(query, ASKING), this::heard);
    }

    private void heard(Reply<MyCases> reply) {
        switch (reply) {
            case Reply.Answered<MyCases>(var mine) -> {
                cases = mine.cases();
                session.log(Event.of(EventKind.CASES_TOLD).with(Key.COUNT, cases.size()));
                session.tell(new VisitEvent.CasesHere(Math.ceilDiv(cases.size(), ON_A_PAGE)));
            }
            case Reply.Refused<MyCases>(_, var why, _) ->
                not(why.equals(Refusal.CASES_TOO_MANY_TRIES.code()) ? Flaw.TOO_MANY : Flaw.OFFLINE, why);
            case Reply.Unreachable<MyCases>(var why) -> not(Flaw.OFFLINE, why);
        }
    }

    private void not(Flaw why, String code) {
        session.log(Event.of(EventKind.CASES_NOT_TOLD).with(Key.FAULT, new Code(code)));
        session.tell(new VisitEvent.NoCases(why));
    }

    /** Those on this page; the first is 0. */
    List<Progress> on(int page) {
        return cases.stream().skip((long) page * ON_A_PAGE).limit(ON_A_PAGE).toList();
    }

    /** The one at this place of this page is looked at; nothing where there is none. */
    void open(int page, int which) {
        List<Progress> there = on(page);
        Optional<Applicant> applicant = session.applicant();
        if (which >= 0 && which < there.size() && applicant.isPresent()) {
            progress.open(there.get(which), CaseProof.card(applicant.get().number()));
        }
    }

    void forget() {
        cases = List.of();
    }
}
