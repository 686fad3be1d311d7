package banyan.kiosk.visit;

import banyan.cache.Note;
import banyan.cache.SyncState;
import banyan.device.Auxiliaries.Reading;
import banyan.device.Auxiliaries.Sense;
import banyan.device.DeviceKind;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.visit.VisitState.Attract;
import banyan.kiosk.visit.VisitState.Ended;
import banyan.kiosk.visit.VisitState.Open;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The one owner of a terminal's dialogue: of its state and of the citizen's draft. One thread runs it, with a mailbox; everything
 * that waits or computes is done elsewhere and comes back as a message. The screen is told in immutable snapshots.
 */
public final class Visit implements Session.Mailbox {
    /** A clock that is moved from outside is noticed after this time at the latest. */
    private static final Duration LOOK_AT_CLOCK = Duration.ofMillis(100);

    /** The screen is not given camera frames or ink faster than this. */
    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(55);

    private static final Duration BETWEEN_INK = Duration.ofMillis(15);
    /** Between two pages that are rehearsed, so that a touch which comes then is answered. */
    private static final Duration BETWEEN_SCENES = Duration.ofMillis(100);

    private static final Duration LOOK_FOR_ROOM = Duration.ofSeconds(5);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Session session;
    private final Hands hands;
    private final Shown shown;
    private final Consumer<Snapshot> screen;
    private final Alarms alarms;
    private final GuideLights guide;
    private final Presence presence = new Presence(this, () -> handle(new VisitEvent.NobodyNear()));
    private final BlockingQueue<Runnable> mail = new LinkedBlockingQueue<>();
    private final Queue<VisitEvent> next = new ArrayDeque<>();
    private final AtomicBoolean glimpsed = new AtomicBoolean();

    private VisitState state = new Attract(Attract.Card.NONE);
    private Patience patience = new Patience.Endless();
    private long patienceUntil;
    private Runnable patienceAlarm = () -> {};
    private Runnable pending = () -> {};
    private boolean dirty = true;
    private long number;
    private long shownAt;
    private volatile String place = "ATTRACT";

    /** @param screen takes each snapshot, and returns at once */
    public Visit(Equipment equipment, Consumer<Snapshot> screen) {
        this.session = new Session(equipment, this);
        this.hands = new Hands(session);
        this.shown = new Shown(session, hands);
        this.screen = screen;
        this.guide = new GuideLights(equipment);
        this.alarms = new Alarms(equipment.clock()::nanos);
        shownAt = equipment.clock().nanos() - SECOND.toNanos();
        put(this::begin);
    }

    /** The citizen asks for something. From any thread. */
    public void wish(Wish wish) {
        put(() -> handle(new VisitEvent.Asked(wish)));
    }

    /** A device stands differently now. From any thread. */
    public void device(DeviceKind kind, DeviceState now) {
        put(() -> {
            Optional<DeviceState> was = session.state(kind);
            session.state(kind, now);
            dirty = true;
            log(kind, now);
            boolean usable = now.usable();
            if (was.isEmpty() || was.get().usable() != usable) {
                handle(new VisitEvent.DeviceUsable(kind, usable));
            }
        });
    }

    /** Something about the terminal itself is so now, or not, or not known. From any thread. */
    public void sensed(Sense sense, Reading reading) {
        put(() -> {
            if (sense == Sense.PRESENCE) {
                presence.sensed(reading);
            }
            Surroundings was = session.surroundings();
            Surroundings now = was.sensed(sense, reading);
            session.surroundings(now);
            if (now.housingOpen() != was.housingOpen()) {
                session.log(Event.of(now.housingOpen() ? EventKind.HOUSING_OPENED : EventKind.HOUSING_CLOSED)
                        .with(Key.PLACE, new Code(sense.name())));
            }
            if (now.powerLow() != was.powerLow()) {
                session.log(Event.of(now.powerLow() ? EventKind.POWER_LOW : EventKind.POWER_BACK));
            }
            if (now.housingOpen() && !was.housingOpen()) {
                handle(new VisitEvent.HousingOpened());
            }
            if (sense == Sense.CALL_BUTTON && reading == Reading.YES) {
                handle(new VisitEvent.Asked(new Wish.CannotDo()));
            }
        });
    }

    /** The terminal stands differently with the centre. From any thread. */
    public void sync(SyncState now) {
        put(() -> hands.sync(now));
    }

    /** The centre has said its last word about a note. From any thread. */
    public void noteEnded(Note.End end) {
        put(() -> hands.upkeep().ended(end));
    }

    /** What is offered has changed. From any thread. */
    public void offersChanged() {
        put(this::changed);
    }

    /**
     * Does this as soon as nobody is here, on the visit's own thread: no visit sees two contents. From any thread.
     *
     * @param swap returns at once
     */
    public void betweenVisits(Runnable swap) {
        put(() -> {
            pending = swap;
            swap();
        });
    }

    private void swap() {
        if (state instanceof Attract) {
            Runnable now = pending;
            pending = () -> {};
            now.run();
            dirty = true;
        }
    }

    /**
     * Has the pages laid out that the first visitor will see, one after the other, for as long as nobody is here. From any thread.
     *
     * @param wings takes pages that nobody sees, and returns at once
     * @param then is run when all were laid out and still nobody is here
     */
    public void rehearse(Consumer<Snapshot> wings, Runnable then) {
        put(() -> rehearse(Rehearsal.scenes(session.equipment().offers().get()).iterator(), wings, then));
    }

    private void rehearse(Iterator<VisitState> scenes, Consumer<Snapshot> wings, Runnable then) {
        alarm(BETWEEN_SCENES, () -> {
            if (!(state instanceof Attract)) {
                return;
            }
            if (scenes.hasNext()) {
                wings.accept(shown.snapshot(0, scenes.next(), Optional.empty()));
                rehearse(scenes, wings, then);
            } else {
                then.run();
            }
        });
    }

    /** The name of the state, as events have it: of a place, {@code ATTRACT} or {@code ENDED}. From any thread. */
    public String place() {
        return place;
    }

    /** Runs the dialogue until the thread is interrupted. */
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long millis = alarms.untilNext(untilShown()).toNanos() / 1_000_000;
                Runnable first = mail.poll(Math.max(1, millis), TimeUnit.MILLISECONDS);
                if (first != null) {
                    attempt(first);
                }
                work();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does everything that waits to be done now, and shows what came of it. Only for the thread that runs the dialogue. */
    void work() {
        for (Runnable one = mail.poll(); one != null; one = mail.poll()) {
            attempt(one);
        }
        attempt(alarms::ringDue);
        show();
    }

    private Duration untilShown() {
        if (!glimpsed.get()) {
            return LOOK_AT_CLOCK;
        }
        long left = gap().toNanos() - (session.clock().nanos() - shownAt);
        return Duration.ofNanos(Math.clamp(left, 0, LOOK_AT_CLOCK.toNanos()));
    }

    /** The last resort: a bug must not leave a citizen's data on the screen. */
    private void attempt(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException bug) {
            StackTraceElement[] where = bug.getStackTrace();
            session.log(Event.of(EventKind.BUG)
                    .with(Key.FAULT, new Code(bug.getClass().getSimpleName()))
                    .with(
                            Key.PLACE,
                            new Code(
                                    where.length == 0
                                            ? "NOWHERE"
                                            : where[0].getFileName() + "." + where[0].getLineNumber())));
            next.clear();
            if (state instanceof Open open) {
                follow(open, VisitFlow.end(open), new VisitEvent.TimeUp());
                drain();
            }
        }
    }

    private void begin() {
        hands.perform(new Effect.Use(Effect.Device.CARD_WATCH), state, state);
        hands.store().look();
        hands.deposit().tellCentre();
        hands.issued().tellCentre();
        everyMinute();
        everyFewSeconds();
    }

    /** While there is no room nobody can begin, so whoever comes is to find it open soon after the disk is well again. */
    private void everyFewSeconds() {
        if (!hands.store().hasRoom() && (state instanceof Attract || state instanceof VisitState.Upkeep)) {
            hands.store().look();
        }
        alarm(LOOK_FOR_ROOM, this::everyFewSeconds);
    }

    private void everyMinute() {
        if (state instanceof Attract) {
            hands.store().look();
            hands.store().watch();
            hands.deposit().tellCentre();
            hands.issued().tellCentre();
        }
        dirty = true;
        int into = session.clock().now().getSecond();
        alarm(Duration.ofSeconds(60 - into), this::everyMinute);
    }

    private void handle(VisitEvent event) {
        next.add(event);
        drain();
    }

    private void drain() {
        for (VisitEvent event = next.poll(); event != null; event = next.poll()) {
            follow(state, VisitFlow.next(state, event), event);
        }
    }

    private void follow(VisitState before, Step step, VisitEvent event) {
        state = step.state();
        if (!state.equals(before)) {
            moved();
        }
        if (before instanceof Attract && state instanceof Open) {
            presence.begins();
        }
        // Nobody is there to read it.
        if (state instanceof Ended(boolean wiped, _) && wiped && !state.equals(before) && presence.gone()) {
            next.add(new VisitEvent.NobodyNear());
        }
        // What is done may change what is shown in the same state, such as the language.
        dirty |= !state.equals(before) || !step.effects().isEmpty();
        step.effects().forEach(effect -> hands.perform(effect, before, state));
        swap();
        renewPatience(event, !state.equals(before));
    }

    private void moved() {
        String now = switch (state) {
            case Attract _ -> "ATTRACT";
            case Open open -> HelpHand.step(open.place());
            case Ended _ -> "ENDED";
            case VisitState.Upkeep _ -> "UPKEEP";
        };
        if (!now.equals(place)) {
            place = now;
            session.log(Event.of(EventKind.VISIT_MOVED).with(Key.PLACE, new Code(now)));
        }
    }

    private void renewPatience(VisitEvent event, boolean changed) {
        Patience now = VisitFlow.patience(state);
        boolean again = event instanceof VisitEvent.TimeUp
                || (now instanceof Patience.Idle && (changed || event instanceof VisitEvent.Asked));
        if (now.equals(patience) && !again) {
            return;
        }
        patience = now;
        patienceAlarm.run();
        patienceAlarm = () -> {};
        time(now).ifPresent(time -> {
            patienceUntil = session.clock().nanos() + time.toNanos();
            patienceAlarm = alarm(time, () -> handle(new VisitEvent.TimeUp()));
            if (counted(now)) {
                everySecond(now);
            }
        });
    }

    private static Optional<Duration> time(Patience patience) {
        return switch (patience) {
            case Patience.Endless() -> Optional.empty();
            case Patience.Idle(Duration time) -> Optional.of(time);
            case Patience.Warning(Duration time) -> Optional.of(time);
            case Patience.Work work -> Optional.of(work.time());
            case Patience.Lingering(Duration time) -> Optional.of(time);
        };
    }

    private static boolean counted(Patience patience) {
        return patience instanceof Patience.Warning || patience instanceof Patience.Lingering;
    }

    private void everySecond(Patience mine) {
        alarm(SECOND, () -> {
            if (patience == mine) {
                dirty = true;
                everySecond(mine);
            }
        });
    }

    /** At once for what was said or done; camera and ink no faster than a screen can follow. */
    private void show() {
        boolean look = glimpsed.get() && session.clock().nanos() - shownAt >= gap().toNanos();
        if (!dirty && !look) {
            return;
        }
        dirty = false;
        glimpsed.set(false);
        shownAt = session.clock().nanos();
        Optional<Duration> left = counted(patience) || state instanceof VisitState.Upkeep
                ? Optional.of(Duration.ofNanos(Math.max(0, patienceUntil - shownAt)))
                : Optional.empty();
        attempt(() -> {
            Snapshot now = shown.snapshot(number++, state, left);
            screen.accept(now);
            guide.show(now.page(), session::state);
        });
    }

    private Duration gap() {
        return state instanceof Open open && open.place() instanceof SigningPlace.Signing ? BETWEEN_INK : BETWEEN_FRAMES;
    }

    private void log(DeviceKind kind, DeviceState now) {
        Event event = Event.of(EventKind.DEVICE_CHANGED)
                .with(Key.DEVICE, kind)
                .with(Key.PLACE, new Code(now.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT)));
        Optional<Fault> fault = switch (now) {
            case DeviceState.Absent(Fault why) -> Optional.of(why);
            case DeviceState.NeedsHelp(Fault why) -> Optional.of(why);
            case DeviceState.Opening _,
                    DeviceState.Ready _,
                    DeviceState.Busy _,
                    DeviceState.Unknown _,
                    DeviceState.Closed _ -> Optional.empty();
        };
        session.log(
                fault.map(why -> event.with(Key.FAULT, new Code(why.code()))).orElse(event));
    }

    @Override
    public void put(Runnable what) {
        mail.add(what);
    }

    @Override
    public void next(VisitEvent event) {
        next.add(event);
        // Told outside the handling of an event, it is handled after what runs now.
        mail.add(this::drain);
    }

    @Override
    public void changed() {
        dirty = true;
    }

    @Override
    public void glimpse() {
        if (glimpsed.compareAndSet(false, true)) {
            mail.add(() -> {});
        }
    }

    @Override
    public Runnable alarm(Duration after, Runnable ring) {
        return alarms.set(after, ring);
    }
}
