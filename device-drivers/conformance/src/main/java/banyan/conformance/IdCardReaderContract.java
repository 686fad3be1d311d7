package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Capability;
import banyan.device.Deadline;
import banyan.device.Fault;
import banyan.device.IdCard;
import banyan.device.IdCardReader;
import banyan.device.IdNumber;
import banyan.device.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every reader of identity cards promises. */
public abstract class IdCardReaderContract extends DeviceContract<CardReaderRig, IdCardReader> {
    private static final Duration A_MOMENT = Duration.ofMillis(300);

    /** Long enough for one reading with its repetitions. */
    private static final Duration NOISY = Duration.ofMillis(1500);

    @Override
    protected final Class<IdCardReader> type() {
        return IdCardReader.class;
    }

    @Override
    protected final SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands(IdCardReader device) {
        SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands = new LinkedHashMap<>();
        commands.put(Capability.READ_CARD, device::read);
        commands.put(Capability.FIND_CARD, device::awaitCard);
        if (device.capabilities().contains(Capability.READ_CARD_FINGERPRINTS)) {
            commands.put(Capability.READ_CARD_FINGERPRINTS, device::readWithFingerprints);
        }
        return commands;
    }

    @Override
    protected final void assertWorks(IdCardReader device, CardReaderRig rig) {
        rig.lift();
        rig.put(TestCard.GOOD);
        assertIs(TestCard.GOOD, value(device.read(inTime())));
        rig.lift();
    }

    @Override
    protected final Secret useWithSecret(IdCardReader device, CardReaderRig rig) {
        rig.put(TestCard.GOOD);
        IdCard card = value(device.read(inTime()));
        List<byte[]> bytes = new ArrayList<>();
        TestCard.GOOD.words().forEach(word -> bytes.add(word.getBytes(StandardCharsets.UTF_16LE)));
        bytes.add(card.photo());
        bytes.removeIf(word -> word.length < 16);
        return new Secret(TestCard.GOOD.words(), bytes);
    }

    private static void assertIs(TestCard expected, IdCard card) {
        assertEquals(expected.name(), card.name());
        assertEquals(expected.latinName(), card.latinName());
        assertEquals(expected.country(), card.country());
        assertEquals(expected.passNumber(), card.passNumber());
        assertEquals(expected.sex(), card.sex());
        assertEquals(expected.nation(), card.nation());
        assertEquals(expected.birth(), card.birth());
        assertEquals(expected.address(), card.address());
        assertEquals(expected.newestAddress(), card.newestAddress());
        assertEquals(expected.number(), card.number());
        assertEquals(expected.issuer(), card.issuer());
        assertEquals(expected.validFrom(), card.validFrom());
        assertEquals(expected.validTo(), card.validTo());
    }

    private String codeOfReading() {
        return fault(device().read(inTime())).code();
    }

    @Test
    protected void aCardIsReadAsItIs() {
        rig().put(TestCard.GOOD);
        IdCard card = value(ready().read(inTime()));
        assertIs(TestCard.GOOD, card);
        assertEquals(IdCard.Type.RESIDENT, card.type());
    }

    @Test
    protected void everyLayoutIsReadAsItIs() {
        IdCardReader reader = ready();
        Map<IdCard.Type, TestCard> cards = Map.of(
                IdCard.Type.HK_MACAO_TAIWAN, TestCard.PERMIT,
                IdCard.Type.FOREIGNER_2017, TestCard.FOREIGNER_2017,
                IdCard.Type.FOREIGNER_2023, TestCard.FOREIGNER_2023);
        cards.forEach((type, put) -> {
            rig().put(put);
            IdCard card = value(reader.read(inTime()));
            assertIs(put, card);
            assertEquals(type, card.type());
            rig().lift();
        });
    }

    @Test
    protected void fingerprintsAreNotReadUnlessTheyAreAskedFor() {
        rig().put(TestCard.GOOD, 2);
        IdCard card = value(ready().read(inTime()));
        assertIs(TestCard.GOOD, card);
        assertEquals(List.of(), card.fingerprints());
    }

    @Test
    protected void fingerprintsThatAreAskedForComeAsTheCardHasThem() {
        IdCardReader reader = ready();
        for (int carried = 0; carried <= 2; carried++) {
            rig().put(TestCard.GOOD, carried);
            Outcome<IdCard> read = reader.readWithFingerprints(inTime());
            if (!reader.capabilities().contains(Capability.READ_CARD_FINGERPRINTS)) {
                assertEquals(Fault.Kind.UNSUPPORTED, fault(read).kind());
                return;
            }
            IdCard card = value(read);
            assertIs(TestCard.GOOD, card);
            assertEquals(carried, card.fingerprints().size());
            card.fingerprints().forEach(one -> assertEquals(IdCard.Fingerprint.SIZE, one.record().length));
            rig().lift();
        }
    }

    /** C15. */
    @Test
    @Tag("C15")
    protected void afterForgettingNoByteOfAFingerprintIsHeld() {
        IdCardReader reader = ready();
        rig().put(TestCard.GOOD, 2);
        if (reader.readWithFingerprints(inTime()) instanceof Outcome.Done<IdCard>(var card)) {
            reader.forget();
            card.fingerprints().forEach(one -> assertEquals(Optional.empty(), Residue.of(reader, one.record())));
        }
    }

    @Test
    protected void whoMovedHouseHasBothAddresses() {
        TestCard moved = TestCard.GOOD.movedTo("福建省福州市样张区迁居路１１号");
        rig().put(moved);
        assertIs(moved, value(ready().read(inTime())));
    }

    @Test
    protected void theWaitForACardEndsWhenItComes() {
        IdCardReader reader = ready();
        rig().put(TestCard.GOOD);
        assertTrue(value(reader.awaitCard(inTime())));
    }

    @Test
    protected void theWaitForACardThatDoesNotComeEndsAtTheDeadline() {
        assertFalse(value(ready().awaitCard(Deadline.in(A_MOMENT))));
    }

    @Test
    protected void aCardThatWasFoundAndNotReadIsStillThere() {
        IdCardReader reader = ready();
        rig().put(TestCard.GOOD);
        assertTrue(value(reader.awaitCard(inTime())));
        assertTrue(value(reader.awaitCard(Deadline.in(A_MOMENT))));
        assertIs(TestCard.GOOD, value(reader.read(inTime())));
    }

    @Test
    protected void readingWithoutACardSaysThatNoneCame() {
        assertEquals(
                "ID-CARD-ABSENT", fault(ready().read(Deadline.in(A_MOMENT))).code());
    }

    @Test
    protected void aCardThatStaysIsNotFoundASecondTime() {
        IdCardReader reader = ready();
        rig().put(TestCard.GOOD);
        assertInstanceOf(Outcome.Done.class, reader.read(inTime()));
        assertFalse(value(reader.awaitCard(Deadline.in(A_MOMENT))));
    }

    @Test
    protected void theSameCardPutAgainIsANewEvent() {
        IdCardReader reader = ready();
        for (int i = 0; i < 3; i++) {
            rig().put(TestCard.GOOD);
            assertIs(TestCard.GOOD, value(reader.read(inTime())));
            rig().lift();
            assertFalse(value(reader.awaitCard(Deadline.in(A_MOMENT))));
        }
    }

    @Test
    protected void aCardPulledAwayWhileItIsReadWasMoved() {
        ready();
        rig().put(TestCard.GOOD);
        rig().pullDuringReading();
        assertEquals("ID-CARD-MOVED", codeOfReading());
    }

    @Test
    protected void aCardLiftedAfterItWasFoundWasMoved() {
        IdCardReader reader = ready();
        rig().put(TestCard.GOOD);
        assertTrue(value(reader.awaitCard(inTime())));
        rig().lift();
        assertEquals("ID-CARD-MOVED", codeOfReading());
    }

    @Test
    protected void aCardThatWasMovedIsReadWhenItIsPutAgain() {
        IdCardReader reader = ready();
        rig().put(TestCard.GOOD);
        rig().pullDuringReading();
        assertEquals(Fault.Remedy.ASK_CITIZEN, fault(reader.read(inTime())).remedy());
        rig().put(TestCard.GOOD);
        assertIs(TestCard.GOOD, value(reader.read(inTime())));
    }

    @Test
    protected void aRefusedCardIsFoundAgainOnlyAfterItWasLifted() {
        IdCardReader reader = ready();
        rig().refuse();
        rig().put(TestCard.GOOD);
        assertEquals("ID-CARD-REFUSED", codeOfReading());
        rig().heal();
        assertFalse(value(reader.awaitCard(Deadline.in(A_MOMENT))));
        rig().lift();
        rig().put(TestCard.GOOD);
        assertIs(TestCard.GOOD, value(reader.read(inTime())));
    }

    @Test
    protected void aSecondCardInThePlaceOfTheFirstIsReadAsItself() {
        IdCardReader reader = ready();
        rig().put(TestCard.GOOD);
        assertIs(TestCard.GOOD, value(reader.read(inTime())));
        rig().put(TestCard.GOOD.longTerm());
        assertEquals(Optional.empty(), value(reader.read(inTime())).validTo());
    }

    @Test
    protected void aWrongCheckDigitIsGivenAsItStandsAndNotJudged() {
        TestCard wrong = TestCard.GOOD.withWrongCheckDigit();
        rig().put(wrong);
        assertIs(wrong, value(ready().read(inTime())));
        assertFalse(IdNumber.holds(wrong.number()));
    }

    @Test
    protected void aRecordOfAnUnknownKindIsUnreadable() {
        ready();
        rig().put(TestCard.GOOD.withType("Z"));
        assertEquals("ID-CARD-UNREADABLE", codeOfReading());
    }

    /** A module may say only once that a card has come; whichever look was under way then, the card is not lost. */
    @Test
    protected void aCardThatComesJustAsALookEndsIsFoundByTheNextLook() {
        IdCardReader reader = ready();
        for (int half = 1; half <= 20; half++) {
            rig().put(TestCard.GOOD);
            Outcome<Boolean> _ = reader.awaitCard(Deadline.in(Duration.ofMillis(half).dividedBy(2)));
            assertTrue(value(reader.awaitCard(inTime())), "a look that ended after " + half + " half milliseconds");
            assertIs(TestCard.GOOD, value(reader.read(inTime())));
            rig().lift();
        }
    }

    /** C8. */
    @Test
    @Tag("C8")
    protected void aCardIsReadOverANoisyLineOrItsFaultIsANoisyLines() {
        IdCardReader reader = ready();
        rig().makeNoise();
        int read = 0;
        for (int i = 0; i < 6; i++) {
            rig().lift();
            rig().put(TestCard.GOOD);
            switch (reader.read(Deadline.in(NOISY))) {
                case Outcome.Done<IdCard>(var card) -> {
                    assertIs(TestCard.GOOD, card);
                    read++;
                }
                case Outcome.Failed<IdCard>(var fault) ->
                    assertTrue(
                            fault.kind() == Fault.Kind.PROTOCOL
                                    || fault.kind() == Fault.Kind.TIMEOUT
                                    || fault.code().equals("ID-CARD-ABSENT"),
                            () -> "noise taken for " + fault);
            }
        }
        assertTrue(read > 0, "not one of six");
        rig().heal();
        assertWorks(reader, rig());
    }
}
