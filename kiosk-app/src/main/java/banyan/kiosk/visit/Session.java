package banyan.kiosk.visit;

import banyan.cache.Note;
import banyan.cache.PageStore;
import banyan.cache.VisitKey;
import banyan.device.Device;
import banyan.device.DeviceKind;
import banyan.device.DeviceState;
import banyan.item.Applicant;
import banyan.item.Language;
import banyan.kiosk.catalog.Offer;
import banyan.kiosk.filing.Draft;
import banyan.kiosk.filing.Filing;
import banyan.kiosk.filing.FormDesk;
import banyan.kiosk.filing.Supplementing;
import banyan.kiosk.log.Event;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the parts of one visit share. Touched on the visit's thread only; what is done elsewhere comes back through {@link #away}.
 * A result that comes back after its visit has ended finds nobody and is dropped.
 */
final class Session {
    /** How a visit is told things: from any thread, handled one at a time on its own. */
    interface Mailbox {
        /** Will be run on the visit's thread. */
        void put(Runnable what);

        /** Will be handled after what is being handled now. On the visit's thread. */
        void next(VisitEvent event);

        /** Something to show has changed without an event. */
        void changed();

        /** From any thread: the camera or the pen has something new; shown as often as the screen can take it. */
        void glimpse();

        /** Will be run on the visit's thread after so long; what is returned takes it back. */
        Runnable alarm(Duration after, Runnable ring);
    }

    private final Equipment equipment;
    private final Mailbox mailbox;
    private final Map<DeviceKind, DeviceState> states = new EnumMap<>(DeviceKind.class);

    private Surroundings surroundings = Surroundings.NOT_SENSED;
    private long number;
    private Language language;
    private Draft draft = Draft.EMPTY;
    private Optional<Agreement> agreement = Optional.empty();
    private VisitKey key;
    private Optional<PageStore> pages = Optional.empty();
    private Optional<Supplementing> supplementing = Optional.empty();

    Session(Equipment equipment, Mailbox mailbox) {
        this.equipment = equipment;
        this.mailbox = mailbox;
        this.language = equipment.site().language();
        this.key = equipment.refuge().newVisit();
    }

    Equipment equipment() {
        return equipment;
    }

    Clock clock() {
        return equipment.clock();
    }

    Mailbox mailbox() {
        return mailbox;
    }

    Language language() {
        return language;
    }

    void speak(Language next) {
        language = next;
    }

    /** The citizen agrees to the words that stand on the screen now. */
    void agree() {
        agreement = Optional.of(new Agreement(language, clock().instant()));
    }

    /** What is to be kept of that with a request of this name; nothing where nobody was asked. */
    Optional<Note> consent(UUID request) {
        return agreement.map(given -> Note.of(given.about(request)));
    }

    void log(Event event) {
        equipment.log().accept(event);
    }

    void tell(VisitEvent event) {
        mailbox.next(event);
    }

    void changed() {
        mailbox.changed();
    }

    /** From any thread: the event is handled if the visit in which this was made is still the present one. */
    Consumer<VisitEvent> teller() {
        long mine = number;
        return event -> mailbox.put(() -> {
            if (number == mine) {
                mailbox.next(event);
            }
        });
    }

    /** Does something elsewhere, and what follows from it here. */
    <T> void away(Supplier<T> what, Consumer<T> back) {
        away(equipment.threads(), what, back, _ -> {});
    }

    /**
     * The same, on these threads.
     *
     * @param late takes the result when its visit is over
     */
    <T> void away(Executor threads, Supplier<T> what, Consumer<T> back, Consumer<T> late) {
        long mine = number;
        threads.execute(() -> {
            T result = what.get();
            mailbox.put(() -> {
                if (number == mine) {
                    back.accept(result);
                } else {
                    late.accept(result);
                }
            });
        });
    }

    /**
     * From any thread: what is heard is dealt with on the visit's own.
     *
     * @param late takes what is heard when the visit in which this was made is over
     */
    <T> Consumer<T> hearer(Consumer<T> here, Consumer<T> late) {
        long mine = number;
        return heard -> mailbox.put(() -> {
            if (number == mine) {
                here.accept(heard);
            } else {
                late.accept(heard);
            }
        });
    }

    Draft draft() {
        return draft;
    }

    void draft(Draft next) {
        draft = next;
        changed();
    }

    Optional<Applicant> applicant() {
        return draft.applicant();
    }

    /** The present visit's key, under which its pages are sealed. */
    VisitKey key() {
        return key;
    }

    /** The crashed visit's key is this visit's from now on. */
    void adopt(VisitKey found) {
        key.forget();
        key = found;
        pages = Optional.empty();
    }

    /** The sealed pages of this visit. */
    PageStore pages() {
        PageStore store = pages.orElseGet(() -> PageStore.open(equipment.cache(), key));
        pages = Optional.of(store);
        return store;
    }

    /**
     * Ends everything that belongs to this visit: results still under way find nobody. The key is forgotten by the page store,
     * after what the disk was still doing.
     */
    void leave() {
        number++;
        draft = Draft.EMPTY;
        agreement = Optional.empty();
        supplementing = Optional.empty();
        key = equipment.refuge().newVisit();
        pages = Optional.empty();
        changed();
    }

    /** Nobody is here: the language is the site's own again. */
    void reset() {
        language = equipment.site().language();
        changed();
    }

    Optional<Offer> offer(String item) {
        return supplementing(item).map(Supplementing::offer).or(() -> equipment.offers().get().offer(item));
    }

    /** What is asked for in a case is given in this visit. */
    void supplementing(Supplementing asked) {
        supplementing = Optional.of(asked);
    }

    /** That, where the item of this code is it. */
    Optional<Supplementing> supplementing(String item) {
        return supplementing.filter(asked -> asked.offer().item().code().equals(item));
    }

    /** The offer of an item that is being worked with; it was there when it was opened, and stays. */
    Offer offerOf(Plan plan) {
        return offer(plan.item()).orElseThrow(() -> new IllegalStateException("an item vanished while it was open"));
    }

    Filing filing(Plan plan) {
        return filing(plan.item());
    }

    /** The request for this item; a blank one where none was begun. */
    Filing filing(String item) {
        return draft.filing(item)
                .orElseGet(() -> Filing.blank(
                        item, offer(item).map(offer -> offer.item().version()).orElse("")));
    }

    FormDesk desk(Offer offer) {
        return new FormDesk(offer, draft.applicant(), clock().today());
    }

    /** What the terminal senses of itself. */
    Surroundings surroundings() {
        return surroundings;
    }

    void surroundings(Surroundings now) {
        surroundings = now;
        changed();
    }

    /** How a device stands, as last told; empty where the site has none. */
    Optional<DeviceState> state(DeviceKind kind) {
        return Optional.ofNullable(states.get(kind));
    }

    /** The same, with its parts by its own last word. */
    Optional<Required.Stands> stands(DeviceKind kind) {
        return state(kind).map(state -> new Required.Stands(
                state,
                equipment().devices().stream()
                        .filter(device -> device.kind() == kind)
                        .findFirst()
                        .map(Device::parts)
                        .orElse(List.of())));
    }

    void state(DeviceKind kind, DeviceState state) {
        states.put(kind, state);
    }
}
