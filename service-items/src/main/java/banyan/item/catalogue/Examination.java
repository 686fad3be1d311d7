package banyan.item.catalogue;

import banyan.item.Check;
import banyan.item.InstantJudge;
import banyan.item.JsonSchemas;
import banyan.item.Place;
import banyan.item.Rules;
import banyan.item.ServiceItem;

/**
 * What is examined before a package is signed, and costs too much to repeat at each start of a terminal: that every rule
 * compiles, that every schema is one, and that the files have the shape their published schemas say.
 */
final class Examination {
    private Examination() {}

    /**
     * Every rule and every schema fragment.
     *
     * @param rules of the item, which are compiled by this
     */
    static void engines(ServiceItem item, Rules rules, Mistakes mistakes) {
        rules(rules, mistakes);
        item.instant().ifPresent(instant -> new InstantJudge(item, instant)
                .faults()
                .forEach(fault -> mistakes.add(fault.place(), "the rule " + fault.sentence())));
        schemas(item, mistakes);
    }

    private static void rules(Rules rules, Mistakes mistakes) {
        rules.faults().forEach(fault -> mistakes.add(fault.place(), "the rule " + fault.sentence()));
    }

    private static void schemas(ServiceItem item, Mistakes mistakes) {
        item.fields()
                .flatMap(field -> field.checks().stream())
                .filter(Check.BySchema.class::isInstance)
                .map(Check.BySchema.class::cast)
                .forEach(check -> JsonSchemas.fault(check.json())
                        .ifPresent(sentence -> mistakes.add(check.place(), "the schema " + sentence)));
    }

    /** The files once more, by the schemas that are published for editors; they speak only where the first reading found nothing. */
    static void shapes(PackageReader reader, Mistakes mistakes) {
        reader.trees().forEach((file, yaml) -> {
            if (mistakes.noneIn(file)) {
                FileSchemas.check(file, yaml)
                        .forEach(fault -> mistakes.add(new Place(file, fault.line()), fault.sentence()));
            }
        });
    }
}
