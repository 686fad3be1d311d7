package banyan.kiosk.visit;

import banyan.device.DeviceKind;
import banyan.device.DeviceState;
import banyan.item.Applicant;
import banyan.item.ItemKind;
import banyan.item.Mask;
import banyan.kiosk.catalog.Offer;
import banyan.kiosk.catalog.Offers;
import banyan.kiosk.identity.CardFlaw;
import banyan.kiosk.visit.Page.Truth;
import banyan.kiosk.visit.Snapshot.EndButton;
import banyan.kiosk.visit.Snapshot.Strip;
import banyan.kiosk.visit.Snapshot.StripLine;
import banyan.kiosk.visit.VisitState.Attract;
import banyan.kiosk.visit.VisitState.Ended;
import banyan.kiosk.visit.VisitState.Open;
import banyan.kiosk.visit.VisitState.Over;
import banyan.kiosk.visit.VisitState.Upkeep;
import banyan.kiosk.visit.VisitState.Visitor;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes of state and draft what the screen shows: complete, and masked already. Changes nothing. */
final class Shown {
    private static final Strip NOBODY =
            new Strip(Optional.empty(), StripLine.NOBODY, OptionalInt.empty(), EndButton.NONE);

    private final Hands hands;
    private final Session session;
    private final ShownFiling filing;
    private final ShownPapers papers;
    private final ShownProgress progress;
    private final ShownAppointment appointment;
    private final ShownUpkeep upkeep;

    Shown(Session session, Hands hands) {
        this.session = session;
        this.hands = hands;
        this.filing = new ShownFiling(session, hands);
        this.papers = new ShownPapers(session, hands);
        this.progress = new ShownProgress(session, hands);
        this.appointment = new ShownAppointment(hands.appointment());
        this.upkeep = new ShownUpkeep(hands);
    }

    /** @param left of a wait whose seconds are shown */
    Snapshot snapshot(long number, VisitState state, Optional<Duration> left) {
        Site site = session.equipment().site();
        // Whoever has the housing open, nothing of the citizen is before their eyes, whatever the visit is still busy with.
        // Staff who have signed in open it to work in it, and nothing of a citizen is on their screen.
        boolean blank = session.surroundings().housingOpen() && !(state instanceof Upkeep);
        return new Snapshot(
                number,
                session.language(),
                site.demonstration(),
                new Snapshot.Site(site.hall().in(session.language()), site.terminal()),
                session.clock().now().truncatedTo(ChronoUnit.MINUTES),
                blank ? NOBODY : strip(state, left),
                blank ? attract() : page(state, left),
                state instanceof Open open && !blank ? open.over().map(over -> sheet(open, over, left)) : Optional.empty());
    }

    private Strip strip(VisitState state, Optional<Duration> left) {
        return switch (state) {
            case Attract _, Upkeep _ -> NOBODY;
            case Ended _ -> new Strip(Optional.empty(), StripLine.ENDED, OptionalInt.empty(), EndButton.NONE);
            case Open open -> {
                if (!open.visitor().identified()) {
                    yield new Strip(Optional.empty(), unidentified(open.place()), seconds(left), EndButton.LEAVE);
                }
                StripLine line = switch (open.visitor().done()) {
                    case NOTHING -> StripLine.SELF_BY_ID_CARD;
                    case SUBMITTED -> StripLine.SUBMITTED;
                    case KEPT -> StripLine.KEPT;
                };
                StripLine now = open.place() instanceof Place.Deposit ? StripLine.ORIGINALS : line;
                yield new Strip(session.applicant().map(this::name), now, seconds(left), EndButton.END);
            }
        };
    }

    private static StripLine unidentified(Place place) {
        boolean read = place instanceof Place.Identify identify
                && identify.trouble().filter(CardFlaw::wasRead).isPresent();
        return read ? StripLine.NOTHING_KEPT : StripLine.NOTHING_READ;
    }

    /** The masked name. A character that no typeface here has is masked too: a box would be another name. */
    private String name(Applicant applicant) {
        String masked = Mask.NAME.cover(applicant.name(), session.language());
        StringBuilder shown = new StringBuilder();
        masked.codePoints()
                .forEach(point -> shown.appendCodePoint(hands.identity().lacks(point) ? '*' : point));
        return shown.toString();
    }

    static OptionalInt seconds(Optional<Duration> left) {
        return left.map(time -> OptionalInt.of((int) Math.ceilDiv(Math.max(0, time.toMillis()), 1000L)))
                .orElse(OptionalInt.empty());
    }

    private Sheet sheet(Open open, Over over, Optional<Duration> left) {
        return switch (over) {
            case Over.IdleWarning _ ->
                new Sheet.IdleWarning(seconds(left).orElse(0), (int) Patience.IDLE_WARNING.toSeconds(), false);
            case Over.ConfirmEnd(boolean goesOn) ->
                new Sheet.ConfirmEnd(goesOn, !goesOn && LaterFlow.unfinished(open).isPresent());
            case Over.Languages _ -> new Sheet.Languages();
            case Over.StaffAsk _ -> new Sheet.StaffAsk();
            case Over.ConsentText _ -> new Sheet.ConsentText();
            case Over.Zoom _ -> new Sheet.Zoom(papers.zoomed(open.place()));
            case Over.CannotDo(boolean kept) ->
                new Sheet.CannotDo(hands.help().number(open).trace(), kept);
            case Over.Reasons(int level) ->
                new Sheet.Reasons(
                        level,
                        hands.rating().opinion().reasons(),
                        hands.rating().opinion().callBack());
        };
    }

    private Page page(VisitState state, Optional<Duration> left) {
        return switch (state) {
            case Attract _ -> attract();
            case Ended _ ->
                new Page.Ended(hands.wiping().receipt(), seconds(left).orElse(0), false, hands.bankCard().left());
            case Open open -> page(open);
            case Upkeep upkeep -> this.upkeep.page(upkeep.post(), left);
        };
    }

    private Page.Attract attract() {
        return new Page.Attract(
                hands.availabilities()
                        .count(session.equipment().offers().get().byCode().values()),
                truth(DeviceKind.PRINTER),
                truth(DeviceKind.ID_CARD_READER),
                truth(DeviceKind.DOCUMENT_CAMERA),
                hands.admission().closed(),
                hands.admission().announced());
    }

    private Page page(Open open) {
        return switch (open.place()) {
            case Place.Identify identify ->
                new Page.Identify(identify.phase(), identify.trouble(), identify.cardLies());
            case Place.Resume(boolean account) -> account
                    ? hands.account().question().<Page>map(found -> found).orElseGet(() -> home(open.visitor()))
                    : resume(open.visitor());
            case Place.Later later ->
                new KeepingPage.Later(
                        filing.title(later.plan()),
                        later.phase(),
                        later.way(),
                        later.onPaper() ? hands.offlineSince().isEmpty() : hands.paperDrafts().can(later.plan().item()),
                        later.phase() == KeepingPage.Later.Phase.KEPT && !later.onPaper()
                                ? hands.account().until()
                                : Optional.empty());
            case Place.Home _ -> home(open.visitor());
            case Place.Items items -> items(items, open.visitor());
            case Place.Guide guide -> filing.guide(guide, open.visitor(), truth(DeviceKind.PRINTER));
            case ProgressPlace.AskProgress ask -> progress.ask(ask);
            case ProgressPlace.Cases cases -> progress.cases(cases);
            case ProgressPlace.Progress _ -> progress.progress();
            case ProgressPlace.News news -> progress.news(news);
            case ProgressPlace.Withdrawing withdrawing -> progress.withdraw(withdrawing);
            case AppointmentPlace.Appointing appointing -> appointment.page(appointing);
            case Place.Form form -> filing.form(form);
            case Place.BankCard card -> filing.bankCard(card);
            case ScanningPlace.Materials materials -> filing.materials(materials);
            case SigningPlace.Signing signing -> filing.signing(signing);
            case SigningPlace.Fingerprint finger -> filing.fingerprint(finger, truth(DeviceKind.FINGERPRINT_PAD));
            case Place.Review review -> filing.review(review);
            case Place.Submitting submitting -> papers.submitting(submitting);
            case Place.Deposit deposit -> papers.deposit(deposit);
            case SubmittedPlace.Received received -> papers.received(received);
            case SubmittedPlace.Kept kept -> papers.kept(kept, hands.offlineSince());
            case CertificatePlace.Querying querying -> new PaperPage.Querying(filing.title(querying.plan()), PaperPage.Querying.Work.ASKING);
            case CertificatePlace.Result result -> papers.result(result, truth(DeviceKind.PRINTER));
            case CertificatePlace.Printing printing -> papers.printing(printing);
            case Place.Trouble trouble -> trouble(open, trouble);
        };
    }

    private Page trouble(Open open, Place.Trouble trouble) {
        HelpHand.Help help = hands.help().number(open);
        return new PaperPage.Trouble(
                trouble.kind(),
                trouble.pagesOut(),
                trouble.pages(),
                help.told(),
                Troubles.ways(trouble),
                help.trace(),
                trouble.reported());
    }

    private Page resume(Visitor visitor) {
        return hands.identity()
                .found()
                .flatMap(found -> session.offer(found.draft().item()).<Page>map(offer -> {
                    Plan plan = Plans.of(offer);
                    Duration age = Duration.between(
                            found.draft().savedAt(), session.clock().instant());
                    long left = Math.max(1, 10 - age.toMinutes());
                    return new Page.Resume(
                            offer.item().shortTitle().in(session.language()),
                            plan.counted(found.draft().stage()),
                            plan.countedSteps(),
                            (int) left);
                }))
                .orElseGet(() -> home(visitor));
    }

    private Page.Home home(Visitor visitor) {
        Offers offers = session.equipment().offers().get();
        var sections = new java.util.ArrayList<Page.Home.SectionTile>();
        for (Page.Section section : Page.Section.values()) {
            int count = offers.of(kind(section)).size();
            if (count > 0) {
                sections.add(new Page.Home.SectionTile(section, count));
            }
        }
        return new Page.Home(
                part(session.clock().now().toLocalTime()),
                sections,
                offers.frequent(session.equipment().site().frequent()).stream()
                        .map(offer -> filing.tile(offer, visitor))
                        .toList(),
                hands.admission().announced(),
                hands.account().waiting());
    }

    private static Page.Home.DayPart part(LocalTime time) {
        if (time.getHour() < 12) {
            return Page.Home.DayPart.MORNING;
        }
        return time.getHour() < 18 ? Page.Home.DayPart.AFTERNOON : Page.Home.DayPart.EVENING;
    }

    static ItemKind kind(Page.Section section) {
        return switch (section) {
            case QUERY_AND_PRINT -> ItemKind.QUERY_AND_PRINT;
            case DECLARATION -> ItemKind.DECLARATION;
        };
    }

    private Page.Items items(Place.Items items, Visitor visitor) {
        List<Offer> page = session.equipment().offers().get().page(kind(items.section()), items.page());
        return new Page.Items(
                items.section(),
                page.stream().map(offer -> filing.tile(offer, visitor)).toList(),
                items.page() + 1,
                items.pages());
    }

    /** How a device stands, in the five words of the screen. */
    private Truth truth(DeviceKind kind) {
        return session.state(kind).map(Shown::truth).orElse(Truth.OFF);
    }

    static Truth truth(DeviceState state) {
        return switch (state) {
            case DeviceState.Ready ready -> ready.warnings().isEmpty() ? Truth.READY : Truth.LOW;
            case DeviceState.Busy _ -> Truth.READY;
            case DeviceState.NeedsHelp _, DeviceState.Absent _ -> Truth.NEEDS_HELP;
            case DeviceState.Opening _, DeviceState.Unknown _ -> Truth.UNKNOWN;
            case DeviceState.Closed _ -> Truth.OFF;
        };
    }
}
