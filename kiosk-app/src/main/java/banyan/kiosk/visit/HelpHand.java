package banyan.kiosk.visit;

import banyan.acceptance.Trouble;
import banyan.cache.Appended;
import banyan.cache.Note;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.visit.VisitState.Open;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** 办不成事: the help number, and the report that goes to the centre under it. Neither says who was here. */
final class HelpHand {
    private static final DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    private final Session session;
    private Optional<Help> current = Optional.empty();
    private String latest = "";
    private int repeats;

    /**
     * A number that a citizen may hold.
     *
     * @param about what it is for: a trouble, or the page where help was asked
     * @param told when the report was durable
     */
    record Help(String trace, String about, Optional<LocalDateTime> told) {}

    HelpHand(Session session) {
        this.session = session;
    }

    /** The number for what is shown now: the same as long as it is about the same. */
    Help number(Open open) {
        String about = about(open.place());
        if (current.isEmpty() || !current.get().about().equals(about)) {
            current = Optional.of(new Help(fresh(letter(open.place())), about, Optional.empty()));
        }
        return current.get();
    }

    private static String about(Place place) {
        return place instanceof Place.Trouble trouble ? trouble.kind().name() : step(place);
    }

    /** Such as {@code 0137-2047-P}; a second one of the same minute and letter has a figure behind it. */
    private String fresh(char letter) {
        String trace = "%s-%s-%s"
                .formatted(
                        session.equipment().site().terminal(),
                        HOUR_AND_MINUTE.format(session.clock().now()),
                        letter);
        repeats = trace.equals(latest) ? repeats + 1 : 1;
        latest = trace;
        return repeats == 1 ? trace : trace + repeats;
    }

    private static char letter(Place place) {
        return place instanceof Place.Trouble trouble
                ? switch (trouble.kind()) {
                    case PAPER_OUT, PAPER_JAM, COVER_OPEN, TONER_OUT, PRINTER_GONE, PRINTER_SILENT, PRINT_UNCERTAIN ->
                        'P';
                    case CAMERA_GONE -> 'C';
                    case READER_GONE -> 'R';
                    case NAME_NOT_PRINTABLE -> 'K';
                    case PAPERS_TOO_LARGE -> 'M';
                    case NETWORK_DOWN -> 'N';
                    case CENTRE_REFUSED, RESULT_TAKEN -> 'Z';
                    case STORE_FULL, STORE_BROKEN -> 'S';
                }
                : 'H';
    }

    void report(Open open) {
        Help help = number(open);
        Place where = open.place() instanceof Place.Trouble trouble ? trouble.from() : open.place();
        String fault = open.place() instanceof Place.Trouble trouble
                ? Code.of(trouble.kind()).text()
                : "NONE";
        session.log(Event.of(EventKind.HELP_ASKED)
                .with(Key.TRACE, new Code(help.trace()))
                .with(Key.PLACE, new Code(step(where)))
                .with(Key.FAULT, new Code(fault)));
        Note note = Note.of(
                help.trace(),
                new Trouble(Plans.at(where).map(Plan::item), step(where), fault, session.clock().instant(), Optional.empty()));
        session.away(
                session.equipment().disk(),
                () -> session.equipment().outbox().append(note),
                answer -> {
                    boolean kept = answer instanceof Appended.Kept;
                    if (kept) {
                        current = current.filter(now -> now.trace().equals(help.trace()))
                                .map(now -> new Help(
                                        now.trace(),
                                        now.about(),
                                        Optional.of(session.clock().now())))
                                .or(() -> current);
                    }
                    session.tell(new VisitEvent.Reported(kept));
                },
                _ -> {});
    }

    /** The fixed name of a place, as events and reports have it. */
    static String step(Place place) {
        return place.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    void forget() {
        current = Optional.empty();
    }
}
