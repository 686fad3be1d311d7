package banyan.cache;

import banyan.acceptance.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks the whole journal over in a quiet night: its database a part at a time, its chain, then entry for entry whether it opens and
 * whether its papers are what was kept. In between others get their turn.
 */
final class Examiner {
    private final JournalThread thread;
    private final Outbox outbox;
    private final Papers papers;

    Examiner(JournalThread thread, Outbox outbox, Papers papers) {
        this.thread = thread;
        this.outbox = outbox;
        this.papers = papers;
    }

    /**
     * Empty where the journal cannot say.
     *
     * @param each shows every entry that lies there; false where not all could be read
     */
    Optional<Journal.Examination> examine(Predicate<Consumer<Pending>> each) {
        boolean sound = true;
        for (int at = 0; at < JournalDb.parts() && sound; at++) {
            int part = at;
            Optional<Boolean> said = thread.ask(Journal.EXAMINING, () -> outbox.footing().sound(part)).done();
            if (said.isEmpty()) {
                return Optional.empty();
            }
            sound = said.get();
        }
        Optional<ChainState> chain = Optional.empty();
        if (sound) {
            Optional<Optional<ChainState>> said =
                    thread.ask(Journal.EXAMINING, outbox.footing()::chain).done();
            if (said.isEmpty()) {
                return Optional.empty();
            }
            chain = said.get();
        }
        Count count = new Count();
        boolean all = each.test(entry -> {
            if (entry.state() != Pending.State.REFUSED) {
                count.add(examined(entry));
            }
        });
        return all
                ? Optional.of(new Journal.Examination(sound, count.entries, count.damaged, chain))
                : Optional.empty();
    }

    private static final class Count {
        private int entries;
        private int damaged;

        void add(Optional<Boolean> whole) {
            entries += whole.isPresent() ? 1 : 0;
            damaged += whole.isPresent() && !whole.get() ? 1 : 0;
        }
    }

    /** Whether it opens, with all its papers; empty where the centre has received it meanwhile, which is no damage. */
    private Optional<Boolean> examined(Pending entry) {
        Optional<Outgoing> out = ask(() -> outbox.standings().now(entry).flatMap(outbox::read));
        boolean whole = out.isPresent() && out.get().papers().stream().allMatch(this::isWhole);
        boolean there = ask(() -> outbox.standings().now(entry)).isPresent();
        return there ? Optional.of(whole) : Optional.empty();
    }

    private boolean isWhole(Head.KeptPaper paper) {
        MessageDigest digest = Sha256.digest();
        try (OutputStream hashed = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            papers.read(paper, hashed);
            return Sha256.of(digest.digest(), 0).equals(paper.hash());
        } catch (IOException unreadable) {
            return false;
        }
    }

    private <T> Optional<T> ask(Supplier<Optional<T>> work) {
        return thread.ask(Journal.ASKING, work).done().flatMap(found -> found);
    }
}
