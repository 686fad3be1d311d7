package banyan.server.draft;

import banyan.acceptance.Draft;
import banyan.acceptance.DraftKept;
import banyan.acceptance.DraftQuery;
import banyan.acceptance.Drafts;
import banyan.acceptance.Refusal;
import banyan.server.store.CentreSecret;
import banyan.server.store.Hashes;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Keeps unfinished forms for their citizens, sealed, for thirty days. */
public final class DraftDesk {
    /** How long a draft is kept. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** The most drafts of one citizen; the oldest makes room. */
    private static final int MOST = 5;

    private final Jdbi rows;
    private final DraftSeal seal;
    private final byte[] citizens;
    private final InstantSource clock;

    /**
     * @param key under which content is sealed
     * @param citizens under which a citizen's number is hashed
     */
    public DraftDesk(Jdbi rows, byte[] key, byte[] citizens, InstantSource clock) {
        this.rows = rows;
        this.seal = new DraftSeal(key);
        this.citizens = citizens.clone();
        this.clock = clock;
    }

    /** {@code PUT /drafts/{id}} */
    public Reply put(Call call) {
        Optional<Draft> read = Json.read(call.body(), Draft.class)
                .filter(draft -> Names.isCitizen(draft.citizen())
                        && Names.isCode(draft.item())
                        && Names.isCode(draft.language())
                        && draft.content().length > 0
                        && draft.content().length <= Draft.MAX_CONTENT);
        if (read.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        Draft draft = read.get();
        UUID id = UUID.fromString(call.named("id"));
        byte[] citizen = citizen(draft.citizen());
        Instant now = now();
        Instant until = now.plus(KEPT);
        rows.useTransaction(handle -> {
            handle.createUpdate("DELETE FROM draft WHERE until < :now").bind("now", now).execute();
            handle.createUpdate("""
                            INSERT INTO draft (citizen, id, item, sealed, agreed, words, saved_at, until)
                            VALUES (:citizen, :id, :item, :sealed, :agreed, :words, :now, :until)
                            ON CONFLICT (citizen, id) DO UPDATE
                            SET item = :item, sealed = :sealed, agreed = :agreed, words = :words, saved_at = :now, until = :until
                            """)
                    .bind("citizen", citizen)
                    .bind("id", id)
                    .bind("item", draft.item())
                    .bind("sealed", seal.seal(draft.content(), citizen, id))
                    .bind("agreed", draft.language())
                    .bind("words", Hashes.bytes(draft.words()))
                    .bind("now", now)
                    .bind("until", until)
                    .execute();
            handle.createUpdate("""
                            DELETE FROM draft WHERE citizen = :citizen AND id NOT IN
                            (SELECT id FROM draft WHERE citizen = :citizen ORDER BY saved_at DESC, id LIMIT :most)
                            """)
                    .bind("citizen", citizen)
                    .bind("most", MOST)
                    .execute();
        });
        return Reply.json(200, new DraftKept(until));
    }

    /** {@code POST /drafts/find} */
    public Reply find(Call call) {
        Optional<DraftQuery> query =
                Json.read(call.body(), DraftQuery.class).filter(read -> Names.isCitizen(read.citizen()));
        if (query.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        byte[] citizen = citizen(query.get().citizen());
        List<Drafts.Found> found = rows.withHandle(handle -> handle.createQuery("""
                        SELECT id, item, sealed, until FROM draft WHERE citizen = :citizen AND until > :now
                        ORDER BY saved_at DESC, id
                        """)
                .bind("citizen", citizen)
                .bind("now", now())
                .map((row, _) -> {
                    UUID id = UUID.fromString(row.getString("id"));
                    String item = row.getString("item");
                    Instant until = row.getTimestamp("until").toInstant();
                    return seal.open(row.getBytes("sealed"), citizen, id)
                            .map(content -> new Drafts.Found(id, item, content, until));
                })
                .stream()
                .flatMap(Optional::stream)
                .toList());
        return Reply.json(200, new Drafts(found));
    }

    /** {@code DELETE /drafts/{id}}: used, or not wanted any more. There being none is as good. */
    public Reply delete(Call call) {
        rows.useHandle(handle -> handle.createUpdate("DELETE FROM draft WHERE id = :id")
                .bind("id", UUID.fromString(call.named("id")))
                .execute());
        return Reply.done();
    }

    private byte[] citizen(String number) {
        return CentreSecret.keyedHash(citizens, number);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
