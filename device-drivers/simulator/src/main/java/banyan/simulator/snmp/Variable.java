package banyan.simulator.snmp;

import java.util.HexFormat;

/** What an agent says of one object. */
public sealed interface Variable {
    /** INTEGER. */
    record Whole(int number) implements Variable {}

    /** Counter32: only its lowest 32 bits are there. */
    record Counter(long number) implements Variable {}

    /** OCTET STRING. */
    record Octets(byte[] bytes) implements Variable {
        @Override
        public String toString() {
            return HexFormat.of().formatHex(bytes);
        }
    }
}
