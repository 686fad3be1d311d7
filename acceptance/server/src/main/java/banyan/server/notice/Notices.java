package banyan.server.notice;

import banyan.server.store.Retry;
import banyan.server.store.Seal;
import banyan.server.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The messages that wait, and what became of them. */
public final class Notices {
    /** So long one who has taken a message to send it is left alone with it; after that another tries. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private final NoticePlan plan;
    private final Seal seal;

    /** @param key under which messages wait, for this use alone */
    public Notices(NoticePlan plan, byte[] key) {
        this.plan = plan;
        this.seal = new Seal(key);
    }

    /** A message as it waits. */
    public record Content(String to, String text) {
        @Override
        public String toString() {
            return "Content";
        }
    }

    /** Puts it among those that wait, in the transaction of what it tells; under one name once. Without a template nothing is said. */
    public void queue(Handle handle, String kind, String about, String to, Map<String, String> values, Instant now) {
        plan.text(kind, values).ifPresent(text -> {
            UUID id = UUID.nameUUIDFromBytes((kind + " " + about).getBytes(StandardCharsets.UTF_8));
            handle.createUpdate("""
                            INSERT INTO notice (id, kind, sealed, state, next_at, queued_at)
                            VALUES (:id, :kind, :sealed, 'WAITING', :now, :now) ON CONFLICT DO NOTHING
                            """)
                    .bind("id", id)
                    .bind("kind", kind)
                    .bind("sealed", seal.seal(Json.write(new Content(to, text)), about(id)))
                    .bind("now", now)
                    .execute();
        });
    }

    /** The next to be sent. From now on it is its taker's for a while; nobody else is handed it. */
    Optional<Notice> take(Handle handle, Instant now) {
        Optional<Sealed> taken = handle.createQuery("""
                        UPDATE notice SET tries = tries + 1, next_at = :later WHERE id = (
                            SELECT id FROM notice WHERE state = 'WAITING' AND next_at <= :now
                            ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id, kind, sealed
                        """)
                .bind("now", now)
                .bind("later", now.plus(LEASE))
                .map((row, _) -> new Sealed(row.getObject("id", UUID.class), row.getString("kind"), row.getBytes("sealed")))
                .findOne();
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        Sealed next = taken.get();
        Optional<Notice> notice = seal.open(next.sealed(), about(next.id()))
                .flatMap(opened -> Json.read(opened, Content.class))
                .map(content -> new Notice(next.id(), next.kind(), content.to(), content.text()));
        if (notice.isPresent()) {
            return notice;
        }
        // Of another secret, or spoilt: nobody will ever send it, and it must not stand before the others.
        end(handle, next.id(), "DEAD", "NOT-OPENED", now);
        return take(handle, now);
    }

    private record Sealed(UUID id, String kind, byte[] sealed) {}

    void ended(Handle handle, UUID id, Channel.Delivery delivery, Instant now) {
        switch (delivery) {
            case Channel.Delivery.Taken _ -> end(handle, id, "SENT", "", now);
            case Channel.Delivery.Never(var code) -> end(handle, id, "DEAD", code, now);
            case Channel.Delivery.Later(var code) -> later(handle, id, code, now);
        }
    }

    /** Of what is sent nothing is kept but that it was. What is dead stays, for whoever tries it again. */
    private static void end(Handle handle, UUID id, String state, String code, Instant now) {
        handle.createUpdate("""
                        UPDATE notice SET state = :state, code = :code, ended_at = :now,
                            sealed = CASE WHEN :state = 'SENT' THEN ''::bytea ELSE sealed END
                        WHERE id = :id AND state = 'WAITING'
                        """)
                .bind("id", id)
                .bind("state", state)
                .bind("code", code)
                .bind("now", now)
                .execute();
    }

    private static void later(Handle handle, UUID id, String code, Instant now) {
        int tries = handle.createQuery("SELECT tries FROM notice WHERE id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
        if (tries >= Retry.MOST_TRIES) {
            end(handle, id, "DEAD", code, now);
            return;
        }
        handle.createUpdate("UPDATE notice SET next_at = :next, code = :code WHERE id = :id AND state = 'WAITING'")
                .bind("id", id)
                .bind("next", now.plus(Retry.after(tries)))
                .bind("code", code)
                .execute();
    }

    /** One that is not sent and will not be, unless somebody says so. */
    public record Dead(UUID id, String kind, int tries, String code, Instant since) {}

    List<Dead> dead(Handle handle, int most) {
        return handle.createQuery(
                        "SELECT id, kind, tries, code, ended_at FROM notice WHERE state = 'DEAD' ORDER BY ended_at DESC, id LIMIT :most")
                .bind("most", most)
                .map((row, _) -> new Dead(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getInt("tries"),
                        row.getString("code"),
                        row.getTimestamp("ended_at").toInstant()))
                .list();
    }

    int waiting(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM notice WHERE state = 'WAITING'")
                .mapTo(Integer.class)
                .one();
    }

    /** A dead one waits again, with all its tries. */
    boolean again(Handle handle, UUID id, Instant now) {
        return handle.createUpdate("""
                        UPDATE notice SET state = 'WAITING', tries = 0, next_at = :now, ended_at = NULL
                        WHERE id = :id AND state = 'DEAD'
                        """)
                        .bind("id", id)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    private static byte[] about(UUID id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
