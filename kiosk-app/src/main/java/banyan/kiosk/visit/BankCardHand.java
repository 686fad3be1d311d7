package banyan.kiosk.visit;

import banyan.device.CardApplication;
import banyan.device.Deadline;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.SmartCardTerminal;
import banyan.item.Source;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.visit.FilingPage.BankCard.Flaw;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Does what the dialogue asks about a bank card: waits for it, reads its number into the field, waits until it is taken out. A card that
 * is left behind is told of at the end of its visit, and is read for nobody until it was taken out.
 */
final class BankCardHand {
    private static final Duration READING = Duration.ofSeconds(15);

    /** One look; then the next begins, for as long as somebody waits. */
    private static final Duration LOOKING = Duration.ofSeconds(10);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    /** At the end of a visit nobody is kept waiting. */
    private static final Duration LAST_LOOK = Duration.ofMillis(400);

    private final Session session;
    private final Asking asking;

    private boolean used;
    private boolean left;

    BankCardHand(Session session) {
        this.session = session;
        asking = new Asking(session);
    }

    /** Whether a card is known to have been left in by a visitor who is gone. */
    boolean left() {
        return left;
    }

    /** Begins to wait for a card, or first for the going of one that is not this visitor's. */
    void use(Place.BankCard place) {
        leave();
        used = true;
        reader().ifPresentOrElse(
                        there -> {
                            if (left) {
                                fail(Flaw.FORGOTTEN, "SMART-CARD-LEFT-BEHIND");
                                awaitOut(there, place, true);
                            } else {
                                awaitIn(there, place);
                            }
                        },
                        () -> fail(Flaw.GONE, "SMART-CARD-ABSENT"));
    }

    private Optional<ChipReader> reader() {
        return session.equipment().chips().filter(there -> there.terminal().state().usable());
    }

    private void awaitIn(ChipReader there, Place.BankCard place) {
        asking.ask(() -> there.terminal().awaitCard(Deadline.in(LOOKING)), seen -> {
            switch (seen) {
                case Outcome.Done<Boolean>(var in) -> {
                    if (in) {
                        session.tell(new VisitEvent.ChipIn());
                        read(there, place);
                    } else {
                        asking.soon(BETWEEN_LOOKS, () -> awaitIn(there, place));
                    }
                }
                case Outcome.Failed<Boolean>(var fault) -> fail(Flaw.GONE, fault.code());
            }
        });
    }

    private void read(ChipReader there, Place.BankCard place) {
        long began = session.clock().nanos();
        asking.ask(() -> there.terminal().read(there.bankCards(), Deadline.in(READING)), reading -> {
            switch (reading) {
                case Outcome.Done<CardApplication>(var card) -> {
                    Optional<String> number = Optional.ofNullable(card.fields().get(ChipReader.NUMBER))
                            .filter(digits -> digits.matches("[0-9]{12,19}"));
                    if (number.isPresent()) {
                        session.log(Event.of(EventKind.BANK_CARD_READ)
                                .with(Key.MILLIS, (session.clock().nanos() - began) / 1_000_000));
                        fill(place, number.get());
                        session.tell(new VisitEvent.ChipRead());
                    } else {
                        fail(Flaw.UNREADABLE, "SMART-CARD-UNREADABLE");
                    }
                    awaitOut(there, place, number.isEmpty());
                }
                case Outcome.Failed<CardApplication>(var fault) -> failed(there, place, fault);
            }
        });
    }

    private void failed(ChipReader there, Place.BankCard place, Fault fault) {
        Flaw why = flaw(fault);
        fail(why, fault.code());
        switch (why) {
            case MOVED -> awaitIn(there, place);
            case MUTE, OTHER, UNREADABLE, FORGOTTEN -> awaitOut(there, place, true);
            case GONE -> {}
        }
    }

    private static Flaw flaw(Fault fault) {
        if (fault.kind() != Fault.Kind.MEDIA) {
            return Flaw.GONE;
        }
        return switch (fault.code()) {
            case "SMART-CARD-ABSENT", "SMART-CARD-MOVED" -> Flaw.MOVED;
            case "SMART-CARD-MUTE" -> Flaw.MUTE;
            case "SMART-CARD-UNKNOWN" -> Flaw.OTHER;
            default -> Flaw.UNREADABLE;
        };
    }

    private void fail(Flaw why, String code) {
        session.log(Event.of(EventKind.BANK_CARD_TROUBLE).with(Key.FAULT, new Code(code)));
        session.tell(new VisitEvent.ChipFailed(why));
    }

    private void fill(Place.BankCard place, String number) {
        var filing = session.filing(place.plan()).answering(place.field(), number, Source.BANK_CARD);
        session.draft(session.draft().with(filing.looking(Set.of(place.field()))));
    }

    /** @param another is wanted when this one is out */
    private void awaitOut(ChipReader there, Place.BankCard place, boolean another) {
        asking.ask(() -> there.terminal().awaitRemoval(Deadline.in(LOOKING)), seen -> {
            switch (seen) {
                case Outcome.Done<Boolean>(var out) -> {
                    if (out) {
                        taken();
                        session.tell(new VisitEvent.ChipOut());
                        if (another) {
                            awaitIn(there, place);
                        }
                    } else {
                        asking.soon(BETWEEN_LOOKS, () -> awaitOut(there, place, another));
                    }
                }
                case Outcome.Failed<Boolean>(var fault) -> fail(Flaw.GONE, fault.code());
            }
        });
    }

    private void taken() {
        if (left) {
            left = false;
            session.log(Event.of(EventKind.CHIP_CARD_TAKEN));
        }
    }

    /** Nothing is waited for any more. */
    void leave() {
        asking.leave();
    }

    /** After the visit: is a card still in? Then it is watched until it is taken out. */
    void lookForLeft() {
        Optional<ChipReader> there = used ? session.equipment().chips() : Optional.empty();
        used = false;
        there.map(ChipReader::terminal)
                .ifPresent(terminal -> asking.ask(() -> terminal.awaitCard(Deadline.in(LAST_LOOK)), seen -> {
                    if (seen instanceof Outcome.Done<Boolean>(var in) && in) {
                        left = true;
                        session.log(Event.of(EventKind.CHIP_CARD_LEFT));
                        session.changed();
                        watch(terminal);
                    }
                }));
    }

    private void watch(SmartCardTerminal terminal) {
        asking.ask(() -> terminal.awaitRemoval(Deadline.in(LOOKING)), seen -> {
            // Where nobody can tell, the card counts as still there: it is looked again when the next one is wanted.
            if (seen instanceof Outcome.Done<Boolean>(var out)) {
                if (out) {
                    taken();
                    session.changed();
                } else {
                    asking.soon(BETWEEN_LOOKS, () -> watch(terminal));
                }
            }
        });
    }
}
