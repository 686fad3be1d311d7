package banyan.kiosk.visit;

import banyan.cache.DraftRefuge;
import banyan.cache.PageStore;
import banyan.item.Applicant;
import banyan.kiosk.catalog.Offer;
import banyan.kiosk.filing.Filing;
import banyan.kiosk.filing.SavedDraft;
import banyan.kiosk.filing.ScannedPage;
import banyan.kiosk.filing.page.Thumbnail;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import java.util.Arrays;
import java.util.Optional;

/** Keeps the request that is being filled in against a crash, and opens it again for its card. */
final class DraftHand {
    private final Session session;
    private final FilingHand filing;

    DraftHand(Session session, FilingHand filing) {
        this.session = session;
        this.filing = filing;
    }

    /** Keeps the request as it stands; nobody waits for it. */
    void save(Plan plan, Plan.Spot spot) {
        session.draft().filing(plan.item()).ifPresent(now -> save(now, spot, () -> {}, () -> {}));
    }

    /**
     * Keeps this request, and then goes on. That it could not be kept stops nobody: then a crash loses it, as it does elsewhere.
     *
     * @param late instead of going on when the visit is over by then
     */
    void save(Filing kept, Plan.Spot spot, Runnable late, Runnable then) {
        Optional<Applicant> applicant = session.applicant();
        if (applicant.isEmpty()) {
            then.run();
            return;
        }
        var now = session.clock().instant();
        var key = session.key();
        char[] number = applicant.get().number().toCharArray();
        long began = session.clock().nanos();
        session.away(
                session.equipment().disk(),
                () -> {
                    if (!key.forgotten()) {
                        byte[] bytes = SavedDraft.bytes(kept, spot.stage(), spot.part(), now);
                        var saved = session.equipment().refuge().save(bytes, key, number, now.plus(DraftRefuge.LONGEST));
                        session.log(told(saved, began));
                    }
                    return key;
                },
                _ -> then.run(),
                _ -> late.run());
    }

    private Event told(DraftRefuge.Saved saved, long began) {
        return switch (saved) {
            case DraftRefuge.Saved.Safe _ ->
                Event.of(EventKind.DRAFT_SAVED)
                        .with(Key.MILLIS, (session.clock().nanos() - began) / 1_000_000);
            case DraftRefuge.Saved.Full _, DraftRefuge.Saved.Failed _ ->
                Event.of(EventKind.JOURNAL_TROUBLE).with(Key.FAULT, new Code("DRAFT-NOT-SAVED"));
        };
    }

    /** Opens a found draft again; its pages are read and made small for the screen. */
    void reopen(SavedDraft saved) {
        Optional<Offer> offer = session.offer(saved.item());
        if (offer.isEmpty()) {
            session.tell(new VisitEvent.NotReopened());
            return;
        }
        PageStore store = session.pages();
        session.away(
                session.equipment().disk(),
                () -> withPages(saved, store),
                found -> {
                    filing.resume(found);
                    session.log(Event.of(EventKind.DRAFT_REOPENED));
                    session.tell(
                            new VisitEvent.Reopened(Plans.of(offer.get()), new Plan.Spot(saved.stage(), saved.part())));
                },
                Filing::wipePictures);
    }

    /** A page that is damaged is scanned again. */
    private static Filing withPages(SavedDraft saved, PageStore store) {
        Filing filing = saved.filing();
        for (var material : saved.handles().entrySet()) {
            for (var handle : material.getValue()) {
                if (store.read(handle) instanceof PageStore.Page.Bytes(byte[] jpeg)) {
                    var picture = Thumbnail.of(jpeg);
                    Arrays.fill(jpeg, (byte) 0);
                    if (picture.isPresent()) {
                        filing = filing.scanned(material.getKey(), new ScannedPage(handle, picture.get()));
                    }
                }
            }
        }
        return filing;
    }
}
