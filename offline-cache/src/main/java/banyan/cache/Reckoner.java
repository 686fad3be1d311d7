package banyan.cache;

import banyan.acceptance.DayAnswer;
import banyan.acceptance.Receipt;
import banyan.acceptance.Reckoning;
import banyan.acceptance.Reckoning.State;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.acceptance.SubmissionId;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reckons one day: names to the centre what was filed here, and heals on both sides what the two answers show to be missing. */
final class Reckoner {
    private static final Duration ASKING = Duration.ofSeconds(20);

    /** The second says to the centre what the first has healed. */
    private static final int ROUNDS = 2;

    private final Journal journal;
    private final CentreClient client;
    private final InstantSource clock;
    private final ZoneId zone;
    private final int pageSize;

    /** What became of a day. */
    sealed interface Reckoned {
        record Done(DayResult result) implements Reckoned {}

        /** Not now; {@code refused} where it was the centre itself that said no. */
        record Later(String code, boolean refused) implements Reckoned {}
    }

    /** The answers to all pages of a day, put together; or why there are none. */
    private record Book(
            Map<String, Optional<String>> held,
            List<SubmissionId> unknown,
            List<SubmissionId> different,
            List<SubmissionId> unnamed,
            List<DayAnswer.Chain> chain,
            Optional<Reckoned.Later> failed) {
        static Book empty() {
            return new Book(
                    new HashMap<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    Optional.empty());
        }

        static Book failed(String code, boolean refused) {
            return new Book(Map.of(), List.of(), List.of(), List.of(), List.of(), Optional.of(new Reckoned.Later(code, refused)));
        }

        /** Whether the centre knew another journal than this. */
        boolean differs() {
            return chain.stream().anyMatch(one -> !one.fits());
        }
    }

    Reckoner(Journal journal, CentreClient client, InstantSource clock, ZoneId zone, int pageSize) {
        this.journal = journal;
        this.client = client;
        this.clock = clock;
        this.zone = zone;
        this.pageSize = pageSize;
    }

    Reckoned reckon(LocalDate day) {
        long from = hour(day);
        long before = hour(day.plusDays(1));
        TreeMap<String, Filed> others = new TreeMap<>();
        int healed = 0;
        boolean differs = false;
        for (int round = 1; ; round++) {
            Optional<List<Filed>> here = journal.filed(from, before);
            if (here.isEmpty()) {
                return new Reckoned.Later("JOURNAL-BUSY", false);
            }
            TreeMap<String, Filed> book = new TreeMap<>(others);
            here.get().forEach(filed -> book.put(filed.name(), filed));
            Book answer = ask(day, List.copyOf(book.values()), journal.notes(from, before));
            if (answer.failed().isPresent()) {
                return answer.failed().get();
            }
            // It says so once.
            differs |= answer.differs();
            int fetched = heal(book, answer);
            healed += fetched;
            int known = others.size();
            List<SubmissionId> strangers = new ArrayList<>();
            for (SubmissionId id : answer.unnamed()) {
                // A clock that was wrong, or a moment before midnight: then it stands in another day of this journal.
                Optional<List<Filed>> elsewhere = journal.filed(id.toString());
                if (elsewhere.isEmpty()) {
                    return new Reckoned.Later("JOURNAL-BUSY", false);
                }
                elsewhere.get().forEach(filed -> others.put(filed.name(), filed));
                if (elsewhere.get().isEmpty()) {
                    strangers.add(id);
                }
            }
            boolean same = fetched == 0 && others.size() == known;
            if (same || round == ROUNDS) {
                return new Reckoned.Done(result(day, book, answer, strangers, healed).with(differs));
            }
        }
    }

    private long hour(LocalDate day) {
        return Math.floorDiv(day.atStartOfDay(zone).toEpochSecond(), 3600L);
    }

    private DayResult result(
            LocalDate day, Map<String, Filed> book, Book answer, List<SubmissionId> strangers, int healed) {
        List<DayResult.Gap> gaps = new ArrayList<>();
        int waiting = 0;
        for (Filed filed : book.values()) {
            Optional<String> number = answer.held().getOrDefault(filed.name(), Optional.empty());
            if (answer.different().contains(filed.id())) {
                gaps.add(DayResult.Gap.DIFFERENT);
            } else if (filed.state() == State.RECEIVED && number.isEmpty()) {
                gaps.add(DayResult.Gap.LOST);
            } else if (number.isPresent() && !receipted(filed.name())) {
                gaps.add(DayResult.Gap.RECEIPT_MISSING);
            } else if (number.isEmpty() && filed.state() != State.REFUSED) {
                waiting++;
            }
        }
        strangers.forEach(_ -> gaps.add(DayResult.Gap.UNNAMED));
        return new DayResult(day, book.size(), waiting, healed, gaps);
    }

    private boolean receipted(String name) {
        return journal.filed(name).stream().flatMap(List::stream).anyMatch(Filed::receipted);
    }

    /** Fetches and stores the receipts that the centre has and this terminal has not; how many. */
    private int heal(Map<String, Filed> book, Book answer) {
        int healed = 0;
        for (Filed filed : book.values()) {
            boolean there = answer.held().getOrDefault(filed.name(), Optional.empty()).isPresent();
            if (there && !filed.receipted()) {
                Optional<byte[]> receipt = fetch(filed);
                healed += receipt.isPresent() && journal.receipted(filed.name(), receipt.get()) ? 1 : 0;
            }
        }
        return healed;
    }

    private Optional<byte[]> fetch(Filed filed) {
        return client.call("GET", "/api/v1/receipts/" + filed.name(), CentreClient.Content.none(), ASKING)
                        instanceof Reply.Answered<CentreClient.Raw>(var raw)
                ? Optional.of(raw.body())
                        .filter(body -> Wire.read(body, Receipt.class)
                                .filter(receipt -> ReceiptProof.holds(
                                        client.centre(), receipt, filed.name(), filed.payload(), Optional.empty()))
                                .isPresent())
                : Optional.empty();
    }

    private Book ask(LocalDate day, List<Filed> book, SortedMap<String, Integer> notes) {
        Book all = Book.empty();
        int of = Math.max(1, Math.ceilDiv(book.size(), pageSize));
        for (int page = 1; page <= of; page++) {
            List<Filed> named = book.subList((page - 1) * pageSize, Math.min(book.size(), page * pageSize));
            Reckoning said = new Reckoning(
                    day,
                    page,
                    of,
                    clock.instant(),
                    page == 1 ? Optional.empty() : Optional.of(book.get((page - 1) * pageSize - 1).id()),
                    page == of ? Optional.empty() : Optional.of(named.getLast().id()),
                    named.stream().map(Filed::line).toList(),
                    page == 1 ? notes : new TreeMap<>(),
                    page == 1 ? journal.tell() : Optional.empty());
            byte[] body = Wire.write(said);
            switch (client.call("PUT", "/api/v1/days/" + day + "/" + page, CentreClient.Content.json(body), ASKING)) {
                case Reply.Answered<CentreClient.Raw>(var raw) -> {
                    Optional<DayAnswer> answer =
                            Wire.read(raw.body(), DayAnswer.class).filter(read -> answers(read, said, Sha256.of(body)));
                    if (answer.isEmpty()) {
                        return Book.failed("DAY-ANSWER-NOT-VALID", false);
                    }
                    answer.get().held().forEach(one -> all.held().put(one.id().toString(), one.acceptanceNumber()));
                    all.unknown().addAll(answer.get().unknown());
                    all.different().addAll(answer.get().different());
                    all.unnamed().addAll(answer.get().unnamed());
                    answer.get().chain().ifPresent(chain -> {
                        journal.told(chain.knows());
                        all.chain().add(chain);
                    });
                }
                case Reply.Refused<CentreClient.Raw> no -> {
                    return Book.failed(no.code(), true);
                }
                case Reply.Unreachable<CentreClient.Raw>(var code) -> {
                    return Book.failed(code, false);
                }
            }
        }
        return all;
    }

    /** Whether this is the centre's own word about exactly these bytes, and about each name in them once. */
    private boolean answers(DayAnswer answer, Reckoning said, Sha256 hash) {
        PublicKey key = client.centre().keys().get(answer.keyId());
        List<String> spoken = new ArrayList<>();
        answer.held().forEach(one -> spoken.add(one.id().toString()));
        answer.unknown().forEach(id -> spoken.add(id.toString()));
        answer.different().forEach(id -> spoken.add(id.toString()));
        spoken.sort(Comparator.naturalOrder());
        List<String> named = said.lines().stream().map(line -> line.id().toString()).toList();
        return key != null
                && answer.day().equals(said.day())
                && answer.page() == said.page()
                && answer.reckoning().equals(hash)
                && spoken.equals(named)
                && answer.unnamed().stream().noneMatch(id -> named.contains(id.toString()))
                && Signing.holds(key, answer.signedBytes(), answer.signature());
    }
}
