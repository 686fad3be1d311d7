package banyan.driver.pcsc;

import banyan.device.ApplicationProfile;
import banyan.device.CardApplication;
import banyan.device.DeviceState;
import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Nameplate;
import banyan.device.Outcome;
import banyan.device.Pace;
import banyan.device.Turn;
import banyan.device.Wire;
import banyan.wire.child.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What runs on the terminal's thread. The library itself is somewhere else, and this thread waits for it no longer than it wants. */
final class PcscWire implements Wire {
    /** A card that came or went is heard of at once; so often at least the service shows that it lives. */
    private static final Duration BETWEEN_WORDS = Duration.ofMillis(100);

    /** The last look of a waiting command must be answered before its deadline: unanswered would mean silent. */
    private static final Duration LAST_WORD = Duration.ofMillis(40);

    /** The library and what is behind it answer in some milliseconds; a second JVM may have to be started first. */
    private static final Duration OPENING = Duration.ofSeconds(3);

    private static final Duration ANSWER = Duration.ofMillis(400);

    /** Power-up and protocol of a slow card take up to a second. */
    private static final Duration CONNECTING = Duration.ofSeconds(3);

    /** A card may ask for more time again and again (waiting time extension); then it still is to end. */
    private static final Duration CARD_ANSWER = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration BELIEVED = Duration.ofSeconds(3);
    private static final int UNANSWERED = 4;

    private static final Fault ABSENT = new Fault(Kind.MEDIA, Remedy.ASK_CITIZEN, "SMART-CARD-ABSENT");
    private static final String SEVERAL = "SMART-CARD-SEVERAL";

    private final Pattern wanted;
    private final Worker worker;
    private String reader = "";
    private Nameplate nameplate = Nameplate.BLANK;
    private DeviceState standing = new DeviceState.Opening();
    private DeviceState chosen = DeviceState.ready();
    private int unanswered;

    /** @param reader a part of its name, {@code *} for anything */
    PcscWire(String reader, Worker worker) {
        this.wanted = Pattern.compile(Arrays.stream(reader.toLowerCase(Locale.ROOT).split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
        this.worker = worker;
    }

    @Override
    public Outcome<DeviceState> open(Turn turn) {
        return switch (worker.ready(turn)) {
            case Outcome.Done<Boolean> _ -> ask(turn, Asked.open(), OPENING).then(this::choose);
            case Outcome.Failed<Boolean>(var fault) -> {
                if (fault.kind() != Kind.HARDWARE) {
                    yield Outcome.failed(fault);
                }
                turn.heard();
                yield Outcome.done(standing = new DeviceState.NeedsHelp(fault));
            }
        };
    }

    private Outcome<DeviceState> choose(byte[] answer) {
        List<String> fitting = Asked.readers(answer).stream()
                .filter(name -> wanted.matcher(name.toLowerCase(Locale.ROOT)).find())
                .toList();
        if (fitting.isEmpty()) {
            return Outcome.failed(Trouble.NO_READER.fault());
        }
        reader = fitting.getFirst();
        nameplate = new Nameplate(Optional.empty(), Optional.of(reader), Optional.empty(), Optional.empty());
        chosen = new DeviceState.Ready(fitting.size() > 1 ? Set.of(SEVERAL) : Set.of());
        standing = chosen;
        return Outcome.done(chosen);
    }

    /** One request; what PC/SC says instead of an answer is a fault. */
    private Outcome<byte[]> ask(Turn turn, byte[] request, Duration atMost) {
        return worker.ask(turn, request, atMost).then(answer -> {
            turn.heard();
            unanswered = 0;
            return Asked.trouble(answer).<Outcome<byte[]>>map(trouble -> Outcome.failed(trouble.fault()))
                    .orElse(Outcome.done(answer));
        });
    }

    private Outcome<Boolean> look(Turn turn, boolean present, Duration time) {
        if (standing instanceof DeviceState.NeedsHelp(var fault)) {
            return Outcome.failed(fault);
        }
        return ask(turn, Asked.await(reader, present, (int) time.toMillis()), time.plus(ANSWER))
                .map(Asked::yes);
    }

    @Override
    public DeviceState tend(Turn turn) {
        if (standing instanceof DeviceState.NeedsHelp) {
            // It comes back by itself when the budget allows it again.
            return worker.ready(turn) instanceof Outcome.Failed<Boolean>(var fault) && fault.kind() == Kind.HARDWARE
                    ? standing
                    : new DeviceState.Absent(Trouble.NO_SERVICE.fault());
        }
        return switch (look(turn, true, Duration.ZERO)) {
            case Outcome.Done<Boolean> _ -> {
                standing = chosen;
                yield chosen;
            }
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

    /** Waits until a card is there, or none. False only where PC/SC said so to the end; silence is not the same. */
    Outcome<Boolean> await(Turn turn, boolean present) {
        boolean answered = false;
        while (true) {
            Duration left = turn.deadline().left().minus(LAST_WORD);
            boolean last = left.compareTo(BETWEEN_WORDS) <= 0;
            Duration time = left.isNegative() ? Duration.ZERO : last ? left : BETWEEN_WORDS;
            switch (look(turn, present, time)) {
                case Outcome.Failed<Boolean>(var fault) -> {
                    return Outcome.failed(fault);
                }
                case Outcome.Done<Boolean>(var so) -> {
                    if (so || last) {
                        return Outcome.done(so);
                    }
                    answered = true;
                }
            }
            Optional<Fault> over = turn.over();
            if (over.isPresent()) {
                return answered && over.get().equals(DeviceThread.LATE)
                        ? Outcome.done(false)
                        : Outcome.failed(over.get());
            }
        }
    }

    Outcome<CardApplication> read(Turn turn, List<ApplicationProfile> profiles) {
        return look(turn, true, Duration.ZERO).then(there -> {
            if (!there) {
                return Outcome.failed(ABSENT);
            }
            turn.busy();
            return connected(turn, profiles);
        });
    }

    private Outcome<CardApplication> connected(Turn turn, List<ApplicationProfile> profiles) {
        try {
            return ask(turn, Asked.connect(reader), CONNECTING).then(protocol -> {
                boolean t0 = protocol.length == 2 && protocol[1] == Asked.T0;
                Reading reading = new Reading(command -> send(turn, t0 ? Apdu.underT0(command) : command));
                try {
                    return reading.read(profiles);
                } finally {
                    reading.forget();
                }
            });
        } finally {
            worker.tell(Asked.plain(Asked.DISCONNECT));
            forget();
        }
    }

    private Outcome<byte[]> send(Turn turn, byte[] command) {
        return ask(turn, Asked.transmit(command), CARD_ANSWER).map(answer -> {
            byte[] content = Asked.content(answer);
            Arrays.fill(answer, (byte) 0);
            return content;
        });
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
    public void shut() {
        worker.tell(Asked.plain(Asked.CLOSE));
        reader = "";
        unanswered = 0;
        standing = new DeviceState.Opening();
    }

    @Override
    public void ended() {
        worker.close();
    }

    @Override
    public void forget() {
        worker.forget();
    }
}
