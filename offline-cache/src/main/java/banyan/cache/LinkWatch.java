package banyan.cache;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices within about a second that an interface of this machine came up, went down or has another address. */
public final class LinkWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LinkWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Thread watcher;

    /** What can be seen of the machine's network; empty where it cannot be asked. */
    interface Eyes {
        Optional<Set<String>> look();
    }

    private LinkWatch(Thread watcher) {
        this.watcher = watcher;
    }

    /** Calls {@code changed} after each change; it must return quickly. */
    public static LinkWatch start(Runnable changed) {
        return start(LinkWatch::interfaces, EVERY, changed);
    }

    static LinkWatch start(Eyes eyes, Duration every, Runnable changed) {
        Optional<Set<String>> first = eyes.look();
        return new LinkWatch(Thread.ofVirtual().name("link-watch").start(() -> watch(first, eyes, every, changed)));
    }

    private static void watch(Optional<Set<String>> first, Eyes eyes, Duration every, Runnable changed) {
        Optional<Set<String>> before = first;
        try {
            while (true) {
                Thread.sleep(every);
                Optional<Set<String>> now = eyes.look();
                if (now.isPresent() && !now.equals(before)) {
                    before = now;
                    LOG.info("LINK-CHANGED interfaces={}", now.get().size());
                    changed.run();
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Set<String>> interfaces() {
        try (Stream<NetworkInterface> all = NetworkInterface.networkInterfaces()) {
            return Optional.of(all.filter(LinkWatch::isUp)
                    .flatMap(one -> Stream.concat(
                            Stream.of(one.getName()),
                            one.inetAddresses().map(address -> one.getName() + " " + address.getHostAddress())))
                    .collect(Collectors.toSet()));
        } catch (SocketException unknown) {
            return Optional.empty();
        }
    }

    /** One that vanishes between two questions is not up. */
    private static boolean isUp(NetworkInterface one) {
        try {
            return one.isUp() && !one.isLoopback();
        } catch (SocketException gone) {
            return false;
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
