package banyan.kiosk.visit;

import banyan.acceptance.Assignment;
import banyan.acceptance.Receipt;
import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import banyan.cache.Appended;
import banyan.cache.Delivery;
import banyan.cache.ChainState;
import banyan.cache.Journal;
import banyan.cache.Note;
import banyan.cache.PageHandle;
import banyan.cache.PageStore;
import banyan.cache.Room;
import banyan.cache.Sealed;
import banyan.cache.Standing;
import banyan.kiosk.upkeep.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** An outbox that keeps what it is given, or says why not, and delivers when the centre is there. */
final class FakeOutbox implements Outbox {
    final Map<SubmissionId, Sealed> kept = new HashMap<>();
    final List<Note> notes = new ArrayList<>();

    /** What it was asked to note beside evidence, noted or not. */
    final List<Note.Kind> tried = new ArrayList<>();

    /** Consents and ledger lines, which go with everything else. */
    final List<Note> evidence = new ArrayList<>();
    final Map<String, Standing> standings = new HashMap<>();
    Room room = new Room.Enough();
    Optional<Appended> answer = Optional.empty();
    Optional<Appended> noteAnswer = Optional.empty();
    Optional<Appended> evidenceAnswer = Optional.empty();
    int salvaged;
    int examinations;
    Optional<Journal.Examination> examination = Optional.of(new Journal.Examination(true, 0, 0, Optional.of(ChainState.WHOLE)));
    final List<Journal.Stuck> stuck = new ArrayList<>();

    /** The journal cannot note that anything goes again. */
    boolean staysStuck;

    boolean online = true;
    Optional<Delivery.End> end = Optional.empty();
    int numbers;
    int appends;
    final Map<String, Assignment> assignments = new HashMap<>();

    /** Looks at what is kept, while its pages can be read. */
    BiConsumer<PageStore, Sealed> reading = (_, _) -> {};

    @Override
    public Room room() {
        return room;
    }

    @Override
    public Optional<Journal.Examination> examine() {
        examinations++;
        return examination;
    }

    @Override
    public Waiting waiting() {
        return new Waiting(kept.size(), stuck.size(), notes.size(), salvaged, 0);
    }

    @Override
    public List<Journal.Stuck> setAside() {
        return List.copyOf(stuck);
    }

    @Override
    public boolean sendAgain(Journal.Stuck which) {
        return !staysStuck && stuck.remove(which);
    }

    @Override
    public String newNumber() {
        numbers++;
        return "0137-8K4" + numbers;
    }

    @Override
    public Appended append(Sealed sealed, PageStore pages) {
        appends++;
        if (answer.isPresent()) {
            return answer.get();
        }
        for (PageHandle page : sealed.papers()) {
            if (!(pages.read(page) instanceof PageStore.Page.Bytes)) {
                return new Appended.Failed("PAGE-DAMAGED");
            }
        }
        reading.accept(pages, sealed);
        kept.put(sealed.id(), sealed);
        return new Appended.Kept(sealed.number(), Instant.parse("2026-11-20T12:46:00Z"));
    }

    @Override
    public Appended append(Note note) {
        boolean proves = note.kind() == Note.Kind.CONSENT || note.kind() == Note.Kind.LEDGER;
        if (!proves) {
            tried.add(note.kind());
        }
        Optional<Appended> instead = proves ? evidenceAnswer : noteAnswer;
        if (instead.isPresent()) {
            return instead.get();
        }
        (proves ? evidence : notes).add(note);
        return new Appended.Kept(note.name(), Instant.parse("2026-11-20T12:46:00Z"));
    }

    @Override
    public Optional<Standing> standing(SubmissionId id) {
        return Optional.ofNullable(kept.get(id))
                .map(sealed -> new Standing.Kept(sealed.number(), Instant.parse("2026-11-20T12:00:00Z")));
    }

    @Override
    public String slipCode(String number) {
        return "%08d".formatted(Math.floorMod(number.hashCode(), 100_000_000));
    }

    @Override
    public Optional<Standing> standing(String number, String code) {
        return code.equals(slipCode(number)) ? Optional.ofNullable(standings.get(number)) : Optional.empty();
    }

    @Override
    public Optional<Assignment> assignment(String number) {
        return Optional.ofNullable(assignments.get(number));
    }

    @Override
    public Optional<Standing> waiting(String code) {
        return standings.values().stream()
                .filter(standing -> slipCode(standing.number()).equals(code))
                .findFirst();
    }

    @Override
    public Delivery.End deliver(SubmissionId id, Duration deadline, Consumer<Delivery> steps) {
        if (end.isPresent()) {
            return end.get();
        }
        if (!online) {
            return new Delivery.StillHere("OFFLINE");
        }
        Sealed sealed = kept.get(id);
        if (sealed == null) {
            throw new IllegalStateException("delivered before it was kept");
        }
        int papers = sealed.papers().size();
        steps.accept(new Delivery.PapersHeld(papers, papers));
        return new Delivery.Received(new Receipt(
                id,
                Sha256.of(sealed.payload()),
                sealed.papers().stream().map(PageHandle::hash).toList(),
                "350120260427",
                Instant.parse("2026-11-20T12:46:10Z"),
                LocalDate.of(2026, 11, 27),
                Optional.of(Instant.parse("2026-11-20T12:46:00Z")),
                Optional.of("48271093"),
                "key",
                new byte[64]));
    }
}
