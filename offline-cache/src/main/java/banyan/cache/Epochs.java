package banyan.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The epochs of a terminal's journal: each month has a random key of its own, under which the month's data keys are wrapped. To destroy
 * it is to make everything of that month unreadable. Its changes are one thread's at a time; any may ask.
 */
final class Epochs {
    private static final Logger LOG = LoggerFactory.getLogger(Epochs.class);
    private static final Duration MONTH = Duration.ofDays(30);

    private final EpochFile file;
    private final Keyring keys;
    private final Optional<Escrow> escrow;
    private final InstantSource clock;
    private final List<EpochRecord> unopened = new ArrayList<>();

    /** In the order in which they were made, the root first; the last is the one in use. */
    private volatile List<Epoch> live = List.of();

    private List<EpochRecord> records = List.of();
    private boolean rewrapped;
    private volatile boolean begun;

    /**
     * The keys by which epochs are opened.
     *
     * @param device wraps them from now on
     * @param before the device's key until now, where another takes its place
     */
    record Keyring(byte[] device, Optional<byte[]> before) {
        private static EpochRecord.DeviceWrap wrap(byte[] key) {
            byte[] name = Vault.derive(key, "banyan device name 1", new byte[0], new byte[0]);
            return new EpochRecord.DeviceWrap(
                    ByteBuffer.wrap(name).getLong() | 1,
                    Vault.derive(key, "banyan epochs 1", new byte[0], new byte[0]));
        }

        @Override
        public String toString() {
            return "Keyring";
        }
    }

    private Epochs(EpochFile file, Keyring keys, Optional<Escrow> escrow, InstantSource clock) {
        this.file = file;
        this.keys = keys;
        this.escrow = escrow;
        this.clock = clock;
    }

    /** What became of reading them. */
    sealed interface Opening {
        record Open(Epochs epochs) implements Opening {}

        record Refused(String code) implements Opening {}
    }

    /** Reads what there is and changes nothing. */
    static Opening open(EpochFile file, Keyring keys, Optional<Escrow> escrow, InstantSource clock) {
        Epochs epochs = new Epochs(file, keys, escrow, clock);
        try {
            return epochs.read().<Opening>map(Opening.Refused::new).orElseGet(() -> new Opening.Open(epochs));
        } catch (IOException unreadable) {
            return new Opening.Refused("KEY-RECORDS-UNREADABLE");
        }
    }

    private Optional<String> read() throws IOException {
        List<List<EpochRecord>> copies = file.read();
        List<EpochRecord> found = copies.stream().flatMap(List::stream).toList();
        if (!file.exists()) {
            // What a journal of before holds was wrapped under the device's key itself, which therefore is its root.
            byte[] root = file.hasJournal() ? keys.before().orElse(keys.device()).clone() : Randomness.bytes(Epoch.KEY);
            live = List.of(new Epoch(Epoch.ROOT, hour(), root), fresh());
            return Optional.empty();
        }
        EpochRecord.DeviceWrap now = Keyring.wrap(keys.device());
        Optional<EpochRecord.DeviceWrap> before = keys.before().map(Keyring::wrap);
        List<Epoch> opened = new ArrayList<>();
        for (EpochRecord record : found) {
            if (opened.stream().anyMatch(epoch -> epoch.number() == record.number())) {
                continue;
            }
            Optional<byte[]> key = record.open(now);
            if (key.isEmpty()) {
                key = before.flatMap(record::open);
                rewrapped |= key.isPresent();
            }
            key.ifPresent(clear -> opened.add(new Epoch(record.number(), record.hour(), clear)));
        }
        keepUnopened(copies.getFirst(), copies.getLast(), opened);
        begun = true;
        opened.sort(Comparator.comparingLong(epoch -> epoch.number() == Epoch.ROOT ? Long.MIN_VALUE : epoch.hour()));
        records = List.copyOf(found);
        live = List.copyOf(opened);
        return refusal(found, now);
    }

    /** What opens in neither copy is kept as it is. One that opens in the other copy was damaged here, and is done with. */
    private void keepUnopened(List<EpochRecord> one, List<EpochRecord> other, List<Epoch> opened) {
        for (int at = 0; at < Math.max(one.size(), other.size()); at++) {
            int place = at;
            List<EpochRecord> here = Stream.of(one, other)
                    .filter(copy -> place < copy.size())
                    .map(copy -> copy.get(place))
                    .toList();
            if (here.stream().noneMatch(record -> opened.stream().anyMatch(epoch -> epoch.number() == record.number()))) {
                here.stream()
                        .filter(record -> unopened.stream().noneMatch(record::isSame))
                        .forEach(unopened::add);
            }
        }
    }

    private Optional<String> refusal(List<EpochRecord> found, EpochRecord.DeviceWrap now) {
        if (!live.isEmpty() && live.getFirst().number() == Epoch.ROOT) {
            return Optional.empty();
        }
        if (!found.isEmpty() && found.stream().allMatch(record -> record.device() == 0)) {
            return Optional.of(Journal.KEYS_DESTROYED);
        }
        return Optional.of(
                found.stream().noneMatch(record -> record.device() == now.name())
                        ? "DEVICE-KEY-IS-ANOTHER"
                        : "KEY-RECORDS-DAMAGED");
    }

    private Epoch fresh() {
        return new Epoch(1 + Randomness.below(Integer.MAX_VALUE - 1), hour(), Randomness.bytes(Epoch.KEY));
    }

    private long hour() {
        return clock.instant().getEpochSecond() / 3600;
    }

    /**
     * Brings what lies on the disk to what it must be: an epoch for this month, each under the device's key of now and for the centre's
     * of now, in two copies. Says why nothing may be sealed, where that is so.
     */
    synchronized Optional<String> begin() {
        boolean first = !file.exists();
        if (!first && (live.size() == 1 || hour() - live.getLast().hour() >= MONTH.toHours())) {
            boolean _ = next();
        }
        try {
            store(live);
            begun = true;
            if (rewrapped) {
                LOG.info("DEVICE-KEY-REPLACED");
                rewrapped = false;
            }
            return Optional.empty();
        } catch (IOException failure) {
            LOG.error("KEY-RECORDS-UNWRITABLE");
            // What was there is there still, and nothing is sealed under anything else.
            return first ? Optional.of(Disk.isFull(failure) ? "DISK-FULL" : "KEY-RECORDS-UNWRITABLE") : Optional.empty();
        }
    }

    /** Whether all of them are stored under the device's key of now alone. */
    synchronized boolean isSettled() {
        EpochRecord.DeviceWrap now = Keyring.wrap(keys.device());
        return file.exists() && records.stream().filter(record -> record.device() != 0).allMatch(record -> record.open(now).isPresent());
    }

    /** Begins another epoch; false where the disk does not let it, and then the present one goes on. */
    synchronized boolean next() {
        List<Epoch> more = new ArrayList<>(live);
        more.add(fresh());
        try {
            store(more);
            live = List.copyOf(more);
            LOG.info("EPOCH-BEGUN");
            return true;
        } catch (IOException failure) {
            LOG.warn("EPOCH-NOT-BEGUN");
            return false;
        }
    }

    /** Destroys those that nothing uses and that were followed by another so long ago; how many. */
    synchronized int forget(Set<Integer> used, Duration retention) {
        List<Epoch> kept = new ArrayList<>();
        List<Epoch> gone = new ArrayList<>();
        for (int at = 0; at < live.size(); at++) {
            Epoch epoch = live.get(at);
            boolean needed = epoch.number() == Epoch.ROOT
                    || at == live.size() - 1
                    || used.contains(epoch.number())
                    || hour() - live.get(at + 1).hour() < retention.toHours();
            (needed ? kept : gone).add(epoch);
        }
        if (gone.isEmpty()) {
            return 0;
        }
        try {
            store(kept);
        } catch (IOException failure) {
            LOG.warn("EPOCHS-NOT-DESTROYED");
            return 0;
        }
        live = List.copyOf(kept);
        gone.forEach(Epoch::forget);
        LOG.info("EPOCHS-DESTROYED count={}", gone.size());
        return gone.size();
    }

    /**
     * Destroys the device's part of all of them, on the disk and in memory: the centre alone can open anything then. Nothing happens, and
     * it says false, where the centre could not, or the disk does not let it.
     */
    synchronized boolean destroy() {
        boolean forTheCentre = escrow.isPresent()
                && live.stream().allMatch(epoch -> records.stream()
                        .anyMatch(record -> record.number() == epoch.number()
                                && record.copy().filter(copy -> copy.name() == escrow.get().name()).isPresent()));
        if (!forTheCentre) {
            LOG.error("KEYS-NOT-DESTROYED");
            return false;
        }
        List<EpochRecord> left = records.stream().map(EpochRecord::withoutDevice).toList();
        try {
            file.write(left);
        } catch (IOException failure) {
            LOG.error("KEYS-NOT-DESTROYED");
            return false;
        }
        records = left;
        live.forEach(Epoch::forget);
        Randomness.over(keys.device());
        keys.before().ifPresent(Randomness::over);
        LOG.error("KEYS-DESTROYED");
        return true;
    }

    private void store(List<Epoch> epochs) throws IOException {
        EpochRecord.DeviceWrap now = Keyring.wrap(keys.device());
        List<EpochRecord> wanted = new ArrayList<>();
        for (Epoch epoch : epochs) {
            wanted.add(records.stream()
                    .filter(record -> record.number() == epoch.number() && isGood(record, now))
                    .findFirst()
                    .orElseGet(() -> record(epoch, now)));
        }
        // What nobody here can open may still be opened by the centre.
        wanted.addAll(unopened);
        if (!file.says(wanted)) {
            file.write(wanted);
        }
        records = List.copyOf(wanted);
    }

    private boolean isGood(EpochRecord record, EpochRecord.DeviceWrap now) {
        boolean forTheCentre = escrow.isEmpty()
                || record.copy().filter(copy -> copy.name() == escrow.get().name()).isPresent();
        return forTheCentre && record.open(now).isPresent();
    }

    private EpochRecord record(Epoch epoch, EpochRecord.DeviceWrap now) {
        byte[] copy = EpochRecord.escrow(escrow, epoch.key(), epoch.number(), epoch.hour());
        return EpochRecord.of(epoch.number(), epoch.hour(), epoch.key(), now, copy);
    }

    /** Whether they are on the disk. */
    boolean hasBegun() {
        return begun;
    }

    Epoch root() {
        return live.getFirst();
    }

    /** Asking for it before it is on the disk is a bug: what is sealed under it could be lost with a power cut. */
    Epoch current() {
        if (!begun) {
            throw new IllegalStateException("no epoch is on the disk yet");
        }
        return live.getLast();
    }

    Optional<Epoch> numbered(int number) {
        return live.stream().filter(epoch -> epoch.number() == number).findFirst();
    }

}
