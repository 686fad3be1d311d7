package banyan.walk.inside;

import banyan.kiosk.Kiosk;
import banyan.kiosk.visit.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;

/** Starts the terminal as it is, with a clock that can be moved and a channel to its screen. */
public final class WalkedKiosk {
    private WalkedKiosk() {}

    /** The same words as {@link Kiosk#main}; the channel's port is the system property {@code banyan.walk.channel}. */
    public static void main(String[] arguments) {
        AtomicReference<Optional<Snapshot>> latest = new AtomicReference<>(Optional.empty());
        MovableClock clock = new MovableClock();
        // Behind the screen's own turn: a page is named only once it can be seen and touched.
        Optional<String> problem = Kiosk.run(
                Path.of(arguments[1]),
                clock,
                snapshot -> Platform.runLater(() -> {
                    if (latest.getAndSet(Optional.of(snapshot)).isEmpty()) {
                        Thread.ofPlatform().name("channel").daemon().start(() -> serve(clock, latest));
                    }
                }));
        if (problem.isPresent()) {
            System.err.println(problem.get());
            System.exit(1);
        }
    }

    private static void serve(MovableClock clock, AtomicReference<Optional<Snapshot>> latest) {
        try {
            new ControlChannel(() -> page(latest.get()), clock::forward)
                    .serve(Integer.getInteger("banyan.walk.channel"));
        } catch (IOException gone) {
            // Without its player a walked terminal has nothing to do.
            System.exit(0);
        }
    }

    /** The name under which a journey knows what is shown. */
    public static String page(Optional<Snapshot> snapshot) {
        return snapshot.map(one -> one.page().getClass().getSimpleName()
                        + one.sheet()
                                .map(sheet -> "+" + sheet.getClass().getSimpleName())
                                .orElse(""))
                .orElse("");
    }
}
