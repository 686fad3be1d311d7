package banyan.driver.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.conformance.TestChip;
import banyan.device.ApplicationProfile;
import banyan.device.CardApplication;
import banyan.device.Deadline;
import banyan.device.Device;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import banyan.device.Outcome;
import banyan.device.SmartCardTerminal;
import banyan.simulator.smartcard.Pcscd;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The driver against pcscd and cards of JCardSim: reader's service, reader and card are all somebody else's. */
class JavaCardTest {
    private static final List<ApplicationProfile> ALL =
            List.of(TestChip.BANK.profile(), TestChip.FILED.profile(), TestChip.SOCIAL.profile());

    private static Deadline inTime() {
        return Deadline.in(Duration.ofSeconds(20));
    }

    private static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Failed<T>(var fault) -> throw new AssertionError("failed with " + fault);
        };
    }

    @Test
    void javaCardsAreReadAsTheirProfilesSayAndNotBeforeTheyAreAsked() throws InterruptedException {
        try (Pcscd pcscd = new Pcscd();
                SmartCardTerminal terminal = terminal(pcscd)) {
            for (TestChip chip : List.of(TestChip.SOCIAL, TestChip.BANK, TestChip.FILED)) {
                try (JavaCard card = new JavaCard(pcscd.port(), chip)) {
                    assertTrue(value(terminal.awaitCard(inTime())));
                    assertFalse(value(terminal.awaitRemoval(Deadline.in(Duration.ofMillis(300)))));
                    assertEquals(0, card.commands());
                    CardApplication read = value(terminal.read(ALL, inTime()));
                    assertEquals(chip.profile().name(), read.profile());
                    assertEquals(chip.fields(), read.fields());
                    List<ApplicationProfile> others = ALL.stream()
                            .filter(one -> !one.equals(chip.profile()))
                            .toList();
                    assertEquals(
                            "SMART-CARD-UNKNOWN",
                            assertInstanceOf(Outcome.Failed.class, terminal.read(others, inTime()))
                                    .fault()
                                    .code());
                }
                assertTrue(value(terminal.awaitRemoval(inTime())));
            }
        }
    }

    private static SmartCardTerminal terminal(Pcscd pcscd) throws InterruptedException {
        DeviceSettings settings = new DeviceSettings(
                "smart-card-terminal",
                Map.of("reader", "virtual*00 00", "socket", pcscd.socket().toString()));
        assertEquals(List.of(), new PcscDriver().mistakes(settings));
        Device device = new PcscDriver().create(settings);
        CountDownLatch ready = new CountDownLatch(1);
        device.start((_, state) -> {
            if (state instanceof DeviceState.Ready) {
                ready.countDown();
            }
        });
        assertTrue(ready.await(20, TimeUnit.SECONDS));
        return (SmartCardTerminal) device;
    }
}
