package banyan.kiosk.release;

import banyan.acceptance.Release;
import banyan.acceptance.ReleaseFile;
import banyan.item.DocumentValues;
import banyan.item.Filling;
import banyan.item.Language;
import banyan.item.LocalText;
import banyan.item.ServiceItem;
import banyan.item.Template;
import banyan.item.Values;
import banyan.item.catalogue.Catalogue;
import banyan.item.catalogue.CatalogueReport;
import banyan.item.catalogue.SigningKey;
import banyan.item.catalogue.TrustedKeys;
import banyan.kiosk.catalog.Offer;
import banyan.kiosk.catalog.Offers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes content of folders: leniently of what was installed, and of a release only if every part of it works. */
public final class ContentReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int MOST_ANNOUNCEMENTS = 50;

    private final Path installed;
    private final Supplier<TrustedKeys> trusted;
    private final Supplier<Optional<SigningKey>> developmentKey;

    /**
     * @param installed the folder of the packages that came with the terminal
     * @param trusted the keys that packages may be signed with
     * @param developmentKey answers for unsigned ones; empty in production
     */
    public ContentReader(
            Path installed, Supplier<TrustedKeys> trusted, Supplier<Optional<SigningKey>> developmentKey) {
        this.installed = installed;
        this.trusted = trusted;
        this.developmentKey = developmentKey;
    }

    /** What reading a release came to. */
    public sealed interface Read {
        record Fit(Content content) implements Read {}

        /** Something of it does not work; the fixed code says what. */
        record Unfit(String code) implements Read {}
    }

    /** An announcement as its file has it. */
    private record Said(Instant from, Instant until, Map<String, String> text) {}

    /** The packages that came with the terminal; one bad package does not hide the good ones. */
    public CatalogueReport installed() {
        return Catalogue.load(installed, trusted.get(), developmentKey.get());
    }

    /** The content of what was installed. */
    public static Content content(CatalogueReport report) {
        return Content.installed(offers(report));
    }

    /** A release, examined: every package loads, every rule compiles, every guide can be set, every announcement is one. */
    public Read examine(Release release, Path folder) {
        return switch (read(release, folder)) {
            case Read.Fit(var content) -> {
                try {
                    content.warm();
                } catch (RuntimeException rule) {
                    // A rule that does not compile says so by an exception of its engine; its text goes nowhere.
                    yield new Read.Unfit("CONTENT-RULES");
                }
                boolean set = content.offers().byCode().values().stream().allMatch(offer -> guided(offer.item()));
                yield set ? new Read.Fit(content) : new Read.Unfit("CONTENT-GUIDES");
            }
            case Read.Unfit unfit -> unfit;
        };
    }

    /** A release that was examined before: what is not whole is not taken. */
    public Read read(Release release, Path folder) {
        CatalogueReport report = Catalogue.load(folder.resolve(ReleaseFile.CATALOGUE), trusted.get(), developmentKey.get());
        if (!report.mistakes().isEmpty() || report.entries().isEmpty()) {
            return new Read.Unfit("CONTENT-PACKAGES");
        }
        Optional<List<Announcement>> notices = announcements(folder.resolve(ReleaseFile.NOTICES));
        Optional<List<Announcement>> directives = announcements(folder.resolve(ReleaseFile.DIRECTIVES));
        if (notices.isEmpty() || directives.isEmpty()) {
            return new Read.Unfit("CONTENT-ANNOUNCEMENTS");
        }
        return new Read.Fit(
                new Content(release.number(), Optional.of(release.made()), offers(report), notices.get(), directives.get()));
    }

    private static Offers offers(CatalogueReport report) {
        Map<String, Offer> byCode = new LinkedHashMap<>();
        report.entries()
                .forEach(entry -> byCode.put(entry.item().code(), new Offer(entry.item(), entry.rules(), entry.form())));
        return new Offers(java.util.Collections.unmodifiableMap(byCode), report.workingDays());
    }

    /** Whether the paper that needs nothing of anybody can be set in every language. */
    private static boolean guided(ServiceItem item) {
        Values values = DocumentValues.of(item)
                .with(DocumentValues.guide(item))
                .with(DocumentValues.terminal("0000", LocalText.of("厅", "hall")))
                .with(DocumentValues.at(LocalDateTime.of(2026, 1, 1, 12, 0)));
        return item.template(Template.Purpose.GUIDE).stream()
                .allMatch(guide -> Language.ALL.stream()
                        .allMatch(language -> guide.fill(values, language) instanceof Filling.Filled));
    }

    /** None where there is no such file; empty where it is not one. */
    private static Optional<List<Announcement>> announcements(Path file) {
        if (!Files.exists(file)) {
            return Optional.of(List.of());
        }
        try {
            Said[] said = JSON.readValue(Files.readAllBytes(file), Said[].class);
            List<Announcement> all = new ArrayList<>();
            for (Said one : said) {
                announcement(one).ifPresent(all::add);
            }
            return all.size() == said.length && all.size() <= MOST_ANNOUNCEMENTS ? Optional.of(all) : Optional.empty();
        } catch (JacksonException | IOException | NullPointerException notThis) {
            return Optional.empty();
        }
    }

    private static Optional<Announcement> announcement(Said said) {
        Map<Language, String> text = new LinkedHashMap<>();
        for (Language language : Language.ALL) {
            Optional.ofNullable(said.text().get(language.tag()))
                    .filter(words -> !words.isBlank() && words.length() <= Announcement.LONGEST)
                    .filter(words -> words.codePoints().noneMatch(Character::isISOControl))
                    .ifPresent(words -> text.put(language, words));
        }
        boolean whole = text.size() == said.text().size() && text.size() == Language.ALL.size() && said.from().isBefore(said.until());
        return whole ? Optional.of(new Announcement(said.from(), said.until(), new LocalText(text))) : Optional.empty();
    }
}
