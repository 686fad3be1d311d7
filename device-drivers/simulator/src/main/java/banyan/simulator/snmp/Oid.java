package banyan.simulator.snmp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An object identifier, in the order in which tables are walked. */
public record Oid(List<Integer> numbers) implements Comparable<Oid> {
    public Oid {
        numbers = List.copyOf(numbers);
    }

    /** Out of its dotted form. */
    public static Oid of(String dotted) {
        return new Oid(Arrays.stream(dotted.split("\\.", -1)).map(Integer::valueOf).toList());
    }

    /** Below this one. */
    public Oid then(int... more) {
        return new Oid(IntStream.concat(numbers.stream().mapToInt(Integer::intValue), Arrays.stream(more))
                .boxed()
                .toList());
    }

    @Override
    public int compareTo(Oid other) {
        return Arrays.compare(
                numbers.stream().mapToInt(Integer::intValue).toArray(),
                other.numbers.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public String toString() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
