package banyan.kiosk.visit;

import banyan.device.Fault;
import banyan.kiosk.filing.page.Developed;

/** The tray under the document camera as the visit uses it. */
public interface PageTray extends AutoCloseable {
    /** Is told what happens, from the tray's own threads. */
    interface Listener {
        /** The picture comes. */
        void live();

        /** The camera is gone, or shows nothing. */
        void gone();

        /** A page has lain well for long enough: it should be taken now. */
        void steady();

        /** There is something new to show. */
        void seen();
    }

    /** What became of taking a page. */
    sealed interface Taken {
        /** A page, straight and even. */
        record Page(Developed.Page page) implements Taken {}

        /** Not this one; the hint says why. */
        record Refused(banyan.kiosk.visit.ScanningPage.Materials.Hint why) implements Taken {}

        /** The camera gave no still. */
        record Failed(Fault fault) implements Taken {}
    }

    /** Begins to look, in place of an earlier look. Returns at once. */
    void open(Listener listener);

    /** What the camera shows now. */
    ScanningPage.Materials.Camera camera();

    /** Takes a still and develops it. Blocks for the camera and for some tenths of a second of work. */
    Taken take();

    /** Ends the look and forgets the last frame. Idempotent. */
    @Override
    void close();
}
