package banyan.walk;

/** A journey that cannot be played as it is written: says in which file and line, and what is wrong there. */
final class JourneyMistake extends Exception {
    private static final long serialVersionUID = 1;

    JourneyMistake(String file, int line, String what) {
        super("%s:%d: %s".formatted(file, line, what));
    }
}
