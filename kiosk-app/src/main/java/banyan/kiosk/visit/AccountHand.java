package banyan.kiosk.visit;

import banyan.acceptance.Draft;
import banyan.acceptance.DraftKept;
import banyan.acceptance.DraftQuery;
import banyan.acceptance.Drafts;
import banyan.acceptance.Sha256;
import banyan.cache.Appended;
import banyan.cache.Note;
import banyan.cache.Reply;
import banyan.item.Applicant;
import banyan.kiosk.catalog.Offer;
import banyan.kiosk.filing.Filing;
import banyan.kiosk.filing.TravellingDraft;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.text.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Does what the dialogue asks about a citizen's account at the centre: keeps an unfinished form there, and finds it again after the card was read. */
final class AccountHand {
    private static final Duration KEEPING = Duration.ofSeconds(10);
    private static final Duration FINDING = Duration.ofSeconds(8);
    private static final List<String> WORDS = List.of("later.what", "later.where", "later.long");

    private final Session session;
    private final FilingHand filing;

    /** The names under which drafts lie at the centre, by item, so that a later one takes the place of an earlier one. */
    private final Map<String, UUID> names = new HashMap<>();

    private List<Here> found = List.of();

    /** A draft whose paper was held before this terminal in this visit, and its name at the centre. */
    private Optional<Here> byCode = Optional.empty();

    private Optional<Sha256> nameByCode = Optional.empty();

    /** It was gone on with: what is filled in now is what that paper opens, and more. */
    private boolean wentOnByCode;

    private Optional<Instant> until = Optional.empty();

    /** A draft of the account. */
    private record Here(UUID id, TravellingDraft draft, Instant until) {}

    AccountHand(Session session, FilingHand filing) {
        this.session = session;
        this.filing = filing;
    }

    /** The paper of a draft was held here: it waits for its citizen like one of the account. */
    void opened(Sha256 name, TravellingDraft draft, Instant end) {
        byCode = Optional.of(new Here(UUID.randomUUID(), draft, end));
        nameByCode = Optional.of(name);
        wentOnByCode = false;
    }

    /** Asks what lies in the account; nobody waits for it, and nothing of it is put on a disk. */
    void look() {
        Optional<Applicant> applicant = session.applicant();
        if (applicant.isEmpty()) {
            return;
        }
        DraftQuery query = new DraftQuery(applicant.get().number());
        session.away(() -> session.equipment().centre().drafts(query, FINDING), reply -> {
            if (reply instanceof Reply.Answered<Drafts>(var drafts)) {
                found = drafts.drafts().stream()
                        .flatMap(one -> TravellingDraft.read(one.content())
                                .map(draft -> new Here(one.id(), draft, one.until()))
                                .stream())
                        .toList();
                found.forEach(one -> names.putIfAbsent(one.draft().item(), one.id()));
                session.changed();
            }
        });
    }

    /** The latest that can be gone on with here and was not begun in this visit. */
    private Optional<Here> next() {
        return Stream.concat(byCode.stream(), found.stream())
                .filter(one -> session.offer(one.draft().item())
                        .filter(offer -> offer.item().version().equals(one.draft().version()))
                        .isPresent())
                .filter(one -> session.draft().filing(one.draft().item()).isEmpty())
                .findFirst();
    }

    /** What waits for the citizen, and for how many days. */
    Optional<Page.Home.Waiting> waiting() {
        return next().flatMap(one -> session.offer(one.draft().item())
                .map(offer -> new Page.Home.Waiting(
                        offer.item().shortTitle().in(session.language()), days(one.until()))));
    }

    /** What is asked about it. */
    Optional<Page.Resume> question() {
        return next().flatMap(one -> session.offer(one.draft().item()).map(offer -> {
            Plan plan = Plans.of(offer);
            int stage = Math.clamp(one.draft().stage(), 0, plan.stages().size() - 1);
            return new Page.Resume(
                    offer.item().shortTitle().in(session.language()),
                    plan.counted(stage),
                    plan.countedSteps(),
                    days(one.until()),
                    true);
        }));
    }

    private int days(Instant end) {
        return (int) Math.max(1, Duration.between(session.clock().instant(), end).toDays());
    }

    /** Goes on with it. */
    void takeUp() {
        Optional<Here> one = next();
        Optional<Offer> offer = one.flatMap(there -> session.offer(there.draft().item()));
        if (one.isEmpty() || offer.isEmpty()) {
            session.tell(new VisitEvent.NotReopened());
            return;
        }
        wentOnByCode |= one.equals(byCode);
        TravellingDraft draft = one.get().draft();
        filing.resume(session.desk(offer.get()).prefill(draft.filing()));
        session.log(Event.of(EventKind.DRAFT_TAKEN_UP).with(Key.ITEM, new Code(draft.item())));
        Plan plan = Plans.of(offer.get());
        session.tell(new VisitEvent.Reopened(plan, spot(plan, draft)));
    }

    /** Where it was; but papers, signatures and fingers are given again, so no further than the first of them. */
    private static Plan.Spot spot(Plan plan, TravellingDraft draft) {
        int last = Math.clamp(draft.stage(), 0, plan.stages().size() - 1);
        for (int at = 0; at <= last; at++) {
            Plan.Stage stage = plan.stages().get(at);
            if (!(stage instanceof Plan.Stage.Passed || stage instanceof Plan.Stage.Form)) {
                return new Plan.Spot(at, 0);
            }
        }
        return new Plan.Spot(last, Math.max(0, draft.part()));
    }

    /** The citizen does not want it any more. What the centre does not confirm is offered again. */
    void drop() {
        if (byCode.isPresent() && next().equals(byCode)) {
            used();
            return;
        }
        next().ifPresent(one -> session.away(
                () -> session.equipment().centre().deleteDraft(one.id(), KEEPING), gone -> {
                    if (gone) {
                        session.log(Event.of(EventKind.DRAFT_DESTROYED));
                        found = found.stream().filter(other -> !other.id().equals(one.id())).toList();
                        names.remove(one.draft().item());
                        session.changed();
                    }
                }));
    }

    /** Has the centre keep a request that was left at this place. Kept is said when the centre has said so, and never else. */
    void keep(Place.Filing at) {
        String item = at.plan().item();
        Optional<Applicant> applicant = session.applicant();
        Optional<Filing> now = session.draft().filing(item);
        if (applicant.isEmpty() || now.isEmpty()) {
            notKept("DRAFT-NOTHING");
            return;
        }
        UUID name = names.computeIfAbsent(item, _ -> UUID.randomUUID());
        Draft draft = new Draft(
                applicant.get().number(),
                item,
                TravellingDraft.bytes(now.get(), at.stage(), at instanceof Place.Form form ? form.group() : 0),
                session.language().tag(),
                words(),
                session.clock().instant());
        session.away(() -> session.equipment().centre().keepDraft(name, draft, KEEPING), reply -> {
            switch (reply) {
                case Reply.Answered<DraftKept>(var kept) -> {
                    until = Optional.of(kept.until());
                    session.log(Event.of(EventKind.DRAFT_AT_CENTRE).with(Key.ITEM, new Code(item)));
                    session.tell(new VisitEvent.DraftKept());
                }
                case Reply.Refused<DraftKept>(_, var code, _) -> notKept(code);
                case Reply.Unreachable<DraftKept>(var code) -> notKept(code);
            }
        });
    }

    private void notKept(String code) {
        session.log(Event.of(EventKind.DRAFT_NOT_AT_CENTRE).with(Key.FAULT, new Code(code)));
        session.tell(new VisitEvent.DraftNotKept());
    }

    /** Hash of what stands on the page that is agreed to. */
    private Sha256 words() {
        Texts texts = Texts.of(session.language());
        StringBuilder words = new StringBuilder();
        WORDS.forEach(key -> words.append(texts.say(key)).append('\n').append(texts.say(key + ".then")).append('\n'));
        return Sha256.of(words.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A request is on paper under a new code: an earlier paper that it was gone on with from opens nothing any more. */
    void onPaperAnew(String item) {
        if (wentOnByCode && byCode.filter(one -> one.draft().item().equals(item)).isPresent()) {
            used();
        }
    }

    /** When the centre destroys what it keeps; empty until it has said so. */
    Optional<LocalDateTime> until() {
        return until.map(end -> LocalDateTime.ofInstant(end, session.clock().zone()));
    }

    /** The request has been submitted: what the account holds of it is not needed. Where the centre is away its end comes by itself. */
    void submitted(String item) {
        if (byCode.filter(one -> one.draft().item().equals(item)).isPresent()) {
            used();
        }
        UUID name = names.remove(item);
        if (name != null) {
            found = found.stream().filter(one -> !one.id().equals(name)).toList();
            session.equipment().threads().execute(() -> {
                boolean _ = session.equipment().centre().deleteDraft(name, KEEPING);
            });
        }
    }

    /** The code opens nothing any more, as soon as the centre hears it. */
    private void used() {
        nameByCode.ifPresent(name -> {
            Note note = Note.paperDraftUsed(name);
            session.equipment().disk().execute(() -> {
                Appended _ = session.equipment().outbox().append(note);
            });
            session.log(Event.of(EventKind.DRAFT_DESTROYED));
        });
        byCode = Optional.empty();
        nameByCode = Optional.empty();
        wentOnByCode = false;
        session.changed();
    }

    void forget() {
        names.clear();
        byCode = Optional.empty();
        nameByCode = Optional.empty();
        wentOnByCode = false;
        found = List.of();
        until = Optional.empty();
    }
}
