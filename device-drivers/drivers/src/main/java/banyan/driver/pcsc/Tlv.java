package banyan.driver.pcsc;

/**
 * BER-TLV of ISO 7816-4 as cards use it: tags of one or two bytes, lengths of one to three. The records of cards with plain TLV read
 * the same way.
 */
final class Tlv {
    private static final int DEEPEST = 8;
    private static final int CONSTRUCTED = 0x20;
    private static final int TAG_GOES_ON = 0x1F;
    private static final int MORE = 0x80;

    private Tlv() {}

    /** What a search came to. */
    sealed interface Found {
        /** Its value is {@code bytes[from, to)}. */
        record Value(int from, int to) implements Found {}

        record Absent() implements Found {}

        /** A length runs past the end of what holds it, or there is no TLV at all. */
        record Malformed() implements Found {}
    }

    /** One element at the front. */
    private record Element(int tag, boolean constructed, int from, int to) {}

    private static final Element NONE = new Element(0, false, 0, 0);

    /** Looks for a tag in {@code bytes[from, to)}, and in whatever is constructed there. */
    static Found find(byte[] bytes, int from, int to, int tag) {
        return find(bytes, from, to, tag, 0);
    }

    private static Found find(byte[] bytes, int from, int to, int tag, int depth) {
        int at = from;
        while (at < to) {
            // Between elements, cards fill up with these two.
            if (bytes[at] == 0 || bytes[at] == (byte) 0xFF) {
                at++;
                continue;
            }
            Element element = element(bytes, at, to);
            if (element == NONE) {
                return new Found.Malformed();
            }
            if (element.tag() == tag) {
                return new Found.Value(element.from(), element.to());
            }
            if (element.constructed() && depth < DEEPEST) {
                Found inside = find(bytes, element.from(), element.to(), tag, depth + 1);
                if (inside instanceof Found.Value) {
                    return inside;
                }
            }
            at = element.to();
        }
        return new Found.Absent();
    }

    private static Element element(byte[] bytes, int start, int to) {
        int at = start;
        int first = bytes[at++] & 0xFF;
        int tag = first;
        if ((first & TAG_GOES_ON) == TAG_GOES_ON) {
            if (at >= to || (bytes[at] & MORE) != 0) {
                return NONE;
            }
            tag = first << 8 | bytes[at++] & 0xFF;
        }
        if (at >= to) {
            return NONE;
        }
        int length = bytes[at++] & 0xFF;
        if (length >= MORE) {
            int bytesOfLength = length - MORE;
            if (bytesOfLength < 1 || bytesOfLength > 2 || to - at < bytesOfLength) {
                return NONE;
            }
            length = 0;
            for (int i = 0; i < bytesOfLength; i++) {
                length = length << 8 | bytes[at++] & 0xFF;
            }
        }
        return length > to - at ? NONE : new Element(tag, (first & CONSTRUCTED) != 0, at, at + length);
    }

    /** How many bytes a list of tags and lengths without values, such as a PDOL, asks for; -1 where it is none. */
    static int askedFor(byte[] bytes, int from, int to) {
        int sum = 0;
        int at = from;
        while (at < to) {
            at += (bytes[at] & TAG_GOES_ON) == TAG_GOES_ON ? 2 : 1;
            if (at >= to || bytes[at] < 0) {
                return -1;
            }
            sum += bytes[at++];
        }
        return sum;
    }
}
