package banyan.kiosk.text;

import banyan.item.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Every sentence of one language. A sentence is never joined from pieces; what varies is a named gap in it. Dates,
 * times and numbers have one form for screen, voice and paper.
 */
public final class Texts {
    private static final Map<Language, Texts> LOADED = new ConcurrentHashMap<>();
    private static final String[] ZH_DAYS = {"星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"};
    private static final String[] EN_DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] EN_MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private final Language language;
    private final Properties bundle;
    private final Map<String, Sentence> sentences = new ConcurrentHashMap<>();

    private Texts(Language language, Properties bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    /** The sentences of a language, read once. */
    public static Texts of(Language language) {
        return LOADED.computeIfAbsent(language, Texts::read);
    }

    private static Texts read(Language language) {
        String name = language.tag() + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no texts: " + name);
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                Properties bundle = new Properties();
                bundle.load(reader);
                return new Texts(language, bundle);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    public Language language() {
        return language;
    }

    /**
     * The sentence of a key.
     *
     * @param namesAndValues the named gaps: name, value, name, value …
     * @throws IllegalArgumentException where the key or a gap's value is missing: a mistake in the program
     */
    public String say(String key, Object... namesAndValues) {
        return sentence(key).with(namesAndValues);
    }

    /** Whether there is a sentence of this key, for those that only some values have. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    public SortedSet<String> keys() {
        return new TreeSet<>(bundle.stringPropertyNames());
    }

    /** The names of the gaps of a sentence. */
    public SortedSet<String> gaps(String key) {
        return sentence(key).names();
    }

    /** A sentence as it stands in the bundle, gaps and all. */
    String source(String key) {
        return sentence(key).source();
    }

    private Sentence sentence(String key) {
        return sentences.computeIfAbsent(key, this::parse);
    }

    private Sentence parse(String key) {
        @Nullable String source = bundle.getProperty(key);
        if (source == null) {
            throw new IllegalArgumentException("no sentence " + key + " in " + language.tag());
        }
        return Sentence.parse(source);
    }

    /** {@code 11月27日 星期五}, {@code Fri 27 Nov}. */
    public String date(LocalDate date) {
        return switch (language) {
            case ZH_CN -> dayAndMonth(date) + " " + weekday(date.getDayOfWeek());
            case EN -> weekday(date.getDayOfWeek()) + " " + dayAndMonth(date);
        };
    }

    /** {@code 11月27日}, {@code 27 Nov}. */
    public String dayAndMonth(LocalDate date) {
        return switch (language) {
            case ZH_CN -> date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
            case EN -> date.getDayOfMonth() + " " + EN_MONTHS[date.getMonthValue() - 1];
        };
    }

    /** {@code 2026年11月20日}, {@code 20 Nov 2026}. */
    public String fullDate(LocalDate date) {
        return switch (language) {
            case ZH_CN -> date.getYear() + "年" + dayAndMonth(date);
            case EN -> dayAndMonth(date) + " " + date.getYear();
        };
    }

    public String weekday(DayOfWeek day) {
        return switch (language) {
            case ZH_CN -> ZH_DAYS[day.getValue() - 1];
            case EN -> EN_DAYS[day.getValue() - 1];
        };
    }

    /** {@code 20:46}; the same in every language. */
    public String time(LocalTime time) {
        return "%d:%02d".formatted(time.getHour(), time.getMinute());
    }

    /** {@code 20:46:12}; the same in every language. */
    public String timeToTheSecond(LocalTime time) {
        return "%d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
    }

    /** A number that a person copies, in groups of four: {@code 3501 2026 0427}. A shorter or worded one is left alone. */
    public static String groupsOfFour(String number) {
        if (number.length() <= 4 || !number.chars().allMatch(Character::isLetterOrDigit)) {
            return number;
        }
        StringBuilder grouped = new StringBuilder(number.length() + number.length() / 4);
        for (int i = 0; i < number.length(); i++) {
            if (i > 0 && i % 4 == 0) {
                grouped.append(' ');
            }
            grouped.append(number.charAt(i));
        }
        return grouped.toString();
    }
}
