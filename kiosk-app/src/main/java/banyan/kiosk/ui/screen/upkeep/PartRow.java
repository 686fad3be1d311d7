package banyan.kiosk.ui.screen.upkeep;

import banyan.kiosk.ui.control.Badge;
import banyan.kiosk.ui.control.Badge.Tone;
import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.upkeep.Part;
import banyan.kiosk.upkeep.StaffWords;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Pane;

/** A part of the terminal on one line: what it is, what it says of itself, and how it stands. */
final class PartRow extends Pane {
    private static final double SIDE = 10;
    private static final double ICON = 40;
    private static final double GAP = 14;
    private static final double LINE = 38;

    private final View view;
    private final Words name;
    /** Nothing for a part that is well and has nothing to say. */
    private final Optional<Words> said;

    private final Badge badge;
    private final Optional<Glyph> glyph;

    PartRow(View view, Part part) {
        this.view = view;
        setMouseTransparent(true);
        getStyleClass().setAll("part-row");
        name = Words.fitting(List.of(Type.SMALL_STRONG, Type.NOTE_STRONG), StaffWords.name(view.texts(), part));
        badge = Badge.of(tone(part), icon(part), standing(part));
        // In portrait the words need the room.
        glyph = view.portrait() ? Optional.empty() : Optional.of(new Glyph(icon(part.subject()), ICON, "ink2-glyph"));
        glyph.ifPresent(getChildren()::add);
        said = StaffWords.said(view.texts(), part)
                .map(text -> Words.fitting(List.of(Type.NOTE), text, "ink2"));
        getChildren().add(name);
        said.ifPresent(getChildren()::add);
        getChildren().add(badge);
    }

    @Override
    protected void layoutChildren() {
        double left = SIDE + (glyph.isPresent() ? ICON + GAP : 0);
        glyph.ifPresent(icon -> icon.relocate(SIDE, (getHeight() - ICON) / 2));
        double wide = Math.ceil(badge.prefWidth(-1));
        double right = getWidth() - SIDE - wide;
        badge.resizeRelocate(right, (getHeight() - badge.getMinHeight()) / 2, wide, badge.getMinHeight());
        double width = right - left - GAP;
        double top = (getHeight() - (said.isPresent() ? 2 : 1) * LINE) / 2;
        name.resizeRelocate(left, top, width, LINE + 4);
        said.ifPresent(words -> words.resizeRelocate(left, top + LINE - 2, width, LINE));
    }

    private String standing(Part part) {
        return view.say("upkeep.standing." + StaffWords.word(part.standing()));
    }

    private static Tone tone(Part part) {
        return switch (part.standing()) {
            case TO_DO -> Tone.BAD;
            case UNKNOWN -> Tone.UNKNOWN;
            case ATTENTION -> Tone.LOOK;
            case READY -> Tone.GOOD;
        };
    }

    private static Icon icon(Part part) {
        return switch (part.standing()) {
            case TO_DO -> Icon.OCTAGON_X;
            case UNKNOWN -> Icon.CIRCLE_QUESTION_MARK;
            case ATTENTION -> Icon.TRIANGLE_ALERT;
            case READY -> Icon.CIRCLE_CHECK;
        };
    }

    private static Icon icon(Part.Subject subject) {
        return switch (subject) {
            case Part.Subject.OfDevice(var kind, _, _) ->
                switch (kind) {
                    case ID_CARD_READER -> Icon.ID_CARD;
                    case SMART_CARD_TERMINAL -> Icon.CREDIT_CARD;
                    case DOCUMENT_CAMERA -> Icon.SCAN_LINE;
                    case FACE_CAMERA -> Icon.CAMERA;
                    case SCANNER -> Icon.FILE_TEXT;
                    case FINGERPRINT_PAD -> Icon.FINGERPRINT;
                    case SIGNATURE_PAD -> Icon.SIGNATURE;
                    case PRINTER -> Icon.PRINTER;
                    case RECEIPT_PRINTER -> Icon.RECEIPT;
                    case CODE_SCANNER -> Icon.QR_CODE;
                    case DOCUMENT_CABINET -> Icon.ARCHIVE;
                    case AUXILIARIES -> Icon.RADAR;
                };
            case Part.Subject.OfTerminal(var own) ->
                switch (own) {
                    case CENTRE -> Icon.WIFI;
                    case DISK -> Icon.SAVE;
                    case CELLS -> Icon.ARCHIVE;
                    case LEDGER -> Icon.LIST_CHECKS;
                    case HOUSING -> Icon.DOOR_OPEN;
                    case POWER -> Icon.BATTERY_CHARGING;
                };
        };
    }
}
