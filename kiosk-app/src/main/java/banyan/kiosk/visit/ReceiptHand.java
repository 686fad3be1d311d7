package banyan.kiosk.visit;

import banyan.acceptance.CaseCode;
import banyan.acceptance.Receipt;
import banyan.item.DocumentValues;
import banyan.item.Template;
import banyan.item.Values;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/** Prints the paper that says how the latest case stands: the receipt, or the slip of what is kept here. */
final class ReceiptHand {
    private final Session session;
    private final Documents documents;
    private final PrintingHand printing;
    private final Supplier<Optional<KeepingPage.Originals>> originals;
    private final Supplier<Optional<SubmissionHand.Case>> latest;

    /** @param originals how those of the latest case stand that go into the cabinet */
    ReceiptHand(
            Session session,
            Documents documents,
            PrintingHand printing,
            Supplier<Optional<KeepingPage.Originals>> originals,
            Supplier<Optional<SubmissionHand.Case>> latest) {
        this.session = session;
        this.documents = documents;
        this.printing = printing;
        this.originals = originals;
        this.latest = latest;
    }

    void printReceipt() {
        Optional<SubmissionHand.Case> mine = latest.get().filter(one -> one.receipt().isPresent());
        if (mine.isEmpty()) {
            session.tell(new VisitEvent.PrintBroken(PaperPage.TroubleKind.PRINTER_SILENT, 0));
            return;
        }
        Receipt receipt = mine.get().receipt().orElseThrow();
        print(
                mine.get(),
                Template.Purpose.RECEIPT,
                values(mine.get(), receipt, session.clock().zone()));
    }

    /** What papers and milestones can name of the centre's receipt. */
    static Values values(SubmissionHand.Case mine, Receipt receipt, ZoneId zone) {
        return DocumentValues.receipt(
                receipt.acceptanceNumber(),
                mine.lookupCode(),
                code(mine, receipt).text(),
                LocalDateTime.ofInstant(receipt.receivedAt(), zone),
                LocalDateTime.ofInstant(receipt.legalDate(), zone),
                receipt.answerBy());
    }

    /** What the code on the receipt says. */
    static CaseCode code(SubmissionHand.Case mine, Receipt receipt) {
        return new CaseCode(receipt.acceptanceNumber(), mine.lookupCode());
    }

    /** What the code on the slip says. */
    CaseCode slip(SubmissionHand.Case mine) {
        return new CaseCode(mine.number(), Optional.of(session.equipment().outbox().slipCode(mine.number())));
    }

    void printSlip() {
        Optional<SubmissionHand.Case> kept = latest.get();
        if (kept.isEmpty()) {
            session.tell(new VisitEvent.PrintBroken(PaperPage.TroubleKind.PRINTER_SILENT, 0));
            return;
        }
        SubmissionHand.Case mine = kept.get();
        CaseCode slip = slip(mine);
        print(
                mine,
                Template.Purpose.KEPT,
                DocumentValues.kept(mine.number(), slip.code().orElse(""), slip.text(), mine.at()));
    }

    private void print(SubmissionHand.Case mine, Template.Purpose purpose, Values more) {
        var filling = Documents.fill(
                mine.offer().item().template(purpose),
                mine.values()
                        .with(DocumentValues.at(session.clock().now()))
                        .with(more)
                        .with(originals
                                .get()
                                .map(how -> DocumentValues.deposit(how.how(), how.cell()))
                                .orElse(Values.NONE)),
                session.language());
        Runnable cannotSet = () -> session.tell(new VisitEvent.PrintBroken(PaperPage.TroubleKind.NAME_NOT_PRINTABLE, 0));
        if (printing.forReceipt() == KeepingPage.PaperState.Outlet.ROLL) {
            documents.onRoll(filling).ifPresentOrElse(printing::print, cannotSet);
            return;
        }
        session.away(
                session.equipment().work(),
                () -> documents.draw(filling),
                drawn -> drawn.ifPresentOrElse(
                        paper -> printing.print(
                                purpose == Template.Purpose.RECEIPT ? "receipt" : "slip", paper, _ -> {}),
                        cannotSet),
                _ -> {});
    }
}
