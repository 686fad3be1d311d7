package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.DeviceKind;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.FilingPage.BankCard.Flaw;
import banyan.kiosk.visit.FilingPage.BankCard.Phase;
import banyan.kiosk.visit.FilingPage.Form.Source;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bank card's number that is read off the card. */
class BankCardVisitTest {
    private static final String FIELD = "bankCard";

    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
        hall.stands(DeviceKind.SMART_CARD_TERMINAL, hall.chips.state());
    }

    private void toForm() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.wish(new Wish.Edit(FIELD));
    }

    private void toSlot() {
        toForm();
        hall.wish(new Wish.InsertCard(FIELD));
    }

    private void aMoment() {
        hall.pass(Duration.ofSeconds(1));
    }

    private FilingPage.BankCard card() {
        return hall.page(FilingPage.BankCard.class);
    }

    private FilingPage.Form.FieldView field() {
        return hall.page(FilingPage.Form.class).fields().stream()
                .filter(field -> field.code().equals(FIELD))
                .findFirst()
                .orElseThrow();
    }

    private boolean offered() {
        return hall.page(FilingPage.Form.class).editor().orElseThrow().byCard();
    }

    @Test
    void aCardIsOfferedBesideTheKeysWhileItsTerminalWorks() {
        toForm();
        assertTrue(offered());
        hall.chips.usable = false;
        hall.stands(DeviceKind.SMART_CARD_TERMINAL, hall.chips.state());
        assertFalse(offered());
    }

    @Test
    void noOtherFieldOffersACard() {
        toForm();
        hall.wish(new Wish.Edit("phone"));
        assertFalse(offered());
    }

    @Test
    void nothingIsReadBeforeTheCitizenWantsIt() {
        hall.chips.put(FakeChips.NUMBER);
        toForm();
        aMoment();
        assertEquals(0, hall.chips.reads);
    }

    @Test
    void theNumberIsReadMaskedAndStaysWhenTheCardIsOut() {
        toSlot();
        assertEquals(Phase.WAITING, card().phase());
        hall.chips.put(FakeChips.NUMBER);
        aMoment();
        assertEquals(Phase.REMOVING, card().phase());
        assertTrue(card().read());
        hall.chips.pull();
        aMoment();
        assertTrue(field().shown().endsWith("4569"), field().shown());
        assertFalse(field().shown().contains(FakeChips.NUMBER));
        assertEquals(Optional.of(Source.BANK_CARD), field().source());
        assertTrue(hall.happened(EventKind.BANK_CARD_READ));
    }

    @Test
    void whatWasReadCanBeChangedByHand() {
        theNumberIsReadMaskedAndStaysWhenTheCardIsOut();
        hall.wish(new Wish.Edit(FIELD), new Wish.Type(FIELD, "6222021402040010388"), new Wish.DoneEditing());
        assertEquals(Optional.of(Source.FILLED), field().source());
    }

    @Test
    void theRequestSaysThatItWasReadOffTheCard() {
        theNumberIsReadMaskedAndStaysWhenTheCardIsOut();
        hall.fill();
        hall.scan();
        hall.sign();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        String payload = new String(
                hall.outbox.kept.values().iterator().next().payload(), StandardCharsets.UTF_8);
        assertTrue(payload.contains("\"bankCard\":\"" + FakeChips.NUMBER + "\""), payload);
        assertTrue(payload.contains("\"bankCard\":\"BANK_CARD\""), payload);
    }

    @Test
    void theNumberStandsInNoEvent() {
        theNumberIsReadMaskedAndStaysWhenTheCardIsOut();
        assertTrue(hall.events.stream().noneMatch(event -> event.toString().contains(FakeChips.NUMBER)));
        assertFalse(hall.visit().toString().contains(FakeChips.NUMBER));
    }

    @Test
    void eachFlawSaysWhatItIsAndTheNextCardIsRead() {
        toSlot();
        for (String code : new String[] {"SMART-CARD-MUTE", "SMART-CARD-UNKNOWN", "SMART-CARD-UNREADABLE"}) {
            hall.chips.putFlawed(code);
            aMoment();
            assertEquals(Phase.REMOVING, card().phase(), code);
            hall.chips.pull();
            aMoment();
            assertEquals(Phase.WAITING, card().phase(), code);
            assertTrue(card().flaw().isPresent(), code);
        }
        hall.chips.put(FakeChips.NUMBER);
        aMoment();
        assertTrue(card().read());
    }

    @Test
    void aCardPulledWhileItIsReadIsAskedForAgain() {
        toSlot();
        hall.chips.putAndPull();
        aMoment();
        assertEquals(Optional.of(Flaw.MOVED), card().flaw());
        assertEquals(Phase.WAITING, card().phase());
        hall.chips.put(FakeChips.NUMBER);
        aMoment();
        assertTrue(card().read());
    }

    @Test
    void aNumberThatIsNoneIsNotTaken() {
        toSlot();
        hall.chips.put("62123");
        aMoment();
        assertEquals(Optional.of(Flaw.UNREADABLE), card().flaw());
    }

    @Test
    void aTerminalThatGoesWhileItReadsLeavesTheKeysAndComesBackByItself() {
        toSlot();
        hall.chips.putAndUnplug();
        aMoment();
        assertEquals(Phase.STOPPED, card().phase());
        assertEquals(Optional.of(Flaw.GONE), card().flaw());
        hall.stands(DeviceKind.SMART_CARD_TERMINAL, hall.chips.state());
        hall.chips.usable = true;
        hall.stands(DeviceKind.SMART_CARD_TERMINAL, hall.chips.state());
        assertEquals(Phase.WAITING, card().phase());
        hall.chips.put(FakeChips.NUMBER);
        aMoment();
        assertTrue(card().read());
    }

    @Test
    void whoeverWouldRatherTypeTypes() {
        toSlot();
        hall.wish(new Wish.Edit(FIELD));
        assertTrue(offered());
        hall.chips.put(FakeChips.NUMBER);
        aMoment();
        assertEquals(0, hall.chips.reads);
    }

    @Test
    void whatWasTypedBeforeIsNotLost() {
        toForm();
        hall.wish(new Wish.Type(FIELD, "622202"), new Wish.InsertCard(FIELD), new Wish.Back());
        hall.wish(new Wish.Edit(FIELD));
        assertEquals(
                "622202", hall.page(FilingPage.Form.class).editor().orElseThrow().text());
    }

    @Test
    void aCardLeftBehindIsSaidAtTheEndUntilItIsTakenOut() {
        toSlot();
        hall.chips.put(FakeChips.NUMBER);
        aMoment();
        hall.wish(new Wish.EndForSure());
        assertTrue(hall.page(Page.Ended.class).chipCardLeft());
        assertTrue(hall.happened(EventKind.CHIP_CARD_LEFT));
        hall.chips.pull();
        aMoment();
        assertFalse(hall.page(Page.Ended.class).chipCardLeft());
        assertTrue(hall.happened(EventKind.CHIP_CARD_TAKEN));
    }

    @Test
    void aCardThatWasTakenOutIsNotSaidToBeLeft() {
        theNumberIsReadMaskedAndStaysWhenTheCardIsOut();
        hall.wish(new Wish.EndForSure());
        assertFalse(hall.page(Page.Ended.class).chipCardLeft());
        assertFalse(hall.happened(EventKind.CHIP_CARD_LEFT));
    }

    @Test
    void anotherVisitorsCardIsNotReadButAskedToBeTakenOut() {
        toSlot();
        hall.chips.put(FakeChips.NUMBER);
        aMoment();
        hall.wish(new Wish.EndForSure());
        hall.reader.lift();
        hall.pass(Duration.ofSeconds(10));
        assertInstanceOf(Page.Attract.class, hall.page());
        toSlot();
        aMoment();
        assertEquals(Optional.of(Flaw.FORGOTTEN), card().flaw());
        assertEquals(Phase.REMOVING, card().phase());
        assertEquals(1, hall.chips.reads);
        hall.chips.pull();
        aMoment();
        hall.chips.put("6222021402040010388");
        aMoment();
        assertTrue(card().read());
        assertEquals(2, hall.chips.reads);
    }

    @Test
    void theTerminalIsToldToForgetAtTheEnd() {
        toSlot();
        hall.wish(new Wish.EndForSure());
        assertEquals(1, hall.chips.forgotten);
    }
}
