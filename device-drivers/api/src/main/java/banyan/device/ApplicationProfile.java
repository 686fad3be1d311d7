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

    /** Where a thing stands on a card. */
    public sealed interface Place {
        /** In a record of the file with this short identifier, under this tag or, with tag 0, the whole record. */
        record InRecord(int file, int record, int tag) implements Place {}

        /** Under GET DATA with this tag. */
        record Data(int tag) implements Place {}

        /** In a transparent file with this identifier: {@code length} bytes from {@code offset}. */
        record InFile(int file, int offset, int length) implements Place {}
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
