package banyan.item;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language in which every package speaks. Traditional Chinese becomes a third constant, and then every package must have it. */
public enum Language {
    ZH_CN("zh-CN", "Chinese", Locale.SIMPLIFIED_CHINESE),
    EN("en", "English", Locale.UK);

    /** In the order in which a mistake report names them. */
    public static final List<Language> ALL = List.of(values());

    private final String tag;
    private final String name;
    private final Locale locale;

    Language(String tag, String name, Locale locale) {
        this.tag = tag;
        this.name = name;
        this.locale = locale;
    }

    /** The key of this language in a package file, {@code zh-CN} or {@code en}. */
    public String tag() {
        return tag;
    }

    /** What a report calls it: "has no English label". */
    public String inWords() {
        return name;
    }

    public Locale locale() {
        return locale;
    }

    public static Optional<Language> ofTag(String tag) {
        return ALL.stream().filter(language -> language.tag.equals(tag)).findFirst();
    }
}
