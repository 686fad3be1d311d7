package com.example.inkline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The codec: pure functions on bytes. The same bytes in any portions give the same lines. */
final class Lines {
    /** The longest line there is; whatever is longer is noise. */
    static final int LONGEST = 96;

    /** Star, two digits and the end of the line. */
    private static final int TAIL = 4;

    private Lines() {}

    /** What the bytes received so far amount to. */
    sealed interface Parsed {
        /** A line whose payload is {@code bytes[0, length)}; all of it took {@code length + 4} bytes. */
        record Complete(int length) implements Parsed {}

        /** The start of a line, perhaps. */
        record Incomplete() implements Parsed {}

        /** No line: drop {@code skip} bytes and look again. */
        record Garbage(int skip) implements Parsed {}
    }

    /** How many bytes this took from the front. */
    static int length(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Complete(int length) -> length + TAIL;
            case Parsed.Incomplete() -> 0;
            case Parsed.Garbage(int skip) -> skip;
        };
    }

    /** Reads one line from the front of {@code bytes[0, count)}. */
    static Parsed parse(byte[] bytes, int count) {
        int end = 0;
        while (end < count && bytes[end] != '\n') {
            end++;
        }
        if (end >= LONGEST) {
            return new Parsed.Garbage(end);
        }
        if (end == count) {
            return new Parsed.Incomplete();
        }
        int length = end - TAIL + 1;
        boolean good = length > 0 && bytes[length] == '*' && checksum(bytes, length) == hex(bytes, length + 1);
        return good ? new Parsed.Complete(length) : new Parsed.Garbage(end + 1);
    }

    private static int checksum(byte[] bytes, int length) {
        int sum = 0;
        for (int at = 0; at < length; at++) {
            sum ^= bytes[at] & 0xFF;
        }
        return sum;
    }

    private static int hex(byte[] bytes, int at) {
        int high = Character.digit(bytes[at], 16);
        int low = Character.digit(bytes[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /** The numbers after the first letter, each at most six digits; empty where it is no list of numbers. */
    static int[] numbers(byte[] payload, int length) {
        int[] numbers = new int[length / 2];
        int count = 0;
        int digits = 0;
        for (int at = 1; at < length; at++) {
            int digit = payload[at] - '0';
            if (payload[at] == ' ') {
                count++;
                digits = 0;
            } else if (digit >= 0 && digit <= 9 && ++digits <= 6 && count > 0) {
                numbers[count - 1] = 10 * numbers[count - 1] + digit;
            } else {
                return new int[0];
            }
        }
        return Arrays.copyOf(numbers, count);
    }

    /** The words of a line that has nothing personal in it. */
    static String[] words(byte[] payload, int length) {
        return new String(payload, 0, length, StandardCharsets.US_ASCII).split(" ", -1);
    }

    /** A line as it is sent. */
    static byte[] line(String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.US_ASCII);
        return "%s*%02X\n".formatted(payload, checksum(bytes, bytes.length)).getBytes(StandardCharsets.US_ASCII);
    }
}
