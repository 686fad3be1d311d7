package banyan.kiosk.ui.screen.sheet;

import banyan.kiosk.ui.screen.View;
import banyan.kiosk.visit.Sheet;
import banyan.kiosk.visit.Snapshot;

/** Which screen shows which sheet. */
public final class Sheets {
    private Sheets() {}

    /** Builds the screen of a sheet, and shows the sheet on it. */
    public static SheetScreen<?> of(Sheet sheet, Snapshot snapshot, View view) {
        return switch (sheet) {
            case Sheet.IdleWarning warning -> open(new IdleSheet(view, warning), warning, snapshot);
            case Sheet.StaffAsk ask -> open(new StaffAskSheet(view), ask, snapshot);
            case Sheet.ConfirmEnd confirm -> open(new ConfirmEndSheet(view, confirm), confirm, snapshot);
            case Sheet.Languages languages -> open(new LanguageSheet(view, snapshot), languages, snapshot);
            case Sheet.ConsentText text -> open(new ConsentTextSheet(view), text, snapshot);
            case Sheet.Zoom zoom -> open(new ZoomSheet(view, zoom), zoom, snapshot);
            case Sheet.CannotDo cannot -> open(new CannotDoSheet(view, cannot), cannot, snapshot);
            case Sheet.Reasons reasons -> open(new ReasonsSheet(view), reasons, snapshot);
        };
    }

    private static <S extends Sheet> SheetScreen<S> open(SheetScreen<S> screen, S sheet, Snapshot snapshot) {
        screen.open(sheet, snapshot);
        return screen;
    }
}
