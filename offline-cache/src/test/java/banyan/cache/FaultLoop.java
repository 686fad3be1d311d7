package banyan.cache;

import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Does each thing that changes the journal, and fails the n-th call to the kernel in it, n = 1, 2, 3 … until a run passes
 * untouched; then looks at what was said and what is. A program of its own, because the faults must be there before the C library
 * is. Its arguments are a folder and, for the control, {@code careless}.
 */
final class FaultLoop {
    private static final int PAPER = 70_000;
    private static final char[] CARD = Given.CARD.toCharArray();

    /** So many calls none of these deeds makes. */
    private static final int ENDLESS = 2000;

    private final Path folder;
    private final Faults faults;

    /** A program that takes "I do not know" and "no" for "yes": the control, which must be found out. */
    private final boolean careless;

    /** What is done. */
    private enum Deed {
        APPEND,
        SETTLE,
        STATE,
        DRAFT
    }

    /** What happens to it. */
    private record Trouble(Faults.Mode mode, int error) {}

    private static final List<Trouble> TROUBLES = List.of(
            new Trouble(Faults.Mode.FAIL_ONCE, Faults.EIO),
            new Trouble(Faults.Mode.FAIL_FROM, Faults.EROFS),
            new Trouble(Faults.Mode.FAIL_ONCE, Faults.ENOSPC),
            new Trouble(Faults.Mode.FAIL_FROM, Faults.ENOSPC),
            new Trouble(Faults.Mode.SHORT, 0));

    /** A folder as every attempt finds it: a kept submission that must not suffer, one that something is done with, a draft. */
    private record Before(Path folder, Sealed bystander, Sealed other, VisitKey visit) {}

    private FaultLoop(Path folder, Faults faults, boolean careless) {
        this.folder = folder;
        this.faults = faults;
        this.careless = careless;
    }

    public static void main(String[] arguments) throws IOException {
        FaultLoop loop = new FaultLoop(
                Path.of(arguments[0]), Faults.mine(), Arrays.asList(arguments).contains("careless"));
        Before before = loop.before();
        long points = 0;
        for (Deed deed : Deed.values()) {
            for (Trouble trouble : TROUBLES) {
                points += loop.everyPoint(before, deed, trouble);
            }
        }
        System.out.println("POINTS " + points);
    }

    private Before before() throws IOException {
        Path made = Files.createDirectories(folder.resolve("before"));
        VisitKey visit = VisitKey.random();
        Sealed bystander;
        Sealed other;
        try (Journal journal = Given.journal(made);
                DraftRefuge refuge = DraftRefuge.open(made, Given.vault(made), Instant::now)) {
            PageStore pages = PageStore.open(made, visit);
            bystander = Given.sealed(journal, Given.pages(pages, 10));
            other = Given.sealed(journal, Given.pages(pages, PAPER, 10));
            must(journal.append(bystander, pages, Given.SOON) instanceof Appended.Kept, "the first is not kept");
            must(journal.append(other, pages, Given.SOON) instanceof Appended.Kept, "the second is not kept");
            save(refuge, visit, "draft 1");
        }
        return new Before(made, bystander, other, visit);
    }

    private static DraftRefuge.Saved save(DraftRefuge refuge, VisitKey visit, String draft) {
        return refuge.save(
                draft.getBytes(StandardCharsets.UTF_8), visit, CARD, Instant.now().plusSeconds(300));
    }

    private long everyPoint(Before before, Deed deed, Trouble trouble) throws IOException {
        for (long n = 1; n < ENDLESS; n++) {
            Path here = folder.resolve(deed + "-" + trouble.mode() + "-" + trouble.error() + "-" + n);
            copy(before.folder(), here);
            String where = deed + " " + trouble + " at " + n;
            long calls =
                    switch (deed) {
                        case APPEND -> append(before, here, trouble, n, where);
                        case SETTLE -> settle(before, here, trouble, n, where);
                        case STATE -> state(before, here, trouble, n, where);
                        case DRAFT -> draft(before, here, trouble, n, where);
                    };
            remove(here);
            if (calls < n) {
                must(n > 3, "only " + n + " calls in " + where);
                return n - 1;
            }
        }
        throw new AssertionError("no end of " + deed + " " + trouble);
    }

    private long append(Before before, Path here, Trouble trouble, long n, String where) throws IOException {
        PageStore pages = PageStore.open(here, before.visit());
        Optional<Sealed> sealed;
        Optional<Appended> said = Optional.empty();
        byte[] paper = Given.bytes(PAPER, 5);
        try (Journal journal = Given.journal(here)) {
            faults.arm(trouble.mode(), n, trouble.error());
            sealed = pages.put(paper) instanceof PageStore.Put.Stored(var page)
                    ? Optional.of(Given.sealed(journal, List.of(page)))
                    : Optional.empty();
            if (sealed.isPresent()) {
                said = Optional.of(journal.append(sealed.get(), pages, Given.SOON));
            }
        }
        long calls = faults.calm();
        try (Journal journal = Given.journal(here)) {
            untouched(journal, before.bystander(), where);
            untouched(journal, before.other(), where);
            boolean kept = sealed.flatMap(one -> journal.pending(one.id().toString())).isPresent();
            must(journal.pending().size() == (kept ? 3 : 2), "an entry of nobody, " + where);
            if (kept) {
                untouched(journal, sealed.orElseThrow(), where);
            }
            must(papers(here) == (kept ? 4 : 3), "papers of nothing, " + where);
            if (said.isPresent()) {
                switch (said.get()) {
                    case Appended.Kept _ -> must(kept, "promised and lost, " + where);
                    case Appended.Full _, Appended.Failed _ -> must(!kept && !careless, "refused and kept, " + where);
                    case Appended.Unsure _ -> must(kept || !careless, "promised and lost, " + where);
                }
                must(
                        journal.append(sealed.orElseThrow(), pages, Given.SOON) instanceof Appended.Kept,
                        "not kept when it was tried again, " + where);
                must(journal.pending().size() == 3, "kept twice, " + where);
                untouched(journal, sealed.orElseThrow(), where);
            }
        }
        return calls;
    }

    private long settle(Before before, Path here, Trouble trouble, long n, String where) throws IOException {
        boolean said;
        SubmissionId id = before.other().id();
        try (Journal journal = Given.journal(here)) {
            Pending entry = journal.pending(id.toString()).orElseThrow();
            byte[] receipt = Receipts.json(before.other());
            faults.arm(trouble.mode(), n, trouble.error());
            said = journal.settle(entry, receipt);
        }
        long calls = faults.calm();
        try (Journal journal = Given.journal(here)) {
            untouched(journal, before.bystander(), where);
            boolean settled = journal.standing(id).orElseThrow(() -> new AssertionError("neither entry nor receipt, " + where))
                    instanceof Standing.Received;
            must(settled || !said, "a receipt was stored and is lost, " + where);
            if (settled) {
                must(journal.pending().size() == 1, "entry and receipt at once, " + where);
                must(papers(here) == 1, "papers of what the centre holds, " + where);
            } else {
                untouched(journal, before.other(), where);
            }
        }
        return calls;
    }

    private long state(Before before, Path here, Trouble trouble, long n, String where) throws IOException {
        boolean said;
        String name = before.other().id().toString();
        try (Journal journal = Given.journal(here)) {
            Pending entry = journal.pending(name).orElseThrow();
            faults.arm(trouble.mode(), n, trouble.error());
            said = journal.refuse(entry, "CATALOGUE-UNKNOWN");
        }
        long calls = faults.calm();
        try (Journal journal = Given.journal(here)) {
            untouched(journal, before.bystander(), where);
            untouched(journal, before.other(), where);
            Pending now = journal.pending(name).orElseThrow();
            boolean refused = now.state() == Pending.State.REFUSED && now.code().equals("CATALOGUE-UNKNOWN");
            boolean kept = now.state() == Pending.State.KEPT && now.code().equals(Pending.NO_CODE);
            must(refused || kept && !said, "a state that nobody gave, " + where);
        }
        return calls;
    }

    private long draft(Before before, Path here, Trouble trouble, long n, String where) throws IOException {
        DraftRefuge.Saved said;
        try (DraftRefuge refuge = DraftRefuge.open(here, Given.vault(here), Instant::now)) {
            faults.arm(trouble.mode(), n, trouble.error());
            said = save(refuge, before.visit(), "draft 2");
        }
        long calls = faults.calm();
        try (DraftRefuge refuge = DraftRefuge.open(here, Given.vault(here), Instant::now)) {
            String found =
                    switch (refuge.reopen(CARD)) {
                        case DraftRefuge.Reopening.Reopened(var draft, _) -> new String(draft, StandardCharsets.UTF_8);
                        case DraftRefuge.Reopening.Nothing() -> "none";
                    };
            boolean safe = said instanceof DraftRefuge.Saved.Safe;
            must(found.equals("draft 2") || !safe && found.equals("draft 1"), found + " was found, " + where);
        }
        return calls;
    }

    /** It is there, its payload opens, and its papers are what was kept. */
    private static void untouched(Journal journal, Sealed sealed, String where) throws IOException {
        Pending entry = journal.pending(sealed.id().toString())
                .orElseThrow(() -> new AssertionError("promised and lost, " + where));
        Outgoing out = journal.read(entry).orElseThrow(() -> new AssertionError("does not open, " + where));
        must(Arrays.equals(sealed.payload(), out.payload()), "another payload, " + where);
        must(out.papers().size() == sealed.papers().size(), "fewer papers, " + where);
        for (int at = 0; at < out.papers().size(); at++) {
            ByteArrayOutputStream clear = new ByteArrayOutputStream();
            journal.read(out.papers().get(at), clear);
            must(Sha256.of(clear.toByteArray()).equals(sealed.papers().get(at).hash()), "another paper, " + where);
        }
    }

    private static int papers(Path here) throws IOException {
        Path papers = here.resolve("papers");
        return Files.isDirectory(papers) ? JournalTest.list(papers).size() : 0;
    }

    private static void must(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
