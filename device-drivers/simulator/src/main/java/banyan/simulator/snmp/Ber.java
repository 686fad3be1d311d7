package banyan.simulator.snmp;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The Basic Encoding Rules of ASN.1, as far as SNMP uses them: definite lengths, tags of one byte. */
final class Ber {
    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int NULL = 0x05;
    static final int OID = 0x06;
    static final int SEQUENCE = 0x30;
    static final int COUNTER = 0x41;

    private Ber() {}

    /** Not what SNMP sends. */
    static final class Garbled extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** Reads one element after the other; never beyond where it ends. */
    static final class Reader {
        private final byte[] bytes;
        private final int end;
        private int at;

        Reader(byte[] bytes, int from, int end) {
            this.bytes = bytes;
            this.at = from;
            this.end = end;
        }

        boolean more() {
            return at < end;
        }

        /** The next element's tag. */
        int tag() throws Garbled {
            if (at >= end) {
                throw new Garbled();
            }
            return bytes[at] & 0xFF;
        }

        /** What is in the next element, which must have this tag. */
        Reader enter(int tag) throws Garbled {
            if (tag() != tag) {
                throw new Garbled();
            }
            at++;
            int length = length();
            Reader inside = new Reader(bytes, at, at + length);
            at += length;
            return inside;
        }

        private int length() throws Garbled {
            int first = tag();
            at++;
            int length = first;
            if (first >= 0x80) {
                int count = first & 0x7F;
                if (count == 0 || count > 2) {
                    throw new Garbled();
                }
                length = 0;
                for (int digit = 0; digit < count; digit++) {
                    length = length << 8 | tag();
                    at++;
                }
            }
            if (length > end - at) {
                throw new Garbled();
            }
            return length;
        }

        int integer() throws Garbled {
            byte[] number = enter(INTEGER).rest();
            if (number.length == 0 || number.length > Integer.BYTES) {
                throw new Garbled();
            }
            return new BigInteger(number).intValueExact();
        }

        Oid oid() throws Garbled {
            Reader inside = enter(OID);
            List<Integer> numbers = new ArrayList<>();
            while (inside.more()) {
                long number = inside.base128();
                if (numbers.isEmpty()) {
                    long top = Math.min(2, number / 40);
                    numbers.add((int) top);
                    numbers.add((int) (number - top * 40));
                } else {
                    numbers.add((int) number);
                }
            }
            if (numbers.isEmpty()) {
                throw new Garbled();
            }
            return new Oid(numbers);
        }

        private int base128() throws Garbled {
            long number = 0;
            int digit;
            do {
                digit = tag();
                at++;
                number = number << 7 | digit & 0x7F;
                if (number > Integer.MAX_VALUE) {
                    throw new Garbled();
                }
            } while (digit >= 0x80);
            return (int) number;
        }

        byte[] rest() {
            byte[] rest = Arrays.copyOfRange(bytes, at, end);
            at = end;
            return rest;
        }
    }

    /** One element. */
    static byte[] element(int tag, byte[]... inside) {
        int length = 0;
        for (byte[] part : inside) {
            length += part.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else {
            out.write(0x82);
            out.write(length >> 8);
            out.write(length);
        }
        for (byte[] part : inside) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] integer(int number) {
        return element(INTEGER, BigInteger.valueOf(number).toByteArray());
    }

    static byte[] counter(long number) {
        return element(COUNTER, BigInteger.valueOf(number & 0xFFFF_FFFFL).toByteArray());
    }

    static byte[] oid(Oid oid) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> numbers = oid.numbers();
        base128(out, numbers.get(0) * 40 + numbers.get(1));
        numbers.subList(2, numbers.size()).forEach(number -> base128(out, number));
        return element(OID, out.toByteArray());
    }

    private static void base128(ByteArrayOutputStream out, int number) {
        int shift = 28;
        while (shift > 0 && number >> shift == 0) {
            shift -= 7;
        }
        for (; shift > 0; shift -= 7) {
            out.write(0x80 | number >> shift & 0x7F);
        }
        out.write(number & 0x7F);
    }
}
