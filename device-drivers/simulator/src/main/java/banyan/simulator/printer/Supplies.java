package banyan.simulator.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paper, toner, cover and paper path: what a printer needs to go on. Guarded by the {@link Press} that owns it. */
final class Supplies {
    static final int TRAY_SHEETS = 250;
    static final String MAIN = "main";
    static final String BOTTOM = "bottom";
    private static final int TRAY_LOW = 5;

    enum Toner {
        FULL(80),
        LOW(8),
        EMPTY(0);

        final int percent;

        Toner(int percent) {
            this.percent = percent;
        }
    }

    int traySheets = TRAY_SHEETS;

    /** What lies in the second tray; empty as long as none is built in. */
    Optional<Integer> bottomSheets = Optional.empty();

    Toner toner = Toner.FULL;
    boolean coverOpen;
    boolean jammed;

    /** Whether a jam ends the job, as in printers that do not recover. */
    boolean jamAborts;

    private Optional<Integer> jamAfterSheets = Optional.empty();

    /** @param afterSheets how many sheets come out before; empty means now, whatever the printer is doing */
    void jam(Optional<Integer> afterSheets, boolean abortsJob) {
        jamAborts = abortsJob;
        jamAfterSheets = afterSheets;
        jammed |= afterSheets.isEmpty();
    }

    void clearJam() {
        jammed = false;
        jamAfterSheets = Optional.empty();
    }

    /** Whether the sheet that is fed now will jam. */
    boolean jamsNow() {
        return jamAfterSheets.equals(Optional.of(0));
    }

    void sheetIsOut() {
        jamAfterSheets = jamAfterSheets.map(left -> left - 1);
    }

    void sheetIsStuck() {
        jammed = true;
        jamAfterSheets = Optional.empty();
    }

    void renew() {
        traySheets = TRAY_SHEETS;
        bottomSheets = bottomSheets.map(_ -> TRAY_SHEETS);
        toner = Toner.FULL;
        coverOpen = false;
        clearJam();
    }

    /** The trays that are built in, in IPP's words. */
    List<String> trays() {
        return bottomSheets.isPresent() ? List.of(MAIN, BOTTOM) : List.of(MAIN);
    }

    int sheets(String tray) {
        return tray.equals(BOTTOM) ? bottomSheets.orElse(0) : traySheets;
    }

    void fill(String tray, int sheets) {
        if (tray.equals(BOTTOM)) {
            bottomSheets = Optional.of(sheets);
        } else {
            traySheets = sheets;
        }
    }

    /** What keeps paper of this tray from moving, in IPP's words. */
    List<String> hindrances(String tray) {
        List<String> found = new ArrayList<>();
        if (jammed) {
            found.add("media-jam-error");
        }
        if (coverOpen) {
            found.add("cover-open-error");
        }
        if (sheets(tray) == 0) {
            found.add("media-empty-error");
            found.add("media-needed-error");
        }
        if (toner == Toner.EMPTY) {
            found.add("toner-empty-error");
        }
        return found;
    }

    /** What does not keep it from moving yet. */
    List<String> warnings() {
        List<String> found = new ArrayList<>();
        if (toner == Toner.LOW) {
            found.add("toner-low-warning");
        }
        if (traySheets > 0 && traySheets <= TRAY_LOW) {
            found.add("media-low-warning");
        }
        if (trays().stream().anyMatch(tray -> sheets(tray) == 0)) {
            found.add("media-empty-warning");
        }
        return found;
    }
}
