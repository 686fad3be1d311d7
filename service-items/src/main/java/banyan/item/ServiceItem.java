package banyan.item;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing a citizen can get done, as its package describes it. The terminal guides by it, the centre checks by it; neither
 * knows any item by name.
 *
 * @param code names it for ever, such as {@code flexible-employment-subsidy}
 * @param version of the package; a submission says which version it was filled in by
 * @param title its legal name
 * @param plainWords what it is, said as one would say it: 自己交社保，政府按月补一部分
 * @param shortTitle for a tile
 * @param icon name of an icon of the terminal's set
 * @param identity how sure one must be who is there
 * @param minutes about how long it takes at the terminal
 * @param decidedBy the department that decides
 * @param hotline whom to ask, such as {@code 0591-12333}
 * @param steps in the order in which the citizen goes through them
 * @param devices without which it cannot be done; the identity card's reader goes without saying
 * @param facts what the centre may know beforehand, by key
 * @param query what is asked of the centre, by name; empty for a declaration
 * @param result what the centre answers to a query; empty for a declaration
 * @param templates this item's documents by code, those shared by every item included
 * @param next what happens afterwards
 * @param instant by which rules it is decided at once; empty where a person decides
 */
public record ServiceItem(
        String code,
        String version,
        ItemKind kind,
        Section section,
        LocalText title,
        LocalText plainWords,
        LocalText shortTitle,
        String icon,
        IdentityLevel identity,
        int minutes,
        LocalText decidedBy,
        String hotline,
        Terms terms,
        Opening opening,
        List<Channel> channels,
        List<Step> steps,
        List<DeviceNeed> devices,
        List<Condition> conditions,
        Map<String, FactDeclaration> facts,
        List<FormGroup> form,
        List<Material> materials,
        Map<String, Rule> query,
        Map<String, ValueKind> result,
        Map<String, Template> templates,
        List<Milestone> next,
        Optional<InstantRules> instant) {
    public ServiceItem {
        channels = List.copyOf(channels);
        steps = List.copyOf(steps);
        devices = List.copyOf(devices);
        conditions = List.copyOf(conditions);
        facts = Map.copyOf(facts);
        form = List.copyOf(form);
        materials = List.copyOf(materials);
        query = Map.copyOf(query);
        result = Map.copyOf(result);
        templates = Map.copyOf(templates);
        next = List.copyOf(next);
    }

    public Optional<FormGroup> group(String code) {
        return form.stream().filter(group -> group.code().equals(code)).findFirst();
    }

    public Optional<Field> field(String code) {
        return fields().filter(field -> field.code().equals(code)).findFirst();
    }

    public Stream<Field> fields() {
        return form.stream().flatMap(group -> group.fields().stream());
    }

    public Optional<Material> material(String code) {
        return materials.stream()
                .filter(material -> material.code().equals(code))
                .findFirst();
    }

    public Optional<Template> template(String code) {
        return Optional.ofNullable(templates.get(code));
    }

    /** The document of this item for a purpose that has one per item: guide, receipt, kept. */
    public Optional<Template> template(Template.Purpose purpose) {
        return templates.values().stream()
                .filter(template -> template.purpose() == purpose)
                .findFirst();
    }

    /** The steps that are counted on the screen, 第 n 步，共 5 步: those at which the citizen does something before it is sent. */
    public List<Step> countedSteps() {
        return steps.stream()
                .filter(step -> switch (step) {
                    case Step.Identify _, Step.Form _, Step.Materials _, Step.Sign _, Step.Fingerprint _, Step.Review _ -> true;
                    case Step.Submit _, Step.Print _ -> false;
                })
                .toList();
    }

    @Override
    public String toString() {
        return "ServiceItem[" + code + " " + version + "]";
    }
}
