package banyan.kiosk.ui.screen.filing;

import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.visit.ScanningPage.Materials;
import banyan.kiosk.visit.ScanningPage.Materials.Cabinet;
import banyan.kiosk.visit.Wish;

/** Has the original of the material at hand go into the cabinet instead of scanning it, or takes that back. */
final class CabinetButton {
    private final View view;
    private final PushButton button;
    private Wish wish = new Wish.Here();

    CabinetButton(View view) {
        this.view = view;
        button = PageStrip.button(view, "cabinet", view.say("cabinet.leave"), Icon.ARCHIVE);
        button.onAct(() -> view.wish(wish));
    }

    PushButton node() {
        return button;
    }

    void show(Materials page, boolean elsewhere) {
        String code = page.current() >= 0 && page.current() < page.rows().size()
                ? page.rows().get(page.current()).code()
                : "";
        wish = new Wish.LeaveOriginal(code, page.cabinet() != Cabinet.CHOSEN);
        boolean here = page.cabinet() != Cabinet.NONE && page.cabinet() != Cabinet.NOT_THIS;
        button.setVisible(here);
        switch (page.cabinet()) {
            case NONE, NOT_THIS -> button.setDisable(true);
            case OFFERED -> button.show(view.say("cabinet.leave"), Icon.ARCHIVE, !elsewhere);
            case CHOSEN -> button.show(view.say("cabinet.scan"), Icon.SCAN_LINE, !elsewhere);
            case FULL -> button.show(view.say("cabinet.full"), Icon.ARCHIVE, false);
            case UNUSABLE -> button.show(view.say("cabinet.unusable"), Icon.ARCHIVE, false);
        }
    }
}
