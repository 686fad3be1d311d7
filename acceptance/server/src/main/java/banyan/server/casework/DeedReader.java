package banyan.server.casework;

import banyan.acceptance.CaseStand;
import banyan.acceptance.CaseStand.Decision;
import banyan.acceptance.CaseStand.Decision.Outcome;
import banyan.server.intake.CaseTerms;
import banyan.server.wire.Names;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Makes a deed of what a clerk ordered, for the item's own fields, materials and grounds. */
final class DeedReader {
    private static final int USUAL_DAYS = 10;

    private final WorkCalendar calendar;

    DeedReader(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    /** What was read. */
    sealed interface Read {
        record It(Deed deed) implements Read {}

        /** Parts of the order that are missing or wrong. */
        record Wrong(List<String> parts) implements Read {}
    }

    /** @param before how often something was asked in this case */
    Read read(DeedOrder order, CaseTerms terms, String clerk, int before, Instant now) {
        return switch (order.deed()) {
            case "CLAIM" -> new Read.It(new Deed.Claim(clerk));
            case "HAND-OVER" -> new Read.It(new Deed.HandOver(order.to()));
            case "ACCEPT" -> new Read.It(new Deed.Accept());
            case "BEGIN" -> new Read.It(new Deed.Begin());
            case "GO-ON" -> new Read.It(new Deed.GoOn());
            case "ISSUE" -> new Read.It(new Deed.Issue());
            case "NOTE" -> words(order).filter(words -> !words.isBlank()).<Read>map(words -> new Read.It(new Deed.Note(words)))
                    .orElse(wrong("words"));
            case "COMPARE" -> order.material().filter(code -> terms.material(code).isPresent())
                    .<Read>map(code -> new Read.It(new Deed.Compare(code)))
                    .orElse(wrong("material"));
            case "ASK" -> ask(order, terms, before, now);
            case "DONT-ACCEPT", "GRANT", "REFUSE" -> decision(order, terms, now);
            default -> wrong("deed");
        };
    }

    private static Read wrong(String part) {
        return new Read.Wrong(List.of(part));
    }

    private static Optional<String> words(DeedOrder order) {
        return order.words().filter(words -> words.length() <= DeedOrder.MOST_WORDS);
    }

    private Read ask(DeedOrder order, CaseTerms terms, int before, Instant now) {
        List<CaseStand.Thing> things = order.things().orElse(List.of());
        int days = order.days().orElse(USUAL_DAYS);
        Optional<String> again = order.again().filter(why -> !why.isBlank() && why.length() <= DeedOrder.MOST_WORDS);
        if (words(order).filter(words -> !words.isBlank()).isEmpty()) {
            return wrong("words");
        }
        if (days < 1 || days > DeedOrder.MOST_DAYS) {
            return wrong("days");
        }
        if (things.isEmpty()
                || things.size() > DeedOrder.MOST_THINGS
                || things.stream().map(thing -> thing.kind() + thing.code()).distinct().count() < things.size()
                || !things.stream().allMatch(thing -> known(thing, terms))) {
            return wrong("things");
        }
        // 一次性告知: everything at once. Who asks once more says why.
        if (before > 0 && again.isEmpty()) {
            return wrong("again");
        }
        return new Read.It(new Deed.Ask(
                new CaseStand.Asked(
                        UUID.randomUUID(),
                        now,
                        calendar.after(calendar.day(now), days),
                        days,
                        words(order).orElse(""),
                        things),
                again));
    }

    private static boolean known(CaseStand.Thing thing, CaseTerms terms) {
        boolean there = switch (thing.kind()) {
            case MATERIAL -> terms.material(thing.code()).isPresent();
            case FIELD -> terms.field(thing.code()).isPresent();
        };
        return there && thing.words().length() <= DeedOrder.MOST_WORDS_OF_A_THING;
    }

    private static Read decision(DeedOrder order, CaseTerms terms, Instant now) {
        List<String> grounds = order.grounds().orElse(List.of());
        if (grounds.isEmpty() || grounds.size() > DeedOrder.MOST_THINGS || !terms.grounds().keySet().containsAll(grounds)) {
            return wrong("grounds");
        }
        if (order.words().isPresent() && words(order).isEmpty()) {
            return wrong("words");
        }
        TreeMap<String, String> data = new TreeMap<>(order.data().orElse(new TreeMap<>()));
        if (data.size() > DeedOrder.MOST_DATA
                || !data.keySet().stream().allMatch(Names::isCode)
                || !data.values().stream().allMatch(value -> value.length() <= DeedOrder.MOST_WORDS)) {
            return wrong("data");
        }
        List<String> sentences = grounds.stream().map(code -> terms.grounds().getOrDefault(code, code)).toList();
        String words = words(order).orElse("");
        return new Read.It(
                switch (order.deed()) {
                    case "GRANT" -> new Deed.Grant(new Decision(Outcome.GRANTED, now, sentences, words), data);
                    case "REFUSE" -> new Deed.Refuse(new Decision(Outcome.REFUSED, now, sentences, words), data);
                    default -> new Deed.DontAccept(new Decision(Outcome.NOT_ACCEPTED, now, sentences, words));
                });
    }
}
