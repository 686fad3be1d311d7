package banyan.kiosk.release;

import banyan.item.Language;
import banyan.kiosk.catalog.Offers;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that is shown of a release; immutable, and in the hands of a visit from its beginning to its end.
 *
 * @param number of the release; 0 is what was installed with the terminal
 * @param made when the release was packed; empty for what was installed
 * @param notices for all who come
 * @param directives while one holds, the terminal is out of service
 */
public record Content(
        long number,
        Optional<Instant> made,
        Offers offers,
        List<Announcement> notices,
        List<Announcement> directives) {
    /** Before anything was loaded. */
    public static final Content NONE = installed(Offers.NONE);

    public Content {
        notices = List.copyOf(notices);
        directives = List.copyOf(directives);
    }

    /** What came with the terminal. */
    public static Content installed(Offers offers) {
        return new Content(0, Optional.empty(), offers, List.of(), List.of());
    }

    /** The same while the centre has also said these of this terminal alone. */
    public Content with(List<Announcement> moreNotices, List<Announcement> moreDirectives) {
        return new Content(number, made, offers, joined(notices, moreNotices), joined(directives, moreDirectives));
    }

    private static List<Announcement> joined(List<Announcement> some, List<Announcement> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** What is said now; of several that hold, the one that began last. */
    public Optional<String> notice(Instant now, Language language) {
        return latest(notices, now, language);
    }

    /** Why the terminal is out of service now; empty while it is not. */
    public Optional<String> outOfService(Instant now, Language language) {
        return latest(directives, now, language);
    }

    private static Optional<String> latest(List<Announcement> all, Instant now, Language language) {
        return all.stream()
                .filter(one -> one.holds(now))
                .max(Comparator.comparing(Announcement::from))
                .map(one -> one.text().in(language));
    }

    /** Compiles all rules, so that no citizen waits for it: for a thread that has time. */
    public void warm() {
        offers.byCode().values().forEach(offer -> offer.rules().warm());
    }

    @Override
    public String toString() {
        return "Content[" + number + "]";
    }
}
