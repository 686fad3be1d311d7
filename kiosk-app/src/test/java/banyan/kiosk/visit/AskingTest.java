package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What comes back from a device, in time and too late. */
class AskingTest {
    private final Queue<Runnable> posted = new ArrayDeque<>();
    private final Queue<Runnable> elsewhere = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final Asking asking = new Asking(
            new Session.Mailbox() {
                @Override
                public void put(Runnable what) {
                    posted.add(what);
                }

                @Override
                public void next(VisitEvent event) {
                    throw new AssertionError("nothing is told here");
                }

                @Override
                public void changed() {
                    throw new AssertionError("nothing changes here");
                }

                @Override
                public void glimpse() {
                    throw new AssertionError("nothing is glimpsed here");
                }

                @Override
                public Runnable alarm(Duration after, Runnable ring) {
                    posted.add(ring);
                    return () -> {};
                }
            },
            elsewhere::add);

    @Test
    void anAnswerIsHeard() {
        asking.ask(() -> "answer", heard::add);
        elsewhere.remove().run();
        posted.remove().run();
        assertEquals(List.of("answer"), heard);
    }

    @Test
    void anAnswerThatComesAfterTheLeavingIsThrownAway() {
        asking.ask(elsewhere::add, () -> "answer", heard::add, late -> heard.add("late " + late));
        elsewhere.remove().run();
        asking.leave();
        posted.remove().run();
        assertEquals(List.of("late answer"), heard);
    }

    @Test
    void whatWasNotBegunWhenItWasLeftIsNeverAsked() {
        asking.ask(() -> "answer", heard::add);
        asking.leave();
        elsewhere.remove().run();
        assertTrue(posted.isEmpty());
    }

    @Test
    void nothingIsDoneSoonForSomebodyWhoHasLeft() {
        asking.soon(Duration.ofSeconds(1), () -> heard.add("again"));
        asking.leave();
        posted.remove().run();
        assertEquals(List.of(), heard);
    }

    @Test
    void aDefectIsNotKeptSecret() throws InterruptedException {
        asking.ask(
                () -> {
                    throw new IllegalStateException("a defect, thrown on purpose");
                },
                (String answer) -> heard.add(answer));
        Thread device = Thread.ofPlatform().unstarted(elsewhere.remove());
        device.setUncaughtExceptionHandler((_, defect) -> heard.add(defect.getMessage()));
        device.start();
        device.join();
        assertEquals(List.of("a defect, thrown on purpose"), heard);
    }
}
