package banyan.kiosk.visit;

import banyan.acceptance.Receipt;
import banyan.device.DeviceKind;
import banyan.device.DeviceState;
import banyan.device.FaultRow;
import banyan.device.FaultTable;
import banyan.device.Told;
import banyan.device.Tongue;
import banyan.item.Mask;
import banyan.item.Values;
import banyan.kiosk.deposit.Cabinet;
import banyan.kiosk.visit.KeepingPage.PaperState;
import banyan.kiosk.visit.KeepingPage.Submitting.Progress;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The pages from 确认提交 on, and those of certificates. */
final class ShownPapers {
    private final Session session;
    private final Hands hands;

    ShownPapers(Session session, Hands hands) {
        this.session = session;
        this.hands = hands;
    }

    private String title(Plan plan) {
        return session.offerOf(plan).item().title().in(session.language());
    }

    KeepingPage.Submitting submitting(Place.Submitting place) {
        int doing = place.phase().ordinal();
        List<Progress> steps = Stream.of(Place.Submitting.Phase.values())
                .map(phase -> phase.ordinal() < doing
                        ? Progress.DONE
                        : phase.ordinal() == doing ? Progress.DOING : Progress.TO_DO)
                .toList();
        return new KeepingPage.Submitting(title(place.plan()), steps, place.plan().supplement());
    }

    private SubmissionHand.Case latest() {
        return hands.submission()
                .latest()
                .orElseThrow(() -> new IllegalStateException("nothing was submitted in this visit"));
    }

    private PaperState paper(SubmittedPlace.Slip slip) {
        return new PaperState(
                slip.state(),
                slip.pagesOut(),
                slip.pages(),
                hands.printing().outlet(),
                hands.printing().why(),
                hands.printing().forReceipt());
    }

    KeepingPage.Received received(SubmittedPlace.Received place) {
        SubmissionHand.Case mine = latest();
        Receipt receipt = mine.receipt().orElseThrow(() -> new IllegalStateException("received without a receipt"));
        ZoneId zone = session.clock().zone();
        Values values = mine.values().with(ReceiptHand.values(mine, receipt, zone));
        return new KeepingPage.Received(
                title(place.plan()),
                LocalDateTime.ofInstant(receipt.legalDate(), zone),
                receipt.acceptanceNumber(),
                receipt.answerBy(),
                phone(mine),
                ReceiptHand.code(mine, receipt).text(),
                paper(place.slip()),
                mine.offer().item().next().stream()
                        .map(milestone -> new KeepingPage.Received.Next(
                                milestone.title().in(session.language()),
                                milestone
                                        .when()
                                        .write(values, session.language())
                                        .orElse(""),
                                milestone.icon()))
                        .toList(),
                place.rated() == 0 ? OptionalInt.empty() : OptionalInt.of(place.rated()),
                mine.supplement() ? KeepingPage.Rating.NOT_ASKED : place.rating(),
                hands.rating().opinion().reasons().stream().sorted().toList(),
                hands.deposit().originals(),
                hands.decision().shown(receipt.answerBy()));
    }

    KeepingPage.Deposit deposit(Place.Deposit place) {
        Optional<Cabinet> cabinet = session.equipment().cabinet();
        boolean usable = cabinet.filter(Cabinet::usable).isPresent();
        boolean free = cabinet.filter(there -> there.free().isPresent()).isPresent();
        Optional<KeepingPage.Deposit.Flaw> flaw = place.phase() == KeepingPage.Deposit.Phase.ASKING && !free
                ? Optional.of(usable ? KeepingPage.Deposit.Flaw.NONE_FREE : KeepingPage.Deposit.Flaw.GONE)
                : place.flaw();
        return new KeepingPage.Deposit(
                title(place.plan()),
                place.phase(),
                hands.deposit().cell(),
                hands.deposit().words(),
                flaw,
                flaw.flatMap(why -> said(why, cabinet)),
                place.phase() == KeepingPage.Deposit.Phase.ASKING ? free : usable,
                place.reopened());
    }

    /** In the words of the table of faults, where it is the cabinet that says so. */
    private Optional<Told> said(KeepingPage.Deposit.Flaw why, Optional<Cabinet> cabinet) {
        Tongue tongue = Tongue.of(session.language().tag()).orElse(Tongue.EN);
        return switch (why) {
            case NONE_FREE, NOT_CLOSED, NOT_RECORDED -> Optional.empty();
            case STUCK, UNSURE, GONE -> {
                Optional<DeviceState> state = cabinet.map(there -> there.device().state()).filter(now -> !now.usable());
                yield state.map(now -> FaultTable.installed()
                                .told(DeviceKind.DOCUMENT_CABINET, now, FaultRow.Reader.CITIZEN, tongue)
                                .getFirst())
                        .or(() -> hands.deposit()
                                .fault()
                                .map(fault -> FaultTable.installed()
                                        .told(DeviceKind.DOCUMENT_CABINET, fault, FaultRow.Reader.CITIZEN, tongue)));
            }
        };
    }

    private Optional<String> phone(SubmissionHand.Case mine) {
        return mine.phone().map(number -> Mask.PHONE.cover(number, session.language()));
    }

    KeepingPage.Kept kept(SubmittedPlace.Kept place, Optional<LocalDateTime> offlineSince) {
        SubmissionHand.Case mine = latest();
        return new KeepingPage.Kept(
                title(place.plan()),
                mine.at(),
                offlineSince,
                mine.number(),
                phone(mine),
                hands.receipts().slip(mine).text(),
                paper(place.slip()),
                hands.deposit().originals(),
                hands.submission().refused(),
                mine.supplement());
    }

    private DrawnPaper certificate() {
        return hands.issued().paper().orElseThrow(() -> new IllegalStateException("no certificate is held"));
    }

    private PaperPage.Preview preview(int page) {
        DrawnPaper paper = certificate();
        int at = Math.clamp(page, 0, paper.pages() - 1);
        return new PaperPage.Preview(paper.picture(at), paper.bars(at), at + 1, paper.pages());
    }

    PaperPage.Result result(CertificatePlace.Result place, Page.Truth printer) {
        return new PaperPage.Result(
                title(place.plan()), preview(place.page()), place.plan().collects() ? List.of() : hands.certificate().choices(place.plan()),
                printer);
    }

    PaperPage.Printing printing(CertificatePlace.Printing place) {
        return new PaperPage.Printing(
                title(place.plan()),
                preview(place.pagesOut()),
                place.taken(),
                place.pagesOut(),
                place.pages(),
                place.stopping(),
                place.done());
    }

    /** The paper that is shown larger: a certificate with its bars, or the document to sign as it is. */
    PaperPage.Preview zoomed(Place place) {
        return switch (place) {
            case SigningPlace.Signing signing -> {
                SigningHand.Leaf leaf = hands.signing()
                        .shown()
                        .orElseThrow(() -> new IllegalStateException("no document is shown"))
                        .leaf(signing.page());
                yield new PaperPage.Preview(
                        leaf.paper().picture(leaf.page()), List.of(), signing.page() + 1, signing.pages());
            }
            case CertificatePlace.Result result -> preview(result.page());
            default -> preview(0);
        };
    }
}
