package banyan.kit.transcript;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * One rule of a {@link Mask}: some places in what answers one question.
 *
 * @param at where the first packet begins
 * @param each so long is a packet of those that follow each other; 0 where the answer is one frame
 * @param xorFrom where the checksum of one byte begins; -1 where there is none
 * @param sumFrom where the sum of two bytes begins; -1 where there is none
 */
record MaskRule(byte[] question, int from, int to, byte[] put, int at, int each, int xorFrom, int sumFrom) {
    static MaskRule read(List<String> words) {
        return new MaskRule(
                HexFormat.of().parseHex(word(words, "after", "")),
                number(words, "from", 0),
                number(words, "to", 0),
                HexFormat.of().parseHex(word(words, "put", "00")),
                number(words, "at", 0),
                number(words, "each", 0),
                number(words, "xor", -1),
                number(words, "sum", -1));
    }

    private static int number(List<String> words, String name, int otherwise) {
        return Integer.parseInt(word(words, name, Integer.toString(otherwise)));
    }

    private static String word(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        return at < 0 || at + 1 == words.size() ? otherwise : words.get(at + 1);
    }

    boolean answers(byte[] asked) {
        return Arrays.equals(question, asked);
    }

    /** Puts something else in the places that are somebody's, and the checksum right again. */
    void cover(byte[] answer) {
        int length = each == 0 ? answer.length : each;
        for (int packet = at; packet < answer.length && length > 0; packet += length) {
            int end = Math.min(answer.length, packet + length);
            for (int place = packet + from; place < Math.min(end, packet + to); place++) {
                answer[place] = put[(place - packet - from) % put.length];
            }
            if (sumFrom >= 0 && end - packet > sumFrom + 2) {
                sum(answer, packet + sumFrom, end - 2);
            }
        }
        if (xorFrom >= 0 && answer.length > xorFrom + 1) {
            byte sum = 0;
            for (int place = xorFrom; place < answer.length - 1; place++) {
                sum ^= answer[place];
            }
            answer[answer.length - 1] = sum;
        }
    }

    private static void sum(byte[] answer, int first, int last) {
        int sum = 0;
        for (int place = first; place < last; place++) {
            sum += answer[place] & 0xFF;
        }
        answer[last] = (byte) (sum >> 8);
        answer[last + 1] = (byte) sum;
    }
}
