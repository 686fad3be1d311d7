package banyan.kiosk.ui.screen.progress;

import banyan.acceptance.DraftCode;
import banyan.kiosk.text.Texts;
import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.FactRow;
import banyan.kiosk.ui.control.Field;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.Pad;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.Scenery;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Illustration;
import banyan.kiosk.visit.ProgressPage.AskProgress;
import banyan.kiosk.visit.ProgressPage.AskProgress.Entry;
import banyan.kiosk.visit.ProgressPage.AskProgress.Flaw;
import banyan.kiosk.visit.ProgressPage.AskProgress.Phase;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** A paper's code is held before the code scanner, or typed: number and lookup code of a receipt, or the letters of an unfinished form's. */
public final class AskProgressScreen extends Screen<AskProgress> {
    private final Words title = Words.title("");
    private final Words help = help("");
    private final Notice trouble = new Notice("attention", Icon.TRIANGLE_ALERT, "", "");
    private final Map<Entry, Field> fields = new EnumMap<>(Entry.class);
    private final PushButton on;
    private Optional<Pad> pad = Optional.empty();

    public AskProgressScreen(View view, AskProgress page) {
        super(view);
        boolean typing = page.phase() == Phase.TYPING;
        Node below = page.flaw().isPresent() ? trouble : gap(10);
        if (typing) {
            layKeys(page, below);
        } else {
            layScene(page, below);
        }
        back();
        if (page.phase() == Phase.HOLDING) {
            middle(view.say("ask-progress.keys"), Icon.KEYBOARD, new Wish.AskByKeys(true));
        }
        on = page.phase() == Phase.CLOSED
                ? primary(view.say("button.finish"), Icon.LOG_OUT, new Wish.End())
                : primary(view.say("ask-progress.ask"), Icon.SEARCH, new Wish.Next());
        root().addEventHandler(KeyEvent.KEY_TYPED, event -> pad.ifPresent(open -> open.type(event.getCharacter())));
        root().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.BACK_SPACE) {
                pad.ifPresent(Pad::delete);
            }
        });
    }

    private void layScene(AskProgress page, Node below) {
        Scenery scenery = new Scenery(Illustration.SHOW_CODE, "scene-frame", 11, 24);
        if (view.portrait()) {
            column(head(title, help), gap(33), high(560, scenery), gap(GAP), facts(), gap(GAP), below, rest());
        } else {
            columns(
                    page.phase() == Phase.HOLDING,
                    stack(head(title, help), gap(28), high(440, scenery), rest()),
                    stack(facts(), gap(GAP), below, rest()));
        }
    }

    private Card facts() {
        double label = FactRow.labelWidth(
                view.say("ask-progress.shows"), view.say("ask-progress.needs"), view.say("ask-progress.clears"));
        Card card = Card.of(
                0,
                new FactRow(Icon.RECEIPT, view.say("ask-progress.needs"), view.say("ask-progress.needs.what"), label),
                gap(14),
                new FactRow(
                        Icon.SHIELD_CHECK, view.say("ask-progress.shows"), view.say("ask-progress.shows.what"), label),
                gap(14),
                new FactRow(
                        Icon.TRASH_2, view.say("ask-progress.clears"), view.say("ask-progress.clears.what"), label));
        card.setPadding(new Insets(32, 38, 36, 38));
        card.setMouseTransparent(true);
        return card;
    }

    private void layKeys(AskProgress page, Node below) {
        boolean draft = page.writing() == Entry.DRAFT;
        for (Entry entry : draft ? List.of(Entry.DRAFT) : List.of(Entry.NUMBER, Entry.CODE)) {
            String key = "ask-progress." + entry.field();
            Field field = new Field(
                    "field-" + entry.field(),
                    view.say(key),
                    view.say(key + ".hint"),
                    Optional.empty(),
                    true,
                    view.say("form.change"));
            fields.put(entry, field.onEdit(() -> view.wish(new Wish.Edit(entry.field()))));
        }
        if (view.portrait()) {
            Node typed = draft ? field(Entry.DRAFT) : stack(field(Entry.NUMBER), gap(20), field(Entry.CODE));
            column(head(title, help), gap(28), typed, gap(20), below, rest());
        } else {
            // Above the keys there is room for one row.
            Node typed = draft ? field(Entry.DRAFT) : row(GAP, field(Entry.NUMBER), field(Entry.CODE));
            VBox left = stack(head(title, help), gap(10), below, rest());
            columns(false, left, stack(gap(10), typed, rest()));
        }
        openPad(page);
    }

    private Field field(Entry entry) {
        Field field = fields.get(entry);
        if (field == null) {
            throw new IllegalStateException("only what is typed has fields");
        }
        return field;
    }

    private void openPad(AskProgress page) {
        Entry entry = page.writing();
        boolean draft = entry == Entry.DRAFT;
        Pad opened = draft ? letters(entry) : digits(entry);
        String other = draft ? "type-receipt" : "type-draft";
        Entry otherEntry = draft ? Entry.NUMBER : Entry.DRAFT;
        opened.instead(other, view.say("ask-progress." + other), () -> view.wish(new Wish.Edit(otherEntry.field())));
        if (page.scanner()) {
            opened.beside("scan-code", view.say("ask-progress.scan"), () -> view.wish(new Wish.AskByKeys(false)));
        }
        lay(opened);
        pad = Optional.of(opened);
    }

    private Pad digits(Entry entry) {
        return new Pad(
                view.format().keyboard(),
                false,
                entry.longest(),
                labels(),
                text -> view.wish(new Wish.Type(entry.field(), text)),
                () -> view.wish(new Wish.DoneEditing()));
    }

    private Pad letters(Entry entry) {
        return Pad.ofLetters(
                view.format().keyboard(),
                DraftCode.ALPHABET,
                entry.longest(),
                labels(),
                text -> view.wish(new Wish.Type(entry.field(), text)),
                () -> view.wish(new Wish.DoneEditing()));
    }

    private Pad.Labels labels() {
        return new Pad.Labels(view.say("pad.clear"), view.say("pad.done"), view.say("pad.delete"));
    }

    @Override
    public void show(AskProgress page, Snapshot snapshot) {
        boolean draft = page.phase() == Phase.TYPING && page.writing() == Entry.DRAFT;
        switch (page.phase()) {
            case HOLDING -> say("title.holding", "help.holding");
            case TYPING -> say(draft ? "title.typing-draft" : "title.typing", draft ? "help.typing-draft" : "help.typing");
            case ASKING -> say("title.asking", "help.asking");
            case CLOSED -> say("title.closed", "help.closed");
        }
        page.flaw().ifPresent(why -> {
            String key = "ask-progress." + word(why);
            // What was typed may be wrong in a letter; what was scanned is not.
            String then = draft && why == Flaw.DRAFT_UNKNOWN ? key + ".typed" : key + ".then";
            trouble.show(Icon.TRIANGLE_ALERT, view.say(key), view.say(then));
        });
        fields.forEach((entry, field) ->
                field.show(Texts.groupsOfFour(text(page, entry)), entry == page.writing(), Optional.empty()));
        pad.ifPresent(open -> open.show(text(page, page.writing())));
        switch (page.phase()) {
            case HOLDING -> on.show(view.say("ask-progress.holding"), Icon.HOURGLASS, false);
            case TYPING -> {
                Entry last = draft ? Entry.DRAFT : Entry.CODE;
                boolean whole = text(page, last).length() == last.longest();
                String words = draft ? "ask-progress.draft." : "ask-progress.";
                on.show(
                        view.say(words + (whole ? "ask" : "lacking")),
                        whole ? Icon.SEARCH : Icon.LOCK,
                        whole);
            }
            case ASKING -> on.show(view.say("ask-progress.asking"), Icon.HOURGLASS, false);
            case CLOSED -> on.show(view.say("button.finish"), Icon.LOG_OUT, true);
        }
    }

    private static String text(AskProgress page, Entry entry) {
        return switch (entry) {
            case NUMBER -> page.number();
            case CODE -> page.code();
            case DRAFT -> page.draft();
        };
    }

    private void say(String titleKey, String helpKey) {
        title.say(view.say("ask-progress." + titleKey));
        help.say(view.say("ask-progress." + helpKey));
    }

    private static String word(Flaw why) {
        return switch (why) {
            case NOT_OURS -> "not-ours";
            case NO_CODE -> "no-code";
            case INCOMPLETE -> "incomplete";
            case UNKNOWN -> "unknown";
            case DRAFT_INCOMPLETE -> "draft-incomplete";
            case DRAFT_NO_LETTER -> "draft-no-letter";
            case DRAFT_UNKNOWN -> "draft-unknown";
            case DRAFT_USED -> "draft-used";
            case DRAFT_EXPIRED -> "draft-expired";
            case DRAFT_NOT_HERE -> "draft-not-here";
            case TOO_MANY -> "too-many";
            case OFFLINE -> "offline";
            case SCANNER_GONE -> "scanner-gone";
        };
    }

    @Override
    public Object structure(AskProgress page) {
        return page.phase() == Phase.TYPING
                ? List.of(page.phase(), page.scanner(), page.writing(), page.flaw().isPresent())
                : List.of(page.phase(), page.flaw().isPresent());
    }
}
