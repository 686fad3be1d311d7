package banyan.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Capability;
import banyan.device.CodeScanner;
import banyan.device.CodeScanner.Code;
import banyan.device.CodeScanner.CodeListener;
import banyan.device.CodeScanner.Listening;
import banyan.device.Deadline;
import banyan.device.Fault;
import banyan.device.Outcome;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every code scanner promises. */
public abstract class CodeScannerContract extends DeviceContract<CodeRig, CodeScanner> {
    private static final Duration TOLD = Duration.ofSeconds(2);
    private static final String PICKUP = "榕-样张-取件码-350102-7Q9Z";
    private static final String OTHER = "https://hall.example/t/0042?n=样张";

    /** Keeps what was told. */
    private static final class Counter implements CodeListener {
        final List<String> codes = new CopyOnWriteArrayList<>();
        final List<Fault> refusals = new CopyOnWriteArrayList<>();
        final List<Fault> stops = new CopyOnWriteArrayList<>();

        @Override
        public void code(Code code) {
            codes.add(code.text());
        }

        @Override
        public void refused(Fault fault) {
            refusals.add(fault);
        }

        @Override
        public void stopped(Fault fault) {
            stops.add(fault);
        }

        void awaitCode(String code) {
            Patience.until(TOLD, () -> "a code; refused were " + refusals, () -> codes.contains(code));
        }

        void awaitRefusal() {
            Patience.until(TOLD, "a refusal", () -> !refusals.isEmpty());
        }
    }

    @Override
    protected final Class<CodeScanner> type() {
        return CodeScanner.class;
    }

    @Override
    protected final SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands(CodeScanner device) {
        SequencedMap<Capability, Function<Deadline, Outcome<?>>> commands = new LinkedHashMap<>();
        commands.put(Capability.SCAN_CODE, deadline -> device.listen(new Counter(), deadline));
        return commands;
    }

    @Override
    protected final void assertWorks(CodeScanner device, CodeRig rig) {
        Counter counter = new Counter();
        try (Listening _ = value(device.listen(counter, inTime()))) {
            rig.scan(bytes(PICKUP));
            counter.awaitCode(PICKUP);
        }
        assertEquals(List.of(PICKUP), counter.codes);
    }

    @Override
    protected final Secret useWithSecret(CodeScanner device, CodeRig rig) {
        assertWorks(device, rig);
        return new Secret(List.of(PICKUP, "7Q9Z"), List.of(rig.onTheWire(bytes(PICKUP)), bytes(PICKUP)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private Counter scanned(byte[] code) {
        Counter counter = new Counter();
        try (Listening _ = value(ready().listen(counter, inTime()))) {
            rig().scan(code);
            Patience.until(TOLD, "a word", () -> counter.codes.size() + counter.refusals.size() > 0);
        }
        return counter;
    }

    private void assertRefused(byte[] code, String why) {
        Counter counter = scanned(code);
        assertEquals(List.of(), counter.codes);
        assertEquals(why, counter.refusals.getFirst().code());
        assertEquals(List.of(), counter.stops);
        assertWorks(device(), rig());
    }

    @Test
    protected void aCodeIsToldAsItStands() {
        assertEquals(List.of(OTHER), scanned(bytes(OTHER)).codes);
    }

    @Test
    protected void theLongestCodeThereIsIsTold() {
        String longest = "7".repeat(CodeScanner.MAX_BYTES);
        assertEquals(List.of(longest), scanned(bytes(longest)).codes);
    }

    @Test
    protected void anythingLongerIsRefusedAndTheNextCodeIsTold() {
        assertRefused(bytes("7".repeat(CodeScanner.MAX_BYTES + 1)), "CODE-TOO-LONG");
    }

    @Test
    protected void whatNoCodeCouldHoldIsRefusedAndTheNextCodeIsTold() {
        assertRefused(bytes("7".repeat(2 * CodeScanner.MAX_BYTES)), "CODE-TOO-LONG");
    }

    @Test
    protected void controlCharactersAreRefused() {
        assertRefused(bytes("before\tafter"), "CODE-CONTROL-CHARACTER");
    }

    @Test
    protected void aCodeOfSeveralLinesIsRefusedAsAWhole() {
        assertRefused(bytes("BEGIN:VCARD\rVERSION:3.0\rEND:VCARD"), "CODE-CONTROL-CHARACTER");
    }

    @Test
    protected void whatIsNoTextIsRefused() {
        assertRefused(new byte[] {'a', (byte) 0xC3, 'b', (byte) 0xFF}, "CODE-NOT-TEXT");
    }

    @Test
    protected void whatIsScannedWhileNobodyListensIsDropped() {
        CodeScanner scanner = ready();
        rig().scan(bytes(OTHER));
        assertWorks(scanner, rig());
    }

    @Test
    protected void aCodeThatIsStillHeldIsToldOnce() {
        Counter counter = new Counter();
        try (Listening _ = value(ready().listen(counter, inTime()))) {
            rig().scan(bytes(PICKUP));
            counter.awaitCode(PICKUP);
            rig().scan(bytes(PICKUP));
            rig().scan(bytes(OTHER));
            Patience.until(
                    TOLD, "both, or a refusal of both", () -> counter.codes.size() + counter.refusals.size() > 1);
        }
        assertEquals(1, counter.codes.stream().filter(PICKUP::equals).count());
    }

    @Test
    protected void twoCodesAreTwo() {
        Counter counter = new Counter();
        try (Listening _ = value(ready().listen(counter, inTime()))) {
            for (String code : List.of(PICKUP, OTHER)) {
                rig().scan(bytes(code));
                counter.awaitCode(code);
            }
        }
        assertEquals(List.of(PICKUP, OTHER), counter.codes);
    }

    @Test
    protected void halfACodeIsNeverToldAndTheNextIs() {
        Counter counter = new Counter();
        CodeScanner scanner = ready();
        try (Listening _ = value(scanner.listen(counter, inTime()))) {
            rig().scanHalf(bytes(PICKUP));
            counter.awaitRefusal();
        }
        assertEquals(List.of(), counter.codes);
        assertWorks(scanner, rig());
    }

    @Test
    protected void afterTheEndOfAListeningNothingIsTold() {
        Counter counter = new Counter();
        CodeScanner scanner = ready();
        Listening listening = value(scanner.listen(counter, inTime()));
        listening.close();
        listening.close();
        rig().scan(bytes(OTHER));
        assertWorks(scanner, rig());
        assertEquals(List.of(), counter.codes);
        assertEquals(List.of(), counter.stops);
    }

    @Test
    protected void aSecondListeningTakesThePlaceOfTheFirst() {
        Counter first = new Counter();
        CodeScanner scanner = ready();
        Listening replaced = value(scanner.listen(first, inTime()));
        assertWorks(scanner, rig());
        replaced.close();
        assertEquals(List.of(), first.codes);
        assertEquals(1, first.stops.size());
    }

    @Test
    protected void aScannerUnpluggedWhileItListensSaysSo() {
        Counter counter = new Counter();
        try (Listening _ = value(ready().listen(counter, inTime()))) {
            rig().unplug();
            Patience.until(NOTICED, "the end of the listening", () -> !counter.stops.isEmpty());
        }
        assertEquals(Fault.Kind.DISCONNECTED, counter.stops.getFirst().kind());
    }

    @Test
    protected void aListenerThatThrowsLosesNothingForTheNext() {
        CodeScanner scanner = ready();
        Counter counter = new Counter();
        CodeListener throwing = new CodeListener() {
            @Override
            public void code(Code code) {
                counter.code(code);
                throw new IllegalStateException("a listener's defect, thrown on purpose");
            }

            @Override
            public void refused(Fault fault) {
                throw new IllegalStateException("a listener's defect, thrown on purpose");
            }

            @Override
            public void stopped(Fault fault) {
                throw new IllegalStateException("a listener's defect, thrown on purpose");
            }
        };
        try (Listening _ = value(scanner.listen(throwing, inTime()))) {
            rig().scan(bytes(OTHER));
            counter.awaitCode(OTHER);
        }
        assertWorks(scanner, rig());
    }

    /** C8. */
    @Test
    protected void overABadLineNothingIsToldThatWasNotScanned() {
        Counter counter = new Counter();
        CodeScanner scanner = ready();
        List<String> codes =
                IntStream.range(0, 8).mapToObj(i -> "样张-取件码-" + i).toList();
        rig().makeNoise();
        try (Listening _ = value(scanner.listen(counter, inTime()))) {
            for (String code : codes) {
                rig().scan(bytes(code));
            }
            Patience.until(TOLD, "something", () -> counter.codes.size() + counter.refusals.size() > 0);
        }
        assertTrue(codes.containsAll(counter.codes));
        rig().heal();
        assertWorks(scanner, rig());
    }
}
