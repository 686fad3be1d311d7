package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.ApplicationProfile;
import banyan.device.ApplicationProfile.Encoding;
import banyan.device.ApplicationProfile.Field;
import banyan.device.ApplicationProfile.Place;
import banyan.device.Capability;
import banyan.device.CardApplication;
import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.SmartCardTerminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every terminal for chip cards promises. */
public abstract class SmartCardTerminalContract extends DeviceContract<SmartCardRig, SmartCardTerminal> {
    private static final Duration A_MOMENT = Duration.ofMillis(300);

    /** A card that is changed may be found half way: the next attempt, or the one after it, is the new card's. */
    private static final Duration CHANGING = Duration.ofSeconds(5);

    private static final List<ApplicationProfile> ALL =
            List.of(TestChip.BANK.profile(), TestChip.FILED.profile(), TestChip.SOCIAL.profile());

    @Override
    protected final Class<SmartCardTerminal> type() {
        return SmartCardTerminal.class;
    }

    @Override
    protected final SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands(SmartCardTerminal device) {
        SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands = new LinkedHashMap<>();
        commands.put(Capability.READ_SMART_CARD, deadline -> device.read(ALL, deadline));
        commands.put(Capability.FIND_SMART_CARD, device::awaitCard);
        return commands;
    }

    @Override
    protected final void assertWorks(SmartCardTerminal device, SmartCardRig rig) {
        rig.put(TestChip.SOCIAL);
        assertReads(device, TestChip.SOCIAL);
        rig.pull();
        assertTrue(value(device.awaitRemoval(inTime())));
    }

    @Override
    protected final Secret useWithSecret(SmartCardTerminal device, SmartCardRig rig) {
        rig.put(TestChip.SOCIAL);
        assertReads(device(), TestChip.SOCIAL);
        List<byte[]> bytes = new ArrayList<>();
        TestChip.SOCIAL.records().forEach(record -> bytes.add(record.bytes()));
        bytes.removeIf(record -> record.length < 16);
        return new Secret(List.copyOf(TestChip.SOCIAL.fields().values()), bytes);
    }

    /** Waits for the card that was put, reads it, and compares. */
    private static void assertReads(SmartCardTerminal device, TestChip chip) {
        assertTrue(value(device.awaitCard(inTime())));
        CardApplication read = value(device.read(ALL, inTime()));
        assertEquals(chip.profile().name(), read.profile());
        assertEquals(chip.fields(), read.fields());
    }

    private String codeOfReading(ApplicationProfile... profiles) {
        assertTrue(value(device().awaitCard(inTime())));
        Fault fault = fault(device().read(List.of(profiles), inTime()));
        assertEquals(Fault.Kind.MEDIA, fault.kind());
        return fault.code();
    }

    @Test
    protected void cardsOfEachMannerAreReadAsTheirProfilesSay() {
        ready();
        for (TestChip chip : List.of(TestChip.SOCIAL, TestChip.BANK, TestChip.FILED)) {
            rig().put(chip);
            assertReads(device(), chip);
            rig().pull();
            assertTrue(value(device().awaitRemoval(inTime())));
        }
    }

    @Test
    protected void aCardWithNoneOfTheApplicationsIsUnknown() {
        ready();
        rig().put(TestChip.SOCIAL);
        assertEquals("SMART-CARD-UNKNOWN", codeOfReading(TestChip.BANK.profile(), TestChip.FILED.profile()));
    }

    @Test
    protected void whatACardDoesNotCarryIsLeftOut() {
        ready();
        rig().put(TestChip.SOCIAL);
        assertTrue(value(device().awaitCard(inTime())));
        ApplicationProfile more = new ApplicationProfile(
                "more",
                TestChip.SOCIAL.profile().aid(),
                List.of(
                        new Field("number", new Place.InRecord(6, 1, 0x08), Encoding.ASCII),
                        new Field("other tag", new Place.InRecord(6, 1, 0x0A), Encoding.ASCII),
                        new Field("other record", new Place.InRecord(6, 9, 0), Encoding.HEX),
                        new Field("other file", new Place.InFile(0xEF77, 0, 8), Encoding.HEX),
                        new Field("other data", new Place.Data(0x9F17), Encoding.HEX)));
        assertEquals(
                Map.of("number", TestChip.SOCIAL.fields().get("number")),
                value(device().read(List.of(more), inTime())).fields());
    }

    @Test
    protected void aCardThatIsNotWhatItsProfileSaysIsUnreadable() {
        ready();
        rig().put(TestChip.SOCIAL);
        ApplicationProfile digits = new ApplicationProfile(
                "digits",
                TestChip.SOCIAL.profile().aid(),
                List.of(new Field("name", new Place.InRecord(6, 2, 0x09), Encoding.DIGITS)));
        assertEquals("SMART-CARD-UNREADABLE", codeOfReading(digits));
        ApplicationProfile nothing = new ApplicationProfile(
                "nothing",
                TestChip.SOCIAL.profile().aid(),
                List.of(new Field("none", new Place.InRecord(6, 9, 0), Encoding.HEX)));
        assertEquals("SMART-CARD-UNREADABLE", codeOfReading(nothing));
    }

    /** C10. */
    @Test
    protected void aLengthThatRunsPastTheEndIsNotBelieved() {
        ready();
        rig().put(TestChip.SOCIAL);
        rig().lieAboutLengths();
        assertEquals("SMART-CARD-UNREADABLE", codeOfReading(TestChip.SOCIAL.profile()));
        rig().heal();
        assertReads(device(), TestChip.SOCIAL);
    }

    @Test
    protected void theWaitForACardThatDoesNotComeEndsAtTheDeadline() {
        assertFalse(value(ready().awaitCard(Deadline.in(A_MOMENT))));
        assertTrue(value(device().awaitRemoval(Deadline.in(A_MOMENT))));
    }

    @Test
    protected void readingWithoutACardSaysThatNoneIsThere() {
        assertEquals(
                "SMART-CARD-ABSENT", fault(ready().read(ALL, inTime())).code());
    }

    @Test
    protected void aCardIsSentNothingBeforeReadingIsAskedAndIsLeftBehindUntilItIsTaken() {
        ready();
        rig().put(TestChip.SOCIAL);
        assertTrue(value(device().awaitCard(inTime())));
        assertFalse(value(device().awaitRemoval(Deadline.in(A_MOMENT))));
        assertTrue(value(device().awaitCard(Deadline.in(A_MOMENT))));
        assertEquals(0, rig().commands());
        rig().pull();
        assertTrue(value(device().awaitRemoval(inTime())));
    }

    @Test
    protected void aCardPulledOutWhileItIsReadWasMovedAndIsReadWhenItIsPutAgain() {
        ready();
        rig().put(TestChip.SOCIAL);
        assertTrue(value(device().awaitCard(inTime())));
        rig().pullDuringReading();
        assertEquals("SMART-CARD-MOVED", codeOfReading(TestChip.SOCIAL.profile()));
        assertTrue(value(device().awaitRemoval(inTime())));
        rig().put(TestChip.SOCIAL);
        assertReads(device(), TestChip.SOCIAL);
    }

    @Test
    protected void aMuteCardIsThereAndSaysNothing() {
        ready();
        rig().putMute();
        assertEquals("SMART-CARD-MUTE", codeOfReading(TestChip.SOCIAL.profile()));
        rig().pull();
        rig().heal();
        assertTrue(value(device().awaitRemoval(inTime())));
        rig().put(TestChip.SOCIAL);
        assertReads(device(), TestChip.SOCIAL);
    }

    /** Whatever happens while one card takes the place of another: nothing of the first is given for the second. */
    @Test
    protected void aCardInThePlaceOfAnotherIsReadAsItself() {
        ready();
        rig().put(TestChip.SOCIAL);
        assertReads(device(), TestChip.SOCIAL);
        TestChip other = TestChip.SOCIAL.withNumber("350102198811110022");
        rig().put(other);
        Deadline changed = Deadline.in(CHANGING);
        boolean read = false;
        while (!read && !changed.passed()) {
            assertTrue(value(device().awaitCard(inTime())));
            if (device().read(ALL, inTime()) instanceof Outcome.Done<CardApplication>(var card)) {
                assertEquals(other.fields(), card.fields());
                read = true;
            }
        }
        assertTrue(read, "not read in the time of a change");
    }

    /** A card that stays in while the plug is pulled and put in again needs not be put again. */
    @Test
    protected void aCardThatStayedInIsReadAfterThePlugWasPulled() {
        ready();
        rig().put(TestChip.SOCIAL);
        assertReads(device(), TestChip.SOCIAL);
        rig().unplug();
        awaitState(NOTICED, DeviceState.Absent.class);
        assertInstanceOf(
                Outcome.Failed.class, device().read(ALL, Deadline.in(A_MOMENT)));
        rig().plug();
        awaitState(REPLUGGED, DeviceState.Ready.class);
        assertReads(device(), TestChip.SOCIAL);
    }
}
