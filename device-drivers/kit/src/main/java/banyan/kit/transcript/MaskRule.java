package banyan.kit.transcript;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** One rule of a {@link Mask}: what of the answer to one question is somebody's. */
sealed interface MaskRule {
    /** The question that it is about. */
    byte[] question();

    /** Puts something else in the places that are somebody's, and the checksums right again. */
    void cover(byte[] answer);

    static MaskRule read(List<String> words) {
        byte[] question = bytes(words, "after", "");
        byte[] put = bytes(words, "put", "00");
        int from = number(words, "from", 0);
        if (words.contains("only")) {
            List<byte[]> answers = Arrays.stream(word(words, "only", "").split(",", -1))
                    .map(HexFormat.of()::parseHex)
                    .toList();
            return new Only(question, answers, bytes(words, "but", ""), put);
        }
        return words.contains("counted")
                ? new Counted(question, number(words, "at", 0), number(words, "counted", 0), from, number(words, "sum", 0), put)
                : new Places(question, from, number(words, "to", 0), put, number(words, "each", 0), number(words, "xor", -1));
    }

    private static byte[] bytes(List<String> words, String name, String otherwise) {
        return HexFormat.of().parseHex(word(words, name, otherwise));
    }

    private static int number(List<String> words, String name, int otherwise) {
        return Integer.parseInt(word(words, name, Integer.toString(otherwise)));
    }

    private static String word(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        return at < 0 || at + 1 == words.size() ? otherwise : words.get(at + 1);
    }

    /**
     * Fixed places.
     *
     * @param each so long is a packet of an endless stream; 0 where the answer is one frame
     * @param xorFrom where the checksum begins; -1 where there is none
     */
    record Places(byte[] question, int from, int to, byte[] put, int each, int xorFrom) implements MaskRule {
        @Override
        public void cover(byte[] answer) {
            for (int at = 0; at < answer.length; at++) {
                int within = each == 0 ? at : at % each;
                if (within >= from && within < to) {
                    answer[at] = put[(within - from) % put.length];
                }
            }
            if (xorFrom >= 0 && answer.length > xorFrom + 1) {
                byte sum = 0;
                for (int at = xorFrom; at < answer.length - 1; at++) {
                    sum ^= answer[at];
                }
                answer[answer.length - 1] = sum;
            }
        }
    }

    /**
     * Packets that say how long they are and end with a sum of two bytes. Where they do not follow each other as they should, all the rest
     * becomes zeros.
     *
     * @param at where the first begins
     * @param counted where in a packet two bytes say how many follow them
     * @param from the first byte of a packet that is somebody's; all are, up to the sum
     * @param sumFrom where the sum begins
     */
    record Counted(byte[] question, int at, int counted, int from, int sumFrom, byte[] put) implements MaskRule {
        @Override
        public void cover(byte[] answer) {
            int packet = at;
            while (packet + counted + 2 <= answer.length) {
                int follow = (answer[packet + counted] & 0xFF) << 8 | answer[packet + counted + 1] & 0xFF;
                int end = packet + counted + 2 + follow;
                if (end > answer.length || end - 2 < packet + from) {
                    break;
                }
                for (int place = packet + from; place < end - 2; place++) {
                    answer[place] = put[(place - packet - from) % put.length];
                }
                int sum = 0;
                for (int place = packet + sumFrom; place < end - 2; place++) {
                    sum += answer[place] & 0xFF;
                }
                answer[end - 2] = (byte) (sum >> 8);
                answer[end - 1] = (byte) sum;
                packet = end;
            }
            if (packet < answer.length) {
                Arrays.fill(answer, packet, answer.length, (byte) 0);
            }
        }
    }

    /**
     * Everything but the answer itself, wherever it stands among what comes by itself, and but for some bytes that frame that.
     *
     * @param answers what the answer itself may be
     * @param but bytes that are nobody's wherever they stand
     */
    record Only(byte[] question, List<byte[]> answers, byte[] but, byte[] put) implements MaskRule {
        @Override
        public void cover(byte[] answer) {
            int at = 0;
            while (at < answer.length) {
                int own = own(answer, at);
                if (own == 0) {
                    answer[at] = among(answer[at]) ? answer[at] : put[0];
                }
                at += Math.max(1, own);
            }
        }

        private int own(byte[] answer, int at) {
            return answers.stream()
                    .filter(one -> at + one.length <= answer.length
                            && Arrays.equals(answer, at, at + one.length, one, 0, one.length))
                    .mapToInt(one -> one.length)
                    .findFirst()
                    .orElse(0);
        }

        private boolean among(byte value) {
            boolean found = false;
            for (byte one : but) {
                found |= one == value;
            }
            return found;
        }
    }
}
