package banyan.kiosk.filing;

import banyan.acceptance.Paper;
import banyan.acceptance.Submission;
import banyan.acceptance.Supplement;
import banyan.cache.PageHandle;
import banyan.cache.Sealed;
import banyan.item.Applicant;
import banyan.item.Language;
import banyan.item.Step;
import banyan.kiosk.catalog.Offer;
import banyan.kiosk.filing.Filing.Name;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Makes of a request the submission, or the supplement, that nobody changes any more. */
public final class Sealing {
    /** A signed document's papers are its pages 1 to 3: as shown, with ink, and the strokes. */
    private static final List<String> EVIDENCE = List.of("application/pdf", "application/pdf", "application/json");

    private Sealing() {}

    /**
     * Who seals.
     *
     * @param terminal the terminal's number
     * @param slipCode the lookup code that belongs to the request's number
     */
    public record Seal(String terminal, Language language, Instant at, String slipCode) {}

    /** The submission with its bytes; made once, and the same for every repeat. */
    public static Sealed seal(Offer offer, FormDesk desk, Applicant applicant, Filing filing, Name name, Seal seal) {
        var answers = new TreeMap<String, String>();
        var sources = new TreeMap<String, String>();
        desk.asked(filing).forEach((field, answer) -> {
            answers.put(field, answer.value());
            sources.put(field, answer.source().name());
        });
        var carried = papers(offer, filing);
        var submission = new Submission(
                name.id(),
                seal.terminal(),
                offer.item().code(),
                offer.item().version(),
                seal.at(),
                seal.language().tag(),
                new Submission.Applicant(applicant.name(), applicant.number(), "ID_CARD"),
                answers,
                sources,
                carried.papers(),
                name.number(),
                Optional.of(seal.slipCode()));
        return Sealed.of(submission, carried.pages());
    }

    /** The same for what was asked for in a case. */
    public static Sealed seal(Supplementing asked, FormDesk desk, Filing filing, Name name, Seal seal) {
        var answers = new TreeMap<String, String>();
        desk.asked(filing).forEach((field, answer) -> answers.put(field, answer.value()));
        var carried = papers(asked.offer(), filing);
        var supplement = new Supplement(
                name.id(),
                seal.terminal(),
                asked.number(),
                asked.ask(),
                asked.proof(),
                seal.at(),
                seal.language().tag(),
                answers,
                carried.papers(),
                Optional.of(name.number()),
                Optional.of(seal.slipCode()));
        return Sealed.of(supplement, name.number(), carried.pages());
    }

    /** What goes with it: the papers as they are named, and the pages that they are. */
    private record Carried(List<Paper> papers, List<PageHandle> pages) {}

    private static Carried papers(Offer offer, Filing filing) {
        var papers = new ArrayList<Paper>();
        var pages = new ArrayList<PageHandle>();
        for (var line : Checklist.of(offer, filing).lines()) {
            if (line.inCabinet()) {
                String code = line.material().code();
                Optional.ofNullable(filing.inCabinet().get(code))
                        .ifPresent(word -> add(papers, pages, code, 1, "application/json", word));
            } else if (line.way() == Checklist.Way.SCAN) {
                int page = 0;
                for (var scanned : filing.pagesOf(line.material().code())) {
                    page++;
                    add(papers, pages, line.material().code(), page, "image/jpeg", scanned.handle());
                }
            }
        }
        for (var document : documents(offer)) {
            var signed = filing.signed().get(document);
            if (signed != null) {
                for (int page = 0; page < signed.papers().size(); page++) {
                    add(
                            papers,
                            pages,
                            document,
                            page + 1,
                            EVIDENCE.get(page),
                            signed.papers().get(page));
                }
            }
        }
        filing.finger()
                .filter(_ -> offer.item().steps().stream().anyMatch(Step.Fingerprint.class::isInstance))
                .ifPresent(finger ->
                        add(papers, pages, Paper.FINGERPRINT, 1, finger.mediaType(), finger.paper()));
        return new Carried(papers, pages);
    }

    /** The documents that the item has signed, in the order of its steps. */
    public static List<String> documents(Offer offer) {
        return offer.item().steps().stream()
                .filter(Step.Sign.class::isInstance)
                .flatMap(step -> ((Step.Sign) step).documents().stream())
                .toList();
    }

    private static void add(
            List<Paper> papers, List<PageHandle> pages, String material, int page, String type, PageHandle handle) {
        papers.add(new Paper(material, page, type, handle.size(), handle.hash()));
        pages.add(handle);
    }
}
