package banyan.kiosk.visit;

import banyan.device.Deadline;
import banyan.device.Device;
import banyan.device.DeviceKind;
import banyan.device.Outcome;
import banyan.device.Scanner.Colour;
import banyan.device.Scanner.ScanEvent;
import banyan.device.Scanner.ScanJob;
import banyan.device.Scanner.ScanTask;
import banyan.device.Scanner.Source;
import banyan.kiosk.filing.page.Developed;
import banyan.kiosk.filing.page.Inspection;
import banyan.kiosk.visit.UpkeepPost.Trial.From;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Has the test page taken by the document camera or the scanner, in the very way in which a citizen's paper is, so that a person can
 * judge it. The pictures are on no disk, and overwritten when they were judged.
 */
final class TrialHand {
    private static final int RESOLUTION = 300;
    private static final Duration BEGINNING = Duration.ofSeconds(20);

    private final Session session;
    private Optional<Inspection> pictures = Optional.empty();
    private boolean waits;

    TrialHand(Session session) {
        this.session = session;
    }

    Optional<Inspection> pictures() {
        return pictures;
    }

    boolean has(From from) {
        return switch (from) {
            case CAMERA -> session.equipment().tray().isPresent();
            case FEEDER -> session.equipment().feeder().filter(SheetFeeder::there).isPresent();
        };
    }

    /** The device that takes it. */
    Optional<Device> device(From from) {
        DeviceKind kind =
                switch (from) {
                    case CAMERA -> DeviceKind.DOCUMENT_CAMERA;
                    case FEEDER -> DeviceKind.SCANNER;
                };
        return session.equipment().devices().stream()
                .filter(device -> device.kind() == kind)
                .findFirst();
    }

    void take(From from) {
        forget();
        switch (from) {
            case CAMERA ->
                session.equipment().tray().ifPresentOrElse(tray -> look(() -> developed(tray.take())), this::failed);
            case FEEDER ->
                session.equipment().feeder().filter(SheetFeeder::there).ifPresentOrElse(this::draw, this::failed);
        }
    }

    private static Optional<Developed.Page> developed(PageTray.Taken taken) {
        return taken instanceof PageTray.Taken.Page(var page) ? Optional.of(page) : Optional.empty();
    }

    /** One sheet, as a citizen's pile begins. */
    private void draw(SheetFeeder feeder) {
        waits = true;
        Consumer<ScanEvent> hearer = session.hearer(event -> heard(feeder, event), FeedingHand::drop);
        session.away(
                () -> feeder.scanner()
                        .scan(
                                new ScanJob(Source.FEEDER, RESOLUTION, Colour.COLOUR, 1),
                                hearer::accept,
                                Deadline.in(BEGINNING)),
                begun -> {
                    if (begun instanceof Outcome.Failed<ScanTask> && waits) {
                        failed();
                    }
                });
    }

    private void heard(SheetFeeder feeder, ScanEvent event) {
        switch (event) {
            case ScanEvent.Page(_, _, byte[] image) when waits -> {
                waits = false;
                look(() -> {
                    Developed developed = feeder.develop().apply(image);
                    Arrays.fill(image, (byte) 0);
                    return developed instanceof Developed.Page page ? Optional.of(page) : Optional.empty();
                });
            }
            case ScanEvent.Page _ -> FeedingHand.drop(event);
            case ScanEvent.End _ when waits -> failed();
            case ScanEvent.End _, ScanEvent.Reading _ -> {}
        }
    }

    private void look(Supplier<Optional<Developed.Page>> page) {
        session.away(
                session.equipment().work(),
                () -> page.get().flatMap(TrialHand::inspect),
                seen -> {
                    pictures = seen;
                    session.tell(new VisitEvent.Upkept(
                            seen.isPresent() ? new UpkeepEvent.TrialTaken() : new UpkeepEvent.TrialFailed()));
                },
                late -> late.ifPresent(Inspection::wipe));
    }

    private static Optional<Inspection> inspect(Developed.Page page) {
        Optional<Inspection> seen = Inspection.of(page.jpeg());
        ScanningHand.forget(page);
        return seen;
    }

    private void failed() {
        waits = false;
        session.tell(new VisitEvent.Upkept(new UpkeepEvent.TrialFailed()));
    }

    /** Overwrites what was taken, here and in the devices. */
    void forget() {
        waits = false;
        if (pictures.isPresent()) {
            pictures.get().wipe();
            pictures = Optional.empty();
            for (From from : From.values()) {
                device(from).ifPresent(device -> session.equipment().threads().execute(device::forget));
            }
        }
    }
}
