package banyan.kiosk.visit;

import banyan.device.ReceiptPrinter.Receipt;
import banyan.item.DocumentValues;
import banyan.item.FilledDocument;
import banyan.item.Filling;
import banyan.item.Language;
import banyan.item.Template;
import banyan.item.Value;
import banyan.item.Values;
import banyan.kiosk.catalog.Offer;
import banyan.kiosk.documents.PaperOptions;
import banyan.kiosk.documents.Rendering;
import banyan.kiosk.documents.RollSetter;
import banyan.kiosk.filing.Filing;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import java.time.LocalDateTime;
import java.util.Optional;

/** The papers of a visit: fills an item's templates with what is known, on the visit's thread, and draws them on any other. */
final class Documents {
    private final Session session;

    Documents(Session session) {
        this.session = session;
    }

    /** What every paper can name: the item, the citizen and his answers, the terminal, the moment. */
    Values values(Offer offer, Filing filing, LocalDateTime at) {
        return DocumentValues.of(offer.item(), session.desk(offer).situation(filing))
                .with(DocumentValues.terminal(
                        session.equipment().site().terminal(),
                        session.equipment().site().hall()))
                .with(DocumentValues.at(at));
    }

    /** A document to sign, with the ink or without. */
    Filling toSign(Plan plan, String template, LocalDateTime at, Language language, Optional<Value.Ink> ink) {
        Offer offer = session.offerOf(plan);
        Values values = values(offer, session.filing(plan), at);
        Values inked = ink.map(strokes -> values.with(DocumentValues.signature(strokes)))
                .orElse(values);
        return fill(offer.item().template(template), inked, language);
    }

    /** Fills a template; one that is not there leaves everything missing. */
    static Filling fill(Optional<Template> template, Values values, Language language) {
        return template.map(there -> there.fill(values, language)).orElse(new Filling.Incomplete(java.util.List.of()));
    }

    Optional<DrawnPaper> show(Filling filling) {
        return whole(filling).flatMap(session.equipment().press()::show);
    }

    Optional<Rendering.Rendered> draw(Filling filling) {
        return whole(filling).flatMap(session.equipment().press()::draw);
    }

    /** The same for the receipt printer's roll; it needs no drawing. */
    Optional<Receipt> onRoll(Filling filling) {
        var options = new PaperOptions(session.equipment().site().demonstration());
        return whole(filling).map(document -> RollSetter.set(document, options));
    }

    /** A paper with a hole is not drawn. That one is missing means that a package passed its examination wrongly. */
    private Optional<FilledDocument> whole(Filling filling) {
        return switch (filling) {
            case Filling.Filled(var document) -> Optional.of(document);
            case Filling.Incomplete(var missing) -> {
                session.log(Event.of(EventKind.BUG)
                        .with(Key.PLACE, new Code("DOCUMENT"))
                        .with(
                                Key.FAULT,
                                new Code(
                                        missing.isEmpty()
                                                ? "NO-TEMPLATE"
                                                : missing.getFirst().name())));
                yield Optional.empty();
            }
        };
    }
}
