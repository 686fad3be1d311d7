package banyan.kiosk.ui.screen.sheet;

import banyan.kiosk.ui.control.Choice;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.TickBox;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.Sheet.Reasons;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** After a bad rating: what was not good, as ticks of which none is set, and whether a call would be welcome. */
final class ReasonsSheet extends SheetScreen<Reasons> {
    /** The codes a reason is sent by. */
    static final List<String> CODES = List.of("slow", "materials", "unclear", "machine", "attitude", "result");

    static final String CALL_YES = "call-yes";
    static final String CALL_NO = "call-no";

    private final Map<String, TickBox> ticks = new LinkedHashMap<>();
    private final Choice callYes = new Choice("reason-" + CALL_YES, view.say("reasons.call.yes"));
    private final Choice callNo = new Choice("reason-" + CALL_NO, view.say("reasons.call.no"));

    ReasonsSheet(View view) {
        super(view, Reasons.class, 520, 150);
        List<Region> boxes = new ArrayList<>();
        for (String code : CODES) {
            TickBox box = new TickBox("reason-" + code, view.say("reasons." + code));
            box.onAct(() -> view.wish(new Wish.Reason(code, !box.ticked())));
            ticks.put(code, box);
            boxes.add(box);
        }
        callYes.onAct(() -> view.wish(new Wish.Reason(CALL_YES, true)));
        callNo.onAct(() -> view.wish(new Wish.Reason(CALL_NO, true)));
        VBox list = stack();
        for (int i = 0; i < boxes.size(); i += 2) {
            list.getChildren().add(row(16, boxes.get(i), boxes.get(i + 1)));
        }
        list.setSpacing(16);
        fill(
                60,
                sceneWidth() - 60,
                stack(
                        Words.wrapping(Type.H1, view.say("reasons.title")),
                        gap(6),
                        help(view.say("reasons.help")),
                        gap(24),
                        list,
                        gap(30),
                        Words.fitting(List.of(Type.H3, Type.BUTTON), view.say("reasons.call")),
                        gap(14),
                        row(16, callYes, callNo),
                        rest()),
                top() + 44,
                buttonsTop() - 16);
        PushButton skip = PushButton.of(Kind.QUIET, "skip", view.say("reasons.skip"));
        skip.onAct(() -> view.wish(new Wish.Stay()));
        at(wideLeft(456), skip);
        primary(view.say("reasons.give"), Icon.SEND, new Wish.GiveReasons());
    }

    @Override
    protected void show(Reasons sheet, Snapshot snapshot) {
        ticks.forEach((code, box) -> box.show(sheet.chosen().contains(code), false));
        callYes.show(sheet.callBack().isPresent() && sheet.callBack().getAsInt() == 1, false);
        callNo.show(sheet.callBack().isPresent() && sheet.callBack().getAsInt() == 0, false);
    }

    @Override
    protected Object structure(Reasons sheet) {
        return Reasons.class;
    }
}
