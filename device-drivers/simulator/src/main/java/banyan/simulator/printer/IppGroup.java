package banyan.simulator.printer;

import java.util.List;
import java.util.Optional;

/** Attributes under one delimiter (RFC 8010, section 3.5.1). */
record IppGroup(int tag, List<IppAttribute> attributes) {
    static final int OPERATION = 1;
    static final int JOB = 2;
    static final int END = 3;
    static final int PRINTER = 4;
    static final int UNSUPPORTED = 5;

    IppGroup {
        attributes = List.copyOf(attributes);
    }

    Optional<IppAttribute> find(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }

    Optional<String> word(String name) {
        return find(name).map(IppAttribute::first).flatMap(value -> switch (value) {
            case IppValue.Word(int _, String text) -> Optional.of(text);
            case IppValue.Whole _,
                    IppValue.Flag _,
                    IppValue.Range _,
                    IppValue.Resolution _,
                    IppValue.Collection _,
                    IppValue.Other _ -> Optional.empty();
        });
    }

    Optional<Integer> whole(String name) {
        return find(name).map(IppAttribute::first).flatMap(value -> switch (value) {
            case IppValue.Whole(int _, int number) -> Optional.of(number);
            case IppValue.Word _,
                    IppValue.Flag _,
                    IppValue.Range _,
                    IppValue.Resolution _,
                    IppValue.Collection _,
                    IppValue.Other _ -> Optional.empty();
        });
    }

    boolean flag(String name, boolean otherwise) {
        return find(name)
                .map(attribute -> attribute.first() instanceof IppValue.Flag(boolean value) ? value : otherwise)
                .orElse(otherwise);
    }
}
