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
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A part of the terminal on one line: what it is, what it says of itself, and how it stands. */
final class PartRow extends HBox {
    private final View view;
    private final Words said = Words.fitting(List.of(Type.NOTE), "", "ink2");
    private final Badge badge;

    PartRow(View view, Part part) {
        super(20);
        this.view = view;
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(0, 18, 0, 18));
        setMouseTransparent(true);
        VBox words = new VBox(
                -6,
                Words.fitting(List.of(Type.SMALL_STRONG, Type.NOTE_STRONG), StaffWords.name(view.texts(), part)),
                said);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        badge = Badge.of(tone(part), icon(part), standing(part));
        badge.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        getChildren().addAll(new Glyph(icon(part.subject()), 44, "ink2-glyph"), words, badge);
        show(part);
    }

    void show(Part part) {
        said.say(StaffWords.said(view.texts(), part));
        badge.show(tone(part), icon(part), standing(part));
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
            case Part.Subject.OfDevice(var kind, _) ->
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
                    case LEDGER -> Icon.LIST_CHECKS;
                };
        };
    }
}
