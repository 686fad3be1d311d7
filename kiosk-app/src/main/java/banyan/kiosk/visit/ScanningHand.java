package banyan.kiosk.visit;

import banyan.acceptance.Paper;
import banyan.cache.PageHandle;
import banyan.cache.PageStore;
import banyan.kiosk.filing.Checklist;
import banyan.kiosk.filing.Filing;
import banyan.kiosk.filing.ScannedPage;
import banyan.kiosk.filing.page.Developed;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Does what the dialogue asks about papers on the tray. A page is sealed under the visit's key before anything else is done with
 * it, and the screen says that it is taken over only after the draft with it was kept.
 */
final class ScanningHand {
    private final Session session;
    private final DraftHand drafts;

    ScanningHand(Session session, DraftHand drafts) {
        this.session = session;
        this.drafts = drafts;
    }

    /** What the tray shows; a tray that the site has not is gone. */
    ScanningPage.Materials.Camera camera() {
        return session.equipment().tray().map(PageTray::camera).orElse(new ScanningPage.Materials.Camera.Gone());
    }

    void look() {
        if (session.equipment().tray().isEmpty()) {
            session.tell(new VisitEvent.CameraGone());
            return;
        }
        var tell = session.teller();
        session.equipment().tray().get().open(new PageTray.Listener() {
            @Override
            public void live() {
                tell.accept(new VisitEvent.CameraLive());
            }

            @Override
            public void gone() {
                tell.accept(new VisitEvent.CameraGone());
            }

            @Override
            public void steady() {
                tell.accept(new VisitEvent.PageSteady());
            }

            @Override
            public void seen() {
                session.mailbox().glimpse();
            }
        });
    }

    void stopLooking() {
        session.equipment()
                .tray()
                .ifPresent(tray -> session.equipment().threads().execute(tray::close));
    }

    Checklist list(Plan plan) {
        return Checklist.of(session.offerOf(plan), session.filing(plan));
    }

    void pick(Plan plan) {
        Checklist list = list(plan);
        session.tell(new VisitEvent.MaterialPicked(list.firstMissing(list.firstScanned())));
    }

    void check(Plan plan) {
        Checklist list = list(plan);
        session.tell(
                list.missing() == 0
                        ? new VisitEvent.MaterialsGood()
                        : new VisitEvent.MaterialsMissing(list.firstMissing(0)));
    }

    void drop(Plan plan, String material, int page) {
        Filing filing = session.filing(plan);
        List<ScannedPage> pages = filing.pagesOf(material);
        if (page < 0 || page >= pages.size()) {
            return;
        }
        ScannedPage gone = pages.get(page);
        gone.thumbnail().wipe();
        session.draft(session.draft().with(filing.dropped(material, page)));
        PageStore store = session.pages();
        session.equipment().disk().execute(() -> store.drop(gone.handle()));
        pick(plan);
    }

    /** The original of this material goes into the cabinet when all is submitted, or not after all. */
    void leave(Plan plan, int stage, String material, boolean yes) {
        Optional<Checklist.Line> line = list(plan).lines().stream()
                .filter(one -> one.material().code().equals(material))
                .findFirst();
        boolean can = line.filter(Checklist.Line::mayBeLeft).isPresent()
                && session.equipment().cabinet().filter(there -> there.free().isPresent()).isPresent();
        Filing filing = session.filing(plan);
        Optional<PageHandle> before = Optional.ofNullable(filing.inCabinet().get(material));
        PageStore store = session.pages();
        var key = session.key();
        if (yes && can && before.isEmpty()) {
            session.away(
                    session.equipment().disk(),
                    () -> Keeping.put(store, key, Paper.originalInCabinet(material)),
                    put -> {
                        switch (put) {
                            case PageStore.Put.Stored(var word) -> left(plan, stage, material, Optional.of(word));
                            case PageStore.Put.Full _ ->
                                session.tell(new VisitEvent.PageNotKept(PaperPage.TroubleKind.STORE_FULL));
                            case PageStore.Put.Failed _ ->
                                session.tell(new VisitEvent.PageNotKept(PaperPage.TroubleKind.STORE_BROKEN));
                        }
                    },
                    _ -> {});
        } else if (!yes && before.isPresent()) {
            session.equipment().disk().execute(() -> store.drop(before.get()));
            left(plan, stage, material, Optional.empty());
        }
    }

    private void left(Plan plan, int stage, String material, Optional<PageHandle> word) {
        session.draft(session.draft().with(session.filing(plan).leaving(material, word)));
        drafts.save(plan, new Plan.Spot(stage, 0));
        pick(plan);
    }

    void take(Plan plan, int stage, int current) {
        List<Checklist.Line> lines = list(plan).lines();
        if (session.equipment().tray().isEmpty()
                || current >= lines.size()
                || !lines.get(current).open()) {
            session.tell(new VisitEvent.PageRefused());
            return;
        }
        PageTray tray = session.equipment().tray().get();
        Taking taking = new Taking(
                plan, stage, current, lines.get(current).material().code(), session.clock().nanos());
        session.away(
                session.equipment().work(),
                tray::take,
                taken -> {
                    switch (taken) {
                        case PageTray.Taken.Page(var page) ->
                            keep(
                                    taking,
                                    page,
                                    () -> session.tell(new VisitEvent.PageTaken(next(plan, current))));
                        case PageTray.Taken.Refused(var why) -> notTaken(taking.material(), Code.of(why));
                        case PageTray.Taken.Failed(var fault) -> notTaken(taking.material(), new Code(fault.code()));
                    }
                },
                ScanningHand::forget);
    }

    private void notTaken(String material, Code why) {
        refused(material, why);
        session.tell(new VisitEvent.PageRefused());
    }

    /** Notes that a page of this material was not taken over. */
    void refused(String material, Code why) {
        session.log(Event.of(EventKind.PAGE_REFUSED)
                .with(Key.ITEM, new Code(material))
                .with(Key.FAULT, why));
    }

    private static void forget(PageTray.Taken taken) {
        if (taken instanceof PageTray.Taken.Page(var page)) {
            forget(page);
        }
    }

    /** Overwrites a page that nobody takes over. */
    static void forget(Developed.Page page) {
        Arrays.fill(page.jpeg(), (byte) 0);
        page.thumbnail().wipe();
    }

    /** What is being taken: for which material of which part of the plan, and since when. */
    record Taking(Plan plan, int stage, int current, String material, long began) {
        Filing with(ScannedPage page, Session session) {
            return session.filing(plan).scanned(material, page);
        }
    }

    /** Seals a page and keeps the draft with it; only then {@code durable} may say that it is taken over. */
    void keep(Taking taking, Developed.Page page, Runnable durable) {
        if (!session.filing(taking.plan()).hasRoom(page.jpeg().length)) {
            refused(taking.material(), new Code("PAPERS-TOO-LARGE"));
            forget(page);
            session.tell(new VisitEvent.PageNotKept(PaperPage.TroubleKind.PAPERS_TOO_LARGE));
            return;
        }
        PageStore store = session.pages();
        session.away(
                session.equipment().disk(),
                () -> Keeping.put(store, session.key(), page.jpeg()),
                put -> {
                    switch (put) {
                        case PageStore.Put.Stored(var handle) ->
                            kept(taking, new ScannedPage(handle, page.thumbnail()), durable);
                        case PageStore.Put.Full _ ->
                            session.tell(new VisitEvent.PageNotKept(PaperPage.TroubleKind.STORE_FULL));
                        case PageStore.Put.Failed _ ->
                            session.tell(new VisitEvent.PageNotKept(PaperPage.TroubleKind.STORE_BROKEN));
                    }
                },
                _ -> page.thumbnail().wipe());
    }

    private void kept(Taking taking, ScannedPage page, Runnable durable) {
        drafts.save(taking.with(page, session), new Plan.Spot(taking.stage(), 0), page.thumbnail()::wipe, () -> {
            session.draft(session.draft().with(taking.with(page, session)));
            session.log(Event.of(EventKind.PAGE_SCANNED)
                    .with(Key.ITEM, new Code(taking.material()))
                    .with(Key.MILLIS, (session.clock().nanos() - taking.began()) / 1_000_000));
            durable.run();
        });
    }

    /** The same material until it has what it needs, then the first that has not. */
    int next(Plan plan, int current) {
        Checklist list = list(plan);
        return list.lines().get(current).complete() ? list.firstMissing(current) : current;
    }
}
