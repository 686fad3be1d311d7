package banyan.cache;

import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@link CrashCast} asked and what it was promised, held against what a folder holds after a crash. */
final class Promises {
    private static final Pattern LINE =
            Pattern.compile("(ASK|ACK) (KEPT|REFUSED|SETTLED|DRAFT) ([0-9A-Za-z-]+) ([0-9a-f]{64}|[0-9]+|-)");

    private final Map<String, String> asked = new HashMap<>();
    private final Map<String, String> kept = new HashMap<>();
    private final Set<String> mayBeRefused = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> maySettle = new HashSet<>();
    private final Set<String> settled = new HashSet<>();

    /** Of the last crash alone: an older draft's visit is over. */
    private final Map<String, Integer> drafts = new HashMap<>();

    private int count;
    private boolean powerOff;

    /** A line that was cut in two promises nothing. */
    synchronized void said(String line) {
        Matcher said = LINE.matcher(line);
        if (!said.matches()) {
            return;
        }
        String name = said.group(3);
        if (said.group(1).equals("ASK")) {
            switch (said.group(2)) {
                case "KEPT" -> asked.put(name, said.group(4));
                case "REFUSED" -> mayBeRefused.add(name);
                case "SETTLED" -> maySettle.add(name);
                default -> {}
            }
            return;
        }
        if (powerOff) {
            return;
        }
        count++;
        switch (said.group(2)) {
            case "KEPT" -> kept.put(name, said.group(4));
            case "REFUSED" -> refused.add(name);
            case "SETTLED" -> settled.add(name);
            default -> drafts.put(name, Integer.parseInt(said.group(4)));
        }
    }

    /**
     * From a power cut on nothing can be promised, for the program is gone with the power. Here it lives on, and a flush that was
     * under way when the file system was shut down may return to it as if it had succeeded.
     */
    synchronized void power(boolean on) {
        powerOff = !on;
    }

    /** What comes now is another visit's, whose drafts are others. */
    synchronized void nextVisit() {
        drafts.clear();
    }

    /** How many there were. */
    synchronized int count() {
        return count;
    }

    /** What is not as it was promised, a line each; nothing of it is ever to be found. */
    List<String> broken(Path folder) throws IOException {
        List<String> broken = new ArrayList<>();
        try (Journal journal = Given.journal(folder)) {
            Journal.Report report = journal.report();
            if (!journal.sound() || report.damaged() > 0 || report.salvaged() > 0) {
                broken.add("the database is not sound");
            }
            Map<String, Pending> there = new HashMap<>();
            for (Pending entry : journal.pending()) {
                there.put(entry.name(), entry);
                String payload = asked.get(entry.name());
                if (payload == null) {
                    broken.add("an entry that nobody asked for: " + entry.name());
                } else if (!isWhole(journal, entry, payload)) {
                    broken.add("an entry that is not whole: " + entry.name());
                }
                if (entry.state() == Pending.State.REFUSED && !mayBeRefused.contains(entry.name())) {
                    broken.add("a state that nobody gave: " + entry.name());
                }
            }
            for (String name : kept.keySet()) {
                Pending entry = there.get(name);
                boolean received = entry == null
                        && maySettle.contains(name)
                        && journal.standing(new SubmissionId(UUID.fromString(name))).isPresent();
                if (entry == null && !received) {
                    broken.add("lost: " + name);
                } else if (entry != null && settled.contains(name)) {
                    broken.add("the receipt is lost: " + name);
                } else if (entry != null && refused.contains(name) && entry.state() != Pending.State.REFUSED) {
                    broken.add("the state is lost: " + name);
                }
            }
            if (!journal.examine().flatMap(Journal.Examination::chain).equals(Optional.of(ChainState.WHOLE))) {
                broken.add("the chain does not fit what is there");
            }
        }
        drafts(folder, broken);
        return broken;
    }

    private static boolean isWhole(Journal journal, Pending entry, String payload) throws IOException {
        Outgoing out = journal.read(entry).orElse(null);
        if (out == null || !Sha256.of(out.payload()).hex().equals(payload)) {
            return false;
        }
        for (Head.KeptPaper paper : out.papers()) {
            ByteArrayOutputStream clear = new ByteArrayOutputStream();
            try {
                journal.read(paper, clear);
            } catch (IOException damaged) {
                return false;
            }
            if (!Sha256.of(clear.toByteArray()).equals(paper.hash())) {
                return false;
            }
        }
        return true;
    }

    private void drafts(Path folder, List<String> broken) {
        try (DraftRefuge refuge = DraftRefuge.open(folder, Given.vault(folder), Instant::now)) {
            drafts.forEach((card, last) -> {
                int found =
                        switch (refuge.reopen(card.toCharArray())) {
                            case DraftRefuge.Reopening.Reopened(var draft, _) ->
                                Integer.parseInt(new String(draft, StandardCharsets.US_ASCII));
                            case DraftRefuge.Reopening.Nothing() -> 0;
                        };
                if (found < last) {
                    broken.add("a draft is lost: " + found + " instead of " + last);
                }
            });
        }
    }
}
