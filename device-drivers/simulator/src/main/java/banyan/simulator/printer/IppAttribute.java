package banyan.simulator.printer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** An IPP attribute: a name and one or more values. */
record IppAttribute(String name, List<IppValue> values) {
    IppAttribute {
        values = List.copyOf(values);
    }

    static IppAttribute integer(String name, int value) {
        return new IppAttribute(name, List.of(new IppValue.Whole(IppValue.INTEGER, value)));
    }

    static IppAttribute enums(String name, int... values) {
        return new IppAttribute(
                name,
                IntStream.of(values)
                        .<IppValue>mapToObj(value -> new IppValue.Whole(IppValue.ENUM, value))
                        .toList());
    }

    static IppAttribute flag(String name, boolean value) {
        return new IppAttribute(name, List.of(new IppValue.Flag(value)));
    }

    static IppAttribute range(String name, int low, int high) {
        return new IppAttribute(name, List.of(new IppValue.Range(low, high)));
    }

    static IppAttribute words(int tag, String name, String... values) {
        return new IppAttribute(
                name,
                Arrays.stream(values)
                        .<IppValue>map(value -> new IppValue.Word(tag, value))
                        .toList());
    }

    static IppAttribute keywords(String name, String... values) {
        return words(IppValue.KEYWORD, name, values);
    }

    static IppAttribute noValue(String name) {
        return new IppAttribute(name, List.of(new IppValue.Other(IppValue.NO_VALUE, "")));
    }

    IppValue first() {
        return values.getFirst();
    }
}
