package banyan.driver.modbus;

import banyan.device.Deadline;
import banyan.device.DevicePart;
import banyan.device.DevicePart.Standing;
import banyan.device.DeviceState;
import banyan.device.DocumentCabinet.DoorState;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import banyan.device.Pace;
import banyan.device.Turn;
import banyan.device.Wire;
import banyan.driver.modbus.Doors.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What runs on the cabinet's thread. */
final class CabinetWire implements Wire {
    private static final Fault NO_SUCH_DOOR =
            new Fault(Kind.UNSUPPORTED, Remedy.CALL_STAFF, "CABINET-NO-SUCH-DOOR");
    private static final Fault STUCK = new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "CABINET-DOOR-STUCK");
    private static final Fault UNKNOWN = new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "CABINET-DOOR-UNKNOWN");
    private static final Fault HELD = new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "CABINET-LOCK-HELD");

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

    /** While a door is being opened or awaited. */
    private static final Duration WHILE_WATCHING = Duration.ofMillis(30);

    /** A door may swing open a moment after its lock was let go. */
    private static final Duration SWINGING = Duration.ofSeconds(1);

    private static final Duration LETTING_GO = Duration.ofMillis(250);
    private static final Duration BELIEVED = Duration.ofSeconds(2);
    private static final int TRIES = 3;
    private static final int UNANSWERED = 4;

    private final CabinetSettings settings;
    private final Set<Integer> held = new TreeSet<>();
    private @Nullable Station station;
    private Doors doors;
    private DeviceState standing = new DeviceState.Opening();
    private int unanswered;
    private volatile Seen seen;

    /** The doors as they were seen at a moment. */
    private record Seen(List<DoorState> states, long nanos) {}

    CabinetWire(CabinetSettings settings) {
        this.settings = settings;
        this.doors = new Doors(settings.doors(), settings.leftOpen());
        this.seen = new Seen(doors.states(), System.nanoTime());
    }

    /** From any thread: the doors, as long as what was seen of them can be believed. */
    List<DoorState> states() {
        Seen last = seen;
        boolean stale = System.nanoTime() - last.nanos > BELIEVED.toNanos();
        return stale ? Collections.nCopies(settings.doors(), DoorState.UNKNOWN) : last.states;
    }

    @Override
    public Outcome<DeviceState> open(Turn turn) {
        return Station.open(settings.address(), "CABINET").then(opened -> {
            station = opened;
            return persist(turn, this::releaseAll).then(_ -> persist(turn, this::look)).then(_ -> {
                turn.pause(WHILE_WATCHING);
                return persist(turn, this::look).map(_ -> judged());
            });
        });
    }

    private Station station() {
        return Objects.requireNonNull(station);
    }

    /** A question that may be repeated. */
    private interface Question<T> {
        Outcome<T> ask(Turn turn);
    }

    private <T> Outcome<T> persist(Turn turn, Question<T> question) {
        Outcome<T> answer = question.ask(turn);
        for (int i = 1; i < TRIES && again(turn, answer); i++) {
            answer = question.ask(turn);
        }
        return answer;
    }

    private static boolean again(Turn turn, Outcome<?> answer) {
        return answer instanceof Outcome.Failed<?>(var fault)
                && (fault.kind() == Kind.TIMEOUT || fault.kind() == Kind.PROTOCOL)
                && turn.over().isEmpty();
    }

    /** A lock that is found held was left so by somebody who went away in the middle. */
    private Outcome<Boolean> releaseAll(Turn turn) {
        return station().coils(turn, settings.firstLock(), settings.doors()).then(on -> {
            Outcome<Boolean> done = Outcome.done(true);
            for (int i = 0; i < on.length && done instanceof Outcome.Done<Boolean>; i++) {
                done = on[i] ? station().set(turn, settings.firstLock() + i, false) : done;
            }
            if (done instanceof Outcome.Done<Boolean>) {
                held.clear();
            }
            return done;
        });
    }

    /** Looks at all contacts, and at all bolts where there are any. */
    private Outcome<Boolean> look(Turn turn) {
        int count = settings.doors();
        return station().inputs(turn, settings.firstContact(), count).then(made -> {
            Outcome<boolean[]> thrown = settings.firstBolt().isPresent()
                    ? station().inputs(turn, settings.firstBolt().getAsInt(), count)
                    : Outcome.done(made);
            return thrown.map(bolts -> {
                List<Look> looks = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    boolean shut = made[i] == settings.madeMeansClosed();
                    looks.add(new Look(shut, settings.firstBolt().isPresent() ? bolts[i] : shut));
                }
                long now = System.nanoTime();
                doors.see(looks, now);
                seen = new Seen(doors.states(), now);
                unanswered = 0;
                return true;
            });
        });
    }

    /** Unlocks a door and waits until it is seen open. The unlocking itself is never repeated. */
    Outcome<DoorState> open(Turn turn, int door) {
        if (door < 1 || door > settings.doors()) {
            return Outcome.failed(NO_SUCH_DOOR);
        }
        turn.busy();
        return settle(turn, door).then(now -> switch (now) {
            case OPEN -> Outcome.done(now);
            case UNKNOWN -> Outcome.failed(UNKNOWN);
            case CLOSED -> unlock(turn, door);
        });
    }

    /** How a door stands by what is seen from now on. */
    private Outcome<DoorState> settle(Turn turn, int door) {
        doors.lookAgain(door);
        while (true) {
            Outcome<Boolean> look = look(turn);
            if (look instanceof Outcome.Failed<Boolean>(var fault) && !again(turn, look)) {
                return Outcome.failed(fault);
            }
            if (doors.settled(door)) {
                return Outcome.done(doors.state(door));
            }
            turn.pause(WHILE_WATCHING);
        }
    }

    private Outcome<DoorState> unlock(Turn turn, int door) {
        held.add(door);
        doors.held(door);
        Outcome<Boolean> on = station().set(turn, settings.firstLock() + door - 1, true);
        Optional<Fault> last = fault(on);
        if (last.isEmpty()) {
            last = fault(watch(turn, door, Deadline.in(settings.pulse())));
        }
        letGo(turn, door);
        if (doors.state(door) != DoorState.OPEN && turn.over().isEmpty()) {
            last = fault(watch(turn, door, Deadline.in(SWINGING)));
        }
        if (doors.state(door) == DoorState.OPEN) {
            return Outcome.done(DoorState.OPEN);
        }
        // Whether it was unlocked at all nobody knows: said as it is, and not tried again.
        Optional<Fault> blind = last;
        Optional<Fault> doubt = fault(on).or(turn::over).or(() -> blind);
        if (doubt.isPresent()) {
            return Outcome.failed(doubt.get());
        }
        if (doors.state(door) == DoorState.UNKNOWN) {
            return Outcome.failed(UNKNOWN);
        }
        doors.stuck(door);
        return Outcome.failed(STUCK);
    }

    private static Optional<Fault> fault(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?>(var fault) ? Optional.of(fault) : Optional.empty();
    }

    /** Looks at a door until it is open: how the last look went. */
    private Outcome<Boolean> watch(Turn turn, int door, Deadline limit) {
        while (true) {
            Outcome<Boolean> look = look(turn);
            boolean on = look instanceof Outcome.Done<Boolean> || again(turn, look);
            if (!on || doors.state(door) == DoorState.OPEN || limit.passed() || turn.over().isPresent()) {
                return look;
            }
            turn.pause(WHILE_WATCHING);
        }
    }

    /** Lets a lock go, also where the turn is over; what does not succeed now is tried again by {@link #tend}. */
    private void letGo(Turn turn, int door) {
        Turn word = turn.over().isPresent() ? LastWord.lasting(LETTING_GO) : turn;
        Outcome<Boolean> off = persist(word, asking -> station().set(asking, settings.firstLock() + door - 1, false));
        if (off instanceof Outcome.Done<Boolean>) {
            held.remove(door);
            doors.letGo(door);
        }
    }

    /** Waits until a door is seen closed; done with how it stands at the deadline where it is not. */
    Outcome<DoorState> awaitClosed(Turn turn, int door) {
        if (door < 1 || door > settings.doors()) {
            return Outcome.failed(NO_SUCH_DOOR);
        }
        turn.busy();
        Outcome<DoorState> now = settle(turn, door);
        while (now instanceof Outcome.Done<DoorState>(var state) && state != DoorState.CLOSED) {
            Optional<Fault> over = turn.over();
            if (over.isPresent()) {
                return turn.deadline().passed() ? Outcome.done(state) : Outcome.failed(over.get());
            }
            turn.pause(WHILE_WATCHING);
            Outcome<Boolean> look = look(turn);
            if (look instanceof Outcome.Failed<Boolean>(var fault)
                    && !again(turn, look)
                    && !turn.over().isPresent()) {
                return Outcome.failed(fault);
            }
            now = Outcome.done(doors.state(door));
        }
        return now;
    }

    @Override
    public DeviceState tend(Turn turn) {
        Optional<Fault> unplugged = station().lost();
        if (unplugged.isPresent()) {
            return new DeviceState.Absent(unplugged.get());
        }
        List.copyOf(held).forEach(door -> letGo(turn, door));
        return switch (look(turn)) {
            case Outcome.Done<Boolean> _ -> judged();
            case Outcome.Failed<Boolean>(var fault) -> {
                unanswered++;
                if (fault.kind() == Kind.DISCONNECTED || unanswered >= UNANSWERED) {
                    yield new DeviceState.Absent(fault);
                }
                if (!(standing instanceof DeviceState.Unknown)) {
                    standing = new DeviceState.Unknown(Instant.now());
                }
                yield standing;
            }
        };
    }

    private DeviceState judged() {
        standing = held.isEmpty()
                ? new DeviceState.Ready(doors.warnings(System.nanoTime()))
                : new DeviceState.NeedsHelp(HELD);
        return standing;
    }

    /** Each door can be missed; a lock that is held, and cannot be let go, is a cabinet that anybody opens. */
    @Override
    public List<DevicePart> parts() {
        List<DevicePart> parts = new ArrayList<>();
        parts.add(DevicePart.required(
                DevicePart.Kind.LOCKS, held.isEmpty() ? new Standing.Usable() : new Standing.Broken(HELD)));
        for (int door = 1; door <= settings.doors(); door++) {
            parts.add(new DevicePart(DevicePart.Kind.DOOR, OptionalInt.of(door), false, standing(door)));
        }
        return parts;
    }

    private Standing standing(int door) {
        if (doors.isStuck(door)) {
            return new Standing.Broken(STUCK);
        }
        return switch (doors.state(door)) {
            case OPEN, CLOSED -> new Standing.Usable();
            case UNKNOWN -> new Standing.Unknown();
        };
    }

    @Override
    public Duration rest(Pace pace) {
        return held.isEmpty() ? pace.between(BETWEEN_LOOKS) : WHILE_WATCHING;
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
            LastWord word = LastWord.lasting(LETTING_GO);
            held.removeIf(door -> open.lost().isEmpty()
                    && open.set(word, settings.firstLock() + door - 1, false) instanceof Outcome.Done<Boolean>);
            open.close();
        }
        doors = new Doors(settings.doors(), settings.leftOpen());
        seen = new Seen(doors.states(), System.nanoTime());
        unanswered = 0;
        standing = new DeviceState.Opening();
    }

    @Override
    public void forget() {
        // What a citizen puts into a cabinet is not in its wire; each answer is overwritten when it was read.
    }
}
