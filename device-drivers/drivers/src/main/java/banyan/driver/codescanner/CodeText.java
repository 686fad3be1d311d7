package banyan.driver.codescanner;

import banyan.device.CodeScanner;
import banyan.device.CodeScanner.Code;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** What a code's bytes say, where they are a text that may be taken. Pure. */
final class CodeText {
    static final Fault TOO_LONG = refusal("CODE-TOO-LONG");
    static final Fault NOT_TEXT = refusal("CODE-NOT-TEXT");
    static final Fault CONTROL_CHARACTER = refusal("CODE-CONTROL-CHARACTER");
    static final Fault CUT_SHORT = refusal("CODE-CUT-SHORT");

    private CodeText() {}

    private static Fault refusal(String code) {
        return new Fault(Kind.USER, Remedy.ASK_CITIZEN, code);
    }

    /** The text of {@code bytes[from, to)}, or why it is none of ours. */
    static Outcome<Code> of(byte[] bytes, int from, int to, Charset charset) {
        if (to - from > CodeScanner.MAX_BYTES) {
            return Outcome.failed(TOO_LONG);
        }
        String text;
        try {
            text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException _) {
            return Outcome.failed(NOT_TEXT);
        }
        if (text.isBlank()) {
            return Outcome.failed(NOT_TEXT);
        }
        // Control characters, and those that turn the direction of what is shown.
        boolean hidden = text.codePoints().anyMatch(c -> Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
        return hidden ? Outcome.failed(CONTROL_CHARACTER) : Outcome.done(new Code(text));
    }
}
