package banyan.driver.sane;

import au.com.southsky.jfreesane.FrameType;
import au.com.southsky.jfreesane.OptionValueConstraintType;
import au.com.southsky.jfreesane.OptionValueType;
import au.com.southsky.jfreesane.SaneDevice;
import au.com.southsky.jfreesane.SaneException;
import au.com.southsky.jfreesane.SaneOption;
import au.com.southsky.jfreesane.SaneParameters;
import au.com.southsky.jfreesane.SaneSession;
import au.com.southsky.jfreesane.ScanListenerAdapter;
import banyan.device.Fault;
import banyan.device.Nameplate;
import banyan.device.Scanner.ScanEvent;
import banyan.device.Scanner.ScanJob;
import banyan.device.Scanner.Source;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;

/**
 * One session with the daemon, with the scanner open in it: the one place where the library is called. Its methods block at
 * sockets; a virtual thread that is interrupted there comes back with an exception, its socket closed.
 */
final class SaneLine implements Closeable {
    /** The daemon is on this machine or on the next wire. */
    private static final int CONNECTING_MILLIS = 800;

    private static final int DEPTH = 8;

    /** Millimetres by which no edge is moved: a scanner that is told what it has already may take its time all the same. */
    private static final double NOTHING = 0.01;

    private final SaneSession session;
    private final SaneDevice device;
    private final Nameplate nameplate;

    private SaneLine(SaneSession session, SaneDevice device, Nameplate nameplate) {
        this.session = session;
        this.device = device;
        this.nameplate = nameplate;
    }

    /** What the scanner did or said is not what is wanted of it. */
    static final class Unwanted extends RuntimeException {
        private final transient Fault fault;

        Unwanted(Fault fault) {
            super(fault.code());
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    /** A page as the scanner gave it: rows of samples, {@code stride} bytes apart. */
    record Samples(byte[] bytes, int width, int height, int channels, int stride) {
        @Override
        public String toString() {
            return "Samples[" + width + "x" + height + "x" + channels + "]";
        }
    }

    static SaneLine open(Daemon daemon) throws IOException, SaneException {
        SaneSession session = SaneSession.withRemoteSane(
                InetAddress.getByName(daemon.host()),
                daemon.port(),
                CONNECTING_MILLIS,
                TimeUnit.MILLISECONDS,
                daemon.patience(),
                TimeUnit.SECONDS);
        try {
            SaneDevice device = device(session, daemon);
            device.open();
            return new SaneLine(session, device, nameplate(device));
        } catch (IOException | SaneException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static SaneDevice device(SaneSession session, Daemon daemon) throws IOException, SaneException {
        if (!daemon.device().isEmpty()) {
            // Not looked up: listing has a daemon search every bus it knows.
            return session.getDevice(daemon.device());
        }
        List<SaneDevice> listed = session.listDevices();
        if (listed.isEmpty()) {
            throw new Unwanted(SaneFaults.NOT_LISTED);
        }
        return listed.getFirst();
    }

    private static Nameplate nameplate(SaneDevice device) {
        return new Nameplate(
                word(device.getVendor()), word(device.getModel()), Optional.empty(), Optional.empty());
    }

    private static Optional<String> word(String text) {
        return Optional.ofNullable(text).filter(given -> !given.isBlank());
    }

    Nameplate nameplate() {
        return nameplate;
    }

    private Optional<SaneOption> option(String name) throws IOException {
        return Optional.ofNullable(device.getOption(name));
    }

    private Optional<SaneOption> settable(String name) throws IOException {
        return option(name).filter(option -> option.isActive() && option.isWriteable());
    }

    private static List<String> words(Optional<SaneOption> option) {
        return option.filter(it -> it.getConstraintType() == OptionValueConstraintType.STRING_LIST_CONSTRAINT)
                .map(SaneOption::getStringConstraints)
                .orElse(List.of());
    }

    /** Asks the scanner something, which it answers at once. */
    void ask() throws IOException, SaneException {
        Optional<SaneOption> resolution = option("resolution");
        if (resolution.isPresent()) {
            double _ = value(resolution.get());
        }
    }

    private static double value(SaneOption option) throws IOException, SaneException {
        return option.getType() == OptionValueType.FIXED ? option.getFixedValue() : option.getIntegerValue();
    }

    /** What it can scan from, where it says so; a scanner that does not has one source, and that is the glass. */
    Set<Source> sources(Wishes wishes) throws IOException {
        List<String> names = words(option("source"));
        Set<Source> there = EnumSet.noneOf(Source.class);
        for (Source source : Source.values()) {
            if (names.isEmpty() ? source == Source.FLATBED : wishes.source(source, names).isPresent()) {
                there.add(source);
            }
        }
        return there;
    }

    /** Sets everything for a scan; gives the dots an inch that it will have in truth. */
    int prepare(ScanJob job, Wishes wishes) throws IOException, SaneException {
        choose("source", wishes.source(job.source(), words(option("source"))));
        choose("mode", Wishes.mode(job.colour(), words(option("mode"))));
        Optional<SaneOption> depth = settable("depth");
        if (depth.isPresent()) {
            int _ = depth.get().setIntegerValue(DEPTH);
        }
        int resolution = resolution(job.resolution());
        // Once more: another source may have an area of its own.
        area(wishes);
        return resolution;
    }

    /** Sets what is the same for every scan while nobody waits. A scanner that will not have it now says so when it scans. */
    void settle(Wishes wishes) throws IOException {
        try {
            area(wishes);
        } catch (SaneException _) {
            // It is set again before each scan.
        }
    }

    private void area(Wishes wishes) throws IOException, SaneException {
        edge("tl-x", 0);
        edge("tl-y", 0);
        edge("br-x", wishes.width());
        edge("br-y", wishes.height());
    }

    private void choose(String name, Optional<String> word) throws IOException, SaneException {
        Optional<SaneOption> option = settable(name);
        if (option.isPresent() && word.isPresent()) {
            String _ = option.get().setStringValue(word.get());
        }
    }

    private int resolution(int wanted) throws IOException, SaneException {
        Optional<SaneOption> option = settable("resolution");
        if (option.isEmpty()) {
            return (int) Math.round(option("resolution").isPresent() ? value(option("resolution").get()) : wanted);
        }
        return (int) Math.round(set(option.get(), nearest(option.get(), wanted)));
    }

    private static int nearest(SaneOption option, int wanted) {
        boolean fixed = option.getType() == OptionValueType.FIXED;
        return switch (option.getConstraintType()) {
            case VALUE_LIST_CONSTRAINT ->
                Wishes.resolution(
                        wanted,
                        fixed
                                ? option.getFixedValueListConstraint().stream()
                                        .map(value -> (int) Math.round(value))
                                        .toList()
                                : option.getIntegerValueListConstraint());
            case RANGE_CONSTRAINT -> {
                var range = option.getRangeConstraints();
                yield fixed
                        ? Wishes.resolution(
                                wanted,
                                (int) Math.ceil(range.getMinimumFixed()),
                                (int) range.getMaximumFixed(),
                                (int) Math.round(range.getQuantumFixed()))
                        : Wishes.resolution(
                                wanted,
                                range.getMinimumInteger(),
                                range.getMaximumInteger(),
                                range.getQuantumInteger());
            }
            case NO_CONSTRAINT, STRING_LIST_CONSTRAINT -> wanted;
        };
    }

    private static double set(SaneOption option, double value) throws IOException, SaneException {
        return option.getType() == OptionValueType.FIXED
                ? option.setFixedValue(value)
                : option.setIntegerValue((int) Math.round(value));
    }

    /** An edge of what is scanned, as far as the scanner reaches; one that counts in dots has an area of its own. */
    private void edge(String name, double millimetres) throws IOException, SaneException {
        Optional<SaneOption> edge = settable(name)
                .filter(option -> option.getUnits() == SaneOption.OptionUnits.UNIT_MM)
                .filter(option -> option.getConstraintType() == OptionValueConstraintType.RANGE_CONSTRAINT);
        if (edge.isPresent()) {
            var range = edge.get().getRangeConstraints();
            boolean fixed = edge.get().getType() == OptionValueType.FIXED;
            double least = fixed ? range.getMinimumFixed() : range.getMinimumInteger();
            double most = fixed ? range.getMaximumFixed() : range.getMaximumInteger();
            double wanted = Math.max(least, Math.min(most, millimetres));
            if (Math.abs(value(edge.get()) - wanted) > NOTHING) {
                double _ = set(edge.get(), wanted);
            }
        }
    }

    /** Reads the next page; {@code part} is told how much of it has come. */
    Samples read(DoubleConsumer part) throws IOException, SaneException {
        Watch watch = new Watch(part);
        BufferedImage image = device.acquireImage(watch);
        if (watch.incomplete()) {
            // The library fills what is missing with black and says nothing.
            throw new Unwanted(SaneFaults.INCOMPLETE);
        }
        DataBufferByte data = (DataBufferByte) image.getRaster().getDataBuffer();
        return new Samples(data.getData(), image.getWidth(), image.getHeight(), watch.channels, watch.stride);
    }

    /** Has the scanner stop in the middle of a page; whoever reads it gets the end of the stream. */
    void cancel() throws IOException {
        device.cancel();
    }

    /** Does not wait for an answer: the daemon closes what the session had open. */
    @Override
    public void close() {
        try {
            session.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }

    /** Looks at what a page is said to be before the library makes room for it, and counts what comes. */
    private static final class Watch extends ScanListenerAdapter {
        private final DoubleConsumer part;
        private int channels;
        private int stride;
        private long expected;
        private long arrived;

        Watch(DoubleConsumer part) {
            this.part = part;
        }

        @Override
        public void frameAcquisitionStarted(SaneDevice from, SaneParameters page, int frame, int frames) {
            channels = page.getFrameType() == FrameType.GRAY ? 1 : 3;
            stride = page.getBytesPerLine();
            long width = page.getPixelsPerLine();
            long height = page.getLineCount();
            if (page.getDepthPerPixel() != DEPTH
                    || !page.isLastFrame()
                    || page.getFrameType() != FrameType.GRAY && page.getFrameType() != FrameType.RGB) {
                throw new Unwanted(SaneFaults.FORMAT);
            }
            if (width <= 0 || stride < width * channels) {
                throw new Unwanted(SaneFaults.GARBLED);
            }
            expected = stride * height;
            if (width * height > ScanEvent.Page.MAX_PAGE_PIXELS || expected > most()) {
                throw new Unwanted(SaneFaults.TOO_LARGE);
            }
            part.accept(0);
        }

        private long most() {
            return ScanEvent.Page.MAX_PAGE_PIXELS * channels;
        }

        @Override
        public void recordRead(SaneDevice from, int total, int size) {
            arrived = total;
            if (arrived > most()) {
                throw new Unwanted(SaneFaults.TOO_LARGE);
            }
            part.accept(expected > 0 ? Math.min(1, (double) arrived / expected) : 0);
        }

        boolean incomplete() {
            return arrived == 0 || arrived % stride != 0 || expected > 0 && arrived != expected;
        }
    }
}
