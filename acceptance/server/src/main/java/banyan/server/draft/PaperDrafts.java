package banyan.server.draft;

import banyan.acceptance.DraftCode;
import banyan.acceptance.NoteReceipt;
import banyan.acceptance.PaperDraft;
import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.server.progress.LookupTries;
import banyan.server.store.Hashes;
import banyan.server.wire.Call;
import banyan.server.wire.CentreKey;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps drafts under the codes on their papers, for terminals and telephones alike, and cannot open one of them. */
public final class PaperDrafts {
    /** How long it is still said that one was used or is expired. */
    private static final Duration REMEMBERED = Duration.ofDays(180);

    /** The revision that a change was made of: what the answer with it said. */
    private static final String OF_REVISION = "If-Match";

    private final Jdbi rows;
    private final LookupTries tries;
    private final CentreKey key;
    private final InstantSource clock;

    /** What is held under a name. */
    private record Held(PaperDraft.Found found, boolean used) {}

    public PaperDrafts(Jdbi rows, LookupTries tries, CentreKey key, InstantSource clock) {
        this.rows = rows;
        this.tries = tries;
        this.key = key;
        this.clock = clock;
    }

    /** {@code PUT /paper-drafts/{draft}} */
    public Reply put(Call call) {
        Optional<Sha256> name = Names.hash(call.named("draft"));
        Optional<PaperDraft> read = Json.read(call.body(), PaperDraft.class)
                .filter(draft -> Names.isCode(draft.item()) && Names.isCode(draft.version()) && fits(draft.sealed()));
        if (name.isEmpty() || read.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        PaperDraft draft = read.get();
        Sha256 hash = Sha256.of(call.body());
        Instant now = now();
        return rows.inTransaction(handle -> {
            sweep(handle, now);
            handle.createUpdate("""
                            INSERT INTO paper_draft
                            (name, terminal, item, version, sealed, revision, hash, arrived_at, until)
                            VALUES (:name, :terminal, :item, :version, :sealed, 1, :hash, :now, :until)
                            ON CONFLICT DO NOTHING
                            """)
                    .bind("name", Hashes.bytes(name.get()))
                    .bind("terminal", call.terminal())
                    .bind("item", draft.item())
                    .bind("version", draft.version())
                    .bind("sealed", draft.sealed())
                    .bind("hash", Hashes.bytes(hash))
                    .bind("now", now)
                    .bind("until", now.plus(DraftDesk.KEPT))
                    .execute();
            return receipt(handle, name.get())
                    .filter(first -> first.hash().equals(hash))
                    .map(first -> Reply.json(200, first.signed(key.sign(first.signedBytes()))))
                    .orElseGet(() -> Reply.refused(Refusal.RECORD_DIFFERS));
        });
    }

    /** {@code PUT /paper-drafts/{draft}/used}: handed in, or not wanted any more. There being none is as good. */
    public Reply used(Call call) {
        Optional<Sha256> name = Names.hash(call.named("draft"));
        if (name.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        rows.useHandle(handle -> handle.createUpdate(
                        "UPDATE paper_draft SET used_at = :now, sealed = '' WHERE name = :name AND used_at IS NULL")
                .bind("now", now())
                .bind("name", Hashes.bytes(name.get()))
                .execute());
        return Reply.noted();
    }

    /** {@code POST /paper-drafts/find} */
    public Reply find(Call call) {
        return Json.read(call.body(), PaperDraft.Query.class)
                .filter(query -> Names.isDraftLookup(query.lookup()))
                .map(query -> found("terminal " + call.terminal(), query.lookup()))
                .orElseGet(() -> Reply.refused(Refusal.MALFORMED));
    }

    /** {@code GET /public/drafts/{lookup}} */
    public Reply get(Call call) {
        return Names.isDraftLookup(call.named("lookup"))
                ? found(call.terminal(), call.named("lookup"))
                : Reply.refused(Refusal.DRAFT_UNKNOWN);
    }

    /** {@code PUT /public/drafts/{lookup}}: changes one and never makes one. */
    public Reply change(Call call) {
        if (!Names.isDraftLookup(call.named("lookup"))) {
            return Reply.refused(Refusal.DRAFT_UNKNOWN);
        }
        Optional<PaperDraft.Change> change =
                Json.read(call.body(), PaperDraft.Change.class).filter(read -> fits(read.sealed()));
        Optional<Long> of = call.said(OF_REVISION)
                .map(said -> said.replace("\"", ""))
                .filter(said -> said.matches("[1-9][0-9]{0,17}"))
                .map(Long::valueOf);
        if (change.isEmpty() || of.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        Instant now = now();
        return rows.inTransaction(handle -> {
            Answer answer = look(handle, call.terminal(), call.named("lookup"), now);
            if (answer instanceof Answer.No(var refusal)) {
                return Reply.refused(refusal);
            }
            PaperDraft.Found found = ((Answer.Yes) answer).found();
            int changed = handle.createUpdate("""
                            UPDATE paper_draft SET sealed = :sealed, revision = revision + 1
                            WHERE name = :name AND revision = :of AND used_at IS NULL
                            """)
                    .bind("sealed", change.get().sealed())
                    .bind("name", Hashes.bytes(DraftCode.name(call.named("lookup"))))
                    .bind("of", of.get())
                    .execute();
            return changed == 1
                    ? Reply.json(200, new PaperDraft.Changed(of.get() + 1, found.until()))
                    : Reply.refused(Refusal.DRAFT_CHANGED);
        });
    }

    private Reply found(String who, String lookup) {
        Instant now = now();
        return rows.inTransaction(handle -> switch (look(handle, who, lookup, now)) {
            case Answer.Yes(var found) -> Reply.json(200, found);
            case Answer.No(var refusal) -> Reply.refused(refusal);
        });
    }

    /** What can be said to who asks for a draft. */
    private sealed interface Answer {
        record Yes(PaperDraft.Found found) implements Answer {}

        record No(Refusal refusal) implements Answer {}
    }

    /** A lookup is too long to be guessed, so a right one is always answered; that vain ones are bounded keeps strangers from making work. */
    private Answer look(Handle handle, String who, String lookup, Instant now) {
        Optional<Held> held = held(handle, DraftCode.name(lookup));
        if (held.isEmpty()) {
            if (tries.tooMany(handle, who, lookup, now)) {
                return new Answer.No(Refusal.PROGRESS_TOO_MANY_TRIES);
            }
            tries.note(handle, who, lookup, now);
            return new Answer.No(Refusal.DRAFT_UNKNOWN);
        }
        if (held.get().used()) {
            return new Answer.No(Refusal.DRAFT_USED);
        }
        PaperDraft.Found found = held.get().found();
        if (found.until().isAfter(now)) {
            return new Answer.Yes(found);
        }
        empty(handle, DraftCode.name(lookup));
        return new Answer.No(Refusal.DRAFT_EXPIRED);
    }

    /** Who hears that it is expired is told that its content is gone, which may not wait for another draft to come. */
    private static void empty(Handle handle, Sha256 name) {
        handle.createUpdate("UPDATE paper_draft SET sealed = '' WHERE name = :name AND length(sealed) > 0")
                .bind("name", Hashes.bytes(name))
                .execute();
    }

    private static Optional<Held> held(Handle handle, Sha256 name) {
        return handle.createQuery(
                        "SELECT item, version, revision, sealed, until, used_at FROM paper_draft WHERE name = :name FOR UPDATE")
                .bind("name", Hashes.bytes(name))
                .map((row, _) -> new Held(
                        new PaperDraft.Found(
                                row.getString("item"),
                                row.getString("version"),
                                row.getLong("revision"),
                                row.getBytes("sealed"),
                                row.getTimestamp("until").toInstant()),
                        row.getTimestamp("used_at") != null))
                .findOne();
    }

    /** What came first under this name, unsigned. */
    private Optional<NoteReceipt> receipt(Handle handle, Sha256 name) {
        return handle.createQuery("SELECT hash, arrived_at FROM paper_draft WHERE name = :name")
                .bind("name", Hashes.bytes(name))
                .map((row, _) -> new NoteReceipt(
                        NoteReceipt.PAPER_DRAFT,
                        name.hex(),
                        Hashes.of(row.getBytes("hash")),
                        row.getTimestamp("arrived_at").toInstant(),
                        key.id(),
                        new byte[0]))
                .findOne();
    }

    /** What is expired has no content any more; later even that it was there is forgotten. */
    private static void sweep(Handle handle, Instant now) {
        handle.createUpdate("UPDATE paper_draft SET sealed = '' WHERE until < :now AND length(sealed) > 0")
                .bind("now", now)
                .execute();
        handle.createUpdate("DELETE FROM paper_draft WHERE until < :long_ago")
                .bind("long_ago", now.minus(REMEMBERED))
                .execute();
    }

    private static boolean fits(byte[] sealed) {
        return sealed.length > 0 && sealed.length <= PaperDraft.MAX_SEALED;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
