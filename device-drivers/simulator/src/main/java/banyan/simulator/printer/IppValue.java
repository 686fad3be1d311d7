package banyan.simulator.printer;

import java.util.List;

/** One value of an IPP attribute (RFC 8010, section 3.9), with the tag that says what it is. */
sealed interface IppValue {
    int INTEGER = 0x21;
    int BOOLEAN = 0x22;
    int ENUM = 0x23;
    int OCTETS = 0x30;
    int RESOLUTION = 0x32;
    int RANGE = 0x33;
    int COLLECTION = 0x34;
    int END_COLLECTION = 0x37;
    int TEXT = 0x41;
    int NAME = 0x42;
    int KEYWORD = 0x44;
    int URI = 0x45;
    int CHARSET = 0x47;
    int LANGUAGE = 0x48;
    int MIME_TYPE = 0x49;
    int MEMBER_NAME = 0x4A;
    int NO_VALUE = 0x13;

    int tag();

    /** An integer or an enum. */
    record Whole(int tag, int value) implements IppValue {}

    record Flag(boolean value) implements IppValue {
        @Override
        public int tag() {
            return BOOLEAN;
        }
    }

    /** Anything made of characters. */
    record Word(int tag, String value) implements IppValue {}

    record Range(int low, int high) implements IppValue {
        @Override
        public int tag() {
            return RANGE;
        }
    }

    /** Dots per inch. */
    record Resolution(int across, int along) implements IppValue {
        @Override
        public int tag() {
            return RESOLUTION;
        }
    }

    record Collection(List<IppAttribute> members) implements IppValue {
        public Collection {
            members = List.copyOf(members);
        }

        @Override
        public int tag() {
            return COLLECTION;
        }
    }

    /** No value, or one of a kind that this printer only carries: its bytes as Latin-1 characters. */
    record Other(int tag, String bytes) implements IppValue {}
}
