package banyan.server.intake;

import banyan.acceptance.Paper;
import banyan.acceptance.Problem;
import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import banyan.cache.CarriedJournal;
import banyan.cache.CarriedJournal.Entry;
import banyan.cache.ChainState;
import banyan.server.store.Hashes;
import banyan.server.store.PaperStore;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import banyan.server.wire.Route;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes in what was carried out of a dead terminal, each exactly once: by the routes by which the terminal would have sent it, under the
 * names that it has. Each step is written down with the person who does it.
 */
public final class CarryIn {
    /** What a citizen has handed in: its answer tells whether it was here before. */
    private static final Set<String> FILED = Set.of("SUBMISSION", "SUPPLEMENT");

    private static final int PART = 1 << 20;

    private final Jdbi rows;
    private final List<Route> routes;
    private final Papers papers;
    private final PaperStore store;
    private final InstantSource clock;

    /** What became of an entry. */
    public enum Outcome {
        /** The centre has it now. */
        RECEIVED,
        /** The centre had it already; nothing was changed. */
        HAD,
        /** The centre will never take it; {@link Line#code} says why. */
        REFUSED,
        /** A paper of it is missing or damaged. What is here of it stays, and the rest may still come. */
        INCOMPLETE,
        /** It could not be opened. */
        CLOSED,
        /** Somebody without the keys has taken rows out of the journal, or changed them; {@link Line#code} says which. */
        BROKEN
    }

    /**
     * A line of the protocol.
     *
     * @param kind {@code SUBMISSION}, {@code SUPPLEMENT}, what kind of note, {@code ROW} where it could not be opened, or {@code CHAIN}, which says what is missing
     * @param subject its name, or the number of its row
     * @param code why it was refused; else {@code -}
     */
    public record Line(String kind, String subject, Outcome outcome, String code) {}

    /** @param routes all of the centre */
    public CarryIn(Jdbi rows, List<Route> routes, Papers papers, PaperStore store, InstantSource clock) {
        this.rows = rows;
        this.routes = List.copyOf(routes);
        this.papers = papers;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Does it.
     *
     * @param terminal whose disk it was
     * @param file hash of the carried file
     * @param staff number of the person who does it
     * @throws IOException if the paper store fails; doing it again goes on where it stopped
     */
    public List<Line> take(CarriedJournal journal, String terminal, Sha256 file, String staff) throws IOException {
        UUID act = UUID.randomUUID();
        rows.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO carried_in (id, terminal, file_hash, by_staff, begun_at)
                        VALUES (:id, :terminal, :hash, :staff, :at)
                        """)
                .bind("id", act)
                .bind("terminal", terminal)
                .bind("hash", Hashes.bytes(file))
                .bind("staff", staff)
                .bind("at", clock.instant())
                .execute());
        List<Line> protocol = new ArrayList<>();
        Optional<Line> chain = chain(journal);
        if (chain.isPresent()) {
            note(act, chain.get());
            protocol.add(chain.get());
        }
        for (Entry entry : journal.entries()) {
            Line line = switch (entry) {
                case Entry.Closed(var row) -> new Line("ROW", row, Outcome.CLOSED, "-");
                case Entry.Opened opened -> taken(journal, terminal, opened);
            };
            note(act, line);
            protocol.add(line);
        }
        rows.useHandle(handle -> handle.createUpdate("UPDATE carried_in SET ended_at = :at WHERE id = :id")
                .bind("at", clock.instant())
                .bind("id", act)
                .execute());
        return protocol;
    }

    /** What is to be said of the whole; nothing where nothing is missing and nothing was changed. */
    private static Optional<Line> chain(CarriedJournal journal) throws IOException {
        Optional<ChainState> said = journal.chain();
        if (said.isEmpty()) {
            return Optional.of(new Line("CHAIN", "-", Outcome.CLOSED, "CHAIN-NOT-CARRIED"));
        }
        int missing = said.get().missing();
        return said.filter(chain -> !chain.whole())
                .map(_ -> new Line("CHAIN", "-", Outcome.BROKEN, missing > 0 ? "ROWS-MISSING-" + missing : "ROWS-ALTERED"));
    }

    private void note(UUID act, Line line) {
        rows.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO carried_in_entry (carried_in, kind, subject, outcome)
                        VALUES (:act, :kind, :subject, :outcome) ON CONFLICT DO NOTHING
                        """)
                .bind("act", act)
                .bind("kind", line.kind())
                .bind("subject", line.subject())
                .bind("outcome", line.outcome().name())
                .execute());
    }

    private Line taken(CarriedJournal journal, String terminal, Entry.Opened entry) throws IOException {
        Reply reply = sent(terminal, entry);
        boolean asked = reply.status() == 202;
        if (asked) {
            SubmissionId id = new SubmissionId(Names.uuid(entry.name()).orElseThrow());
            for (CarriedJournal.Paper paper : entry.papers()) {
                if (!papers.holds(terminal, id, paper.hash(), paper.size())) {
                    boolean _ = paper(journal, terminal, id, paper);
                }
            }
            reply = sent(terminal, entry);
        }
        Outcome outcome = switch (reply.status()) {
            case 202 -> Outcome.INCOMPLETE;
            case 200 -> FILED.contains(entry.kind()) ? Outcome.HAD : Outcome.RECEIVED;
            default -> reply.status() < 300 ? Outcome.RECEIVED : Outcome.REFUSED;
        };
        String code = outcome == Outcome.REFUSED
                ? Json.read(reply.body(), Problem.class).map(Problem::code).orElse("-")
                : "-";
        return new Line(entry.kind(), entry.name(), outcome, code);
    }

    private Reply sent(String terminal, Entry.Opened entry) throws IOException {
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.puts(entry.path());
            if (variables.isPresent()) {
                return route.handler()
                        .handle(new Call(
                                terminal, variables.get(), entry.payload(), InputStream.nullInputStream(), Map.of()));
            }
        }
        return Reply.refused(Refusal.MALFORMED);
    }

    /** In parts, each durable: nothing of a paper lies about in the clear but at the place where it belongs. */
    private boolean paper(CarriedJournal journal, String terminal, SubmissionId id, CarriedJournal.Paper paper)
            throws IOException {
        if (paper.size() > Paper.MAX_TOTAL || !store.hasRoom(paper.size())) {
            return false;
        }
        UUID upload = UUID.randomUUID();
        Parts parts = new Parts(store, upload, paper.size());
        try (parts) {
            journal.read(paper, parts);
        } catch (IOException missingOrDamaged) {
            store.drop(upload);
            return false;
        }
        return switch (store.finish(upload, terminal, id, paper.hash())) {
            case PaperStore.Taken.Kept(long size) -> {
                papers.note(terminal, id, paper.hash(), size);
                yield true;
            }
            case PaperStore.Taken.Differs _, PaperStore.Taken.TooLarge _, PaperStore.Taken.NoRoom _ -> {
                store.drop(upload);
                yield false;
            }
        };
    }

    /** Gathers what is written and gives it to the store a part at a time. */
    private static final class Parts extends OutputStream {
        private final PaperStore store;
        private final UUID upload;
        private final long size;
        private final byte[] part = new byte[PART];
        private int have;
        private long stored;

        Parts(PaperStore store, UUID upload, long size) {
            this.store = store;
            this.upload = upload;
            this.size = size;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int taken = 0; taken < length; ) {
                int next = Math.min(length - taken, PART - have);
                System.arraycopy(bytes, from + taken, part, have, next);
                taken += next;
                have += next;
                if (have == PART) {
                    store();
                }
            }
        }

        private void store() throws IOException {
            PaperStore.Appended appended = store.append(
                    upload, stored, size - stored, Optional.empty(), new ByteArrayInputStream(part, 0, have));
            if (!(appended instanceof PaperStore.Appended.Held(long received, boolean whole)) || !whole) {
                throw new IOException("the paper store does not take it");
            }
            stored = received;
            have = 0;
        }

        @Override
        public void close() throws IOException {
            if (have > 0) {
                store();
            }
        }
    }
}
