package banyan.server.intake;

import banyan.acceptance.Paper;
import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import banyan.acceptance.Tus;
import banyan.server.store.PaperStore;
import banyan.server.wire.Call;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in large papers in chunks, by tus 1.0.0. A chunk is durable before its row says so and before the sender hears of it; when
 * the last is here the whole is read again, and only what has the paper's hash becomes the paper.
 */
public final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final String OVERRIDE = "X-HTTP-Method-Override";

    private final UploadRows rows;
    private final Papers papers;
    private final PaperStore store;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    /**
     * Takes up what was under way when the centre last ended.
     *
     * @throws IOException if the paper store fails
     */
    public Uploads(UploadRows rows, Papers papers, PaperStore store) throws IOException {
        this.rows = rows;
        this.papers = papers;
        this.store = store;
        store.keepUploads(rows.received());
    }

    /** Does something with an upload that nobody else is at. */
    private interface Deed {
        Reply on(UploadRows.Row row) throws IOException;
    }

    /** {@code OPTIONS /uploads} */
    public Reply options() {
        return tus(
                204,
                Map.of(
                        "Tus-Version", Tus.VERSION,
                        "Tus-Extension", "creation,checksum,termination",
                        "Tus-Checksum-Algorithm", Tus.ALGORITHM,
                        "Tus-Max-Size", Long.toString(Paper.MAX_TOTAL)));
    }

    /** {@code POST /submissions/{id}/uploads?hash=…&length=…} */
    public Reply post(Call call) throws IOException {
        Optional<Sha256> hash = call.said("hash").flatMap(Names::hash);
        Optional<Long> length = call.said("length").flatMap(Uploads::number);
        boolean contradicted = call.said(Tus.LENGTH)
                .filter(said -> !number(said).equals(length))
                .isPresent();
        if (hash.isEmpty() || length.isEmpty() || contradicted || call.body().length > 0) {
            return refused(Refusal.MALFORMED);
        }
        if (!spoken(call)) {
            return refused(Refusal.TUS_VERSION_UNKNOWN);
        }
        if (length.get() > Paper.MAX_TOTAL) {
            return refused(Refusal.PAPERS_TOO_LARGE);
        }
        for (UUID over : rows.endAbandoned(underWay)) {
            store.drop(over);
        }
        SubmissionId id = new SubmissionId(Names.uuid(call.named("id")).orElseThrow());
        if (!store.hasRoom(length.get())) {
            return refused(Refusal.STORE_FULL);
        }
        boolean held = papers.holds(call.terminal(), id, hash.get(), length.get());
        return switch (rows.begin(call.terminal(), id, hash.get(), length.get(), held)) {
            case UploadRows.Begun.Row(var row) -> {
                String address = "/api/v1/uploads/" + row.token();
                long offset = held ? row.length() : received(row);
                yield tus(201, Map.of("Location", address, Tus.OFFSET, Long.toString(offset)));
            }
            case UploadRows.Begun.No(var refusal) -> refused(refusal);
        };
    }

    /** {@code HEAD /uploads/{token}}; a question never stands in the way of a chunk. */
    public Reply head(Call call) throws IOException {
        if (!spoken(call)) {
            return refused(Refusal.TUS_VERSION_UNKNOWN);
        }
        Optional<UploadRows.Row> row = row(call);
        if (row.isEmpty()) {
            return refused(Refusal.UPLOAD_UNKNOWN);
        }
        if (underWay.contains(row.get().token())) {
            return refused(Refusal.UPLOAD_UNDER_WAY);
        }
        return row.get().received() < row.get().length()
                ? stands(row.get(), received(row.get()))
                : on(call, last -> stands(last, isWhole(last) ? last.length() : received(last)));
    }

    private static Reply stands(UploadRows.Row row, long offset) {
        return tus(200, Map.of(Tus.OFFSET, Long.toString(offset), Tus.LENGTH, Long.toString(row.length())));
    }

    /** {@code PATCH /uploads/{token}} */
    public Reply patch(Call call) throws IOException {
        Optional<Long> offset = call.said(Tus.OFFSET).flatMap(Uploads::number);
        Optional<Sha256> promised = call.said(Tus.CHECKSUM).flatMap(Tus::checksum);
        boolean chunk = call.said("Content-Type").filter(Tus.CHUNK::equals).isPresent();
        if (!chunk || offset.isEmpty() || call.said(Tus.CHECKSUM).isPresent() != promised.isPresent()) {
            return refused(Refusal.UPLOAD_MALFORMED);
        }
        return on(call, row -> {
            boolean whole = isWhole(row);
            long at = whole ? row.length() : received(row);
            if (offset.get() != at) {
                return refused(Refusal.UPLOAD_OFFSET);
            }
            return whole ? came(at) : append(row, at, promised, call);
        });
    }

    /** {@code POST /uploads/{token}}, for clients whose HTTP cannot say {@code PATCH}. */
    public Reply overridden(Call call) throws IOException {
        return call.said(OVERRIDE).filter("PATCH"::equals).isPresent() ? patch(call) : refused(Refusal.METHOD_UNKNOWN);
    }

    /** {@code DELETE /uploads/{token}} */
    public Reply delete(Call call) throws IOException {
        return on(call, row -> {
            rows.end(row);
            store.drop(row.token());
            return tus(204, Map.of());
        });
    }

    private Reply append(UploadRows.Row row, long at, Optional<Sha256> promised, Call call) throws IOException {
        long left = row.length() - at;
        long most = promised.isPresent() ? Math.min(left, Tus.MAX_CHUNK) : left;
        return switch (store.append(row.token(), at, most, promised, call.stream())) {
            case PaperStore.Appended.Held(long received, boolean whole) -> {
                rows.received(row, received);
                if (received == row.length()) {
                    yield finish(row);
                }
                yield whole ? came(received) : refused(Refusal.BODY_SLOW);
            }
            case PaperStore.Appended.Differs _ -> refused(Refusal.CHUNK_DIFFERS);
            case PaperStore.Appended.TooLong _ -> refused(Refusal.BODY_TOO_LARGE);
            case PaperStore.Appended.Broken _ -> refused(Refusal.BODY_SLOW);
            case PaperStore.Appended.NoRoom _ -> refused(Refusal.STORE_FULL);
        };
    }

    /** Everything has arrived: makes it the paper, or forgets it where it is another. */
    private Reply finish(UploadRows.Row row) throws IOException {
        return switch (store.finish(row.token(), row.terminal(), row.submission(), row.hash())) {
            case PaperStore.Taken.Kept(long size) -> {
                papers.note(row.terminal(), row.submission(), row.hash(), size);
                LOG.info("UPLOAD-WHOLE terminal={} bytes={}", row.terminal(), size);
                yield came(size);
            }
            case PaperStore.Taken.Differs _, PaperStore.Taken.TooLarge _, PaperStore.Taken.NoRoom _ -> {
                rows.received(row, 0);
                store.drop(row.token());
                yield refused(Refusal.PAPER_DIFFERS);
            }
        };
    }

    private Reply on(Call call, Deed deed) throws IOException {
        if (!spoken(call)) {
            return refused(Refusal.TUS_VERSION_UNKNOWN);
        }
        Optional<UUID> token = Names.uuid(call.named("token"));
        if (token.isEmpty()) {
            return refused(Refusal.UPLOAD_UNKNOWN);
        }
        if (!underWay.add(token.get())) {
            return refused(Refusal.UPLOAD_UNDER_WAY);
        }
        try {
            Optional<UploadRows.Row> row = row(call);
            return row.isEmpty() ? refused(Refusal.UPLOAD_UNKNOWN) : deed.on(row.get());
        } finally {
            underWay.remove(token.get());
        }
    }

    /** The upload of the token; a terminal that signs is shown its own alone. */
    private Optional<UploadRows.Row> row(Call call) {
        return Names.uuid(call.named("token"))
                .flatMap(rows::of)
                .filter(found -> call.terminal().isEmpty() || found.terminal().equals(call.terminal()));
    }

    /** Of what the row says and what the file holds the less: a restored file may be shorter, one cut by a crash longer. */
    private long received(UploadRows.Row row) throws IOException {
        return Math.min(row.received(), store.received(row.token()));
    }

    /** Whether the paper is here. Where a crash came between its last byte and its row, finishes what was begun. */
    private boolean isWhole(UploadRows.Row row) throws IOException {
        if (row.received() < row.length()) {
            return false;
        }
        if (papers.holds(row.terminal(), row.submission(), row.hash(), row.length())) {
            return true;
        }
        if (store.holds(row.terminal(), row.submission(), row.hash(), row.length())) {
            papers.note(row.terminal(), row.submission(), row.hash(), row.length());
            return true;
        }
        return store.received(row.token()) == row.length() && finish(row).status() == 204;
    }

    private static Reply came(long received) {
        return tus(204, Map.of(Tus.OFFSET, Long.toString(received)));
    }

    private static boolean spoken(Call call) {
        return call.said(Tus.RESUMABLE).filter(Tus.VERSION::equals).isPresent();
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,12}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static Reply refused(Refusal refusal) {
        Reply plain = Reply.refused(refusal);
        Map<String, String> headers = new HashMap<>(Map.of(Tus.RESUMABLE, Tus.VERSION));
        if (refusal == Refusal.TUS_VERSION_UNKNOWN) {
            headers.put("Tus-Version", Tus.VERSION);
        }
        return plain.with(headers);
    }

    private static Reply tus(int status, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put(Tus.RESUMABLE, Tus.VERSION);
        return new Reply(status, "", new byte[0], headers);
    }
}
