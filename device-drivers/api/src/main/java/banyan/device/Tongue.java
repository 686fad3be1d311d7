package banyan.device;

import java.util.Optional;

/** A language in which the terminal speaks of its devices. */
public enum Tongue {
    /** Chinese in simplified characters. */
    HANS("zh-Hans"),
    /** Chinese in traditional characters. */
    HANT("zh-Hant"),
    /** English. */
    EN("en");

    private final String tag;

    Tongue(String tag) {
        this.tag = tag;
    }

    /** Its tag (BCP 47). */
    public String tag() {
        return tag;
    }

    /** The tongue that answers this tag: {@code zh-CN} and {@code zh} are simplified, {@code zh-TW} and {@code zh-HK} traditional. */
    public static Optional<Tongue> of(String tag) {
        return switch (tag) {
            case "zh-Hans", "zh-CN", "zh" -> Optional.of(HANS);
            case "zh-Hant", "zh-TW", "zh-HK", "zh-MO" -> Optional.of(HANT);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }
}
