package banyan.kit.report;

/** The promises of the device contract, in a sentence each. */
public enum Pledge {
    /** Opening. */
    C1("ready in time, or absent with a fault; never throws"),
    /** Closing. */
    C2("closing takes a second at most, twice is once, nothing is left behind"),
    /** Deadlines. */
    C3("silence ends every command at its deadline, 250 ms late at most"),
    /** Cancelling. */
    C4("an interrupted caller is answered in 500 ms and the next command works"),
    /** Unplugged. */
    C5("unplugged in the middle of a command is noticed in 1 s"),
    /** Replugged. */
    C6("plugged in again is ready in 2 s, again and again, and leaks nothing; noise without end is not kept"),
    /** Turns. */
    C7("callers take turns, and what they ask does not meet on the wire; who finds the queue full is told so at once"),
    /** Noise. */
    C8("noise is skipped or named, never taken for data"),
    /** Portions. */
    C9("however the line cuts its bytes up, the result is the same"),
    /** Lengths. */
    C10("a length field is never believed beyond the largest frame there is"),
    /** Capabilities. */
    C11("what the capabilities leave out is unsupported, and nothing else is"),
    /** States. */
    C12("states follow the chart, each is told once and in order; examined, it says how it is"),
    /** Resetting. */
    C13("a reset helps in 5 s, from any state"),
    /** Traces. */
    C14("no word of a citizen in log, text, thread name or file"),
    /** Memory. */
    C15("no byte of a citizen in memory after forgetting"),
    /** Transcripts. */
    C16("every kept transcript replays to its outcome, whole, byte by byte and merged"),
    /** Malformed frames. */
    C17("malformed frames end without a hang or a throw");

    private final String sentence;

    Pledge(String sentence) {
        this.sentence = sentence;
    }

    /** Why it has no row, where it has none. */
    public String whyNot() {
        return switch (this) {
            case C10, C17 -> "this driver's tests show no codec of its own: CodecUnderTest";
            case C16 -> "no transcript of this model is kept";
            case C1, C2, C3, C4, C5, C6, C7, C8, C9, C11, C12, C13, C14, C15 -> "no row of the contract was run";
        };
    }

    /** What is promised. */
    public String sentence() {
        return sentence;
    }
}
