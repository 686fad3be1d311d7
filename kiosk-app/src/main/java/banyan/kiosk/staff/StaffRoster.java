package banyan.kiosk.staff;

import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Who may open the staff mode of this terminal. A person's line holds a number of service and one slow hash of card and PIN
 * together (PBKDF2, NIST SP 800-132): neither can be tried without the other, and who is refused does not learn which was wrong.
 */
public final class StaffRoster {
    /** A site that has named nobody. */
    public static final StaffRoster NOBODY = new StaffRoster(List.of());

    /** The digits of a PIN. */
    public static final int PIN_DIGITS = 6;

    private static final int ROUNDS = 210_000;
    private static final int MOST_ROUNDS = 2_000_000;
    private static final int HASH_BITS = 256;
    private static final Pattern LINE = Pattern.compile("([0-9]{1,6}) ([0-9]{5,7}) ([A-Za-z0-9+/=]{24}) ([A-Za-z0-9+/=]{44})");

    private final List<Entry> entries;

    private StaffRoster(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    private record Entry(String number, int rounds, byte[] salt, byte[] hash) {
        @Override
        public String toString() {
            return "Entry[" + number + "]";
        }
    }

    /** What became of reading a roster. */
    public sealed interface Loaded {
        /** It can be used. */
        record Right(StaffRoster roster) implements Loaded {}

        /** It cannot; a sentence with file and line for each mistake. */
        record Wrong(List<String> mistakes) implements Loaded {}
    }

    /** Reads a roster: one line for each person, {@code #} begins a remark. */
    public static Loaded read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            return new Loaded.Wrong(List.of(file + ": the roster of staff cannot be read; make it by `./kiosk staff`"));
        }
        var entries = new ArrayList<Entry>();
        var mistakes = new ArrayList<String>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Optional<Entry> entry = entry(line);
            if (entry.isEmpty()) {
                mistakes.add("%s:%d: not a line of a roster; make it by `./kiosk staff`".formatted(file, at + 1));
            }
            entry.ifPresent(entries::add);
        }
        return mistakes.isEmpty() ? new Loaded.Right(new StaffRoster(entries)) : new Loaded.Wrong(mistakes);
    }

    private static Optional<Entry> entry(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int rounds = Integer.parseInt(parts.group(2));
        try {
            var base64 = Base64.getDecoder();
            byte[] salt = base64.decode(parts.group(3));
            byte[] hash = base64.decode(parts.group(4));
            return rounds > MOST_ROUNDS
                    ? Optional.empty()
                    : Optional.of(new Entry(parts.group(1), rounds, salt, hash));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The line of a person. Takes a moment on purpose. */
    public static String line(String number, char[] card, char[] pin) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        var base64 = Base64.getEncoder();
        return "%s %d %s %s".formatted(number, ROUNDS, base64.encodeToString(salt), base64.encodeToString(hash(card, pin, salt, ROUNDS)));
    }

    /** Whether anybody at all is named. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The number of whoever this card and PIN belong to. Takes a moment for each person, on purpose; not for the screen's thread. */
    public Optional<String> who(char[] card, char[] pin) {
        Optional<String> found = Optional.empty();
        // All of them, so that the time it takes says nothing.
        for (Entry entry : entries) {
            if (MessageDigest.isEqual(entry.hash, hash(card, pin, entry.salt, entry.rounds))) {
                found = Optional.of(entry.number);
            }
        }
        return found;
    }

    private static byte[] hash(char[] card, char[] pin, byte[] salt, int rounds) {
        CharBuffer both = CharBuffer.allocate(card.length + 1 + pin.length).put(card).put(':').put(pin);
        PBEKeySpec secret = new PBEKeySpec(both.array(), salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(secret).getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA256", missing);
        } finally {
            secret.clearPassword();
            Arrays.fill(both.array(), '\0');
        }
    }
}
