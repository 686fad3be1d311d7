package banyan.driver.modbus;

import banyan.device.Auxiliaries.Lamp;
import banyan.device.Auxiliaries.Reading;
import banyan.device.Auxiliaries.Sense;
import banyan.device.Auxiliaries.SenseListener;
import banyan.device.Deadline;
import banyan.device.DeviceKind;
import banyan.device.DevicePart;
import banyan.device.DevicePart.Standing;
import banyan.device.DeviceState;
import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Outcome;
import banyan.device.Pace;
import banyan.device.Turn;
import banyan.device.Wire;
import banyan.driver.modbus.Lamps.Switch;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What runs on the auxiliaries' thread. */
final class AuxiliariesWire implements Wire {
    /** A button that is pressed for 0.15 s is noticed, also with a question and an answer that take their time. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** What has changed is believed at the second look. */
    private static final Duration BEFORE_THE_SECOND = Duration.ofMillis(20);

    private static final Duration SHORTEST_REST = Duration.ofMillis(5);
    private static final Duration GOING_DARK = Duration.ofMillis(150);
    private static final Duration BELIEVED = Duration.ofSeconds(2);
    private static final int TRIES = 3;
    private static final int UNANSWERED = 4;

    private final AuxiliariesSettings settings;
    private final int first;
    private final int span;
    private final Senses senses;
    private final Lamps lamps;
    private final List<SenseListener> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Station station;
    private DeviceState standing = new DeviceState.Opening();
    private Deadline nextLook = Deadline.in(Duration.ZERO);
    private int unanswered;
    private volatile Heard heard;

    /** What was sensed at a moment. */
    private record Heard(Map<Sense, Reading> readings, long nanos) {}

    AuxiliariesWire(AuxiliariesSettings settings) {
        this.settings = settings;
        this.first = AuxiliariesSettings.first(settings.senses());
        this.span = AuxiliariesSettings.span(settings.senses());
        this.senses = new Senses(settings.senses());
        this.lamps = new Lamps(settings.lamps(), System.nanoTime());
        this.heard = new Heard(senses.readings(), System.nanoTime());
    }

    void listen(SenseListener listener) {
        listeners.add(listener);
    }

    /** From any thread: what is sensed, as long as it can be believed. */
    Map<Sense, Reading> readings() {
        Heard last = heard;
        if (System.nanoTime() - last.nanos <= BELIEVED.toNanos()) {
            return last.readings;
        }
        Map<Sense, Reading> unknown = new HashMap<>(last.readings);
        unknown.replaceAll((_, _) -> Reading.UNKNOWN);
        return Map.copyOf(unknown);
    }

    @Override
    public Outcome<DeviceState> open(Turn turn) {
        return Station.open(settings.address(), "AUXILIARIES").then(opened -> {
            station = opened;
            Outcome<Boolean> seen = look(turn);
            for (int i = 1; i < TRIES && again(turn, seen); i++) {
                seen = look(turn);
            }
            return seen.then(_ -> shine(turn)).map(_ -> standing = DeviceState.ready());
        });
    }

    private Station station() {
        return Objects.requireNonNull(station);
    }

    private static boolean again(Turn turn, Outcome<?> answer) {
        return answer instanceof Outcome.Failed<?>(var fault)
                && (fault.kind() == Kind.TIMEOUT || fault.kind() == Kind.PROTOCOL)
                && turn.over().isEmpty();
    }

    /** Reads every input; where none is wired, a coil instead, so that somebody has answered. */
    private Outcome<Boolean> look(Turn turn) {
        nextLook = Deadline.in(BETWEEN_LOOKS);
        if (span == 0) {
            int coil = settings.lamps().values().iterator().next().address();
            return station().coils(turn, coil, 1).map(_ -> true);
        }
        return station().inputs(turn, first, span).map(inputs -> {
            tell(senses.see(inputs, first));
            if (senses.wavering()) {
                nextLook = Deadline.in(BEFORE_THE_SECOND);
            }
            return true;
        });
    }

    private void tell(SequencedMap<Sense, Reading> changed) {
        heard = new Heard(senses.readings(), System.nanoTime());
        changed.forEach((sense, reading) ->
                listeners.forEach(listener -> DeviceThread.tell(() -> listener.sensed(sense, reading))));
    }

    /** Switches what is to be switched now. */
    private Outcome<Boolean> shine(Turn turn) {
        for (Switch due : lamps.due(System.nanoTime())) {
            if (station().set(turn, due.coil(), due.on()) instanceof Outcome.Failed<Boolean>(var fault)) {
                return Outcome.failed(fault);
            }
            lamps.done(due);
        }
        return Outcome.done(true);
    }

    /** Sets a lamp. What cannot be switched now is switched as soon as it can be, unless something else was asked for by then. */
    Outcome<Boolean> light(Turn turn, DeviceKind beside, Lamp lamp) {
        if (!lamps.wired(beside)) {
            return Outcome.done(false);
        }
        lamps.want(beside, lamp, System.nanoTime());
        Outcome<Boolean> shone = shine(turn);
        while (again(turn, shone)) {
            shone = shine(turn);
        }
        return shone;
    }

    @Override
    public DeviceState tend(Turn turn) {
        Optional<Fault> unplugged = station().lost();
        if (unplugged.isPresent()) {
            return new DeviceState.Absent(unplugged.get());
        }
        Outcome<Boolean> seen = nextLook.passed() ? look(turn) : Outcome.done(true);
        return judged(seen.then(_ -> shine(turn)));
    }

    @Override
    public DeviceState examine(Turn turn) {
        return judged(look(turn));
    }

    private DeviceState judged(Outcome<Boolean> answer) {
        switch (answer) {
            case Outcome.Done<Boolean> _ -> {
                unanswered = 0;
                standing = DeviceState.ready();
            }
            case Outcome.Failed<Boolean>(var fault) -> {
                unanswered++;
                if (fault.kind() == Kind.DISCONNECTED || unanswered >= UNANSWERED) {
                    return new DeviceState.Absent(fault);
                }
                if (!(standing instanceof DeviceState.Unknown)) {
                    standing = new DeviceState.Unknown(Instant.now());
                }
            }
        }
        return standing;
    }

    /**
     * Each of them can be missed: who asks for a sense finds it unknown by itself, and a terminal that has none of them is one. A contact
     * is usable that was heard; a lamp that does not shine is not noticed.
     */
    @Override
    public List<DevicePart> parts() {
        Map<DevicePart.Kind, Standing> standings = new EnumMap<>(DevicePart.Kind.class);
        heard.readings.forEach((sense, reading) -> standings.merge(
                part(sense),
                reading == Reading.UNKNOWN ? new Standing.Unknown() : new Standing.Usable(),
                (one, other) -> one instanceof Standing.Unknown ? one : other));
        if (!settings.lamps().isEmpty()) {
            standings.put(DevicePart.Kind.LAMPS, new Standing.Untold());
        }
        return standings.entrySet().stream()
                .map(entry -> DevicePart.optional(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static DevicePart.Kind part(Sense sense) {
        return switch (sense) {
            case PRESENCE -> DevicePart.Kind.APPROACH_SENSOR;
            case DOOR -> DevicePart.Kind.DOOR_CONTACT;
            case TAMPER -> DevicePart.Kind.TAMPER_CONTACT;
            case ON_BATTERY, BATTERY_LOW -> DevicePart.Kind.POWER_MONITOR;
            case HEADPHONES -> DevicePart.Kind.HEADPHONE_JACK;
            case CALL_BUTTON -> DevicePart.Kind.CALL_BUTTON;
        };
    }

    @Override
    public Duration rest(Pace pace) {
        Duration change = lamps.untilChange(System.nanoTime());
        Duration next = nextLook.left().compareTo(change) < 0 ? nextLook.left() : change;
        return next.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : next;
    }

    @Override
    public Duration believedFor() {
        return BELIEVED;
    }

    @Override
    public void shut() {
        Station open = station;
        station = null;
        if (open != null) {
            LastWord word = LastWord.lasting(GOING_DARK);
            // Lamps that blink on when nobody is at home lead people nowhere.
            boolean _ = lamps.dark().stream()
                    .allMatch(off -> open.lost().isEmpty()
                            && open.set(word, off.coil(), off.on()) instanceof Outcome.Done<Boolean>);
            open.close();
        }
        lamps.lose();
        tell(senses.lose());
        unanswered = 0;
        standing = new DeviceState.Opening();
    }

    @Override
    public void forget() {
        // Nothing of a citizen passes here; each answer is overwritten when it was read.
    }
}
