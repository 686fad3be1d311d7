package banyan.kiosk.visit;

import banyan.item.Language;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the screen shows at one moment. Immutable and complete: the screen looks nothing up, and keeps nothing when the next one
 * comes. Personal data are masked here already, but where {@link Page} says otherwise.
 *
 * @param number grows with every snapshot; the screen never shows an older one after a newer
 * @param now wall clock of the terminal, to the minute
 */
public record Snapshot(
        long number,
        Language language,
        boolean demonstration,
        Site site,
        LocalDateTime now,
        Strip strip,
        Page page,
        Optional<Sheet> sheet) {

    /**
     * Shown while there is no visit to speak of: nobody is here, and how the devices stand is not known.
     *
     * @param number below those of every visit, and higher each time
     * @param accepting whether the terminal is only being put together, or cannot be
     */
    public static Snapshot before(long number, banyan.kiosk.visit.Site site, LocalDateTime now, boolean accepting) {
        return new Snapshot(
                number,
                site.language(),
                site.demonstration(),
                new Site(site.hall().in(site.language()), site.terminal()),
                now.truncatedTo(ChronoUnit.MINUTES),
                new Strip(Optional.empty(), StripLine.NOBODY, OptionalInt.empty(), EndButton.NONE),
                new Page.Attract(
                        OptionalInt.empty(),
                        Page.Truth.UNKNOWN,
                        Page.Truth.UNKNOWN,
                        Page.Truth.UNKNOWN,
                        accepting),
                Optional.empty());
    }

    /** Where the terminal stands: the hall's name in the snapshot's language, and the terminal's number such as {@code 0137}. */
    public record Site(String hall, String terminal) {}

    /**
     * The session strip.
     *
     * @param name masked name, empty while nobody is identified
     * @param secondsLeft only from 30 s before the end
     */
    public record Strip(Optional<String> name, StripLine line, OptionalInt secondsLeft, EndButton end) {
        @Override
        public String toString() {
            return "Strip[" + line + "]";
        }
    }

    /** The strip's second line. */
    public enum StripLine {
        /** 现在无人办理 · 屏上没有任何人的信息. */
        NOBODY,
        /** 尚未识别身份 · 还没有读取您的任何信息. */
        NOTHING_READ,
        /** 尚未识别身份 · 刚才读到的没有留下. */
        NOTHING_KEPT,
        /** 本人办理 · 身份证已核验. */
        SELF_BY_ID_CARD,
        /** 1 件已提交 · 可以结束了. */
        SUBMITTED,
        /** Submitted, and originals of it go into the cabinet now. */
        ORIGINALS,
        /** 1 件存在本机，等待送出. */
        KEPT,
        /** 办理已结束 · 屏上没有任何人的信息. */
        ENDED
    }

    /** What stands at the strip's right end. */
    public enum EndButton {
        /** Nothing to end. */
        NONE,
        /** 不办了: nothing was read yet. */
        LEAVE,
        /** 结束办理. */
        END
    }

    @Override
    public String toString() {
        return "Snapshot[" + number + ", " + page.getClass().getSimpleName() + "]";
    }
}
