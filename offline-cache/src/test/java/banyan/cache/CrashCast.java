package banyan.cache;

import banyan.acceptance.Sha256;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Does everything that must not be lost, in turn and as fast as it can, and says what it is about to ask and what it was promised,
 * in lines that {@link Promises} understands; until the disk or the program is no more. As a program its arguments are the cache's
 * folder, a seed, and for the control {@code early}.
 */
final class CrashCast {
    private static final int PAPER = 150_000;

    private final Path folder;
    private final Journal journal;
    private final PageStore pages;
    private final DraftRefuge refuge;
    private final VisitKey visit;
    private final Random random;
    private final Consumer<String> say;

    /** Says what was promised before it was: the control, which must be found out. */
    private final boolean early;

    private final List<String> kept = new ArrayList<>();
    private int drafts;

    CrashCast(Path folder, Journal journal, DraftRefuge refuge, Random random, Consumer<String> say, boolean early) {
        this.folder = folder;
        this.journal = journal;
        this.refuge = refuge;
        this.visit = VisitKey.random();
        this.pages = PageStore.open(folder, visit);
        this.random = random;
        this.say = say;
        this.early = early;
    }

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        try (Journal journal = Given.journal(folder);
                DraftRefuge refuge = DraftRefuge.open(folder, Given.vault(folder), Instant::now)) {
            new CrashCast(
                            folder,
                            journal,
                            refuge,
                            new Random(Long.parseLong(arguments[1])),
                            out::println,
                            Arrays.asList(arguments).contains("early"))
                    .play();
        }
    }

    /** Returns when something was not kept. */
    void play() {
        String card = "35010219900307%04d".formatted(random.nextInt(10_000));
        boolean going = true;
        for (int round = 0; going; round++) {
            going = switch (round % 8) {
                case 2 -> note();
                case 4 -> draft(card);
                case 5 -> state();
                case 7 -> settle();
                default -> submission(round % 4 == 0);
            };
        }
        say.accept("ENDED " + folder.getFileName());
    }

    private boolean submission(boolean withPapers) {
        List<PageHandle> papers = new ArrayList<>();
        for (int size : withPapers ? new int[] {PAPER, 10} : new int[0]) {
            if (!(pages.put(Given.bytes(size, papers.size())) instanceof PageStore.Put.Stored(var page))) {
                return false;
            }
            papers.add(page);
        }
        Sealed sealed = CrashWriter.sealed(journal.newNumber(), papers, random.nextInt(100, 4100));
        String name = sealed.id().toString();
        return promised(
                "KEPT " + name + " " + Sha256.of(sealed.payload()),
                () -> {
                    boolean done = journal.append(sealed, pages, Given.SOON) instanceof Appended.Kept;
                    kept.add(name);
                    return done;
                });
    }

    private boolean note() {
        Note note = Given.trouble(random.nextInt(Integer.MAX_VALUE));
        return promised(
                "KEPT " + note.name() + " " + Sha256.of(note.body()),
                () -> journal.append(note, Given.SOON) instanceof Appended.Kept);
    }

    private boolean draft(String card) {
        drafts++;
        return promised(
                "DRAFT " + card + " " + drafts,
                () -> refuge.save(
                                Integer.toString(drafts).getBytes(StandardCharsets.US_ASCII),
                                visit,
                                card.toCharArray(),
                                Instant.now().plusSeconds(500))
                        instanceof DraftRefuge.Saved.Safe);
    }

    private boolean state() {
        Pending entry = journal.pending(kept.getLast()).orElseThrow();
        return promised("REFUSED " + entry.name() + " -", () -> journal.refuse(entry, "CATALOGUE-UNKNOWN"));
    }

    private boolean settle() {
        Pending entry = journal.pending(kept.remove(random.nextInt(kept.size()))).orElseThrow();
        return promised("SETTLED " + entry.name() + " -", () -> journal.settle(entry, new byte[] {'{', '}'}));
    }

    private interface Deed {
        boolean done();
    }

    private boolean promised(String what, Deed deed) {
        say.accept("ASK " + what);
        if (early) {
            say.accept("ACK " + what);
            return deed.done();
        }
        boolean done = deed.done();
        if (done) {
            say.accept("ACK " + what);
        }
        return done;
    }
}
