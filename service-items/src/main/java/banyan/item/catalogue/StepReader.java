package banyan.item.catalogue;

import banyan.item.IdentityLevel;
import banyan.item.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the steps of an item: {@code - identify: card}, {@code - materials}. */
final class StepReader {
    private static final Set<String> ALONE = Set.of("materials", "fingerprint", "review", "submit");
    private static final Set<String> WITH = Set.of("identify", "form", "sign", "print");

    private final Entry file;
    private final List<Step> steps = new ArrayList<>();

    private StepReader(Entry file) {
        this.file = file;
    }

    static List<Step> read(Entry file) {
        return new StepReader(file).steps();
    }

    private List<Step> steps() {
        int number = 0;
        for (var yaml : file.items("steps")) {
            number++;
            var subject = "step " + number;
            var step = switch (yaml) {
                case Yaml.Scalar scalar -> alone(scalar, subject);
                case Yaml.Mapping mapping -> with(file.below(mapping, subject));
                case Yaml.Listing _ -> unknown("", yaml, subject);
            };
            step.ifPresent(steps::add);
        }
        if (steps.isEmpty()) {
            file.mistake("steps", "has no steps");
        }
        return steps;
    }

    private Optional<Step> alone(Yaml.Scalar scalar, String subject) {
        return switch (scalar.text()) {
            case "materials" -> Optional.of(new Step.Materials());
            case "fingerprint" -> Optional.of(new Step.Fingerprint());
            case "review" -> Optional.of(new Step.Review());
            case "submit" -> Optional.of(new Step.Submit());
            default -> unknown(scalar.text(), scalar, subject);
        };
    }

    private Optional<Step> unknown(String word, Yaml yaml, String subject) {
        var known = new ArrayList<>(ALONE);
        WITH.forEach(with -> known.add(with + ": …"));
        file.mistakeAt(yaml, subject + " is '%s'; it can be %s".formatted(word, Words.either(known)));
        return Optional.empty();
    }

    private Optional<Step> with(Entry entry) {
        var kinds = entry.keys().stream().filter(WITH::contains).toList();
        if (kinds.size() != 1) {
            entry.keys().forEach(entry::has);
            entry.mistake("", "needs exactly one of " + Words.either(WITH));
            return Optional.empty();
        }
        var kind = kinds.getFirst();
        Step step = switch (kind) {
            case "identify" -> new Step.Identify(entry.needed(kind, ItemReader.LEVELS, IdentityLevel.CARD));
            case "form" -> new Step.Form(some(entry, kind));
            case "sign" -> new Step.Sign(some(entry, kind));
            default -> new Step.Print(entry.text(kind));
        };
        entry.close();
        return Optional.of(step);
    }

    private static List<String> some(Entry entry, String kind) {
        var words = entry.words(kind);
        if (words.isEmpty()) {
            entry.mistake(kind, "names nothing under " + kind);
        }
        return words;
    }
}
