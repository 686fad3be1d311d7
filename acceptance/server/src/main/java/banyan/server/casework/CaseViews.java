package banyan.server.casework;

import banyan.acceptance.CaseStand;
import banyan.acceptance.Paper;
import banyan.acceptance.Submission;
import banyan.acceptance.Supplement;
import banyan.server.casework.CaseView.Answered;
import banyan.server.casework.CaseView.Material;
import banyan.server.casework.CaseView.Page;
import banyan.server.casework.CaseView.Trust;
import banyan.server.intake.CaseTerms;
import banyan.server.intake.ItemBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Lays out a case for its clerk. */
final class CaseViews {
    private final ItemBook items;

    CaseViews(ItemBook items) {
        this.items = items;
    }

    CaseView of(Handle handle, CaseRow row, LocalDate today, List<String> deeds) {
        CaseFile file = CaseFile.of(handle, row);
        CaseTerms terms = items.terms(row.item(), row.itemVersion());
        List<CaseEvent> events = CaseRows.events(handle, row, 0);
        Submission.Applicant applicant = file.submission().applicant();
        return new CaseView(
                row.number(),
                row.item(),
                row.itemVersion(),
                items.offer(row.item()).map(ItemBook.Offer::chinese).orElse(row.item()),
                row.department(),
                row.state(),
                row.version(),
                row.clerk(),
                row.receivedAt(),
                file.submission().confirmedAt(),
                row.terminal(),
                new CaseView.Applicant(applicant.name(), applicant.number(), applicant.identification()),
                new CaseStand.Promise(row.clock().due(), row.clock().left(), row.clock().from(), row.clock().stopped()),
                row.state().open() && row.clock().due().map(today::isAfter).orElse(false),
                answers(file, terms),
                materials(file, terms, compared(events)),
                file.asked(),
                events,
                Stands.decision(handle, row),
                terms.grounds(),
                titles(terms),
                deeds);
    }

    private static Map<String, String> titles(CaseTerms terms) {
        Map<String, String> titles = new LinkedHashMap<>();
        terms.fields().forEach(field -> titles.put(field.code(), field.title()));
        return titles;
    }

    private static List<Answered> answers(CaseFile file, CaseTerms terms) {
        SortedMap<String, String> first = file.submission().answers();
        SortedMap<String, String> now = new TreeMap<>(first);
        file.supplements().stream().map(Supplement::answers).forEach(now::putAll);
        Set<String> codes = new LinkedHashSet<>(
                terms.fields().stream().map(CaseTerms.Field::code).filter(now::containsKey).toList());
        codes.addAll(now.keySet());
        List<Answered> answers = new ArrayList<>();
        for (String code : codes) {
            String value = now.getOrDefault(code, "");
            Optional<CaseTerms.Field> field = terms.field(code);
            boolean again = !value.equals(first.get(code));
            answers.add(new Answered(
                    code,
                    field.map(CaseTerms.Field::title).orElse(code),
                    value,
                    field.map(known -> known.options().getOrDefault(value, value)).orElse(value),
                    again ? "SUPPLEMENT" : file.submission().sources().getOrDefault(code, ""),
                    again ? Optional.ofNullable(first.get(code)) : Optional.empty()));
        }
        return answers;
    }

    private static Set<String> compared(List<CaseEvent> events) {
        return events.stream()
                .filter(event -> event.deed().equals("COMPARE"))
                .flatMap(event -> event.code().stream())
                .collect(Collectors.toSet());
    }

    private static List<Material> materials(CaseFile file, CaseTerms terms, Set<String> compared) {
        Map<String, List<CaseFile.Held>> held = file.papers().stream()
                .collect(Collectors.groupingBy(one -> one.paper().material(), LinkedHashMap::new, Collectors.toList()));
        Set<String> codes = new LinkedHashSet<>(
                terms.materials().stream().map(CaseTerms.Material::code).toList());
        codes.addAll(held.keySet());
        return codes.stream()
                .map(code -> {
                    List<CaseFile.Held> pages = held.getOrDefault(code, List.of());
                    return new Material(
                            code,
                            terms.material(code).map(CaseTerms.Material::title).orElse(code),
                            trust(terms.material(code), pages, compared.contains(code)),
                            pages.stream().map(CaseViews::page).toList());
                })
                .toList();
    }

    /**
     * What the card's own chip says comes from its issuer. What a department has to look up itself is there once it has; until then
     * nobody knows. A letter the citizen signed is the citizen's word, and so are the strokes on it.
     */
    private static Optional<Trust> trust(Optional<CaseTerms.Material> material, List<CaseFile.Held> pages, boolean compared) {
        if (compared) {
            return Optional.of(Trust.B);
        }
        if (material.filter(known -> known.origin().equals("card")).isPresent()) {
            return Optional.of(Trust.A);
        }
        if (pages.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(material.isPresent() ? Trust.C : Trust.D);
    }

    private static Page page(CaseFile.Held held) {
        Paper paper = held.paper();
        return new Page(
                paper.page(),
                paper.mediaType(),
                paper.size(),
                paper.hash().hex(),
                held.supplementary() ? Optional.of(held.under().value()) : Optional.empty());
    }
}
