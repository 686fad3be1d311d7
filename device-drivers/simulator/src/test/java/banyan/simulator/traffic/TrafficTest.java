package banyan.simulator.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private final Traffic traffic = new Traffic((way, bytes, asked) ->
            way == Way.TO_DEVICE ? Spoken.open("ask") : Spoken.personal("say after " + asked.length, 1, bytes.length - 1));

    private void ask(int... bytes) {
        pass(Way.TO_DEVICE, bytes);
    }

    private void pass(Way way, int... bytes) {
        byte[] passed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            passed[i] = (byte) bytes[i];
        }
        traffic.passed(way, passed, passed.length);
    }

    @Test
    void whatIsSomebodysIsHiddenUnlessItIsAskedFor() {
        ask(0x30);
        pass(Way.TO_DRIVER, 0xA1, 0x02, 0x03, 0x7F);
        Frame said = traffic.after(1).getFirst();
        assertEquals("say after 1", said.spoken().name());
        assertEquals("a1····7f", said.hex(false));
        assertEquals("a102037f", said.hex(true));
    }

    @Test
    void theOldestGoFirstAndNumbersGoOn() {
        for (int i = 0; i < Traffic.MOST_FRAMES + 3; i++) {
            ask(i);
        }
        List<Frame> kept = traffic.after(0);
        assertEquals(Traffic.MOST_FRAMES, kept.size());
        assertEquals(4, kept.getFirst().number());
        assertEquals(List.of(), traffic.after(kept.getLast().number()));
    }

    @Test
    void noMoreBytesAreKeptThanAllowed() {
        byte[] large = new byte[Traffic.KEPT + 5];
        for (int i = 0; i < 400; i++) {
            traffic.passed(Way.TO_DRIVER, large, large.length, "81");
        }
        List<Frame> kept = traffic.after(0);
        assertTrue(kept.stream().mapToInt(frame -> frame.bytes().length).sum() <= Traffic.MOST_BYTES);
        assertTrue(kept.getLast().cut());
        assertEquals(large.length, kept.getLast().length());
        assertEquals("81 say after 0", kept.getLast().spoken().name());
    }

    @Test
    void aTranscriptSaysWhatIsMissingFromIt() {
        ask(0x31);
        pass(Way.TO_DRIVER, 1, 2, 3);
        String masked = traffic.transcript("pad", false).replaceAll(" \\d+ (?=[0-9a-f]+\n)", " T ");
        assertEquals("""
                # device: pad (simulated)
                # masked: what is somebody's is zeros here, so sums over it no longer fit
                # ask
                > T 31
                # say after 1
                < T 010003
                """, masked);
        assertTrue(traffic.transcript("pad", true).contains(" 010203\n"));
        assertFalse(traffic.transcript("pad", true).contains("masked"));
    }

    @Test
    void whoeverWatchesIsCalledUntilItLeaves() {
        AtomicInteger calls = new AtomicInteger();
        Runnable watcher = calls::incrementAndGet;
        traffic.watch(watcher);
        ask(1);
        traffic.leave(watcher);
        ask(2);
        assertEquals(1, calls.get());
        traffic.clear();
        assertEquals(List.of(), traffic.after(0));
    }
}
