package banyan.kiosk.visit;

import banyan.device.Deadline;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Scanner.Colour;
import banyan.device.Scanner.ScanEvent;
import banyan.device.Scanner.ScanJob;
import banyan.device.Scanner.ScanTask;
import banyan.device.Scanner.Source;
import banyan.kiosk.filing.Checklist;
import banyan.kiosk.filing.page.Developed;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.visit.ScanningPage.Materials.FeedEnd;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * Does what the dialogue asks about a pile in the scanner's feeder. Its pages are taken over one by one and in order, each as a
 * page from the tray is: sealed first, and told only when it is durable. What was taken over stays, however the pile ends.
 */
final class FeedingHand {
    private static final int RESOLUTION = 300;

    /** Within this the scanner has begun or refused. */
    private static final Duration BEGINNING = Duration.ofSeconds(20);

    private static final Duration CANCELLING = Duration.ofSeconds(4);

    /** Blank sheets do not count against the most that a material may have; so many of them may be among the others. */
    private static final int SPARE = 8;

    private final Session session;
    private final ScanningHand scanning;
    private Optional<Pile> pile = Optional.empty();

    FeedingHand(Session session, ScanningHand scanning) {
        this.session = session;
        this.scanning = scanning;
    }

    private Optional<SheetFeeder> feeder() {
        return session.equipment().feeder().filter(SheetFeeder::there);
    }

    /** Says how the feeder stands; says nothing where the site has none. */
    void ask() {
        feeder().ifPresent(there -> session.tell(new VisitEvent.FeederStands(usable(there))));
    }

    private static boolean usable(SheetFeeder feeder) {
        return feeder.scanner().state().usable();
    }

    /** What became of the last pile. */
    ScanningPage.Materials.Pile pile(FeedEnd how) {
        return pile.map(last -> new ScanningPage.Materials.Pile(how, last.kept, last.blank))
                .orElseGet(() -> new ScanningPage.Materials.Pile(how, 0, 0));
    }

    /** Draws in what lies in the feeder, for this material. */
    void feed(Plan plan, int stage, int current) {
        leave();
        Checklist.Line line = scanning.list(plan).lines().get(current);
        Optional<SheetFeeder> there = feeder();
        if (there.isEmpty() || !line.open()) {
            session.tell(new VisitEvent.FeedEnded(
                    there.isEmpty() ? FeedEnd.GONE : FeedEnd.FULL, current, there.map(FeedingHand::usable).orElse(false)));
            return;
        }
        Pile next = new Pile(there.get(), plan, stage, current, line);
        pile = Optional.of(next);
        next.begin();
    }

    /** Asks for no further sheet; those that were drawn in are taken over. */
    void stop() {
        pile.ifPresent(Pile::cancel);
    }

    /** Nobody waits for this pile any more: what is not yet taken over is overwritten. */
    void leave() {
        pile.ifPresent(Pile::abandon);
    }

    void forget() {
        leave();
        pile = Optional.empty();
    }

    /** How a fault is said to the citizen. The codes differ in the name of the device alone. */
    private static FeedEnd how(Fault fault) {
        return switch (fault.code().substring(fault.code().indexOf('-') + 1)) {
            case "EMPTY" -> FeedEnd.EMPTY;
            case "JAM" -> FeedEnd.JAM;
            case "COVER-OPEN" -> FeedEnd.COVER_OPEN;
            case "DOUBLE-FEED" -> FeedEnd.DOUBLE_FEED;
            case "PAGE-TOO-LONG", "PAGE-TOO-SHORT" -> FeedEnd.LENGTH;
            case "MISCOUNTED" -> FeedEnd.MISCOUNTED;
            case "TOO-MANY-PAGES" -> FeedEnd.FULL;
            default -> fault.kind() == Fault.Kind.DISCONNECTED ? FeedEnd.GONE : FeedEnd.FAILED;
        };
    }

    /** Overwrites a page that nobody takes over. */
    static void drop(ScanEvent event) {
        if (event instanceof ScanEvent.Page page) {
            Arrays.fill(page.image(), (byte) 0);
        }
    }

    /** One pile, from the wish to its end. */
    private final class Pile {
        private final SheetFeeder feeder;
        private final Plan plan;
        private final int stage;
        private final int current;
        private final String material;
        private final int room;
        private final Deque<byte[]> waiting = new ArrayDeque<>();
        private Optional<ScanTask> task = Optional.empty();
        private Optional<FeedEnd> end = Optional.empty();
        private Optional<Code> fault = Optional.empty();
        private boolean cancelled;
        private boolean working;
        private boolean over;
        private int kept;
        private int blank;

        Pile(SheetFeeder feeder, Plan plan, int stage, int current, Checklist.Line line) {
            this.feeder = feeder;
            this.plan = plan;
            this.stage = stage;
            this.current = current;
            this.material = line.material().code();
            this.room = line.most() - line.pages();
        }

        void begin() {
            var listener = session.hearer(this::heard, FeedingHand::drop);
            ScanJob job = new ScanJob(Source.FEEDER, RESOLUTION, Colour.COLOUR, room + SPARE);
            session.away(
                    session.equipment().threads(),
                    () -> feeder.scanner().scan(job, listener::accept, Deadline.in(BEGINNING)),
                    begun -> {
                        switch (begun) {
                            case Outcome.Failed<ScanTask>(var why) -> ended(how(why), Optional.of(new Code(why.code())));
                            case Outcome.Done<ScanTask>(var running) -> {
                                task = Optional.of(running);
                                if (cancelled) {
                                    cancel(running);
                                }
                            }
                        }
                    },
                    begun -> {
                        if (begun instanceof Outcome.Done<ScanTask>(var running)) {
                            cancel(running);
                        }
                    });
        }

        private void heard(ScanEvent event) {
            if (over) {
                drop(event);
                return;
            }
            switch (event) {
                case ScanEvent.Reading _ -> {}
                case ScanEvent.Page page -> {
                    waiting.add(page.image());
                    goOn();
                }
                case ScanEvent.Scanned _ -> ended(FeedEnd.DONE, Optional.empty());
                case ScanEvent.Cancelled _ -> ended(FeedEnd.STOPPED, Optional.empty());
                case ScanEvent.Broken(var why, _) -> ended(how(why), Optional.of(new Code(why.code())));
            }
        }

        /** The scanner gives no more; what it gave is taken over first. */
        private void ended(FeedEnd how, Optional<Code> why) {
            end = Optional.of(how);
            fault = why;
            goOn();
        }

        private void goOn() {
            if (working || over) {
                return;
            }
            byte[] image = waiting.poll();
            if (image != null) {
                develop(image);
            } else {
                end.ifPresent(this::finish);
            }
        }

        private void develop(byte[] image) {
            working = true;
            var taking = new ScanningHand.Taking(
                    plan, stage, current, material, session.clock().nanos());
            session.away(
                    session.equipment().work(),
                    () -> {
                        try {
                            return feeder.develop().apply(image);
                        } finally {
                            Arrays.fill(image, (byte) 0);
                        }
                    },
                    developed -> {
                        switch (developed) {
                            case Developed.Page page -> take(taking, page);
                            case Developed.Refused(var why, _) -> refused(why);
                        }
                    },
                    developed -> {
                        if (developed instanceof Developed.Page page) {
                            ScanningHand.forget(page);
                        }
                    });
        }

        private void take(ScanningHand.Taking taking, Developed.Page page) {
            if (over) {
                ScanningHand.forget(page);
            } else if (kept == room) {
                ScanningHand.forget(page);
                breakOff(FeedEnd.FULL);
            } else {
                scanning.keep(taking, page, () -> {
                    kept++;
                    working = false;
                    if (!over) {
                        session.tell(new VisitEvent.PageFed(kept));
                        goOn();
                    }
                });
            }
        }

        private void refused(Developed.Reason why) {
            scanning.refused(material, Code.of(why));
            if (why == Developed.Reason.BLANK) {
                blank++;
                working = false;
                goOn();
            } else if (!over) {
                // What comes after a page that is missing would stand in its place.
                breakOff(FeedEnd.FAILED);
            }
        }

        private void breakOff(FeedEnd how) {
            abandon();
            tell(how);
        }

        private void finish(FeedEnd how) {
            over = true;
            tell(how == FeedEnd.DONE && blank > 0 ? FeedEnd.BLANK : how);
        }

        private void tell(FeedEnd how) {
            Event event = Event.of(EventKind.PILE_ENDED)
                    .with(Key.ITEM, new Code(material))
                    .with(Key.PAGES, kept)
                    .with(Key.PLACE, Code.of(how));
            session.log(fault.map(code -> event.with(Key.FAULT, code)).orElse(event));
            session.tell(new VisitEvent.FeedEnded(
                    how, how.leavesSome() ? current : scanning.next(plan, current), usable(feeder)));
        }

        void cancel() {
            if (!over && !cancelled) {
                cancelled = true;
                task.ifPresent(this::cancel);
            }
        }

        private void cancel(ScanTask running) {
            session.equipment().threads().execute(() -> {
                // Whether it had ended by then makes no difference: its end is told in any case.
                var _ = running.cancel(Deadline.in(CANCELLING));
            });
        }

        void abandon() {
            cancel();
            over = true;
            waiting.forEach(image -> Arrays.fill(image, (byte) 0));
            waiting.clear();
        }
    }
}
