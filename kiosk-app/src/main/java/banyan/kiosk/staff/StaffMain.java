package banyan.kiosk.staff;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Adds a person to a roster of staff: asks for card number and PIN, and writes down a hash of both together. */
public final class StaffMain {
    private static final String USAGE = "usage: NUMBER --roster FILE; asks for the number on the card and a PIN of %d digits"
            .formatted(StaffRoster.PIN_DIGITS);

    private StaffMain() {}

    /** {@code NUMBER --roster FILE}. */
    public static void main(String[] arguments) throws IOException {
        System.exit(run(arguments, StaffMain::ask, System.err));
    }

    /** How a secret is asked for. */
    @FunctionalInterface
    interface Asking {
        /** The answer, or nothing at the end of the input. */
        char @Nullable [] ask(String prompt) throws IOException;
    }

    static int run(String[] arguments, Asking asking, PrintStream said) throws IOException {
        if (arguments.length != 3 || !arguments[1].equals("--roster") || !arguments[0].matches("[0-9]{1,6}")) {
            said.println(USAGE);
            return 64;
        }
        char[] card = orNothing(asking.ask("Number on the card: "));
        char[] pin = orNothing(asking.ask("PIN: "));
        char[] again = orNothing(asking.ask("PIN once more: "));
        try {
            if (card.length == 0 || !new String(pin).matches("[0-9]{" + StaffRoster.PIN_DIGITS + "}")) {
                said.println(USAGE);
                return 64;
            }
            if (!Arrays.equals(pin, again)) {
                said.println("The two PINs differ; nothing was written.");
                return 1;
            }
            write(Path.of(arguments[2]), StaffRoster.line(arguments[0], card, pin));
            said.println("Added " + arguments[0] + " to " + arguments[2]);
            return 0;
        } finally {
            Arrays.fill(card, '\0');
            Arrays.fill(pin, '\0');
            Arrays.fill(again, '\0');
        }
    }

    private static void write(Path roster, String line) throws IOException {
        if (!Files.exists(roster)) {
            Files.createFile(roster, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(roster, line + "\n", StandardCharsets.US_ASCII, StandardOpenOption.APPEND);
    }

    private static char[] orNothing(char @Nullable [] answer) {
        return answer == null ? new char[0] : answer;
    }

    private static final BufferedReader IN =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private static char @Nullable [] ask(String prompt) throws IOException {
        @Nullable Console console = System.console();
        if (console != null && console.isTerminal()) {
            return console.readPassword("%s", prompt);
        }
        @Nullable String line = IN.readLine();
        return line == null ? null : line.toCharArray();
    }
}
