package banyan.kiosk.filing;

import banyan.acceptance.Paper;
import banyan.acceptance.SubmissionId;
import banyan.cache.PageHandle;
import banyan.item.Facts;
import banyan.item.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One item's request as far as it is. Immutable; personal, so it prints nothing of itself.
 *
 * @param item code of the item
 * @param version of its package
 * @param answers by field
 * @param facts what the centre knows
 * @param looked fields whose problems are shown, because the citizen has been there
 * @param pages scanned, by material
 * @param signed documents, by template
 * @param finger what was given of a finger, or that none was
 * @param inCabinet the word, in the page store, that the original of a material goes into the cabinet
 * @param name which the submission will have for ever; given and saved before it is sealed
 */
public record Filing(
        String item,
        String version,
        SortedMap<String, Answer> answers,
        Facts facts,
        Set<String> looked,
        Map<String, List<ScannedPage>> pages,
        Map<String, SignedDocument> signed,
        Optional<FingerPaper> finger,
        Map<String, PageHandle> inCabinet,
        Optional<Name> name) {
    /** Letters, strokes and a fingerprint come after the pages, and must not be what is too much. */
    private static final long FOR_WHAT_IS_SIGNED = 10_000_000;

    public Filing {
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        looked = Set.copyOf(looked);
        pages = Map.copyOf(pages);
        signed = Map.copyOf(signed);
        inCabinet = Map.copyOf(inCabinet);
    }

    /**
     * What a submission is called.
     *
     * @param number the provisional number that the citizen may hold
     */
    public record Name(SubmissionId id, String number) {}

    /** Nothing filled in yet. */
    public static Filing blank(String item, String version) {
        return new Filing(
                item, version, new TreeMap<>(), Facts.UNKNOWN, Set.of(), Map.of(), Map.of(), Optional.empty(), Map.of(), Optional.empty());
    }

    /** The answers' values alone, as rules have them. */
    public Map<String, String> values() {
        return answers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().value()));
    }

    /** The field is answered by the citizen now; with nothing, it is open again. */
    public Filing answering(String field, String value) {
        return answering(field, value, Source.CITIZEN);
    }

    /** The same, with what was found for him now. */
    public Filing answering(String field, String value, Source source) {
        var more = new TreeMap<>(answers);
        if (value.isBlank()) {
            more.remove(field);
        } else {
            more.put(field, new Answer(value, source));
        }
        return new Filing(item, version, more, facts, looked, pages, signed, finger, inCabinet, name);
    }

    /** Fills in what is still open. */
    public Filing prefilled(Map<String, Answer> known) {
        var more = new TreeMap<>(answers);
        known.forEach(more::putIfAbsent);
        return new Filing(item, version, more, facts, looked, pages, signed, finger, inCabinet, name);
    }

    public Filing knowing(Facts known) {
        return new Filing(item, version, answers, known, looked, pages, signed, finger, inCabinet, name);
    }

    /** The citizen has been at these fields. */
    public Filing looking(Set<String> fields) {
        var more = new HashSet<>(looked);
        more.addAll(fields);
        return new Filing(item, version, answers, facts, more, pages, signed, finger, inCabinet, name);
    }

    /** Whether a page of so many bytes still goes with it, and after it what is signed. */
    public boolean hasRoom(long bytes) {
        long scanned = pages.values().stream()
                .flatMap(List::stream)
                .mapToLong(page -> page.handle().size())
                .sum();
        return scanned + bytes <= Paper.MAX_TOTAL - FOR_WHAT_IS_SIGNED;
    }

    public List<ScannedPage> pagesOf(String material) {
        return pages.getOrDefault(material, List.of());
    }

    public Filing scanned(String material, ScannedPage page) {
        var list = new ArrayList<>(pagesOf(material));
        list.add(page);
        return withPages(material, list);
    }

    /** Without this page; a page that is not there changes nothing. */
    public Filing dropped(String material, int page) {
        var list = new ArrayList<>(pagesOf(material));
        if (page >= 0 && page < list.size()) {
            list.remove(page);
        }
        return withPages(material, list);
    }

    private Filing withPages(String material, List<ScannedPage> list) {
        var more = new HashMap<>(pages);
        more.put(material, List.copyOf(list));
        return new Filing(item, version, answers, facts, looked, more, signed, finger, inCabinet, name);
    }

    public Filing signing(SignedDocument document) {
        var more = new HashMap<>(signed);
        more.put(document.template(), document);
        return new Filing(item, version, answers, facts, looked, pages, more, finger, inCabinet, name);
    }

    public Filing fingered(FingerPaper paper) {
        return new Filing(item, version, answers, facts, looked, pages, signed, Optional.of(paper), inCabinet, name);
    }

    /** The original of this material goes into the cabinet, and {@code word} says so in the request; or it does not. */
    public Filing leaving(String material, Optional<PageHandle> word) {
        var more = new HashMap<>(inCabinet);
        word.ifPresentOrElse(handle -> more.put(material, handle), () -> more.remove(material));
        return new Filing(item, version, answers, facts, looked, pages, signed, finger, more, name);
    }

    public Filing named(Name given) {
        return new Filing(item, version, answers, facts, looked, pages, signed, finger, inCabinet, Optional.of(given));
    }

    /** Overwrites the small pictures of its pages. */
    public void wipePictures() {
        pages.values().forEach(list -> list.forEach(page -> page.thumbnail().wipe()));
    }

    @Override
    public String toString() {
        return "Filing[" + item + "]";
    }
}
