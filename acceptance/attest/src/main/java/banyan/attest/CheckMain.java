package banyan.attest;

import banyan.acceptance.KeyFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;

/** Says whether a paper is what a terminal has signed. */
public final class CheckMain {
    private static final String USAGE = "usage: FILE.pdf --terminal NUMBER --key TERMINAL.pub";

    private CheckMain() {}

    /** {@code FILE.pdf --terminal NUMBER --key TERMINAL.pub}; exit status 0 only where it holds. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream said, PrintStream wrong) {
        if (arguments.length != 5 || !arguments[1].equals("--terminal") || !arguments[3].equals("--key")) {
            wrong.println(USAGE);
            return 64;
        }
        NationalKeys.install();
        try {
            PublicKey key = KeyFiles.readPublic(Path.of(arguments[4]));
            return switch (SignedPaper.check(Files.readAllBytes(Path.of(arguments[0])), arguments[2], key)) {
                case Verdict.Holds(var at, var reason) -> {
                    said.println("Terminal %s has signed it at %s%s; not a byte has changed since."
                            .formatted(arguments[2], at, reason.isEmpty() ? "" : " (" + reason + ")"));
                    yield 0;
                }
                case Verdict.Broken(var why) -> {
                    said.println(
                            switch (why) {
                                case UNSIGNED -> "Nobody has signed it.";
                                case NOT_WHOLE -> "Something stands in it that no signature covers.";
                                case OTHER_SIGNER -> "Somebody else has signed it.";
                                case ALTERED -> "It is not what was signed.";
                            });
                    yield 1;
                }
            };
        } catch (IOException unreadable) {
            wrong.println(unreadable.getMessage());
            return 66;
        }
    }
}
