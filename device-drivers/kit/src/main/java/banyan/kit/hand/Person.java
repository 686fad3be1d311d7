package banyan.kit.hand;

import banyan.conformance.OutOfReach;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;

/** Somebody at the console with the device before them. */
public final class Person {
    private final BufferedReader in;
    private final PrintStream out;

    /** A person who reads there and answers here. */
    public Person(BufferedReader in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    /** Asks for something to be done and waits for Enter; {@link OutOfReach} where the person says that it cannot be. */
    void please(String what) {
        String answer = ask(what + "  [Enter: done; n: it cannot be done here] ");
        if (answer.strip().equalsIgnoreCase("n")) {
            throw new OutOfReach("whoever examined it could not: " + what);
        }
    }

    /** Asks for a number. */
    int number(String what) {
        while (true) {
            String answer = ask(what + "  [a number; n: it cannot be known here] ").strip();
            if (answer.equalsIgnoreCase("n")) {
                throw new OutOfReach("whoever examined it could not know: " + what);
            }
            if (answer.matches("[0-9]{1,9}")) {
                return Integer.parseInt(answer);
            }
        }
    }

    private String ask(String what) {
        out.print("    ► " + what);
        out.flush();
        try {
            String answer = in.readLine();
            if (answer == null) {
                throw new OutOfReach("nobody answers at the console");
            }
            return answer;
        } catch (IOException e) {
            throw new OutOfReach("the console cannot be read");
        }
    }
}
