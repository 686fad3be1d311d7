package banyan.driver.escpos;

import banyan.device.Deadline;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import banyan.device.Turn;
import banyan.driver.escpos.Answers.Parsed;
import banyan.wire.ByteLine;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Questions to the printer and its answers, on one open line. */
final class Dialogue implements AutoCloseable {
    private static final Fault SILENT = new Fault(Kind.TIMEOUT, Remedy.RESET, "RECEIPT-SILENT");
    private static final Fault GARBLED = new Fault(Kind.PROTOCOL, Remedy.RESET, "RECEIPT-GARBLED");
    private static final Fault UNCONFIRMED = new Fault(Kind.TIMEOUT, Remedy.CALL_STAFF, "RECEIPT-UNCONFIRMED");

    /** DLE EOT 1 to 4, worked off at once, also while printing and while the printer is offline. */
    private static final byte[] STATUS = {0x10, 4, 1, 0x10, 4, 2, 0x10, 4, 3, 0x10, 4, 4};

    /** DLE DC4 8: throw away everything that is not printed yet. */
    private static final byte[] CLEAR = {0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};

    /** The answers are 4 bytes; a printer that is busy with its paper may think them over. */
    private static final Duration ANSWER = Duration.ofMillis(1200);

    /** Clearing is answered only where it is known; where it is not, nothing depends on it. */
    private static final Duration CLEARING = Duration.ofMillis(200);

    private static final Duration INTRODUCTION = Duration.ofMillis(300);
    private static final Duration PROOF = Duration.ofMillis(1000);

    /** After a confirmation that carries no number, others may follow that an earlier receipt has left behind. */
    private static final Duration QUIET = Duration.ofMillis(150);

    /** A line that takes nothing for so long leads nowhere. */
    private static final Duration STALLED = Duration.ofSeconds(5);

    private static final Duration WHILE_PRINTING = Duration.ofMillis(100);

    /** A receipt of a metre, at the 100 mm a second of a slow printer, and as much again. */
    private static final Duration PRINTING = Duration.ofSeconds(20);

    /** A trouble is believed when it is seen so often in a row: its bits have no checksum. */
    private static final int SEEN = 2;

    private static final int LOOKS = 4;

    private final ByteLine line;
    private final byte[] buffer = new byte[Answers.MAX_LENGTH];
    private int count;

    /** The printer has said XOFF. */
    private boolean held;

    Dialogue(ByteLine line) {
        this.line = line;
    }

    /** The first question on a new line, asked again where it is not answered soon: what comes while a port is opened may be lost. */
    Outcome<Look> firstLook(Turn turn) {
        Outcome<Look> first = look(turn, ANSWER.dividedBy(2));
        return first.equals(Outcome.failed(SILENT)) ? look(turn, ANSWER) : first;
    }

    /** Asks how the printer stands. */
    Outcome<Look> look(Turn turn) {
        return look(turn, ANSWER);
    }

    private Outcome<Look> look(Turn turn, Duration patience) {
        Optional<Look> earlier = Optional.empty();
        for (int i = 0; i < LOOKS; i++) {
            Outcome<Look> seen = lookOnce(turn, patience);
            if (!(seen instanceof Outcome.Done<Look>(var look)) || look.trouble().isEmpty()) {
                return seen;
            }
            if (earlier.equals(Optional.of(look))) {
                return seen;
            }
            earlier = Optional.of(look);
        }
        return Outcome.failed(GARBLED);
    }

    private Outcome<Look> lookOnce(Turn turn, Duration patience) {
        line.discard();
        forget();
        // No receipt is under way, so an XOFF that was heard was noise, or is over; and these questions are taken by a full printer too.
        held = false;
        return say(turn, STATUS, STATUS.length, false).then(_ -> {
            Statuses statuses = new Statuses();
            boolean garbage = false;
            Deadline limit = Deadline.in(patience);
            while (true) {
                switch (next(turn, limit)) {
                    case Outcome.Failed<Parsed>(var fault) -> {
                        return Outcome.failed(fault.equals(SILENT) && garbage ? GARBLED : fault);
                    }
                    case Outcome.Done<Parsed>(var parsed) -> {
                        garbage = garbage || parsed instanceof Parsed.Garbage;
                        Optional<Look> look = statuses.with(parsed);
                        if (look.isPresent()) {
                            return Outcome.done(look.get());
                        }
                    }
                }
            }
        });
    }

    /** Collects the four status bytes of one look. */
    private static final class Statuses {
        private final int[] bits = new int[4];
        private int known;

        Optional<Look> with(Parsed parsed) {
            if (!(parsed instanceof Parsed.Status(int status))) {
                return Optional.empty();
            }
            bits[known++] = status;
            if (known < bits.length) {
                return Optional.empty();
            }
            known = 0;
            return Optional.of(new Look(bits[0], bits[1], bits[2], bits[3]));
        }
    }

    /** Has the printer throw away what it has not printed: whether it knows how. */
    Outcome<Boolean> clear(Turn turn) {
        return say(turn, CLEAR, CLEAR.length).then(_ -> answered(turn, Deadline.in(CLEARING), Parsed.Cleared.class));
    }

    /** The same after a receipt that did not come to its end; a turn that is over does not wait for the answer. */
    void callOff(Turn turn) {
        int _ = line.offer(CLEAR, 0, CLEAR.length);
        var _ = answered(turn, Deadline.in(CLEARING), Parsed.Cleared.class);
    }

    private Outcome<Boolean> answered(Turn turn, Deadline limit, Class<? extends Parsed> kind) {
        while (true) {
            Outcome<Parsed> next = next(turn, limit);
            if (next instanceof Outcome.Failed<Parsed>(var fault)) {
                return fault.equals(SILENT) ? Outcome.done(false) : Outcome.failed(fault);
            }
            if (next instanceof Outcome.Done<Parsed>(var parsed) && kind.isInstance(parsed)) {
                return Outcome.done(true);
            }
        }
    }

    /** Whether a printer with nothing to do answers what is to be asked behind each receipt. */
    Outcome<Boolean> confirms(Turn turn, Confirmation confirmation, int id) {
        Tape question = new Tape();
        confirmation.ask(question, id);
        return say(turn, question.bytes(), question.count())
                .then(_ -> {
                    Confirmed confirmed = new Confirmed(confirmation, id);
                    Deadline limit = Deadline.in(PROOF);
                    while (true) {
                        Outcome<Parsed> next = next(turn, limit);
                        if (next instanceof Outcome.Failed<Parsed>(var fault)) {
                            return fault.equals(SILENT) ? Outcome.done(false) : Outcome.failed(fault);
                        }
                        if (next instanceof Outcome.Done<Parsed>(var parsed) && confirmed.by(parsed)) {
                            return Outcome.done(true);
                        }
                    }
                })
                .then(confirms -> confirms && confirmation == Confirmation.PAPER_STATUS
                        ? quiet(turn).map(_ -> true)
                        : Outcome.done(confirms));
    }

    /** Takes whatever comes until nothing comes any more. */
    private Outcome<Boolean> quiet(Turn turn) {
        while (true) {
            Outcome<Parsed> next = next(turn, Deadline.in(QUIET));
            if (next instanceof Outcome.Failed<Parsed>(var fault)) {
                return fault.equals(SILENT) ? Outcome.done(true) : Outcome.failed(fault);
            }
        }
    }

    /** Whether what was asked behind a receipt is answered by now. */
    private static final class Confirmed {
        private final Confirmation confirmation;
        private final int id;
        private int times;

        Confirmed(Confirmation confirmation, int id) {
            this.confirmation = confirmation;
            this.id = id;
        }

        boolean by(Parsed parsed) {
            return switch (confirmation) {
                case PROCESS_ID -> parsed.equals(new Parsed.Processed(id));
                case PAPER_STATUS -> parsed instanceof Parsed.Worked && ++times == Confirmation.TIMES;
            };
        }
    }

    /** What the printer says to {@code GS I n}; empty where it says nothing. */
    Outcome<Optional<String>> introduction(Turn turn, int n) {
        byte[] question = {0x1D, 'I', (byte) n};
        return say(turn, question, question.length).then(_ -> {
            Deadline limit = Deadline.in(INTRODUCTION);
            while (true) {
                Outcome<Parsed> next = next(turn, limit);
                if (next instanceof Outcome.Failed<Parsed>(var fault)) {
                    return fault.equals(SILENT) ? Outcome.done(Optional.empty()) : Outcome.failed(fault);
                }
                if (next instanceof Outcome.Done<Parsed>(Parsed.Words(String text))) {
                    return Outcome.done(Optional.of(text.strip()).filter(words -> !words.isEmpty()));
                }
            }
        });
    }

    /** Sends all of it, as fast as the line and the printer take it. */
    Outcome<Boolean> send(Turn turn, Tape tape) {
        return say(turn, tape.bytes(), tape.count());
    }

    private Outcome<Boolean> say(Turn turn, byte[] bytes, int length) {
        return say(turn, bytes, length, true);
    }

    private Outcome<Boolean> say(Turn turn, byte[] bytes, int length, boolean holding) {
        int sent = 0;
        Deadline stalled = Deadline.in(STALLED);
        while (sent < length) {
            Optional<Fault> over = turn.over();
            if (over.isPresent()) {
                return Outcome.failed(over.get());
            }
            take();
            int taken = held && holding ? 0 : line.offer(bytes, sent, length);
            if (taken < 0) {
                return Outcome.failed(line.lost().orElse(SILENT));
            }
            sent += taken;
            if (taken > 0) {
                stalled = Deadline.in(STALLED);
            } else if (stalled.passed()) {
                return Outcome.failed(SILENT);
            } else {
                turn.pause(ByteLine.STEP);
            }
        }
        return Outcome.done(true);
    }

    /** While a receipt is being sent nothing but XOFF and XON is expected. */
    private void take() {
        int arrived = line.read(buffer, count);
        count += Math.max(0, arrived);
        Parsed parsed = Answers.parse(buffer, count);
        while (!(parsed instanceof Parsed.Incomplete)) {
            drop(parsed);
            parsed = Answers.parse(buffer, count);
        }
    }

    /** Waits until the printer says that everything is on paper; asks meanwhile how it stands. */
    Outcome<Boolean> confirmed(Turn turn, Confirmation confirmation, int id) {
        Confirmed confirmed = new Confirmed(confirmation, id);
        Statuses statuses = new Statuses();
        Optional<Fault> trouble = Optional.empty();
        int seen = 0;
        Deadline limit = Deadline.in(PRINTING);
        Deadline unheard = Deadline.in(ANSWER);
        Deadline answered = Deadline.in(Duration.ZERO);
        Deadline ask = answered;
        while (!limit.passed()) {
            // Asked again while an answer is under way, two answers would be taken for one.
            if (ask.passed() && (statuses.known == 0 || answered.passed())) {
                statuses.known = 0;
                int _ = line.offer(STATUS, 0, STATUS.length);
                ask = Deadline.in(WHILE_PRINTING);
                answered = Deadline.in(ANSWER.dividedBy(2));
            }
            Outcome<Parsed> next = next(turn, Deadline.in(WHILE_PRINTING));
            if (next instanceof Outcome.Failed<Parsed>(var fault) && !fault.equals(SILENT)) {
                return Outcome.failed(fault);
            }
            if (next instanceof Outcome.Done<Parsed>(var parsed)) {
                if (confirmed.by(parsed)) {
                    return Outcome.done(true);
                }
                Optional<Look> look = statuses.with(parsed);
                if (look.isPresent()) {
                    unheard = Deadline.in(ANSWER);
                    Optional<Fault> now = look.get().trouble();
                    seen = now.isEmpty() ? 0 : now.equals(trouble) ? seen + 1 : 1;
                    trouble = now;
                    if (seen >= SEEN) {
                        return Outcome.failed(trouble.orElse(SILENT));
                    }
                }
            } else if (unheard.passed()) {
                return Outcome.failed(SILENT);
            }
        }
        return Outcome.failed(UNCONFIRMED);
    }

    /** The next thing the printer says, sense or not. */
    private Outcome<Parsed> next(Turn turn, Deadline limit) {
        while (true) {
            Parsed parsed = Answers.parse(buffer, count);
            if (!(parsed instanceof Parsed.Incomplete)) {
                drop(parsed);
                return Outcome.done(parsed);
            }
            if (limit.passed()) {
                return Outcome.failed(line.lost().or(turn::over).orElse(SILENT));
            }
            switch (line.await(turn, buffer, count, limit.left())) {
                case Outcome.Done<Integer>(var arrived) -> count += arrived;
                case Outcome.Failed<Integer>(var fault) -> {
                    return Outcome.failed(line.lost().orElse(fault));
                }
            }
        }
    }

    private void drop(Parsed parsed) {
        if (parsed instanceof Parsed.Flow(boolean now)) {
            held = now;
        }
        int bytes = Answers.length(parsed);
        System.arraycopy(buffer, bytes, buffer, 0, count - bytes);
        Arrays.fill(buffer, count - bytes, count, (byte) 0);
        count -= bytes;
    }

    /** Overwrites what has arrived. */
    void forget() {
        Arrays.fill(buffer, (byte) 0);
        count = 0;
    }

    @Override
    public void close() {
        line.close();
        forget();
    }
}
