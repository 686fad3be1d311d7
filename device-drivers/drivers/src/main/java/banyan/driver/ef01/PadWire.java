package banyan.driver.ef01;

import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.FingerprintPad.FingerImage;
import banyan.device.Nameplate;
import banyan.device.Outcome;
import banyan.device.Pace;
import banyan.device.Turn;
import banyan.device.Wire;
import banyan.driver.ef01.FingerModule.Answer;
import banyan.wire.SerialLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runs on the pad's thread. */
final class PadWire implements Wire {
    private static final Fault POOR = new Fault(Kind.MEDIA, Remedy.ASK_CITIZEN, "FINGER-POOR");

    private static final Duration ANSWER = Duration.ofMillis(800);

    /** The module looks at the glass before it answers. */
    private static final Duration LOOKED = Duration.ofMillis(1500);

    private static final Duration BETWEEN_LOOKS_AT_THE_GLASS = Duration.ofMillis(20);

    /** So many looks in a row at a finger of which no picture came about. A finger that is just being laid costs one or two. */
    private static final int UNSETTLED = 12;

    /** So many questions in a row that nothing answered while a finger was waited for. */
    private static final int SILENCES = 2;

    /** How often a picture is asked for that noise spoiled. */
    private static final int UPLOADS = 3;

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);

    /** Whether the port is still there is looked at more often than the module itself is asked. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private static final Duration BELIEVED = Duration.ofSeconds(3);
    private static final int UNANSWERED = 4;

    private final String path;
    private final int baud;
    private final Glass glass;
    private @Nullable FingerModule module;
    private DeviceState standing = new DeviceState.Opening();
    private Nameplate nameplate = Nameplate.BLANK;
    private int unanswered;
    private Deadline asked = Deadline.in(BETWEEN_QUESTIONS);

    /** The module's glass in points. */
    record Glass(int width, int height, int resolution) {
        int bytes() {
            return width * height / 2;
        }
    }

    PadWire(String path, int baud, Glass glass) {
        this.path = path;
        this.baud = baud;
        this.glass = glass;
    }

    @Override
    public Outcome<DeviceState> open(Turn turn) {
        return SerialLine.open(path, baud, "FINGER").then(line -> {
            module = new FingerModule(line);
            Outcome<Answer> first = parameters(turn);
            // A module that just got power may miss the first question.
            Outcome<Answer> answered = first instanceof Outcome.Failed<Answer> ? parameters(turn) : first;
            return answered.then(_ -> password(turn)).map(answer -> standing = judged(answer.confirmation()));
        });
    }

    private FingerModule module() {
        return Objects.requireNonNull(module);
    }

    /** With the password that every module has at first. */
    private Outcome<Answer> password(Turn turn) {
        return module().ask(turn, ANSWER, Instruction.VERIFY_PASSWORD, 0, 0, 0, 0);
    }

    /** A module that wanted a password may have been given back its first one. */
    private DeviceState unlocked(Turn turn) {
        return password(turn) instanceof Outcome.Done<Answer>(var answer) ? judged(answer.confirmation()) : standing;
    }

    private static DeviceState judged(Confirmation confirmation) {
        return confirmation.done() ? DeviceState.ready() : new DeviceState.NeedsHelp(confirmation.fault());
    }

    /** Also how a module that nobody uses shows that it lives. */
    private Outcome<Answer> parameters(Turn turn) {
        Outcome<Answer> outcome = module().ask(turn, ANSWER, Instruction.READ_PARAMETERS);
        if (outcome instanceof Outcome.Done<Answer>(var answer)) {
            String system = "EF 01 system %02X%02X".formatted(answer.parameters()[2], answer.parameters()[3]);
            nameplate = new Nameplate(Optional.empty(), Optional.of(system), Optional.empty(), Optional.empty());
        }
        return outcome;
    }

    @Override
    public Nameplate nameplate() {
        return nameplate;
    }

    @Override
    public DeviceState tend(Turn turn) {
        Optional<Fault> unplugged = module().lost();
        if (unplugged.isPresent()) {
            return new DeviceState.Absent(unplugged.get());
        }
        return asked.passed() ? examine(turn) : standing;
    }

    @Override
    public DeviceState examine(Turn turn) {
        asked = Deadline.in(BETWEEN_QUESTIONS);
        return switch (parameters(turn)) {
            case Outcome.Done<Answer> _ -> {
                unanswered = 0;
                yield standing = standing instanceof DeviceState.NeedsHelp ? unlocked(turn) : DeviceState.ready();
            }
            case Outcome.Failed<Answer>(var fault) -> {
                unanswered++;
                boolean lost = fault.kind() == Kind.DISCONNECTED || unanswered >= UNANSWERED;
                yield lost ? new DeviceState.Absent(fault) : unknown();
            }
        };
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

    Outcome<FingerImage> capture(Turn turn) {
        return look(turn, true).then(there -> there ? take(turn) : Outcome.failed(Confirmation.ABSENT));
    }

    Outcome<Boolean> awaitLifted(Turn turn) {
        return look(turn, false).map(there -> !there);
    }

    /** Looks at the glass until a finger lies there, or until none does: whether one does at the end. */
    private Outcome<Boolean> look(Turn turn, boolean until) {
        Optional<Fault> trouble = Optional.empty();
        int unsettled = 0;
        int silences = 0;
        boolean answered = false;
        while (true) {
            switch (module().ask(turn, LOOKED, Instruction.GENERATE_IMAGE)) {
                case Outcome.Done<Answer>(var answer) -> {
                    Confirmation found = answer.confirmation();
                    answered = true;
                    silences = 0;
                    unsettled = found.notCollected() ? unsettled + 1 : 0;
                    boolean settled = until ? found.done() : found.noFinger();
                    if (settled) {
                        return Outcome.done(until);
                    }
                    boolean known = found.done() || found.noFinger() || found.notCollected();
                    if (!known || until && unsettled >= UNSETTLED) {
                        return Outcome.failed(found.fault());
                    }
                }
                case Outcome.Failed<Answer>(var fault) -> {
                    trouble = Optional.of(fault);
                    silences += fault.equals(FingerModule.SILENT) ? 1 : 0;
                    // Noise spoils one look; the next comes anyway.
                    boolean passing = fault.equals(Confirmation.GARBLED) || fault.equals(FingerModule.SILENT);
                    if (!passing && !fault.equals(DeviceThread.LATE) || silences == SILENCES) {
                        return Outcome.failed(fault);
                    }
                }
            }
            turn.pause(BETWEEN_LOOKS_AT_THE_GLASS);
            Optional<Fault> over = turn.over();
            if (over.isPresent()) {
                boolean late = answered && over.get().equals(DeviceThread.LATE);
                return late ? Outcome.done(!until) : Outcome.failed(trouble.or(() -> over).get());
            }
        }
    }

    private Outcome<FingerImage> take(Turn turn) {
        turn.busy();
        Outcome<byte[]> packed = upload(turn);
        for (int i = 1; i < UPLOADS && packed.equals(Outcome.failed(Confirmation.GARBLED)); i++) {
            packed = upload(turn);
        }
        return packed.then(bytes -> {
            byte[] grey = Picture.unpacked(bytes);
            Arrays.fill(bytes, (byte) 0);
            FingerImage image = new FingerImage(glass.width(), glass.height(), glass.resolution(), grey);
            if (Picture.good(image)) {
                return Outcome.done(image);
            }
            image.forget();
            return Outcome.failed(POOR);
        });
    }

    private Outcome<byte[]> upload(Turn turn) {
        try {
            return module().ask(turn, LOOKED, Instruction.UPLOAD_IMAGE)
                    .then(answer -> answer.confirmation().done()
                            ? module().picture(turn, glass.bytes())
                            : Outcome.failed(answer.confirmation().fault()));
        } finally {
            forget();
        }
    }

    @Override
    public void shut() {
        if (module != null) {
            module.close();
            module = null;
        }
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
