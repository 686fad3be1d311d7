package banyan.driver.samv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.conformance.CardReaderRig;
import banyan.conformance.IdCardReaderContract;
import banyan.conformance.TestCard;
import banyan.kit.rig.CardReaderTwin;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The reader's driver against the simulator's twin. */
class SamVReaderTest extends IdCardReaderContract {
    @Override
    protected CardReaderRig newRig() {
        return new CardReaderTwin(new SamVDriver());
    }

    @Test
    void theModulesNumberStandsForThePiece() {
        assertEquals(
                Optional.of("05.01-20261121-0000000001-0000000002"),
                ready().nameplate().serialNumber());
    }

    @Test
    void theFingerprintsCommandIsSentOnlyToReadThem() {
        CardReaderTwin twin = (CardReaderTwin) rig();
        ready();
        twin.put(TestCard.GOOD, 2);
        value(device().read(inTime()));
        assertEquals(0, twin.received("3010"));
        twin.put(TestCard.GOOD, 2);
        value(device().readWithFingerprints(inTime()));
        assertEquals(1, twin.received("3010"));
        assertEquals(1, twin.received("3001"));
    }

    @Test
    void aCardIsReadFromTheModuleOnceAndNeverToSeeWhetherItIsThere() {
        CardReaderTwin twin = (CardReaderTwin) rig();
        ready();
        twin.put(TestCard.GOOD);
        assertTrue(value(device().awaitCard(inTime())));
        assertEquals(0, twin.received("3001"));
        value(device().read(inTime()));
        assertTrue(!value(device().awaitCard(banyan.device.Deadline.in(java.time.Duration.ofMillis(300)))));
        assertEquals(1, twin.received("3001"));
        assertEquals(1, twin.received("2002"));
    }
}
