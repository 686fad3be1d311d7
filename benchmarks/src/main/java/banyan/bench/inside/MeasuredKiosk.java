package banyan.bench.inside;

import banyan.kiosk.Kiosk;
import banyan.kiosk.visit.Clock;
import banyan.kiosk.visit.Snapshot;
import banyan.walk.inside.ControlChannel;
import banyan.walk.inside.WalkedKiosk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;

/** The terminal as it is, with a player's channel and a watch on its screen and on the JavaFX thread. */
public final class MeasuredKiosk {
    private MeasuredKiosk() {}

    /** The same words as {@link Kiosk#main}. */
    public static void main(String[] arguments) {
        AtomicReference<Optional<Snapshot>> latest = new AtomicReference<>(Optional.empty());
        ScreenWatch watch = new ScreenWatch();
        Optional<String> problem =
                Kiosk.run(Path.of(arguments[1]), Clock.system(ZoneId.of("Asia/Shanghai")), snapshot -> {
                    watch.given(snapshot);
                    if (latest.getAndSet(Optional.of(snapshot)).isEmpty()) {
                        Platform.runLater(watch::follow);
                        Thread.ofPlatform().name("channel").daemon().start(() -> serve(latest));
                    }
                });
        if (problem.isPresent()) {
            System.err.println(problem.get());
            System.exit(1);
        }
    }

    private static void serve(AtomicReference<Optional<Snapshot>> latest) {
        try {
            new ControlChannel(() -> WalkedKiosk.page(latest.get()), _ -> {})
                    .serve(Integer.getInteger("banyan.walk.channel"));
        } catch (IOException gone) {
            System.exit(0);
        }
    }
}
