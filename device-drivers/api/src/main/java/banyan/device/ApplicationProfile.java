package banyan.device;

import java.util.HexFormat;
import java.util.List;

/**
 * What is to be read of one application of a chip card: a profile is data, and a new kind of card needs no code.
 *
 * @param name the profile's own name, such as {@code social-security}
 * @param aid the application identifier, 5 to 16 bytes (ISO 7816-5)
 * @param fields what is read
 */
public record ApplicationProfile(String name, byte[] aid, List<Field> fields) {
    public ApplicationProfile {
        if (aid.length < 5 || aid.length > 16) {
            throw new IllegalArgumentException("an application identifier has 5 to 16 bytes");
        }
        aid = aid.clone();
        fields = List.copyOf(fields);
    }

    @Override
    public byte[] aid() {
        return aid.clone();
    }

    @Override
    public String toString() {
        return "ApplicationProfile[" + name + ", " + HexFormat.of().formatHex(aid) + "]";
    }

    /**
     * One thing on the card.
     *
     * @param name what it is called in the answer, such as {@code number}
     * @param place where it stands
     * @param text how its bytes are read
     */
    public record Field(String name, Place place, Encoding text) {}

    /** Where a thing stands on a card. Numbers that no card can have are refused at once. */
    public sealed interface Place {
        /**
         * In a record, under a tag (READ RECORD, ISO 7816-4).
         *
         * @param file the file's short identifier, 1 to 30
         * @param record its number, 1 to 254
         * @param tag the BER tag as it is written, such as {@code 0x9F1F}; 0 for the whole record
         */
        record InRecord(int file, int record, int tag) implements Place {
            public InRecord {
                within("file", file, 1, 30);
                within("record", record, 1, 254);
                within("tag", tag, 0, 0xFFFF);
            }
        }

        /**
         * Under a tag in whichever record the application itself names: in the application file locator that it answers to GET
         * PROCESSING OPTIONS, as EMV and PBOC do. A bank card counts this as the beginning of a transaction; nothing is paid.
         *
         * @param tag as above
         */
        record Located(int tag) implements Place {
            public Located {
                within("tag", tag, 1, 0xFFFF);
            }
        }

        /**
         * Under GET DATA.
         *
         * @param tag as above
         */
        record Data(int tag) implements Place {
            public Data {
                within("tag", tag, 1, 0xFFFF);
            }
        }

        /**
         * In a transparent file (SELECT by file identifier, then READ BINARY).
         *
         * @param file the file's identifier, two bytes
         * @param offset of the first byte, 0 to 32767
         * @param length how many bytes, 1 to 4096
         */
        record InFile(int file, int offset, int length) implements Place {
            public InFile {
                within("file", file, 1, 0xFFFF);
                within("offset", offset, 0, 0x7FFF);
                within("length", length, 1, 4096);
            }
        }

        private static void within(String name, int value, int least, int most) {
            if (value < least || value > most) {
                throw new IllegalArgumentException("%s must be %d to %d".formatted(name, least, most));
            }
        }
    }

    /** How bytes are read as text. */
    public enum Encoding {
        /** As hexadecimal digits. */
        HEX,
        /** As decimal digits packed two to a byte, {@code F} fills up. */
        DIGITS,
        /** As GB 18030, blanks and zero bytes at its end dropped. */
        GB18030,
        /** As ASCII, the same dropped. */
        ASCII
    }
}
