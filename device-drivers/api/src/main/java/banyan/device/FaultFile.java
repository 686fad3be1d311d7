package banyan.device;

import banyan.device.FaultRow.Advice;
import banyan.device.FaultRow.Reader;
import banyan.device.FaultRow.Retry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one {@code faults.txt}. A block begins at the left edge with {@code device}, {@code fault}, {@code warning} or
 * {@code state}; its sentences follow, indented.
 */
final class FaultFile {
    /** Completion codes (CWA 17852, common to all commands). */
    private static final Set<String> COMPLETIONS = Set.of(
            "canceled",
            "deviceNotReady",
            "hardwareError",
            "internalError",
            "invalidCommand",
            "timeOut",
            "unsupportedCommand",
            "invalidData",
            "userError",
            "unsupportedData",
            "fraudAttempt",
            "sequenceError");

    /** Error codes of its commands, which stand with the completion code {@code commandErrorCode}. */
    private static final Set<String> ERRORS = Set.of(
            "shutterFail",
            "mediaJammed",
            "paperJammed",
            "paperOut",
            "tonerOut",
            "mediaRetained",
            "blackMark",
            "mediaRetracted",
            "retractBinFull",
            "noMediaPresent",
            "invalidMedia",
            "mediaJam",
            "cardCollision",
            "flushFail",
            "scannerInoperable",
            "lampInoperable",
            "cameraInoperable");

    /** Statuses of devices and supplies. */
    private static final Set<String> STATUSES = Set.of(
            "online", "offline", "powerOff", "noDevice", "deviceBusy", "starting", "unknown", "low", "full", "inop");

    private static final Pattern NAME = Pattern.compile("(\\*|[A-Z][A-Z0-9]*)(-[A-Z0-9]+)*(-#)?");
    private static final Pattern GAP = Pattern.compile("\\{[^}]*}");

    private final String file;
    private final FaultTable table;
    private @Nullable Block block;

    FaultFile(String file, FaultTable table) {
        this.file = file;
        this.table = table;
    }

    /** A block that is being read. */
    private static final class Block {
        final int line;
        final List<String> head;
        final Map<String, String> said = new HashMap<>();
        boolean wrong;

        Block(int line, List<String> head) {
            this.line = line;
            this.head = head;
        }
    }

    void read(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stripTrailing();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (Character.isWhitespace(line.charAt(0))) {
                sentence(i + 1, line.strip());
            } else {
                finish();
                block = new Block(i + 1, List.of(line.split("\\s+")));
            }
        }
        finish();
    }

    private void sentence(int line, String text) {
        if (block == null) {
            wrong(
                    line,
                    "a sentence belongs to a block; begin one at the left edge, such as `fault LOCKER-DOOR-STUCK …`");
            return;
        }
        boolean noun = block.head.getFirst().equals("device");
        String[] parts = text.split("\\s+", noun ? 2 : 3);
        if (parts.length < (noun ? 2 : 3)) {
            wrong(
                    line,
                    noun ? "write: tongue, word" : "write: citizen or staff, tongue, what happened | what to do next");
            return;
        }
        String key = noun ? parts[0] : parts[0] + " " + parts[1];
        if (block.said.putIfAbsent(key, parts[parts.length - 1]) != null) {
            wrong(line, "`%s` stands twice in this block; keep one".formatted(key));
        }
    }

    private void finish() {
        Block done = block;
        block = null;
        if (done == null) {
            return;
        }
        block = done;
        switch (done.head.getFirst()) {
            case "device" -> noun(done);
            case "fault" -> fault(done);
            case "warning" -> plain(done, true);
            case "state" -> plain(done, false);
            default ->
                wrong(
                        done.line,
                        "`%s` begins no block; use device, fault, warning or state".formatted(done.head.getFirst()));
        }
        block = null;
    }

    private void noun(Block of) {
        if (of.head.size() < 2
                || of.head.size() > 3
                || !NAME.matcher(of.head.get(1)).matches()) {
            wrong(
                    of.line,
                    "write: device, the beginning of its codes, and its class, such as `device LOCKER DOCUMENT_CABINET`");
            return;
        }
        Optional<DeviceKind> kind = of.head.size() == 3 ? one(of, DeviceKind.class, of.head.get(2)) : Optional.empty();
        var words = new EnumMap<Tongue, String>(Tongue.class);
        for (Tongue tongue : Tongue.values()) {
            String word = of.said.remove(tongue.tag());
            if (word == null) {
                wrong(of.line, "the word in %s is missing; add a line `  %s …`".formatted(tongue.tag(), tongue.tag()));
            } else {
                words.put(tongue, word);
            }
        }
        rest(of);
        if (!of.wrong && !table.putNoun(of.head.get(1), kind, words)) {
            twice(of);
        }
    }

    private void fault(Block of) {
        if (of.head.size() != 6) {
            wrong(of.line, "write: fault CODE KIND REMEDY word-of-XFS4IoT at-once|after-remedy|ask");
            return;
        }
        var kind = one(of, Fault.Kind.class, of.head.get(2));
        var remedy = one(of, Fault.Remedy.class, of.head.get(3));
        var retry = one(of, Retry.class, of.head.get(5).replace('-', '_').toUpperCase(Locale.ROOT));
        String word = of.head.get(4);
        if (!COMPLETIONS.contains(word) && !ERRORS.contains(word)) {
            wrong(
                    of.line,
                    "`%s` is no completion or error code; known: %s".formatted(word, sorted(COMPLETIONS, ERRORS)));
        }
        row(of, word, kind.flatMap(k -> remedy.flatMap(r -> retry.map(t -> new Advice(k, r, t)))))
                .filter(row -> !table.putFault(row))
                .ifPresent(_ -> twice(of));
    }

    private void plain(Block of, boolean warning) {
        if (of.head.size() != 3) {
            wrong(of.line, "write: %s NAME status-of-XFS4IoT".formatted(of.head.getFirst()));
            return;
        }
        String word = of.head.get(2);
        if (!STATUSES.contains(word)) {
            wrong(of.line, "`%s` is no status; known: %s".formatted(word, sorted(STATUSES, Set.of())));
        }
        row(of, word, Optional.empty())
                .filter(row -> !(warning ? table.putWarning(row) : table.putState(row)))
                .ifPresent(_ -> twice(of));
    }

    private Optional<FaultRow> row(Block of, String word, Optional<Advice> advice) {
        String name = of.head.get(1);
        if (!NAME.matcher(name).matches()) {
            wrong(
                    of.line,
                    "`%s` is no code; use capitals, digits and hyphens, `*` for any device, `#` for a number"
                            .formatted(name));
        }
        var citizen = sentences(of, Reader.CITIZEN);
        var staff = sentences(of, Reader.STAFF);
        rest(of);
        return of.wrong ? Optional.empty() : Optional.of(new FaultRow(name, word, advice, citizen, staff));
    }

    private Map<Tongue, Told> sentences(Block of, Reader reader) {
        var said = new EnumMap<Tongue, Told>(Tongue.class);
        for (Tongue tongue : Tongue.values()) {
            String key = reader.name().toLowerCase(Locale.ROOT) + " " + tongue.tag();
            String text = of.said.remove(key);
            if (text == null) {
                wrong(of.line, "the sentences for %s are missing; add a line `  %s …`".formatted(key, key));
                continue;
            }
            String[] parts = text.split("\\s*\\|\\s*", -1);
            if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
                wrong(of.line, "%s: write what happened, `|`, and what to do next".formatted(key));
                continue;
            }
            for (String part : parts) {
                check(of, key, part, reader.longest(tongue));
            }
            said.put(tongue, new Told(parts[0], parts[1]));
        }
        return said;
    }

    private void check(Block of, String key, String sentence, int most) {
        GAP.matcher(sentence)
                .results()
                .map(MatchResult::group)
                .filter(gap -> !gap.equals("{device}"))
                .forEach(gap -> wrong(of.line, "%s: `%s` is no gap; only {device} is".formatted(key, gap)));
        if (sentence.length() > most) {
            wrong(
                    of.line,
                    "%s: “%s” has %d characters; the screen holds %d"
                            .formatted(key, sentence, sentence.length(), most));
        }
    }

    private <E extends Enum<E>> Optional<E> one(Block of, Class<E> type, String word) {
        var found = Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(word))
                .findFirst();
        if (found.isEmpty()) {
            String known =
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
            wrong(of.line, "`%s` is no %s; known: %s".formatted(word, type.getSimpleName(), known));
        }
        return found;
    }

    private void rest(Block of) {
        of.said.keySet().stream()
                .sorted()
                .forEach(key -> wrong(of.line, "`%s` is not known here; leave it out".formatted(key)));
    }

    private void twice(Block of) {
        wrong(of.line, "`%s %s` has a row already; keep one".formatted(of.head.get(0), of.head.get(1)));
    }

    private static String sorted(Set<String> some, Set<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all.stream().sorted().collect(Collectors.joining(", "));
    }

    private void wrong(int line, String what) {
        if (block != null) {
            block.wrong = true;
        }
        table.mistake("%s:%d: %s".formatted(file, line, what));
    }
}
