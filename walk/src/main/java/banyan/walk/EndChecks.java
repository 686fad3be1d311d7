package banyan.walk;

import banyan.acceptance.Deposit;
import banyan.attest.SignedPaper;
import banyan.attest.Verdict;
import banyan.server.records.CentreRecords;
import banyan.server.records.CentreRecords.HeldDeposit;
import banyan.server.records.CentreRecords.HeldReadiness;
import banyan.server.records.CentreRecords.HeldSubmission;
import banyan.simulator.Simulator;
import banyan.simulator.receipt.Slip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at the centre's database, the paper, the terminal's disk and its events when a journey is over. */
final class EndChecks {
    private static final int ALL = 100_000;

    private final CentreRecords centre;
    private final Simulator simulator;
    private final PublicKey terminal;

    /** @param terminal the terminal's key, under which its own papers must hold */
    EndChecks(CentreRecords centre, Simulator simulator, PublicKey terminal) {
        this.centre = centre;
        this.simulator = simulator;
        this.terminal = terminal;
    }

    /** What the centre held when a journey began. */
    record Before(
            Set<String> submissions,
            long evaluations,
            long certificates,
            long voided,
            long troubles,
            long readiness,
            Set<UUID> deposits) {}

    Before before() {
        return new Before(
                centre.submissions(ALL).stream().map(one -> one.id().toString()).collect(Collectors.toSet()),
                centre.evaluations(ALL).size(),
                centre.certificates(ALL).size(),
                voided(),
                centre.troubles(ALL).size(),
                centre.readiness().size(),
                centre.deposits(ALL).stream().map(HeldDeposit::id).collect(Collectors.toSet()));
    }

    List<String> newRecords(Before before) {
        return added(before).stream().map(one -> one.id().toString()).toList();
    }

    private List<HeldSubmission> added(Before before) {
        return centre.submissions(ALL).stream()
                .filter(one -> !before.submissions().contains(one.id().toString()))
                .toList();
    }

    private long voided() {
        return centre.certificates(ALL).stream()
                .filter(one -> one.voidAt().isPresent())
                .count();
    }

    /** What is wrong, if anything. */
    Optional<String> check(World.Scene scene, Journey.End end, List<String> lastSeen) throws IOException {
        for (Map.Entry<String, Object> word : end.words().entrySet()) {
            Optional<String> wrong = switch (end.about()) {
                case "centre" -> atCentre(scene.before(), word.getKey(), word.getValue(), lastSeen);
                case "paper" -> onPaper(word.getKey(), word.getValue());
                case "receipts" -> onReceipts(scene.before(), word.getKey(), word.getValue());
                case "journal" -> inJournal(scene, word.getKey(), word.getValue());
                case "disk" -> onDisk(scene, word.getKey(), word.getValue());
                case "events" -> inEvents(scene, word.getKey(), word.getValue());
                default -> Optional.of("nothing is known of " + end.about());
            };
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private Optional<String> atCentre(Before before, String word, Object value, List<String> lastSeen)
            throws IOException {
        List<HeldSubmission> added = added(before);
        return switch (word) {
            case "submissions" -> number(value, added.size());
            case "received" ->
                number(
                        value,
                        added.stream().filter(one -> one.receipt().isPresent()).count());
            case "evaluations" -> number(value, centre.evaluations(ALL).size() - before.evaluations());
            case "level" -> number(value, centre.evaluations(1).getFirst().level());
            case "certificates" -> number(value, centre.certificates(ALL).size() - before.certificates());
            case "voided" -> number(value, voided() - before.voided());
            case "troubles" -> number(value, centre.troubles(ALL).size() - before.troubles());
            case "readiness" -> reports(centre.readiness(), before.readiness(), value);
            case "deposits" -> number(value, deposits(before).size());
            case "deposited" -> number(value, deposits(before, Deposit.How.DEPOSITED));
            case "uncertain" -> number(value, deposits(before, Deposit.How.UNCERTAIN));
            case "cell" -> eachDeposit(before, one -> number(value, one.deposit().cell()));
            case "originals" -> eachDeposit(before, one -> same(value, String.join(", ", one.deposit().materials())));
            case "of-the-case" ->
                eachDeposit(
                        before,
                        one -> added.stream().anyMatch(its -> its.id().equals(one.deposit().about())) == (boolean) value
                                ? Optional.empty()
                                : Optional.of("the deposit is about another case"));
            case "emptied" ->
                number(
                        value,
                        deposits(before).stream().filter(one -> one.takenAt().isPresent()).count());
            case "item" -> each(added, one -> same(value, one.submission().item()));
            case "papers" -> each(added, one -> number(value, one.papers().size()));
            case "language" -> each(added, one -> same(value, one.submission().language()));
            case "answers" -> each(added, one -> answers(value, one));
            case "number-on-screen" -> each(added, one -> shows(one, String.join("\n", lastSeen), "the screen"));
            case "number-on-paper" -> {
                String paper = allPaper();
                yield each(added, one -> shows(one, paper, "the paper"));
            }
            default -> Optional.of("nothing is known of centre: " + word);
        };
    }

    /** A report counts only if it is what the terminal has signed, to the last byte. Newest first. */
    private Optional<String> reports(List<HeldReadiness> all, long before, Object value) {
        List<HeldReadiness> added = all.subList(0, (int) (all.size() - before));
        return added.stream()
                .filter(one -> !(SignedPaper.check(one.pdf(), World.TERMINAL, terminal) instanceof Verdict.Holds))
                .map(one -> "a report is not what terminal %s has signed".formatted(one.terminal()))
                .findFirst()
                .or(() -> number(value, added.size()));
    }

    private List<HeldDeposit> deposits(Before before) {
        return centre.deposits(ALL).stream()
                .filter(one -> !before.deposits().contains(one.id()))
                .toList();
    }

    private long deposits(Before before, Deposit.How how) {
        return deposits(before).stream()
                .filter(one -> one.deposit().how() == how)
                .count();
    }

    private Optional<String> eachDeposit(Before before, Function<HeldDeposit, Optional<String>> look) {
        List<HeldDeposit> held = deposits(before);
        return held.isEmpty()
                ? Optional.of("the centre has no deposit")
                : held.stream().flatMap(one -> look.apply(one).stream()).findFirst();
    }

    private interface Look {
        Optional<String> at(HeldSubmission one);
    }

    private static Optional<String> each(List<HeldSubmission> added, Look look) {
        if (added.isEmpty()) {
            return Optional.of("the centre has no submission");
        }
        return added.stream().flatMap(one -> look.at(one).stream()).findFirst();
    }

    private static Optional<String> answers(Object value, HeldSubmission one) {
        if (!(value instanceof Map<?, ?> expected)) {
            return Optional.of("answers is a mapping");
        }
        for (Map.Entry<?, ?> answer : expected.entrySet()) {
            String held =
                    one.submission().answers().getOrDefault(answer.getKey().toString(), "nothing");
            if (!held.equals(answer.getValue().toString())) {
                return Optional.of("answer %s is %s".formatted(answer.getKey(), held));
            }
        }
        return Optional.empty();
    }

    /** A number is written in groups for people; the groups do not count. */
    private static Optional<String> shows(HeldSubmission one, String text, String where) {
        String number = one.receipt().map(receipt -> receipt.acceptanceNumber()).orElse("no receipt");
        return packed(text).contains(number)
                ? Optional.empty()
                : Optional.of("%s does not show the number %s".formatted(where, number));
    }

    /** What came off the roll, whole or torn, as anybody reads it. */
    private Optional<String> onReceipts(Before before, String word, Object value) {
        List<Slip> slips = simulator.receipts();
        String text = slips.stream().map(Slip::text).collect(Collectors.joining());
        return switch (word) {
            case "count" -> number(value, slips.size());
            case "whole" -> number(value, slips.stream().filter(Slip::cut).count());
            case "number" -> each(added(before), one -> shows(one, text, "the receipt"));
            case "code" ->
                each(
                        added(before),
                        one -> slips.stream()
                                .flatMap(slip -> slip.codes().stream())
                                .map(code -> shows(one, code, "the code"))
                                .reduce((first, second) -> first.isEmpty() ? first : second)
                                .orElse(Optional.of("no receipt has a code")));
            case "contains" -> missing(words(value), text).map(one -> "no receipt says `%s`; they say: %s".formatted(one, text));
            case "lacks" -> said(words(value), text).map("a receipt says `%s`"::formatted);
            default -> Optional.of("nothing is known of receipts: " + word);
        };
    }

    /** Where lines are broken does not count. */
    private static Optional<String> missing(List<String> words, String text) {
        return words.stream().filter(one -> !packed(text).contains(packed(one))).findFirst();
    }

    private static Optional<String> said(List<String> words, String text) {
        return words.stream().filter(one -> packed(text).contains(packed(one))).findFirst();
    }

    private static String packed(String text) {
        return text.replaceAll("\\s", "");
    }

    private Optional<String> onPaper(String word, Object value) throws IOException {
        List<Path> sheets = simulator.printedSheets();
        return switch (word) {
            case "pages" -> number(value, sheets.size());
            case "contains" -> {
                String text = allPaper();
                yield missing(words(value), text)
                        .map(one -> "no paper says `%s`; they say: %s".formatted(one, text));
            }
            case "lacks" -> {
                String text = allPaper();
                yield said(words(value), text)
                        .map("a paper says `%s`"::formatted);
            }
            case "qr" -> {
                for (Path sheet : sheets) {
                    if (PrintedPaper.read(sheet).qr().isPresent()) {
                        yield Optional.empty();
                    }
                }
                yield Optional.of("no code can be read on %d sheets".formatted(sheets.size()));
            }
            default -> Optional.of("nothing is known of paper: " + word);
        };
    }

    private String allPaper() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path sheet : simulator.printedSheets()) {
            text.append(PrintedPaper.read(sheet).text()).append('\n');
        }
        return text.toString();
    }

    private static Optional<String> inJournal(World.Scene scene, String word, Object value) throws IOException {
        JournalCounts counts = JournalCounts.of(scene.data());
        return switch (word) {
            case "kept" -> number(value, counts.kept());
            case "refused" -> number(value, counts.refused());
            default -> Optional.of("nothing is known of journal: " + word);
        };
    }

    private Optional<String> onDisk(World.Scene scene, String word, Object value) throws IOException {
        return switch (word) {
            case "without" ->
                new Canaries(words(value)).foundUnder(scene.disk()).or(() -> inLog(scene, words(value)));
            case "pictures" ->
                number(value, LoosePictures.under(scene.disk()).isPresent() ? 1 : 0)
                        .map(seen -> "a picture or paper can be read out of "
                                + scene.disk().getFileName())
                        .or(() -> tracesOn(scene));
            default -> Optional.of("nothing is known of disk: " + word);
        };
    }

    /** Hash and bytes of what the centre was given are as telling as the pictures. */
    private Optional<String> tracesOn(World.Scene scene) {
        try {
            List<byte[]> papers = new ArrayList<>();
            for (HeldSubmission one : added(scene.before())) {
                for (var paper : one.papers()) {
                    papers.add(centre.bytes(paper));
                }
            }
            return new PaperTraces(papers).foundUnder(scene.disk());
        } catch (IOException unreadable) {
            return Optional.of("the papers at the centre cannot be read");
        }
    }

    /** What the terminal's program has printed counts as what remains. */
    private static Optional<String> inLog(World.Scene scene, List<String> words) {
        try {
            String log = Files.readString(scene.out().resolve("terminal.log"));
            return words.stream().filter(log::contains).findFirst().map("the program has printed `%s`"::formatted);
        } catch (IOException unreadable) {
            return Optional.of("the terminal's output cannot be read");
        }
    }

    private static Optional<String> inEvents(World.Scene scene, String word, Object value) throws IOException {
        String events = scene.events();
        return switch (word) {
            case "contains" ->
                words(value).stream()
                        .filter(one -> !events.contains('"' + one + '"'))
                        .findFirst()
                        .map("there is no event `%s`"::formatted);
            case "lacks" ->
                words(value).stream()
                        .filter(one -> events.contains('"' + one + '"'))
                        .findFirst()
                        .map("there is an event `%s`"::formatted);
            default -> Optional.of("nothing is known of events: " + word);
        };
    }

    private static Optional<String> number(Object expected, long seen) {
        return Long.parseLong(expected.toString()) == seen ? Optional.empty() : Optional.of(Long.toString(seen));
    }

    private static Optional<String> same(Object expected, String seen) {
        return expected.toString().equals(seen) ? Optional.empty() : Optional.of(seen);
    }

    private static List<String> words(Object value) {
        List<String> words = new ArrayList<>();
        if (value instanceof List<?> several) {
            several.forEach(one -> words.add(one.toString()));
        } else {
            words.add(value.toString());
        }
        return words;
    }
}
