package banyan.kiosk.config;

import banyan.device.ApplicationProfile;
import banyan.device.ApplicationProfile.Encoding;
import banyan.device.ApplicationProfile.Field;
import banyan.device.ApplicationProfile.Place;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a card's profile from its file: what is selected on a chip card, and what is read of it under which name. */
public final class CardProfileReader {
    private static final int MOST_CHARACTERS = 50_000;
    private static final Set<String> PLACES = Set.of("record", "located", "data", "file");

    private final String file;
    private final List<String> mistakes = new ArrayList<>();

    private CardProfileReader(String file) {
        this.file = file;
    }

    /** What became of reading a profile. */
    public sealed interface Read {
        /** Everything is right. */
        record Right(ApplicationProfile profile) implements Read {}

        /** Everything that is wrong, a line each: {@code bank-card.yaml:5: …}. */
        record Wrong(List<String> mistakes) implements Read {
            public Wrong {
                mistakes = List.copyOf(mistakes);
            }
        }
    }

    /** Reads one; {@code file} is how its mistakes are told. */
    public static Read read(String file, String text) {
        return new CardProfileReader(file).read(text);
    }

    private Read read(String text) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file)
                    .setCodePointLimit(MOST_CHARACTERS)
                    .build();
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isPresent()) {
                Optional<ApplicationProfile> profile = profile(Yaml.of(file, root.get(), mistakes));
                return mistakes.isEmpty() && profile.isPresent()
                        ? new Read.Right(profile.get())
                        : new Read.Wrong(mistakes);
            }
            mistakes.add(file + ":1: the file is empty");
        } catch (MarkedYamlEngineException wrong) {
            int line = wrong.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            mistakes.add("%s:%d: %s".formatted(file, line, wrong.getProblem()));
        }
        return new Read.Wrong(mistakes);
    }

    private Optional<ApplicationProfile> profile(Yaml yaml) {
        Yaml known = yaml.only(Set.of("name", "aid", "fields"));
        String name = known.text("name");
        String aid = known.text("aid").replace(" ", "");
        if (!aid.isEmpty() && !aid.matches("([0-9A-Fa-f]{2}){5,16}")) {
            known.wrongAt("aid", "`aid` has 5 to 16 bytes, two hexadecimal digits each");
        }
        List<Field> fields = new ArrayList<>();
        known.mapping("fields").mappings().forEach((key, field) -> {
            Optional<Place> place = place(field.only(Set.of(
                    "record", "tag", "located", "data", "file", "offset", "length", "as")));
            Optional<Encoding> encoding = encoding(field);
            if (place.isPresent() && encoding.isPresent()) {
                fields.add(new Field(key, place.get(), encoding.get()));
            }
        });
        if (fields.isEmpty() && mistakes.isEmpty()) {
            known.wrongAt("fields", "`fields` names nothing to be read");
        }
        return mistakes.isEmpty()
                ? Optional.of(new ApplicationProfile(name, HexFormat.of().parseHex(aid), fields))
                : Optional.empty();
    }

    private static Optional<Encoding> encoding(Yaml field) {
        String as = field.text("as");
        Optional<Encoding> found = Stream.of(Encoding.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(as))
                .findFirst();
        if (found.isEmpty() && !as.isEmpty()) {
            field.wrongAt(
                    "as",
                    "`as` is one of "
                            + Stream.of(Encoding.values())
                                    .map(one -> one.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", ")));
        }
        return found;
    }

    private static Optional<Place> place(Yaml field) {
        List<String> given = PLACES.stream()
                .filter(place -> field.optional(place).isPresent())
                .toList();
        if (given.size() != 1) {
            field.wrongAt("as", "a field has one of `record`, `located`, `data`, `file`");
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (given.getFirst()) {
                        case "record" -> {
                            String[] parts = field.text("record").split("/", 2);
                            yield new Place.InRecord(
                                    Integer.parseInt(parts[0]),
                                    parts.length < 2 ? 0 : Integer.parseInt(parts[1]),
                                    field.optional("tag").map(CardProfileReader::hex).orElse(0));
                        }
                        case "located" -> new Place.Located(hex(field.text("located")));
                        case "data" -> new Place.Data(hex(field.text("data")));
                        default -> new Place.InFile(
                                hex(field.text("file")),
                                Integer.parseInt(field.optional("offset").orElse("0")),
                                Integer.parseInt(field.text("length")));
                    });
        } catch (NumberFormatException _) {
            field.wrongAt(
                    given.getFirst(),
                    "a place is `record: 5/7` with `tag: \"08\"`, `located: 5A`, `data: 9F36`,"
                            + " or `file: EF15` with `length: 40`");
        } catch (IllegalArgumentException wrong) {
            field.wrongAt(given.getFirst(), String.valueOf(wrong.getMessage()));
        }
        return Optional.empty();
    }

    private static int hex(String digits) {
        return Integer.parseInt(digits, 16);
    }
}
