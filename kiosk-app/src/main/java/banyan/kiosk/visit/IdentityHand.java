package banyan.kiosk.visit;

import banyan.cache.Cleared;
import banyan.cache.DraftRefuge.Reopening;
import banyan.cache.PageStore;
import banyan.cache.VisitKey;
import banyan.device.DeviceKind;
import banyan.item.Applicant;
import banyan.kiosk.catalog.Offers;
import banyan.kiosk.filing.Draft;
import banyan.kiosk.filing.SavedDraft;
import banyan.kiosk.identity.CardDesk;
import banyan.kiosk.identity.CardFlaw;
import banyan.kiosk.identity.CardReading;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Does what the dialogue asks about cards and about the draft that a crash left behind. */
final class IdentityHand {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    /** A reader that could not look is asked again after so long. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    /** A forgotten card is looked for no more often than this. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(1);

    private final Session session;
    private boolean watching;
    private long watch;
    private Optional<Found> found = Optional.empty();
    private Set<Integer> lacking = Set.of();

    /** A draft of this card that a crash left behind. */
    record Found(SavedDraft draft, VisitKey key) {
        @Override
        public String toString() {
            return "Found";
        }
    }

    IdentityHand(Session session) {
        this.session = session;
    }

    Optional<Found> found() {
        return found;
    }

    void watch() {
        watching = true;
        look();
    }

    /** A look that is under way ends by itself; what it sees is nobody's business any more. */
    void stopWatching() {
        watching = false;
        watch++;
    }

    private void look() {
        long mine = ++watch;
        session.away(() -> session.equipment().cards().look(), seen -> {
            if (mine == watch) {
                saw(seen);
            }
        });
    }

    private void saw(CardDesk.Seen seen) {
        switch (seen) {
            case CARD -> session.tell(new VisitEvent.CardLies(true));
            case NO_CARD -> {
                session.tell(new VisitEvent.CardLies(false));
                lookAgain(BETWEEN_LOOKS);
            }
            case NOTHING -> lookAgain(LOOK_AGAIN);
        }
    }

    private void lookAgain(Duration after) {
        long mine = watch;
        session.mailbox().alarm(after, () -> {
            if (watching && mine == watch) {
                look();
            }
        });
    }

    void askReader() {
        session.state(DeviceKind.ID_CARD_READER)
                .ifPresent(now ->
                        session.tell(new VisitEvent.DeviceUsable(DeviceKind.ID_CARD_READER, now.usable())));
    }

    /** A card was left lying that nobody may read: the reader forgets it, and looks for another after a while. */
    void forgetCard() {
        session.away(() -> session.equipment().cards().forgetCard(), _ -> lookAgain(FORGOTTEN));
    }

    void read() {
        LocalDate today = session.clock().today();
        long began = session.clock().nanos();
        session.away(() -> session.equipment().cards().read(today), reading -> {
            switch (reading) {
                case CardReading.Flawed(CardFlaw flaw) -> {
                    session.log(Event.of(EventKind.CARD_TROUBLE).with(Key.FAULT, flaw));
                    session.tell(new VisitEvent.CardRefused(flaw));
                }
                case CardReading.Holds(Applicant holder) -> {
                    session.log(Event.of(EventKind.CARD_READ)
                            .with(Key.MILLIS, (session.clock().nanos() - began) / 1_000_000));
                    session.draft(Draft.of(holder));
                    look(holder);
                }
            }
        });
    }

    /** Whether no typeface here has this character of the name. */
    boolean lacks(int codePoint) {
        return lacking.contains(codePoint);
    }

    /** Whether paper can carry the name as it is. */
    boolean nameFits() {
        return lacking.isEmpty();
    }

    /** What is found out about a holder before the screen goes on. */
    private record Holder(Set<Integer> lacking, Optional<Found> found) {}

    /** Looks whether the name can be written, and whether a crashed visit of the same card left a draft. */
    private void look(Applicant holder) {
        session.away(
                session.equipment().disk(),
                () -> new Holder(session.equipment().press().lacking(holder.name()), refuge(holder)),
                known -> {
                    lacking = known.lacking();
                    found = known.found();
                    found.ifPresent(_ -> session.log(Event.of(EventKind.DRAFT_KEPT)));
                    session.tell(new VisitEvent.Identified(found.isPresent()));
                },
                _ -> {});
    }

    void forget() {
        destroyFound();
        lacking = Set.of();
    }

    /** Without the catalogue nobody knows whether a draft can be gone on with: it stays where it is. */
    private Optional<Found> refuge(Applicant holder) {
        return session.equipment().loadedOffers().get().flatMap(offers -> refuge(holder, offers));
    }

    private Optional<Found> refuge(Applicant holder, Offers offers) {
        char[] number = holder.number().toCharArray();
        return switch (session.equipment().refuge().reopen(number)) {
            case Reopening.Nothing() -> Optional.empty();
            case Reopening.Reopened reopened -> {
                Optional<Found> usable = SavedDraft.read(reopened.draft())
                        .filter(draft -> stillOpen(draft, offers))
                        .map(draft -> new Found(draft, reopened.key()));
                if (usable.isEmpty()) {
                    destroy(reopened.key());
                }
                yield usable;
            }
        };
    }

    /**
     * Whether the draft has not become a submission: its name was saved before the journal was given it, so a journal that knows
     * the name has the submission, and the draft must not become a second one.
     */
    private boolean stillOpen(SavedDraft draft, Offers offers) {
        boolean filed = draft.submission()
                .flatMap(id -> session.equipment().outbox().standing(id))
                .isPresent();
        boolean known = offers.offer(draft.item())
                .filter(offer -> offer.item().version().equals(draft.version()))
                .isPresent();
        return known && !filed;
    }

    /** Goes on with what was found: its key and its pages are this visit's from now on. */
    Optional<SavedDraft> adopt() {
        Optional<Found> was = found;
        found = Optional.empty();
        was.ifPresent(there -> session.adopt(there.key()));
        return was.map(Found::draft);
    }

    void destroyFound() {
        Optional<Found> was = found;
        found = Optional.empty();
        was.ifPresent(there -> session.equipment().disk().execute(() -> destroy(there.key())));
    }

    private void destroy(VisitKey key) {
        switch (session.equipment().refuge().destroy(key)) {
            case Cleared.Gone _ -> session.log(Event.of(EventKind.DRAFT_DESTROYED));
            case Cleared.Left left ->
                session.log(Event.of(EventKind.WIPE_FAILED).with(Key.PLACE, left.part()));
        }
        List<Cleared> _ = PageStore.open(session.equipment().cache(), key).abandon();
    }
}
