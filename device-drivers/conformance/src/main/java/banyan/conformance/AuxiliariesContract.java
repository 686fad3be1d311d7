package banyan.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Auxiliaries;
import banyan.device.Auxiliaries.Lamp;
import banyan.device.Auxiliaries.Reading;
import banyan.device.Auxiliaries.Sense;
import banyan.device.Capability;
import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.Outcome;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the terminal's senses and lamps promise, whatever is behind them. */
public abstract class AuxiliariesContract extends DeviceContract<AuxiliariesRig, Auxiliaries> {
    private static final Duration SENSED = Duration.ofSeconds(1);

    /** A lamp that blinks slowly has blinked three times. */
    private static final Duration BLINKING = Duration.ofSeconds(10);

    private static final Duration FORGOTTEN = Duration.ofSeconds(6);

    private record Told(Sense sense, Reading reading) {}

    private final List<Told> sensed = new CopyOnWriteArrayList<>();

    @Override
    protected final Class<Auxiliaries> type() {
        return Auxiliaries.class;
    }

    @Override
    protected final SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands(Auxiliaries device) {
        SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands = new LinkedHashMap<>();
        // Another lamp each time, because one that says already what it is to say need not be told.
        commands.put(Capability.LIGHT, deadline -> device.light(AuxiliariesRig.ALSO_LIT, Lamp.TAKE, deadline));
        return commands;
    }

    @Override
    protected final void assertWorks(Auxiliaries device, AuxiliariesRig rig) {
        rig.sense(Sense.PRESENCE, true);
        await(device, Sense.PRESENCE, Reading.YES);
        rig.sense(Sense.PRESENCE, false);
        await(device, Sense.PRESENCE, Reading.NO);
        assertTrue(value(device.light(AuxiliariesRig.LIT, Lamp.TAKE, inTime())));
        assertTrue(rig.lit(AuxiliariesRig.LIT));
        assertTrue(value(device.light(AuxiliariesRig.LIT, Lamp.OFF, inTime())));
        assertFalse(rig.lit(AuxiliariesRig.LIT));
    }

    private static void await(Auxiliaries device, Sense sense, Reading reading) {
        Patience.until(
                SENSED,
                () -> sense + " " + reading + ", not " + device.readings(),
                () -> device.readings().get(sense) == reading);
    }

    /** Who stands before it, and who plugs headphones in, is nobody's business in a log. */
    @Override
    protected final Secret useWithSecret(Auxiliaries device, AuxiliariesRig rig) {
        rig.sense(Sense.HEADPHONES, true);
        await(device, Sense.HEADPHONES, Reading.YES);
        return new Secret(List.of("HEADPHONES", "headphones", "PRESENCE", "presence"), List.of());
    }

    private Auxiliaries listening() {
        device().listen((sense, reading) -> sensed.add(new Told(sense, reading)));
        Auxiliaries open = ready();
        Patience.until(
                SENSED,
                () -> "a first word about each sense, not " + sensed,
                () -> sensed.size() == Sense.values().length);
        return open;
    }

    @Test
    protected void atFirstEachSenseIsToldOnceAndIsNotSo() {
        Auxiliaries open = listening();
        assertEquals(EnumSet.allOf(Sense.class), open.readings().keySet());
        assertTrue(sensed.stream().allMatch(told -> told.reading() == Reading.NO), sensed::toString);
        assertEquals(
                Sense.values().length, sensed.stream().map(Told::sense).distinct().count());
    }

    @Test
    protected void beforeItIsHeardNothingIsTakenForNo() {
        assertEquals(EnumSet.allOf(Sense.class), device().readings().keySet());
        assertEquals(Set.of(Reading.UNKNOWN), Set.copyOf(device().readings().values()));
    }

    @Test
    protected void eachSenseIsToldOnceAndInOrder() {
        Auxiliaries open = listening();
        for (Sense sense : Sense.values()) {
            sensed.clear();
            rig().sense(sense, true);
            await(open, sense, Reading.YES);
            rig().sense(sense, false);
            await(open, sense, Reading.NO);
            Patience.until(SENSED, "both changes", () -> sensed.size() >= 2);
            assertEquals(List.of(new Told(sense, Reading.YES), new Told(sense, Reading.NO)), List.copyOf(sensed));
        }
    }

    @Test
    protected void aGlitchIsNotAChange() {
        Auxiliaries open = listening();
        sensed.clear();
        rig().glitch(Sense.CALL_BUTTON);
        rig().glitch(Sense.DOOR);
        // Told after it, so whatever there was to tell of it has been told.
        rig().sense(Sense.PRESENCE, true);
        await(open, Sense.PRESENCE, Reading.YES);
        Patience.until(SENSED, "presence", () -> !sensed.isEmpty());
        assertEquals(List.of(new Told(Sense.PRESENCE, Reading.YES)), List.copyOf(sensed));
    }

    @Test
    protected void afterASilenceNothingIsKnownAndThatIsTold() {
        Auxiliaries open = listening();
        sensed.clear();
        rig().fallSilent();
        Patience.until(
                FORGOTTEN,
                () -> "nothing known, not " + open.readings(),
                () -> Set.copyOf(open.readings().values()).equals(Set.of(Reading.UNKNOWN)));
        Patience.until(FORGOTTEN, "told of each", () -> sensed.size() == Sense.values().length);
        assertTrue(sensed.stream().allMatch(told -> told.reading() == Reading.UNKNOWN), sensed::toString);
        rig().heal();
        awaitState(OPENING, DeviceState.Ready.class);
        await(open, Sense.DOOR, Reading.NO);
    }

    @Test
    protected void whatIsPulledOutIsUnknownAtOnce() {
        Auxiliaries open = listening();
        sensed.clear();
        rig().unplug();
        awaitState(NOTICED, DeviceState.Absent.class);
        assertEquals(Set.of(Reading.UNKNOWN), Set.copyOf(open.readings().values()));
        Patience.until(SENSED, "told of each", () -> sensed.size() == Sense.values().length);
        assertTrue(sensed.stream().allMatch(told -> told.reading() == Reading.UNKNOWN), sensed::toString);
    }

    @Test
    protected void aSenseThatChangedWhileNobodyHeardItIsToldWhenItIsHeard() {
        Auxiliaries open = listening();
        rig().unplug();
        awaitState(NOTICED, DeviceState.Absent.class);
        rig().sense(Sense.DOOR, true);
        rig().plug();
        awaitState(REPLUGGED, DeviceState.Ready.class);
        await(open, Sense.DOOR, Reading.YES);
        Patience.until(SENSED, "told", () -> sensed.contains(new Told(Sense.DOOR, Reading.YES)));
    }

    @Test
    protected void aListenerThatThrowsKeepsNothingFromTheNext() {
        device().listen((_, _) -> {
            throw new IllegalStateException("a listener's defect, thrown on purpose");
        });
        assertWorks(listening(), rig());
    }

    @Test
    protected void aLampThatIsNotWiredIsNotLit() {
        assertFalse(value(ready().light(AuxiliariesRig.NOT_WIRED, Lamp.GUIDE, inTime())));
    }

    @Test
    protected void aLampThatGuidesBlinksAndOneToTakeFromIsLitSteadily() {
        Auxiliaries open = ready();
        assertTrue(value(open.light(AuxiliariesRig.LIT, Lamp.GUIDE, inTime())));
        assertTrue(value(open.light(AuxiliariesRig.ALSO_LIT, Lamp.TAKE, inTime())));
        Patience.until(BLINKING, "three blinks", () -> rig().switchedOn(AuxiliariesRig.LIT) >= 3);
        assertEquals(1, rig().switchedOn(AuxiliariesRig.ALSO_LIT));
        assertTrue(rig().lit(AuxiliariesRig.ALSO_LIT));
    }

    @Test
    protected void aLampThatSaysOutOfOrderIsSeenToAndIsMostlyDark() {
        Auxiliaries open = ready();
        assertTrue(value(open.light(AuxiliariesRig.LIT, Lamp.FAULT, inTime())));
        Patience.until(BLINKING, "two winks", () -> rig().switchedOn(AuxiliariesRig.LIT) >= 2);
        Patience.until(BLINKING, "dark", () -> !rig().lit(AuxiliariesRig.LIT));
    }

    @Test
    protected void aLampThatIsPutOutStaysDark() {
        Auxiliaries open = ready();
        value(open.light(AuxiliariesRig.LIT, Lamp.GUIDE, inTime()));
        value(open.light(AuxiliariesRig.LIT, Lamp.OFF, inTime()));
        int before = rig().switchedOn(AuxiliariesRig.LIT);
        value(open.light(AuxiliariesRig.ALSO_LIT, Lamp.GUIDE, inTime()));
        Patience.until(BLINKING, "two blinks of the other", () -> rig().switchedOn(AuxiliariesRig.ALSO_LIT) >= 2);
        assertEquals(before, rig().switchedOn(AuxiliariesRig.LIT));
        assertFalse(rig().lit(AuxiliariesRig.LIT));
    }

    @Test
    protected void afterAPulledPlugTheLampsSayWhatTheySaid() {
        Auxiliaries open = ready();
        value(open.light(AuxiliariesRig.LIT, Lamp.TAKE, inTime()));
        rig().unplug();
        awaitState(NOTICED, DeviceState.Absent.class);
        rig().plug();
        awaitState(REPLUGGED, DeviceState.Ready.class);
        Patience.until(SENSED, "lit", () -> rig().lit(AuxiliariesRig.LIT));
    }

    @Test
    protected void whoClosesLeavesNoLampLit() {
        Auxiliaries open = ready();
        value(open.light(AuxiliariesRig.LIT, Lamp.TAKE, inTime()));
        open.close();
        Patience.until(SENSED, "dark", () -> !rig().lit(AuxiliariesRig.LIT));
    }

    /** C8. */
    @Test
    @Tag("C8")
    protected void overANoisyLineNothingIsSensedThatIsNotSo() {
        Auxiliaries open = listening();
        sensed.clear();
        rig().makeNoise();
        rig().sense(Sense.TAMPER, true);
        Patience.until(
                FORGOTTEN, () -> "tamper, not " + sensed, () -> sensed.contains(new Told(Sense.TAMPER, Reading.YES)));
        assertTrue(
                sensed.stream().noneMatch(told -> told.reading() == Reading.YES && told.sense() != Sense.TAMPER),
                sensed::toString);
        rig().heal();
        awaitState(OPENING, DeviceState.Ready.class);
        assertWorks(open, rig());
    }
}
