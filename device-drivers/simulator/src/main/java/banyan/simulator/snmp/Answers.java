package banyan.simulator.snmp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** What an agent answers to a message (RFC 1157, RFC 3416). Pure, and never throws: any bytes may come. */
final class Answers {
    private static final int VERSION_1 = 0;
    private static final int VERSION_2C = 1;
    private static final int GET = 0xA0;
    private static final int GET_NEXT = 0xA1;
    private static final int RESPONSE = 0xA2;
    private static final int LAST_PDU = 0xA8;
    private static final int NO_SUCH_NAME = 2;
    private static final int GENERAL_ERROR = 5;
    private static final int NO_SUCH_INSTANCE = 0x81;
    private static final int END_OF_VIEW = 0x82;
    private static final int MOST_VARIABLES = 64;

    private final byte[] community;

    Answers(String community) {
        this.community = community.getBytes(StandardCharsets.US_ASCII);
    }

    /** The answer out of these objects; none to what is no message, or comes under another name. */
    Optional<byte[]> to(byte[] bytes, int count, NavigableMap<Oid, Variable> objects) {
        try {
            Ber.Reader message = new Ber.Reader(bytes, 0, count).enter(Ber.SEQUENCE);
            int version = message.integer();
            byte[] name = message.enter(Ber.OCTETS).rest();
            if (version != VERSION_1 && version != VERSION_2C || !Arrays.equals(name, community)) {
                return Optional.empty();
            }
            int kind = message.tag();
            if (kind < GET || kind > LAST_PDU || kind == RESPONSE) {
                return Optional.empty();
            }
            Ber.Reader question = message.enter(kind);
            int request = question.integer();
            int _ = question.integer();
            int _ = question.integer();
            List<Oid> asked = asked(question.enter(Ber.SEQUENCE));
            byte[] pdu = kind == GET || kind == GET_NEXT
                    ? answer(request, version, kind == GET_NEXT, asked, objects)
                    : response(request, GENERAL_ERROR, 0, echo(asked));
            return Optional.of(
                    Ber.element(Ber.SEQUENCE, Ber.integer(version), Ber.element(Ber.OCTETS, community), pdu));
        } catch (Ber.Garbled _) {
            return Optional.empty();
        }
    }

    private static List<Oid> asked(Ber.Reader bindings) throws Ber.Garbled {
        List<Oid> asked = new ArrayList<>();
        while (bindings.more()) {
            asked.add(bindings.enter(Ber.SEQUENCE).oid());
            if (asked.size() > MOST_VARIABLES) {
                throw new Ber.Garbled();
            }
        }
        return asked;
    }

    private static byte[] answer(
            int request, int version, boolean next, List<Oid> asked, NavigableMap<Oid, Variable> objects) {
        List<byte[]> bindings = new ArrayList<>();
        for (Oid oid : asked) {
            Optional<Map.Entry<Oid, Variable>> found = next
                    ? Optional.ofNullable(objects.higherEntry(oid))
                    : Optional.ofNullable(objects.get(oid)).map(variable -> Map.entry(oid, variable));
            if (found.isEmpty() && version == VERSION_1) {
                return response(request, NO_SUCH_NAME, bindings.size() + 1, echo(asked));
            }
            bindings.add(found.map(one -> binding(one.getKey(), encoded(one.getValue())))
                    .orElseGet(() -> binding(oid, Ber.element(next ? END_OF_VIEW : NO_SUCH_INSTANCE))));
        }
        return response(request, 0, 0, bindings);
    }

    private static byte[] encoded(Variable variable) {
        return switch (variable) {
            case Variable.Whole(var number) -> Ber.integer(number);
            case Variable.Counter(var number) -> Ber.counter(number);
            case Variable.Octets(var bytes) -> Ber.element(Ber.OCTETS, bytes);
        };
    }

    private static List<byte[]> echo(List<Oid> asked) {
        return asked.stream().map(oid -> binding(oid, Ber.element(Ber.NULL))).toList();
    }

    private static byte[] binding(Oid oid, byte[] value) {
        return Ber.element(Ber.SEQUENCE, Ber.oid(oid), value);
    }

    private static byte[] response(int request, int error, int index, List<byte[]> bindings) {
        return Ber.element(
                RESPONSE,
                Ber.integer(request),
                Ber.integer(error),
                Ber.integer(index),
                Ber.element(Ber.SEQUENCE, bindings.toArray(byte[][]::new)));
    }
}
