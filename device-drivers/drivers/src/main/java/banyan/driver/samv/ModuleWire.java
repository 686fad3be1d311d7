package banyan.driver.samv;

import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.IdCard;
import banyan.device.Nameplate;
import banyan.device.Outcome;
import banyan.device.Pace;
import banyan.device.Turn;
import banyan.device.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runs on the reader's thread. */
final class ModuleWire implements Wire {
    /** The pause between two looks for a card; with the exchange itself they are less than 20 ms apart. */
    private static final Duration BETWEEN_FINDS = Duration.ofMillis(12);

    /** Looks that follow each other for longer than this are those of a terminal that waits for somebody, through the night if need be. */
    private static final Duration EAGER = Duration.ofSeconds(10);

    private static final Duration BETWEEN_IDLE_FINDS = Duration.ofMillis(100);

    /** After a pause of this length somebody asks anew. */
    private static final Duration ASKED_ANEW = Duration.ofSeconds(2);

    /** Looking and selecting take some milliseconds; a module that needs longer than this has hung. */
    private static final Duration SHORT_ANSWER = Duration.ofMillis(1500);

    /** 1295 bytes take 113 ms on the wire, with fingerprints 202; the module reads the card before. */
    private static final Duration READ_ANSWER = Duration.ofSeconds(4);

    /** An answer that is on its way when a look is cut off has arrived by then. */
    private static final Duration LATE_ANSWER = Duration.ofMillis(60);

    private static final Duration STATUS_ANSWER = Duration.ofMillis(400);
    private static final Duration BETWEEN_STATUS = Duration.ofMillis(400);

    /** Whether the port is still there is looked at more often than the module itself is asked. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private static final Duration BELIEVED = Duration.ofSeconds(3);

    /** After so many unanswered questions the module is taken for gone, and its port is opened anew. */
    private static final int UNANSWERED = 4;

    private static final Fault ABSENT = new Fault(Kind.MEDIA, Remedy.ASK_CITIZEN, "ID-CARD-ABSENT");
    private static final Fault UNREADABLE = new Fault(Kind.MEDIA, Remedy.CALL_STAFF, "ID-CARD-UNREADABLE");

    private final ModuleLine.Opening opening;
    private @Nullable SecurityModule module;
    /** A card was found and neither read nor refused: the module would not find it again. */
    private boolean found;

    /** A look for a card was sent and its answer not heard. It may say "found", and the module says that only once. */
    private boolean unheard;

    /** What the module said of itself last; it stays on the plate while the module is away. */
    private Nameplate nameplate = Nameplate.BLANK;

    private DeviceState standing = new DeviceState.Opening();
    private int unanswered;
    private Deadline asked = Deadline.in(BETWEEN_STATUS);
    private Deadline eager = Deadline.in(EAGER);
    private Deadline anew = Deadline.in(ASKED_ANEW);

    ModuleWire(ModuleLine.Opening opening) {
        this.opening = opening;
    }

    @Override
    public Outcome<DeviceState> open(Turn turn) {
        return opening.open(turn).then(line -> {
            module = new SecurityModule(line);
            Outcome<SecurityModule.Answer> first = ask(turn, Commands.STATUS, STATUS_ANSWER);
            // A module that just got power, or that was in the middle of something, may miss the first question.
            Outcome<SecurityModule.Answer> answered = first instanceof Outcome.Failed<SecurityModule.Answer>
                    ? ask(turn, Commands.STATUS, STATUS_ANSWER)
                    : first;
            return answered.map(answer -> {
                standing = judged(answer.status());
                nameplate = nameplate(turn);
                return standing;
            });
        });
    }

    /** The module's number stands for the piece. A module that does not say it works all the same. */
    private Nameplate nameplate(Turn turn) {
        Optional<String> number =
                ask(turn, Commands.MODULE_ID, STATUS_ANSWER) instanceof Outcome.Done<SecurityModule.Answer>(var said)
                                && said.status().is(Status.OK)
                        ? Optional.of(ModuleId.of(said.bytes(), said.from()))
                        : Optional.empty();
        return new Nameplate(Optional.empty(), Optional.empty(), number, Optional.empty());
    }

    @Override
    public Nameplate nameplate() {
        return nameplate;
    }

    private static DeviceState judged(Status status) {
        return status.is(Status.OK) ? DeviceState.ready() : new DeviceState.NeedsHelp(status.fault());
    }

    @Override
    public DeviceState tend(Turn turn) {
        Optional<Fault> unplugged = Objects.requireNonNull(module).lost();
        if (unplugged.isPresent()) {
            return new DeviceState.Absent(unplugged.get());
        }
        if (!asked.passed()) {
            return standing;
        }
        asked = Deadline.in(BETWEEN_STATUS);
        return switch (ask(turn, Commands.STATUS, STATUS_ANSWER)) {
            case Outcome.Done<SecurityModule.Answer>(var answer) -> {
                unanswered = 0;
                yield standing = judged(answer.status());
            }
            case Outcome.Failed<SecurityModule.Answer>(var fault) -> {
                unanswered++;
                boolean lost = fault.kind() == Kind.DISCONNECTED || unanswered >= UNANSWERED;
                yield lost ? new DeviceState.Absent(fault) : unknown();
            }
        };
    }

    @Override
    public DeviceState examine(Turn turn) {
        asked = Deadline.in(Duration.ZERO);
        return tend(turn);
    }

    /** Since when is said once, so that it is one state and not many. */
    private DeviceState unknown() {
        if (!(standing instanceof DeviceState.Unknown)) {
            standing = new DeviceState.Unknown(Instant.now());
        }
        return standing;
    }

    @Override
    public Duration rest(Pace pace) {
        return pace.between(BETWEEN_LOOKS);
    }

    @Override
    public Duration believedFor() {
        return BELIEVED;
    }

    Outcome<Boolean> awaitCard(Turn turn) {
        if (found || anew.passed()) {
            eager = Deadline.in(EAGER);
        }
        Outcome<Boolean> seen = look(turn);
        anew = Deadline.in(ASKED_ANEW);
        return seen;
    }

    private Outcome<Boolean> look(Turn turn) {
        Optional<Fault> trouble = Optional.empty();
        boolean answered = false;
        while (!found) {
            switch (ask(turn, Commands.FIND, SHORT_ANSWER)) {
                case Outcome.Done<SecurityModule.Answer>(var answer) -> {
                    answered = true;
                    found |= answer.status().is(Status.CARD_FOUND);
                    if (!found && !answer.status().is(Status.NO_CARD)) {
                        return Outcome.failed(answer.status().fault());
                    }
                }
                case Outcome.Failed<SecurityModule.Answer>(var fault) -> {
                    trouble = Optional.of(fault);
                    // Noise spoils one look; the next comes anyway.
                    if (!fault.equals(SecurityModule.GARBLED) && !fault.equals(DeviceThread.LATE)) {
                        return Outcome.failed(fault);
                    }
                }
            }
            turn.pause(found ? Duration.ZERO : eager.passed() ? BETWEEN_IDLE_FINDS : BETWEEN_FINDS);
            Optional<Fault> over = turn.over();
            if (!found && over.isPresent()) {
                boolean none = answered && over.get().equals(DeviceThread.LATE);
                return none
                        ? Outcome.done(false)
                        : Outcome.failed(trouble.or(() -> over).get());
            }
        }
        return Outcome.done(true);
    }

    Outcome<IdCard> read(Turn turn) {
        return awaitCard(turn).then(there -> there ? readFound(turn, Commands.READ_BASE) : Outcome.failed(ABSENT));
    }

    Outcome<IdCard> readWithFingerprints(Turn turn) {
        return awaitCard(turn)
                .then(there -> there ? readFound(turn, Commands.READ_WITH_FINGERPRINTS) : Outcome.failed(ABSENT));
    }

    private Outcome<IdCard> readFound(Turn turn, Commands command) {
        turn.busy();
        // Whatever comes of it: to be found again, the card must be lifted first.
        found = false;
        try {
            return succeed(turn, Commands.SELECT, SHORT_ANSWER)
                    .then(_ -> succeed(turn, command, READ_ANSWER))
                    .then(answer -> {
                        Optional<IdCard> card = command == Commands.READ_BASE
                                ? TextBlock.parse(answer.bytes(), answer.from(), answer.to())
                                : TextBlock.parseWithFingerprints(answer.bytes(), answer.from(), answer.to());
                        return card.<Outcome<IdCard>>map(Outcome::done).orElse(Outcome.failed(UNREADABLE));
                    })
                    .then(card -> card.address().isEmpty() ? Outcome.done(card) : withNewestAddress(turn, card));
        } finally {
            forget();
        }
    }

    /** Who moved house has a newer address on the card than the one in its record. */
    private Outcome<IdCard> withNewestAddress(Turn turn, IdCard card) {
        return askOverNoise(turn, Commands.READ_NEWEST_ADDRESS, SHORT_ANSWER).then(answer -> {
            if (answer.status().noSuchItem()) {
                return Outcome.done(card);
            }
            return ok(answer)
                    .map(said -> TextBlock.newestAddress(said.bytes(), said.from(), said.to())
                            .map(card::withNewestAddress)
                            .orElse(card));
        });
    }

    private Outcome<SecurityModule.Answer> succeed(Turn turn, Commands command, Duration atMost) {
        return askOverNoise(turn, command, atMost).then(ModuleWire::ok);
    }

    private static Outcome<SecurityModule.Answer> ok(SecurityModule.Answer answer) {
        return answer.status().is(Status.OK)
                ? Outcome.done(answer)
                : Outcome.failed(answer.status().fault());
    }

    /** Noise on the line is worth one more try. */
    private Outcome<SecurityModule.Answer> askOverNoise(Turn turn, Commands command, Duration atMost) {
        Outcome<SecurityModule.Answer> asked = ask(turn, command, atMost);
        boolean garbled = asked instanceof Outcome.Failed<SecurityModule.Answer>(var fault)
                && fault.equals(SecurityModule.GARBLED);
        return garbled ? ask(turn, command, atMost) : asked;
    }

    private Outcome<SecurityModule.Answer> ask(Turn turn, Commands command, Duration atMost) {
        SecurityModule asked = Objects.requireNonNull(module);
        if (unheard) {
            Outcome<SecurityModule.Answer> late = asked.lateAnswer(turn, Commands.FIND, LATE_ANSWER);
            // Cut off again before it was heard, it is still on its way: nothing may be asked that would discard it.
            if (late instanceof Outcome.Failed<SecurityModule.Answer>(var fault)
                    && turn.over().isPresent()) {
                return Outcome.failed(fault);
            }
            unheard = false;
            found |= late instanceof Outcome.Done<SecurityModule.Answer>(var answer)
                    && answer.status().is(Status.CARD_FOUND);
        }
        Outcome<SecurityModule.Answer> outcome = asked.ask(turn, command, atMost);
        unheard = command == Commands.FIND && outcome instanceof Outcome.Failed;
        return outcome;
    }

    @Override
    public void shut() {
        if (module != null) {
            module.close();
            module = null;
        }
        found = false;
        unheard = false;
        unanswered = 0;
        standing = new DeviceState.Opening();
    }

    @Override
    public void forget() {
        if (module != null) {
            module.forget();
        }
    }
}
