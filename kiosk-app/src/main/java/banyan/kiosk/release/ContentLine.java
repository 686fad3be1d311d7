package banyan.kiosk.release;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What staff are told of the content.
 *
 * @param number of the release that is shown; 0 is what was installed
 * @param day when it was packed
 * @param unheard days since the centre last said what is newest, once that is too long ago
 * @param waiting the release that waits for its time
 */
public record ContentLine(long number, Optional<LocalDateTime> day, Optional<Long> unheard, Optional<Long> waiting) {
    /** A copy is good for so long without the centre; after that the terminal goes on, and staff are told. */
    public static final Duration GOOD_FOR = Duration.ofDays(30);

    /** What came with the terminal, where no releases are taken. */
    public static final ContentLine INSTALLED =
            new ContentLine(0, Optional.empty(), Optional.empty(), Optional.empty());

    static ContentLine of(
            Content content, Optional<Instant> heard, Optional<Long> waiting, Instant now, ZoneId zone) {
        Optional<Long> days = heard.map(last -> Duration.between(last, now))
                .filter(since -> since.compareTo(GOOD_FOR) > 0)
                .map(Duration::toDays);
        return new ContentLine(
                content.number(), content.made().map(made -> LocalDateTime.ofInstant(made, zone)), days, waiting);
    }
}
