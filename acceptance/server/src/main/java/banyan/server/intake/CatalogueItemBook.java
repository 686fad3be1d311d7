package banyan.server.intake;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.Paper;
import banyan.acceptance.Refusal;
import banyan.acceptance.Submission;
import banyan.item.Applicant;
import banyan.item.Facts;
import banyan.item.FieldProblem;
import banyan.item.InstantJudge;
import banyan.item.ItemKind;
import banyan.item.Language;
import banyan.item.Material;
import banyan.item.ServiceItem;
import banyan.item.Situation;
import banyan.item.Step;
import banyan.item.WorkingDays;
import banyan.item.catalogue.Catalogue;
import banyan.item.catalogue.CatalogueEntry;
import banyan.item.catalogue.CatalogueReport;
import banyan.item.catalogue.SigningKey;
import banyan.item.catalogue.TrustedKeys;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The items of a catalogue: what it offers now, and the versions it offered earlier, in which a terminal may still have filled
 * in something while it was offline.
 */
public final class CatalogueItemBook implements ItemBook {
    private final Map<String, CatalogueEntry> offered = new HashMap<>();
    private final Map<Version, CatalogueEntry> taken = new HashMap<>();
    private final Map<Version, InstantJudge> judges = new HashMap<>();
    private final WorkingDays workingDays;
    private final ZoneId zone;

    private record Version(String item, String version) {}

    /**
     * @param now what is offered; its calendar counts
     * @param earlier older versions that are still taken
     * @param zone in which a day begins and ends
     */
    public CatalogueItemBook(CatalogueReport now, List<CatalogueReport> earlier, ZoneId zone) {
        earlier.forEach(report -> report.entries().forEach(this::take));
        now.entries().forEach(entry -> {
            take(entry);
            offered.put(entry.item().code(), entry);
        });
        this.workingDays = now.workingDays();
        this.zone = zone;
    }

    /**
     * The packages in this folder as they are, unsigned ones too, under a key that is forgotten at once: for demonstration,
     * development and tests.
     */
    public static CatalogueReport localPackages(Path folder) {
        SigningKey here = SigningKey.of(KeyFiles.newPair().getPrivate());
        return Catalogue.load(folder, TrustedKeys.NONE, Optional.of(here));
    }

    private void take(CatalogueEntry entry) {
        Version version = new Version(entry.item().code(), entry.item().version());
        taken.put(version, entry);
        entry.item().instant().ifPresent(rules -> judges.put(version, new InstantJudge(entry.item(), rules)));
    }

    @Override
    public Optional<Objection> objection(Submission submission) {
        CatalogueEntry entry = taken.get(new Version(submission.item(), submission.itemVersion()));
        if (entry == null) {
            boolean known =
                    taken.keySet().stream().anyMatch(version -> version.item().equals(submission.item()));
            Refusal refusal = known ? Refusal.ITEM_VERSION_UNKNOWN : Refusal.ITEM_UNKNOWN;
            return Optional.of(new Objection(refusal, List.of()));
        }
        if (entry.item().kind() != ItemKind.DECLARATION) {
            return Optional.of(new Objection(Refusal.ITEM_UNKNOWN, List.of()));
        }
        List<String> fields = wrongFields(entry, submission);
        if (!fields.isEmpty()) {
            return Optional.of(new Objection(Refusal.ANSWERS_INVALID, fields));
        }
        List<String> materials = wrongMaterials(entry.item(), submission.papers());
        return materials.isEmpty() ? Optional.empty() : Optional.of(new Objection(Refusal.PAPERS_INVALID, materials));
    }

    @Override
    public LocalDate answerBy(Submission submission, LocalDate filed) {
        CatalogueEntry entry = taken.get(new Version(submission.item(), submission.itemVersion()));
        // A case taken in under a version that is gone by now has the promise of the one that took its place.
        CatalogueEntry counting = entry == null ? offered.get(submission.item()) : entry;
        int promised = counting == null ? 0 : counting.item().terms().promisedWorkingDays();
        return workingDays.after(filed, promised);
    }

    @Override
    public WorkingDays workingDays() {
        return workingDays;
    }

    @Override
    public CaseTerms terms(String item, String version) {
        return Optional.ofNullable(taken.get(new Version(item, version)))
                .or(() -> Optional.ofNullable(offered.get(item)))
                .map(entry -> TermsOfItem.of(entry.item()))
                .orElse(CaseTerms.NONE);
    }

    @Override
    public Optional<Instant> instant(String item, String version) {
        return Optional.ofNullable(taken.get(new Version(item, version)))
                .flatMap(entry -> Optional.ofNullable(judges.get(new Version(item, version)))
                        .map(judge -> new Instant(entry.item(), judge)));
    }

    @Override
    public LocalDate workingDaysAfter(LocalDate day, int count) {
        return workingDays.after(day, count);
    }

    @Override
    public Optional<Offer> offer(String item) {
        return Optional.ofNullable(offered.get(item))
                .map(CatalogueEntry::item)
                .map(known -> new Offer(
                        known.title().in(Language.ZH_CN),
                        known.title().in(Language.EN),
                        known.facts().keySet(),
                        known.query().keySet(),
                        known.result().keySet()));
    }

    @Override
    public Optional<PublicForm> form(String item, String version, LocalDate today) {
        return Optional.ofNullable(taken.get(new Version(item, version)))
                .filter(entry -> entry.item().kind() == ItemKind.DECLARATION)
                .map(entry -> PublicForm.of(entry, offered.get(item) == entry, today));
    }

    /**
     * As they were when the citizen confirmed them: on that day, and without the registers, which may say something else by now
     * and were not there when the terminal was offline. What the registers say is for the department to weigh.
     */
    private List<String> wrongFields(CatalogueEntry entry, Submission submission) {
        Submission.Applicant applicant = submission.applicant();
        Situation situation = new Situation(
                Optional.of(new Applicant(applicant.name(), applicant.number(), "")),
                submission.answers(),
                Facts.UNKNOWN,
                LocalDate.ofInstant(submission.confirmedAt(), zone));
        List<String> wrong = new ArrayList<>();
        entry.form().check(situation, Language.EN).stream()
                .map(FieldProblem::field)
                .forEach(wrong::add);
        for (String stranger : entry.form().strangers(situation)) {
            // Its name is the sender's own and may be anything, unless the item knows it.
            wrong.add(entry.item().field(stranger).isPresent() ? stranger : "unknown-field");
        }
        return wrong.stream().distinct().toList();
    }

    private static List<String> wrongMaterials(ServiceItem item, List<Paper> papers) {
        Map<String, Integer> pages = new HashMap<>();
        // A word that the original goes into the cabinet is no page.
        Set<String> inCabinet = new HashSet<>();
        papers.forEach(paper -> {
            if (paper.saysInCabinet()) {
                inCabinet.add(paper.material());
            } else {
                pages.merge(paper.material(), 1, Integer::sum);
            }
        });
        List<String> letters = item.steps().stream()
                .flatMap(step -> step instanceof Step.Sign(var documents) ? documents.stream() : Stream.empty())
                .toList();
        List<String> wrong = new ArrayList<>();
        letters.stream().filter(letter -> !pages.containsKey(letter)).forEach(wrong::add);
        item.materials().stream()
                .filter(material -> inCabinet.contains(material.code())
                        ? !material.inCabinet() || pages.containsKey(material.code())
                        : !fits(material, pages))
                .map(Material::code)
                .forEach(wrong::add);
        Set<String> known = new HashSet<>(letters);
        if (item.steps().stream().anyMatch(Step.Fingerprint.class::isInstance)) {
            known.add(Paper.FINGERPRINT);
            if (!saysOfFinger(papers)) {
                wrong.add(Paper.FINGERPRINT);
            }
        }
        item.materials().forEach(material -> known.add(material.code()));
        known.add(Paper.SIGNATURE);
        if (!known.containsAll(pages.keySet()) || !known.containsAll(inCabinet)) {
            wrong.add("unknown-material");
        }
        return wrong.stream().distinct().toList();
    }

    /** A template or the word that none was given, and one of the two: a fingerprint is never left out in silence. */
    private static boolean saysOfFinger(List<Paper> papers) {
        List<Paper> fingers = papers.stream()
                .filter(paper -> paper.material().equals(Paper.FINGERPRINT))
                .toList();
        return fingers.size() == 1
                && List.of(Paper.RECORD, "application/json").contains(fingers.getFirst().mediaType());
    }

    private static boolean fits(Material material, Map<String, Integer> pages) {
        int count = pages.getOrDefault(material.code(), 0);
        boolean signedInstead = material.insteadSign().map(pages::containsKey).orElse(false);
        return switch (material.source()) {
            case Material.IdCard _ -> count == 0;
            case Material.Scan(int fewest, int most) -> count <= most && (count >= fewest || signedInstead);
            case Material.Held held ->
                switch (held.otherwise()) {
                    case Material.DepartmentLooks _ -> count == 0;
                    // Whether the centre held it when the terminal asked is not known any more.
                    case Material.ScanIt instead -> count <= instead.most();
                };
        };
    }
}
