package banyan.kiosk.ui.screen.filing;

import banyan.device.Told;
import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.Notice;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Scenery;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Illustration;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.visit.KeepingPage.Deposit;
import banyan.kiosk.visit.KeepingPage.Deposit.Flaw;
import banyan.kiosk.visit.KeepingPage.Deposit.Phase;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Wish;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The cell that is opened, large; what goes into it; how its door stands; and at every step the way on without waiting for it. */
public final class DepositScreen extends Screen<Deposit> {
    private final Words title = Words.title("");
    private final Words help = help("");
    private final Words cell = Words.fitting(List.of(Type.NUMBER, Type.H1, Type.H2), "");
    private final Notice trouble = new Notice("attention", Icon.TRIANGLE_ALERT, "", "");
    private final PushButton other;
    private final PushButton on;
    private Wish otherWish = new Wish.Here();
    private Wish onWish = new Wish.Here();

    public DepositScreen(View view, Deposit page) {
        super(view);
        Scenery scenery = new Scenery(Illustration.PAPER_IN_CELL, "scene-frame", 11, 24);
        Node below = page.flaw().isPresent() ? trouble : gap(10);
        if (view.portrait()) {
            column(
                    head(title, help),
                    gap(33),
                    high(640, scenery),
                    gap(GAP),
                    place(page),
                    gap(GAP),
                    below,
                    rest());
        } else {
            columns(
                    false,
                    stack(head(title, help), gap(28), high(460, scenery), rest()),
                    stack(place(page), gap(GAP), below, rest()));
        }
        other = PushButton.of(Kind.SECONDARY, "middle", "", Icon.CLOCK);
        other.onAct(() -> view.wish(otherWish));
        at(wideLeft(456), other);
        on = primary("", Icon.DOOR_OPEN, new Wish.Here());
        on.onAct(() -> view.wish(onWish));
    }

    /** Which cell, and what goes into it. */
    private Card place(Deposit page) {
        VBox number = new VBox(
                0, Words.wrapping(Type.BODY_SMALL, view.say("deposit.cell"), "ink2"), cell);
        number.setAlignment(Pos.CENTER_LEFT);
        number.setMinWidth(view.portrait() ? 300 : 260);
        VBox originals = new VBox(4, Words.wrapping(Type.BODY_SMALL, view.say("deposit.originals"), "ink2"));
        page.originals()
                .forEach(one -> originals
                        .getChildren()
                        .add(Words.fitting(List.of(Type.BODY_STRONG, Type.SMALL_STRONG, Type.NOTE_STRONG), one)));
        originals.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(originals, Priority.ALWAYS);
        HBox row = new HBox(32, number, originals);
        row.setAlignment(Pos.CENTER_LEFT);
        Card card = Card.of(0, row);
        card.setPadding(new Insets(30, 38, 30, 38));
        card.setMouseTransparent(true);
        return card;
    }

    @Override
    public void show(Deposit page, Snapshot snapshot) {
        String key = page.flaw().filter(Flaw.GONE::equals).isPresent() && page.phase() == Phase.OPEN
                ? "unknown"
                : word(page.phase());
        title.say(view.say("deposit.title." + key, "cell", page.cell()));
        help.say(view.say("deposit.help." + key, "cell", page.cell()));
        cell.say(page.cell() == 0 ? view.say("deposit.cell.none") : view.say("deposit.cell.number", "cell", page.cell()));
        page.flaw().ifPresent(why -> {
            Told told = page.said()
                    .orElseGet(() -> new Told(
                            view.say("deposit.flaw." + word(why)), view.say("deposit.flaw." + word(why) + ".then")));
            trouble.show(Icon.TRIANGLE_ALERT, told.what(), told.then());
        });
        switch (page.phase()) {
            case ASKING -> {
                other("later", Icon.CLOCK, new Wish.WithoutDeposit(), true);
                if (page.usable()) {
                    on(page.flaw().isPresent() ? "another" : "open", Icon.DOOR_OPEN, new Wish.OpenCell(), true);
                } else {
                    on("unusable", Icon.LOCK, new Wish.OpenCell(), false);
                }
            }
            case OPENING -> {
                other("give-up", Icon.CLOCK, new Wish.WithoutDeposit(), false);
                on("opening", Icon.HOURGLASS, new Wish.OpenCell(), false);
            }
            case OPEN -> {
                other("give-up", Icon.CLOCK, new Wish.WithoutDeposit(), true);
                if (page.flaw().isEmpty()) {
                    on("waiting", Icon.HOURGLASS, new Wish.LookAtDoor(), false);
                } else {
                    on("look", Icon.REFRESH_CW, new Wish.LookAtDoor(), page.usable());
                }
            }
            case CLOSED -> {
                if (page.flaw().isPresent()) {
                    other("give-up", Icon.CLOCK, new Wish.WithoutDeposit(), true);
                } else if (page.reopened()) {
                    other("nothing", Icon.X, new Wish.Deposited(false), true);
                } else {
                    other("again", Icon.DOOR_OPEN, new Wish.OpenCell(), true);
                }
                on("done", Icon.CHECK, new Wish.Deposited(true), true);
            }
            case RECORDING -> {
                other("give-up", Icon.CLOCK, new Wish.WithoutDeposit(), false);
                on("recording", Icon.HOURGLASS, new Wish.Here(), false);
            }
        }
    }

    private void other(String key, Icon icon, Wish wish, boolean can) {
        otherWish = wish;
        other.show(view.say("deposit.button." + key), icon, can);
    }

    private void on(String key, Icon icon, Wish wish, boolean can) {
        onWish = wish;
        on.show(view.say("deposit.button." + key), icon, can);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Object structure(Deposit page) {
        return List.of(page.originals(), page.flaw().isPresent());
    }
}
