package banyan.kiosk;

import banyan.acceptance.EnrolmentCode;
import banyan.acceptance.KeyAlgorithm;
import banyan.acceptance.Refusal;
import banyan.attest.NationalKeys;
import banyan.cache.Enroller;
import banyan.cache.TerminalKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ./kiosk enrol TERMINAL --centre URL --fingerprint F --keys FOLDER [--algorithm Ed25519|SM2]}: makes this terminal's key and has the
 * centre know it. The code is read from standard input, for what stands in a command is seen by others.
 */
public final class EnrolMain {
    private static final Set<String> WORDS = Set.of("--centre", "--fingerprint", "--keys", "--algorithm");

    private EnrolMain() {}

    public static void main(String[] arguments) {
        NationalKeys.install();
        Map<String, String> words = new HashMap<>();
        for (int at = 1; at + 1 < arguments.length; at += 2) {
            words.put(arguments[at], arguments[at + 1]);
        }
        Optional<KeyAlgorithm> algorithm = KeyAlgorithm.named(words.getOrDefault("--algorithm", KeyAlgorithm.ED25519.word()));
        String url = words.getOrDefault("--centre", "");
        String folder = words.getOrDefault("--keys", "");
        boolean said = arguments.length % 2 == 1
                && arguments[0].matches("[0-9]{4}")
                && WORDS.containsAll(words.keySet())
                && url.matches("https?://[0-9A-Za-z.:\\[\\]-]+/?")
                && !folder.isEmpty()
                && words.containsKey("--fingerprint");
        if (!said || algorithm.isEmpty()) {
            System.err.println("usage: ./kiosk enrol TERMINAL --centre URL --fingerprint F --keys FOLDER [--algorithm Ed25519|SM2]");
            System.err.println("       (four digits; the code is asked for)");
            System.exit(64);
            return;
        }
        System.err.println("Code:");
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Optional<EnrolmentCode> code = Optional.ofNullable(in.readLine()).flatMap(EnrolmentCode::read);
            if (code.isEmpty()) {
                System.err.println("A letter of the code is wrong, missing or too many. Nothing was sent.");
                System.exit(65);
                return;
            }
            Enroller enroller = new Enroller(arguments[0], new TerminalKeys(Path.of(folder)), InstantSource.system());
            System.exit(told(
                    enroller.enrol(URI.create(url), words.getOrDefault("--fingerprint", ""), code.get(), algorithm.get()),
                    "Known to the centre. In the terminal's configuration:\n  terminal: \"" + arguments[0] + "\"\n  key: " + folder
                            + "/terminal.key\n  centre:\n    url: " + url + "\n    key: " + folder + "/centre.pub"));
        } catch (IOException failed) {
            System.err.println("Not enrolled: " + failed.getMessage());
            System.exit(1);
        }
    }

    /** Says how it ended; the exit status. */
    static int told(Enroller.Ended ended, String done) {
        return switch (ended) {
            case Enroller.Ended.Done() -> {
                System.out.println(done);
                yield 0;
            }
            case Enroller.Ended.OtherCentre() -> {
                System.err.println("The centre of that fingerprint does not answer there. Nothing was sent.");
                yield 1;
            }
            case Enroller.Ended.Refused(String code) -> {
                System.err.println(code);
                System.err.println(
                        code.equals(Refusal.ENROLMENT_REFUSED.code())
                                ? "The code is another's, is used, or its time is over. Have another made at the centre."
                                : "Nothing is lost; the same command may be given again.");
                yield 1;
            }
        };
    }
}
