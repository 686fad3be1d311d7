package banyan.driver.escpos;

import banyan.device.DevicePart;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Nameplate;
import banyan.device.Outcome;
import banyan.device.Pace;
import banyan.device.ReceiptPrinter.ReceiptEnd;
import banyan.device.Supply;
import banyan.device.Turn;
import banyan.device.Wire;
import banyan.wire.ByteLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What runs on the receipt printer's thread. */
final class RollWire implements Wire {
    private static final Fault CONFIRMS_NOTHING =
            new Fault(Kind.UNSUPPORTED, Remedy.OUT_OF_SERVICE, "RECEIPT-CONFIRMS-NOTHING");

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final Duration BELIEVED = Duration.ofSeconds(3);
    private static final int UNANSWERED = 4;

    /** GS I: 66 maker, 67 model, 68 serial number, 65 firmware. */
    private static final int MAKER = 66;

    private static final int MODEL = 67;
    private static final int SERIAL_NUMBER = 68;
    private static final int FIRMWARE = 65;

    /** Four printable characters, so many different ones each. */
    private static final int LETTERS = 26;

    private final Function<Turn, ? extends Outcome<? extends ByteLine>> way;
    private final Composer composer;
    private final Confirmation confirmation;
    private int number = RandomGenerator.getDefault().nextInt(LETTERS * LETTERS * LETTERS * LETTERS);
    private @Nullable Dialogue dialogue;
    private DeviceState standing = new DeviceState.Opening();
    private Supply.Level roll = new Supply.Level.Unknown();
    private List<DevicePart> parts = List.of();
    private Nameplate nameplate = Nameplate.BLANK;

    /** Whether the printer has shown, since it was opened or last left us uncertain, that it confirms what it has printed. */
    private boolean proven;

    /** Whether part of a receipt may still hang in the printer. */
    private boolean remains;

    private int unanswered;

    RollWire(Function<Turn, ? extends Outcome<? extends ByteLine>> way, Composer composer, Confirmation confirmation) {
        this.way = way;
        this.composer = composer;
        this.confirmation = confirmation;
    }

    @Override
    public Outcome<DeviceState> open(Turn turn) {
        Outcome<Dialogue> connected = way.apply(turn).map(Dialogue::new);
        return connected.then(opened -> {
            dialogue = opened;
            return opened.firstLook(turn).then(look -> judged(turn, look));
        });
    }

    private Dialogue dialogue() {
        return Objects.requireNonNull(dialogue);
    }

    private Outcome<DeviceState> judged(Turn turn, Look look) {
        turn.heard();
        unanswered = 0;
        roll = look.paper();
        parts = look.parts();
        Optional<Fault> trouble = look.trouble();
        if (trouble.isPresent()) {
            return Outcome.done(standing = new DeviceState.NeedsHelp(trouble.get()));
        }
        DeviceState ready = new DeviceState.Ready(look.warnings());
        return proven
                ? Outcome.done(standing = ready)
                : prove(turn).map(confirms -> standing = confirms ? ready : new DeviceState.NeedsHelp(CONFIRMS_NOTHING));
    }

    /** A printer that works and has nothing to do is asked what later ends each receipt: without an answer nothing is printed on it. */
    private Outcome<Boolean> prove(Turn turn) {
        // What is left of an earlier life is thrown away: it would swallow the next command, or come out for the wrong person.
        return dialogue().clear(turn).then(_ -> {
            int asked = nextId();
            return dialogue().confirms(turn, confirmation, asked).then(confirms -> {
                proven = confirms;
                return confirms ? introduce(turn).map(_ -> true) : Outcome.done(false);
            });
        });
    }

    private Outcome<Nameplate> introduce(Turn turn) {
        return dialogue()
                .introduction(turn, MAKER)
                .then(maker -> maker.isEmpty()
                        // Who does not answer the first question is not asked the others.
                        ? Outcome.done(Nameplate.BLANK)
                        : dialogue().introduction(turn, MODEL).then(model -> dialogue()
                                .introduction(turn, SERIAL_NUMBER)
                                .then(serial -> dialogue()
                                        .introduction(turn, FIRMWARE)
                                        .map(firmware -> new Nameplate(maker, model, serial, firmware)))))
                .map(said -> nameplate = said);
    }

    /** Four letters that no receipt shortly before had. */
    private int nextId() {
        number = (number + 1) % (LETTERS * LETTERS * LETTERS * LETTERS);
        int id = 0;
        for (int rest = number, i = 0; i < Integer.BYTES; i++, rest /= LETTERS) {
            id = id << 8 | 'A' + rest % LETTERS;
        }
        return id;
    }

    @Override
    public DeviceState tend(Turn turn) {
        return switch (dialogue().look(turn).then(look -> judged(turn, look))) {
            case Outcome.Done<DeviceState>(var state) -> state;
            case Outcome.Failed<DeviceState>(var fault) -> {
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

    /** Prints. Failed: nothing of it is on paper, unless the job has begun; then nobody can tell. */
    Outcome<ReceiptEnd.Printed> print(Turn turn, Job job) {
        Tape tape = new Tape();
        try {
            return composer.compose(tape, job.receipt(), remains)
                    .then(_ -> dialogue().look(turn))
                    .then(look -> judged(turn, look))
                    .then(state -> state instanceof DeviceState.NeedsHelp(var fault)
                            ? Outcome.failed(fault)
                            : send(turn, job, tape));
        } finally {
            tape.wipe();
        }
    }

    private Outcome<ReceiptEnd.Printed> send(Turn turn, Job job, Tape tape) {
        int id = nextId();
        confirmation.ask(tape, id);
        turn.busy();
        job.begin();
        // Asked after it was called begun: whoever cancels now either is seen here, or sees that it has begun.
        Optional<Fault> over = turn.over();
        if (over.isPresent()) {
            return Outcome.failed(over.get());
        }
        remains = true;
        return switch (dialogue().send(turn, tape).then(_ -> dialogue().confirmed(turn, confirmation, id))) {
            case Outcome.Done<Boolean> _ -> {
                turn.heard();
                remains = false;
                yield Outcome.done(new ReceiptEnd.Printed());
            }
            case Outcome.Failed<Boolean>(var fault) -> {
                // What is still in the printer would come out when the paper is there again, before somebody else's eyes.
                dialogue().callOff(turn);
                proven = false;
                yield Outcome.failed(fault);
            }
        };
    }

    @Override
    public Duration rest(Pace pace) {
        return pace.between(BETWEEN_LOOKS);
    }

    @Override
    public Duration believedFor() {
        return BELIEVED;
    }

    @Override
    public Nameplate nameplate() {
        return nameplate;
    }

    @Override
    public List<Supply> supplies() {
        return List.of(new Supply("roll", Supply.Kind.ROLL, roll));
    }

    @Override
    public List<DevicePart> parts() {
        return parts;
    }

    @Override
    public void shut() {
        if (dialogue != null) {
            dialogue.close();
            dialogue = null;
        }
        proven = false;
        unanswered = 0;
        roll = new Supply.Level.Unknown();
        standing = new DeviceState.Opening();
    }

    @Override
    public void forget() {
        if (dialogue != null) {
            dialogue.forget();
        }
    }
}
