package banyan.server.notice;

import banyan.server.store.Rounds;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits, one after the other. A message is taken in one transaction, handed over outside of any, and its end is written in
 * another: whoever is killed between leaves it to be sent again under the same name, and never unsent.
 */
public final class Postman implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int MOST_A_ROUND = 200;

    private final Jdbi rows;
    private final Notices notices;
    private final Channel channel;
    private final InstantSource clock;
    private final Rounds rounds = new Rounds("postman", this::round);

    public Postman(Jdbi rows, Notices notices, Channel channel, InstantSource clock) {
        this.rows = rows;
        this.notices = notices;
        this.channel = channel;
        this.clock = clock;
    }

    /** From now on it goes its rounds. */
    public void start() {
        rounds.start();
    }

    /** Sends all that wait and are due, within a bound; how many were handed over. */
    public int round() {
        int sent = 0;
        for (int at = 0; at < MOST_A_ROUND; at++) {
            Optional<Notice> notice = rows.inTransaction(handle -> notices.take(handle, clock.instant()));
            if (notice.isEmpty()) {
                return sent;
            }
            Channel.Delivery delivery = channel.send(notice.get());
            rows.useTransaction(handle -> notices.ended(handle, notice.get().id(), delivery, clock.instant()));
            if (delivery instanceof Channel.Delivery.Taken) {
                sent++;
            } else {
                LOG.warn("NOTICE-NOT-SENT kind={} {}", notice.get().kind(), delivery);
            }
        }
        return sent;
    }

    @Override
    public void close() {
        rounds.close();
    }
}
