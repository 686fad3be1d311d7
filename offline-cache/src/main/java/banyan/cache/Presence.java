package banyan.cache;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How the terminal stands with the centre, from every reply to a signed request, whoever made it, and from asking for the status where
 * there is none to hear.
 */
final class Presence implements AutoCloseable {
    private static final Duration STATUS = Duration.ofSeconds(10);

    private final CentreClient client;
    private final Queue queue;
    private final Link link;
    private final Glance room;
    private final Heartbeat heartbeat;

    /** How often in a row the centre could not be found by asking for it. */
    private final AtomicInteger missed = new AtomicInteger();

    /** What goes to the centre, as far as it matters here. */
    interface Queue {
        boolean isAnyonesTurn();

        boolean isAnythingToSend();

        /** The centre wants everyone to stay away, so long or as after a failure. */
        void held(Optional<Duration> hold);

        /**
         * The centre answers again.
         *
         * @param outage whether it had been away; after a single lost call each keeps its own wait, for it may be what was lost
         */
        void back(boolean outage);
    }

    /** @param full whether the journal has too little room, looked at so often at most */
    Presence(CentreClient client, Queue queue, InstantSource clock, Sync.Pacing pacing, Duration glance, BooleanSupplier full) {
        this.client = client;
        this.queue = queue;
        this.link = new Link(clock);
        this.room = new Glance(glance, full);
        this.heartbeat = new Heartbeat(pacing, this::probe);
    }

    void start() {
        client.onReply(this::hear);
        heartbeat.start();
    }

    /** Asks at once. */
    void now() {
        heartbeat.now();
    }

    SyncState state() {
        return link.state();
    }

    void onState(Consumer<SyncState> listener) {
        link.onState(listener);
    }

    /** Looks at the room on the disk, which is a part of the state. */
    void lookAtRoom() {
        link.room(room.look());
    }

    private void probe() {
        long began = System.nanoTime();
        Reply<?> reply = client.status(STATUS);
        boolean full = room.look();
        switch (reply) {
            case Reply.Answered<?> _ -> {
                heartbeat.heard();
                // The status is given to anyone. Whether this terminal is welcome only a signed request can show; where one
                // can go, it goes now and says so.
                if (link.away()) {
                    isBack();
                }
                if (link.away() ? !queue.isAnyonesTurn() : !queue.isAnythingToSend()) {
                    cameOnline(full);
                }
            }
            case Reply.Refused<?> no -> {
                heartbeat.heard();
                if (Verdicts.refused(Verdicts.Sent.QUESTION, no) == Verdict.CENTRE) {
                    queue.held(no.retryAfter());
                }
            }
            case Reply.Unreachable<?> _ -> {
                if (!heartbeat.heardSince(began)) {
                    int _ = missed.incrementAndGet();
                    heartbeat.lost();
                    link.offline(full);
                }
            }
        }
    }

    private void hear(Reply<?> reply) {
        boolean full = room.look();
        switch (reply) {
            case Reply.Answered<?> _ -> cameOnline(full);
            case Reply.Refused<?> no -> {
                if (Verdicts.refused(Verdicts.Sent.QUESTION, no) == Verdict.TERMINAL) {
                    link.refused(no.code(), full);
                } else {
                    cameOnline(full);
                }
            }
            case Reply.Unreachable<?>(var code) -> {
                if (Verdicts.unreachable(code) == Verdict.WAY) {
                    link.offline(full);
                    heartbeat.lost();
                }
            }
        }
    }

    private void cameOnline(boolean full) {
        heartbeat.heard();
        if (link.online(full)) {
            isBack();
        }
    }

    private void isBack() {
        queue.back(missed.getAndSet(0) > 0);
    }

    @Override
    public void close() {
        heartbeat.close();
    }
}
