package banyan.simulator.receipt;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Works off the receive buffer, command by command (Epson ESC/POS command reference; Kanji mode with GB 18030 as Chinese printers
 * have it). A command that it does not know is passed over with its parameters, as far as their number is known.
 */
final class Interpreter {
    /** What a command may ask of the printer. */
    interface Replies {
        /** The bits of {@code GS r n}. */
        int paper(int n);

        void say(byte[] bytes);

        /** {@code GS a n}: which changes are told without being asked. */
        void automatic(int mask);

        /** The knife; it may jam. */
        void cut();
    }

    private static final int ESC = 0x1B;
    private static final int FS = 0x1C;
    private static final int GS = 0x1D;
    private static final Charset GB_18030 = Charset.forName("GB18030");

    /** How many parameters follow, where that is fixed. */
    private static final Map<Integer, String> PARAMETERS = Map.of(
            ESC, " 1!1$2%1-12031=1?1@0E1G1J1K1L0M1R1S0T1V1W8\\2a1c2d1e1i0m0p3r1t1u1v0{1B2",
            FS, "!1&0-1.0C1S2W1?2p2",
            GS, "!1$2\\2/1:0B1H1I1L2P2T1W2^3a1b1c0f1h1r1w1z3");

    private static final Map<Integer, String> CODE_PAGES =
            Map.of(0, "IBM437", 2, "IBM850", 3, "IBM860", 16, "windows-1252", 17, "IBM866", 18, "IBM852", 19, "IBM858");

    private static final int KATAKANA = 1;
    private static final int STORED_LIMIT = 7092;

    private final Replies replies;
    private final LineBuffer line;
    private Charset codePage = Charset.forName("IBM437");
    private boolean katakana;
    private boolean kanji;
    private byte[] stored = new byte[0];
    private int squareSize = 3;
    private char level = 'L';
    private Optional<Row.Raster> kept = Optional.empty();
    private int unknown;

    Interpreter(Platen platen, Replies replies) {
        this.line = new LineBuffer(platen);
        this.replies = replies;
    }

    /** How many commands came that it did not know. */
    int unknown() {
        return unknown;
    }

    /** How many lines were longer than the paper and broken by the printer. */
    int wrapped() {
        return line.wrapped();
    }

    /** As after power-on. */
    void reset() {
        initialise();
        line.drop();
        unknown = 0;
        line.forgetWrapped();
    }

    /** Throws away what stands in the line and is not printed yet. */
    void dropLine() {
        line.drop();
    }

    private void initialise() {
        line.initialise();
        codePage = Charset.forName("IBM437");
        katakana = false;
        kanji = false;
        stored = new byte[0];
        kept = Optional.empty();
        squareSize = 3;
        level = 'L';
    }

    /** Works off the first command of {@code bytes[0, count)}: how many bytes it had, 0 if it is not whole yet. */
    int step(byte[] bytes, int count) {
        int first = bytes[0] & 0xFF;
        return switch (first) {
            case ESC, FS, GS -> count < 2 ? 0 : command(first, bytes, count);
            case '\n' -> {
                line.feed();
                yield 1;
            }
            case '\t' -> {
                line.tab();
                yield 1;
            }
            default -> first < 0x20 || first == 0x7F ? 1 : character(first, bytes, count);
        };
    }

    private int character(int first, byte[] bytes, int count) {
        if (first < 0x80) {
            line.narrow(String.valueOf((char) first));
            return 1;
        }
        if (!kanji) {
            line.narrow(katakana ? katakana(first) : new String(bytes, 0, 1, codePage));
            return 1;
        }
        if (count < 2) {
            return 0;
        }
        int length = bytes[1] >= '0' && bytes[1] <= '9' ? 4 : 2;
        if (count < length) {
            return 0;
        }
        line.wide(new String(bytes, 0, length, GB_18030));
        return length;
    }

    /** Page 1: lines for boxes, which programs draw their rules with, and half-width katakana. */
    private static String katakana(int value) {
        return value >= 0xA1 && value <= 0xDF
                ? String.valueOf((char) (0xFF61 + value - 0xA1))
                : switch (value) {
                    case 0x95 -> "─";
                    case 0x96 -> "│";
                    default -> " ";
                };
    }

    private int command(int prefix, byte[] bytes, int count) {
        int name = bytes[1] & 0xFF;
        int length = Lengths.of(prefix, name, bytes, count, PARAMETERS);
        if (length == Lengths.UNKNOWN) {
            unknown++;
            return 2;
        }
        if (length > count) {
            return 0;
        }
        int[] parameters = new int[length - 2];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = bytes[i + 2] & 0xFF;
        }
        switch (prefix) {
            case ESC -> esc(name, parameters);
            case FS -> fs(name, parameters);
            default -> gs(name, parameters, Arrays.copyOfRange(bytes, 2, length));
        }
        return length;
    }

    private void esc(int name, int[] n) {
        switch (name) {
            case '@' -> initialise();
            case '!' -> {
                line.font((n[0] & 1) != 0);
                line.narrowSize((n[0] & 0x20) != 0 ? 2 : 1, (n[0] & 0x10) != 0 ? 2 : 1);
                line.bold((n[0] & 8) != 0);
                line.underlined((n[0] & 0x80) != 0);
            }
            case '$' -> line.moveTo(n[0] | n[1] << 8);
            case '\\' -> line.moveBy((short) (n[0] | n[1] << 8));
            case '-' -> line.underlined((n[0] & 3) != 0);
            case '2' -> line.usualSpacing();
            case '3' -> line.spacing(n[0]);
            case 'E', 'G' -> line.bold((n[0] & 1) != 0);
            case 'J' -> line.feedDots(n[0]);
            case 'M' -> line.font((n[0] & 1) != 0);
            case 'a' -> line.place(place(n[0]));
            case 'd' -> {
                line.print();
                line.feedLines(n[0]);
            }
            case 'i', 'm' -> replies.cut();
            case 't' -> {
                codePage = Charset.forName(CODE_PAGES.getOrDefault(n[0], "IBM437"));
                katakana = n[0] == KATAKANA;
            }
            default -> {
                // Known by its length, without effect on this paper.
            }
        }
    }

    private static Row.Place place(int n) {
        return switch (n) {
            case 1, '1' -> Row.Place.CENTRE;
            case 2, '2' -> Row.Place.RIGHT;
            default -> Row.Place.LEFT;
        };
    }

    private void fs(int name, int[] n) {
        switch (name) {
            case '&' -> kanji = true;
            case '.' -> kanji = false;
            case '!' -> line.wideSize((n[0] & 4) != 0 ? 2 : 1, (n[0] & 8) != 0 ? 2 : 1);
            case 'W' -> line.wideSize((n[0] & 1) + 1, (n[0] & 1) + 1);
            default -> {
                // As above.
            }
        }
    }

    private void gs(int name, int[] n, byte[] raw) {
        switch (name) {
            case '!' -> {
                line.narrowSize((n[0] >> 4 & 7) + 1, (n[0] & 7) + 1);
                line.wideSize((n[0] >> 4 & 7) + 1, (n[0] & 7) + 1);
            }
            case 'B' -> line.inverse((n[0] & 1) != 0);
            case 'I' -> introduce(n[0]);
            case 'V' -> {
                line.print();
                if (n.length > 1) {
                    // Functions B: first as far as the knife is from the head, and n beyond.
                    line.feedDots(n[1]);
                }
                replies.cut();
            }
            case 'a' -> replies.automatic(n[0]);
            case 'r' -> replies.say(new byte[] {(byte) replies.paper(n[0])});
            case 'v' -> raster(n);
            case '(' -> extended(n, raw);
            case '8' -> graphics(n, 5);
            default -> {
                // As above.
            }
        }
    }

    private void introduce(int n) {
        String text =
                switch (n) {
                    case 65 -> "1.04";
                    case 66 -> "BANYAN";
                    case 67 -> "TWIN-80";
                    case 68 -> "RP000017";
                    case 69 -> "GB18030";
                    default -> "";
                };
        if (n >= 1 && n <= 3) {
            replies.say(new byte[] {(byte) (n == 2 ? 0x02 : 0x20)});
        } else if (!text.isEmpty()) {
            replies.say(("_" + text + "\0").getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** {@code GS v 0 m xL xH yL yH d…}: m doubles width (bit 0) and height (bit 1), x counts bytes. */
    private void raster(int[] n) {
        int across = n[2] | n[3] << 8;
        int down = n[4] | n[5] << 8;
        line.picture(Row.Raster.of(n, 6, across * 8, down, (n[1] & 1) + 1, (n[1] >> 1 & 1) + 1, line.place()));
    }

    /** {@code GS ( L} and {@code GS 8 L}, from m on: 112 keeps a picture whose width counts dots, 2 or 50 prints it. */
    private void graphics(int[] n, int from) {
        int function = n.length > from + 1 ? n[from + 1] : 0;
        if (function == 112 && n.length >= from + 10) {
            int across = n[from + 6] | n[from + 7] << 8;
            int down = n[from + 8] | n[from + 9] << 8;
            int stride = (across + 7) / 8;
            if (n.length >= from + 10 + stride * down) {
                kept = Optional.of(Row.Raster.of(
                        n, from + 10, stride * 8, down, Math.max(1, n[from + 3]), Math.max(1, n[from + 4]), line.place()));
            }
        } else if (function == 2 || function == 50) {
            kept.ifPresent(picture -> line.picture(picture.at(line.place())));
            kept = Optional.empty();
        }
    }

    /** {@code GS ( k} with symbol 49 is a QR code, {@code GS ( H} 48 asks for a process ID. */
    private void extended(int[] n, byte[] raw) {
        if (n[0] == 'H' && n.length == 9 && n[3] == 48 && n[4] == 48) {
            byte[] answer = new byte[7];
            answer[0] = 0x37;
            answer[1] = 0x22;
            System.arraycopy(raw, 5, answer, 2, 4);
            replies.say(answer);
        }
        if (n[0] == 'L') {
            graphics(n, 3);
        }
        if (n[0] != 'k' || n.length < 6 || n[3] != 49) {
            return;
        }
        switch (n[4]) {
            case 67 -> squareSize = Math.clamp(n[5], 1, 16);
            case 69 -> level = "LMQH".charAt(Math.clamp(n[5] - 48, 0, 3));
            case 80 -> stored = Arrays.copyOfRange(raw, 6, Math.min(raw.length, 6 + STORED_LIMIT));
            case 81 -> printCode();
            default -> {
                // The model: everything is model 2 here.
            }
        }
    }

    private void printCode() {
        String content = new String(stored, StandardCharsets.UTF_8);
        if (!content.isEmpty()) {
            // One that does not fit on the paper is not printed, as the reference says.
            Squares.of(content, level, squareSize)
                    .filter(squares -> squares.dots() <= Platen.DOTS)
                    .ifPresent(squares -> line.picture(new Row.Code(content, level, squares, line.place())));
        }
    }
}
