package com.example.inkline;

import banyan.conformance.CodecUnderTest;
import java.util.List;

/** The codec as a function of bytes. */
public final class InklineCodec implements CodecUnderTest {
    @Override
    public String name() {
        return "inkline-pad";
    }

    @Override
    public List<byte[]> samples() {
        return List.of(
                Lines.line("I example inkline 0042 9600 6000 1024"), Lines.line("B"), Lines.line("P 4800 3000 512"));
    }

    @Override
    public int largest() {
        return Lines.LONGEST;
    }

    @Override
    public String read(List<byte[]> portions) {
        StringBuilder seen = new StringBuilder();
        byte[] buffer = new byte[portions.stream().mapToInt(portion -> portion.length).sum()];
        int count = 0;
        for (byte[] portion : portions) {
            System.arraycopy(portion, 0, buffer, count, portion.length);
            count += portion.length;
            Lines.Parsed parsed = Lines.parse(buffer, count);
            while (!(parsed instanceof Lines.Parsed.Incomplete)) {
                if (parsed instanceof Lines.Parsed.Complete(int length)) {
                    seen.append((char) buffer[0]).append(Lines.numbers(buffer, length).length);
                }
                int drop = Lines.length(parsed);
                if (drop <= 0) {
                    throw new AssertionError("took " + drop);
                }
                System.arraycopy(buffer, drop, buffer, 0, count - drop);
                count -= drop;
                parsed = Lines.parse(buffer, count);
            }
        }
        return seen.toString();
    }
}
