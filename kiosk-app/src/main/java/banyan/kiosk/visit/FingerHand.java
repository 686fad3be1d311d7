package banyan.kiosk.visit;

import banyan.cache.PageStore;
import banyan.device.Deadline;
import banyan.device.Fault;
import banyan.device.FingerprintPad;
import banyan.device.FingerprintPad.FingerImage;
import banyan.device.Outcome;
import banyan.kiosk.filing.FingerPaper;
import banyan.kiosk.identity.finger.FingerTemplate;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.visit.FilingPage.Fingerprint.Flaw;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Does what the dialogue asks about a finger: two pictures of it, of which the first one's record is kept where the second one's matches.
 * A picture is overwritten as soon as its record is made. What is compared are the records, for those are what others will compare.
 */
final class FingerHand {
    /** Seven seconds of it a slow line needs for the picture itself. */
    private static final Duration LAID = Duration.ofSeconds(40);

    private static final Duration LIFTED = Duration.ofSeconds(15);
    private static final byte[] NOTHING = {};

    private final Session session;
    private final Asking asking;
    private byte[] first = NOTHING;
    private boolean taken;

    FingerHand(Session session) {
        this.session = session;
        asking = new Asking(session);
    }

    /** Whether a finger was taken in this visit, whatever became of it. */
    boolean taken() {
        return taken;
    }

    private Optional<FingerprintPad> pad() {
        return session.equipment().fingers().filter(there -> there.state().usable());
    }

    /** Begins with the first picture, and goes on until both are there or this is left. */
    void use(Plan plan) {
        leave();
        lay(plan);
    }

    private void lay(Plan plan) {
        pad().ifPresentOrElse(
                        there -> asking.ask(
                                session.equipment().threads(),
                                () -> there.capture(Deadline.in(LAID)),
                                picture -> {
                                    switch (picture) {
                                        case Outcome.Done<FingerImage>(var image) -> judge(plan, image);
                                        case Outcome.Failed<FingerImage>(var fault) -> failed(plan, fault);
                                    }
                                },
                                FingerHand::drop),
                        () -> poor(Flaw.GONE));
    }

    private void failed(Plan plan, Fault fault) {
        Flaw why = flaw(fault);
        poor(why);
        if (why == Flaw.MOVED || why == Flaw.POOR) {
            lift(plan);
        }
    }

    private static Flaw flaw(Fault fault) {
        return switch (fault.code()) {
            case "FINGER-ABSENT" -> Flaw.ABSENT;
            case "FINGER-MOVED" -> Flaw.MOVED;
            case "FINGER-POOR" -> Flaw.POOR;
            default -> fault.kind() == Fault.Kind.TIMEOUT ? Flaw.ABSENT : Flaw.GONE;
        };
    }

    private void poor(Flaw why) {
        session.log(Event.of(EventKind.FINGER_REFUSED).with(Key.FAULT, why));
        session.tell(new VisitEvent.FingerPoor(why));
    }

    /** A picture's record, and what it is beside the first one's. */
    private record Judged(byte[] record, Verdict verdict) {}

    private enum Verdict {
        FIRST,
        SAME,
        OTHER,
        TOO_LITTLE
    }

    private void judge(Plan plan, FingerImage image) {
        taken = true;
        byte[] earlier = first.clone();
        asking.ask(
                session.equipment().work(),
                () -> judged(image, earlier),
                judged -> {
                    switch (judged.verdict()) {
                        case FIRST -> {
                            first = judged.record();
                            session.tell(new VisitEvent.FingerHeld());
                            lift(plan);
                        }
                        case SAME -> {
                            wipe(judged.record());
                            byte[] kept = first;
                            first = NOTHING;
                            session.tell(new VisitEvent.FingerMatched());
                            keep(plan, kept, Optional.empty());
                        }
                        case OTHER -> {
                            wipe(judged.record());
                            wipe(first);
                            first = NOTHING;
                            poor(Flaw.DIFFERENT);
                            lift(plan);
                        }
                        case TOO_LITTLE -> {
                            wipe(judged.record());
                            poor(Flaw.POOR);
                            lift(plan);
                        }
                    }
                },
                late -> wipe(late.record()));
    }

    private static Judged judged(FingerImage image, byte[] earlier) {
        try {
            byte[] record = FingerTemplate.of(image).iso();
            return new Judged(record, verdict(record, earlier));
        } finally {
            image.forget();
            wipe(earlier);
        }
    }

    private static Verdict verdict(byte[] record, byte[] earlier) {
        Optional<FingerTemplate> template = FingerTemplate.fromIso(record);
        if (template.isEmpty()) {
            return Verdict.TOO_LITTLE;
        }
        if (earlier.length == 0) {
            return Verdict.FIRST;
        }
        return FingerTemplate.fromIso(earlier)
                        .filter(one -> one.sameFinger(template.get()))
                        .isPresent()
                ? Verdict.SAME
                : Verdict.OTHER;
    }

    private void lift(Plan plan) {
        pad().ifPresentOrElse(
                        there -> asking.ask(
                                session.equipment().threads(),
                                () -> there.awaitLifted(Deadline.in(LIFTED)),
                                lifted -> {
                                    switch (lifted) {
                                        case Outcome.Done<Boolean>(var gone) -> {
                                            if (gone) {
                                                session.tell(new VisitEvent.FingerLifted());
                                                lay(plan);
                                            } else {
                                                poor(Flaw.LEFT_LYING);
                                            }
                                        }
                                        case Outcome.Failed<Boolean> _ -> poor(Flaw.GONE);
                                    }
                                },
                                _ -> {}),
                        () -> poor(Flaw.GONE));
    }

    /** Goes on without, and the request says why. */
    void without(Plan plan) {
        var why = pad().isPresent() ? FingerPaper.Without.CITIZEN : FingerPaper.Without.PAD;
        keep(plan, FingerPaper.without(why), Optional.of(why));
    }

    private void keep(Plan plan, byte[] bytes, Optional<FingerPaper.Without> without) {
        PageStore store = session.pages();
        var key = session.key();
        session.away(
                session.equipment().disk(),
                () -> Keeping.put(store, key, bytes),
                put -> {
                    switch (put) {
                        case PageStore.Put.Stored(var handle) -> {
                            kept(plan, new FingerPaper(without.isEmpty(), handle));
                            var event = Event.of(without.isEmpty() ? EventKind.FINGER_GIVEN : EventKind.FINGER_NOT_GIVEN)
                                    .with(Key.ITEM, new Code(plan.item()));
                            session.log(without.map(why -> event.with(Key.FAULT, why)).orElse(event));
                        }
                        case PageStore.Put.Full _ ->
                            session.tell(new VisitEvent.PageNotKept(PaperPage.TroubleKind.STORE_FULL));
                        case PageStore.Put.Failed _ ->
                            session.tell(new VisitEvent.PageNotKept(PaperPage.TroubleKind.STORE_BROKEN));
                    }
                },
                _ -> {});
    }

    private void kept(Plan plan, FingerPaper paper) {
        var filing = session.filing(plan);
        PageStore store = session.pages();
        filing.finger().ifPresent(earlier -> session.equipment().disk().execute(() -> store.drop(earlier.paper())));
        session.draft(session.draft().with(filing.fingered(paper)));
        session.tell(new VisitEvent.FingerKept());
    }

    /** Goes on where something was given before. */
    void check(Plan plan) {
        session.filing(plan).finger().ifPresent(_ -> session.tell(new VisitEvent.FingerKept()));
    }

    /** Nothing is waited for any more, and the first picture's record is overwritten. */
    void leave() {
        asking.leave();
        wipe(first);
        first = NOTHING;
    }

    private static void drop(Outcome<FingerImage> picture) {
        if (picture instanceof Outcome.Done<FingerImage>(var image)) {
            image.forget();
        }
    }

    private static void wipe(byte[] bytes) {
        Arrays.fill(bytes, (byte) 0);
    }

    void forget() {
        leave();
        taken = false;
    }
}
