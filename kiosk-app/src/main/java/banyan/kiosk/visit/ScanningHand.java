package banyan.kiosk.visit;

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

/** Does what the dialogue asks about papers on the tray. A page is sealed under the visit's key before anything else is done with it. */
final class ScanningHand {
    private final Session session;

    ScanningHand(Session session) {
        this.session = session;
    }

    /** What the tray shows; a tray that the site has not is gone. */
    Page.Materials.Camera camera() {
        return session.equipment().tray().map(PageTray::camera).orElse(new Page.Materials.Camera.Gone());
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

    private Checklist list(Plan plan) {
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

    void take(Plan plan, int current) {
        List<Checklist.Line> lines = list(plan).lines();
        if (session.equipment().tray().isEmpty()
                || current >= lines.size()
                || !lines.get(current).open()) {
            session.tell(new VisitEvent.PageRefused());
            return;
        }
        PageTray tray = session.equipment().tray().get();
        String material = lines.get(current).material().code();
        long began = session.clock().nanos();
        session.away(
                session.equipment().work(),
                tray::take,
                taken -> {
                    switch (taken) {
                        case PageTray.Taken.Page(var page) -> keep(plan, current, material, page, began);
                        case PageTray.Taken.Refused(var why) -> refused(material, Code.of(why));
                        case PageTray.Taken.Failed(var fault) -> refused(material, new Code(fault.code()));
                    }
                },
                ScanningHand::forget);
    }

    private void refused(String material, Code why) {
        session.log(Event.of(EventKind.PAGE_REFUSED)
                .with(Key.ITEM, new Code(material))
                .with(Key.FAULT, why));
        session.tell(new VisitEvent.PageRefused());
    }

    private static void forget(PageTray.Taken taken) {
        if (taken instanceof PageTray.Taken.Page(var page)) {
            Arrays.fill(page.jpeg(), (byte) 0);
            page.thumbnail().wipe();
        }
    }

    private void keep(Plan plan, int current, String material, Developed.Page page, long began) {
        PageStore store = session.pages();
        session.away(
                session.equipment().disk(),
                () -> Keeping.put(store, session.key(), page.jpeg()),
                put -> {
                    switch (put) {
                        case PageStore.Put.Stored(var handle) -> {
                            Filing filing =
                                    session.filing(plan).scanned(material, new ScannedPage(handle, page.thumbnail()));
                            session.draft(session.draft().with(filing));
                            session.log(Event.of(EventKind.PAGE_SCANNED)
                                    .with(Key.ITEM, new Code(material))
                                    .with(Key.MILLIS, (session.clock().nanos() - began) / 1_000_000));
                            session.tell(new VisitEvent.PageTaken(next(plan, current)));
                        }
                        case PageStore.Put.Full _ ->
                            session.tell(new VisitEvent.PageNotKept(Page.TroubleKind.STORE_FULL));
                        case PageStore.Put.Failed _ ->
                            session.tell(new VisitEvent.PageNotKept(Page.TroubleKind.STORE_BROKEN));
                    }
                },
                _ -> page.thumbnail().wipe());
    }

    /** The same material until it has what it needs, then the first that has not. */
    private int next(Plan plan, int current) {
        Checklist list = list(plan);
        return list.lines().get(current).complete() ? list.firstMissing(current) : current;
    }
}
