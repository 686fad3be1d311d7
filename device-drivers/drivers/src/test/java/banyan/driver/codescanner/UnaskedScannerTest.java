package banyan.driver.codescanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.device.CodeScanner;
import banyan.device.CodeScanner.Code;
import banyan.device.CodeScanner.CodeListener;
import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.kit.rig.CodeScannerTwin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A scanner that nobody asks how it is. */
class UnaskedScannerTest {
    @Test
    void itIsReadyWithAWarningReadsAndIsMissedWhenItsPortGoes() throws InterruptedException {
        BlockingQueue<DeviceState> states = new LinkedBlockingQueue<>();
        BlockingQueue<String> words = new LinkedBlockingQueue<>();
        try (CodeScannerTwin twin = CodeScannerTwin.notAsked(new SerialScannerDriver());
                CodeScanner scanner =
                        assertInstanceOf(CodeScanner.class, twin.driver().create(twin.settings()))) {
            scanner.start((_, state) -> states.add(state));
            assertEquals(new DeviceState.Ready(Set.of("CODE-NOT-ASKED")), states.poll(10, TimeUnit.SECONDS));
            var listening = scanner.listen(
                    new CodeListener() {
                        @Override
                        public void code(Code code) {
                            words.add(code.text());
                        }

                        @Override
                        public void refused(Fault fault) {
                            words.add(fault.code());
                        }

                        @Override
                        public void stopped(Fault fault) {
                            words.add(fault.code());
                        }
                    },
                    Deadline.in(Duration.ofSeconds(10)));
            assertInstanceOf(Outcome.Done.class, listening);
            twin.scan("样张".getBytes(StandardCharsets.UTF_8));
            assertEquals("样张", words.poll(10, TimeUnit.SECONDS));
            twin.unplug();
            assertEquals("CODE-UNPLUGGED", words.poll(10, TimeUnit.SECONDS));
        }
    }
}
