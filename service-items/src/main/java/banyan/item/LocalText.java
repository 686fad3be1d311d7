package banyan.item;

import java.util.EnumMap;
import java.util.Map;

/** One text in every language. A package that lacks one is refused, so {@link #in} always has an answer. */
public record LocalText(Map<Language, String> byLanguage) {
    public LocalText {
        for (var language : Language.ALL) {
            if (!byLanguage.containsKey(language)) {
                throw new IllegalArgumentException("no " + language.inWords() + " text");
            }
        }
        byLanguage = Map.copyOf(byLanguage);
    }

    public static LocalText of(String chinese, String english) {
        return new LocalText(new EnumMap<>(Map.of(Language.ZH_CN, chinese, Language.EN, english)));
    }

    public String in(Language language) {
        var text = byLanguage.get(language);
        if (text == null) {
            throw new IllegalStateException("no " + language.inWords() + " text");
        }
        return text;
    }
}
