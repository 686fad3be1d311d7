package banyan.cache;

/**
 * A small thing owed to the centre that is no submission: an evaluation, a trouble that stopped somebody. It goes through the
 * same outbox under a name of its own, so that repeats have one effect.
 *
 * @param kind where it goes
 * @param name its name for ever: the evaluation's id, the trouble's trace number, the certificate's request id
 * @param json what is sent, as it is
 */
public record Note(Kind kind, String name, byte[] json) {
    /** What a note is, and therefore its place at the centre. */
    public enum Kind {
        EVALUATION("/api/v1/evaluations/", ""),
        TROUBLE("/api/v1/troubles/", ""),
        PRINTED("/api/v1/certificates/", "/printed"),
        VOID("/api/v1/certificates/", "/void");

        private final String before;
        private final String after;

        Kind(String before, String after) {
            this.before = before;
            this.after = after;
        }

        String path(String name) {
            return before + name + after;
        }
    }

    public Note {
        if (!name.matches("[0-9A-Za-z-]{1,64}")) {
            throw new IllegalArgumentException("not the name of a note");
        }
    }

    @Override
    public String toString() {
        return "Note[" + kind + "]";
    }
}
