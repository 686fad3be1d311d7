package banyan.driver.pcsc;

import banyan.device.ApplicationProfile;
import banyan.device.ApplicationProfile.Field;
import banyan.device.ApplicationProfile.Place;
import banyan.device.CardApplication;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import banyan.driver.pcsc.Apdu.Status;
import banyan.driver.pcsc.Tlv.Found;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reading of one card by profiles. Knows neither PC/SC nor processes: a command goes out, an answer comes back. */
final class Reading {
    static final Fault UNKNOWN = new Fault(Kind.MEDIA, Remedy.ASK_CITIZEN, "SMART-CARD-UNKNOWN");
    static final Fault UNREADABLE = new Fault(Kind.MEDIA, Remedy.CALL_STAFF, "SMART-CARD-UNREADABLE");

    private static final int PDOL = 0x9F38;
    private static final int LOCATOR = 0x94;

    /** Of EMV's format 1: profile of two bytes, then the locator. */
    private static final int FORMAT_1 = 0x80;

    private static final int STATUS = 2;
    private static final int MOST_ASKED = 250;

    /** Records that one application may name: EMV cards have a handful. */
    private static final int MOST_RECORDS = 32;

    private final Exchange exchange;

    /** What the application said when it was selected. */
    private byte[] selected = {};

    /** Where the application says its records are; asked for once. */
    private @Nullable List<Place.InRecord> located;

    Reading(Exchange exchange) {
        this.exchange = exchange;
    }

    /** The way to the card and back. The answer ends with its two bytes of status and is overwritten by whoever takes it. */
    @FunctionalInterface
    interface Exchange {
        Outcome<byte[]> send(byte[] command);
    }

    /** What a place holds; empty where the card does not give it. */
    @FunctionalInterface
    private interface Taken {
        Outcome<Optional<String>> look(byte[] answer, int end);
    }

    Outcome<CardApplication> read(List<ApplicationProfile> profiles) {
        for (ApplicationProfile profile : profiles) {
            switch (select(profile)) {
                case Outcome.Failed<Boolean>(var fault) -> {
                    return Outcome.failed(fault);
                }
                case Outcome.Done<Boolean>(var there) -> {
                    if (there) {
                        return fields(profile);
                    }
                }
            }
        }
        return Outcome.failed(UNKNOWN);
    }

    private Outcome<Boolean> select(ApplicationProfile profile) {
        located = null;
        return exchange.send(Apdu.select(profile.aid())).map(answer -> {
            selected = answer;
            // Whatever else a card says to a name: an application of that name is not what it offers.
            return Status.of(answer) == Status.DONE;
        });
    }

    private Outcome<CardApplication> fields(ApplicationProfile profile) {
        Map<String, String> texts = new HashMap<>();
        for (Field field : profile.fields()) {
            switch (at(field.place(), field)) {
                case Outcome.Failed<Optional<String>>(var fault) -> {
                    return Outcome.failed(fault);
                }
                case Outcome.Done<Optional<String>>(var text) ->
                    text.ifPresent(there -> texts.put(field.name(), there));
            }
        }
        return texts.isEmpty()
                ? Outcome.failed(UNREADABLE)
                : Outcome.done(new CardApplication(profile.name(), texts));
    }

    private Outcome<Optional<String>> at(Place place, Field field) {
        return switch (place) {
            case Place.InRecord(int file, int record, int tag) ->
                taken(Apdu.readRecord(file, record), (answer, end) -> tagged(answer, end, tag, field));
            case Place.Located(int tag) -> located(tag, field);
            case Place.Data(int tag) ->
                taken(Apdu.getData(tag), (answer, end) -> {
                    // With its tag as EMV gives it, or without as others do.
                    boolean bare = !(Tlv.find(answer, 0, end, tag) instanceof Found.Value);
                    return tagged(answer, end, bare ? 0 : tag, field);
                });
            case Place.InFile(int file, int offset, int length) -> inFile(file, offset, length, field);
        };
    }

    /** Sends a command and has its answer looked at before it is overwritten. */
    private Outcome<Optional<String>> taken(byte[] command, Taken taken) {
        return exchange.send(command).then(answer -> {
            try {
                return switch (Status.of(answer)) {
                    case DONE -> taken.look(answer, answer.length - STATUS);
                    case NOT_THERE -> Outcome.done(Optional.empty());
                    case TROUBLE -> Outcome.failed(UNREADABLE);
                };
            } finally {
                Arrays.fill(answer, (byte) 0);
            }
        });
    }

    private static Outcome<Optional<String>> tagged(byte[] answer, int end, int tag, Field field) {
        Found found = tag == 0 ? new Found.Value(0, end) : Tlv.find(answer, 0, end, tag);
        return switch (found) {
            case Found.Value(int from, int to) -> text(answer, from, to, field);
            case Found.Absent() -> Outcome.done(Optional.empty());
            case Found.Malformed() -> Outcome.failed(UNREADABLE);
        };
    }

    private static Outcome<Optional<String>> text(byte[] bytes, int from, int to, Field field) {
        Optional<String> text = FieldText.of(bytes, from, to, field.text());
        return text.isEmpty() ? Outcome.failed(UNREADABLE) : Outcome.done(text.filter(some -> !some.isEmpty()));
    }

    private Outcome<Optional<String>> located(int tag, Field field) {
        return locator().then(records -> {
            for (Place.InRecord record : records) {
                Outcome<Optional<String>> here = at(new Place.InRecord(record.file(), record.record(), tag), field);
                if (!(here instanceof Outcome.Done<Optional<String>>(var text)) || text.isPresent()) {
                    return here;
                }
            }
            return Outcome.done(Optional.empty());
        });
    }

    private Outcome<List<Place.InRecord>> locator() {
        if (located != null) {
            return Outcome.done(located);
        }
        int asked = 0;
        if (Tlv.find(selected, 0, selected.length - STATUS, PDOL) instanceof Found.Value(int from, int to)) {
            asked = Tlv.askedFor(selected, from, to);
        }
        if (asked < 0 || asked > MOST_ASKED) {
            return Outcome.failed(UNREADABLE);
        }
        return exchange.send(Apdu.getProcessingOptions(asked)).then(answer -> {
            Optional<List<Place.InRecord>> records =
                    Status.of(answer) == Status.DONE ? named(answer) : Optional.of(List.of());
            records.ifPresent(list -> located = list);
            return records.map(Outcome::done).orElse(Outcome.failed(UNREADABLE));
        });
    }

    /** The records that an application file locator names, four bytes for each file. */
    private static Optional<List<Place.InRecord>> named(byte[] answer) {
        int end = answer.length - STATUS;
        int from;
        int to;
        if (Tlv.find(answer, 0, end, LOCATOR) instanceof Found.Value(int start, int stop)) {
            from = start;
            to = stop;
        } else if (Tlv.find(answer, 0, end, FORMAT_1) instanceof Found.Value(int start, int stop)) {
            from = start + 2;
            to = stop;
        } else {
            return Optional.empty();
        }
        List<Place.InRecord> records = new ArrayList<>();
        for (int at = from; at + 4 <= to; at += 4) {
            int file = (answer[at] & 0xFF) >> 3;
            int first = answer[at + 1] & 0xFF;
            int last = answer[at + 2] & 0xFF;
            boolean possible = file >= 1 && file <= 30 && first >= 1 && first <= last && last <= 254;
            if (!possible || records.size() + last - first >= MOST_RECORDS) {
                return Optional.empty();
            }
            for (int record = first; record <= last; record++) {
                records.add(new Place.InRecord(file, record, 0));
            }
        }
        return Optional.of(List.copyOf(records));
    }

    private Outcome<Optional<String>> inFile(int file, int offset, int length, Field field) {
        return taken(Apdu.selectFile(file), (_, _) -> Outcome.done(Optional.of(""))).then(there -> {
            if (there.isEmpty()) {
                return Outcome.done(there);
            }
            byte[] all = new byte[length];
            try {
                return portions(all, offset).then(count -> count < length
                        ? Outcome.done(Optional.<String>empty())
                        : text(all, 0, length, field));
            } finally {
                Arrays.fill(all, (byte) 0);
            }
        });
    }

    /** Fills the array from a file, a portion a command; how much of it there was. */
    private Outcome<Integer> portions(byte[] all, int offset) {
        int count = 0;
        while (count < all.length) {
            int wanted = Math.min(Apdu.MOST, all.length - count);
            int at = count;
            switch (exchange.send(Apdu.readBinary(offset + count, wanted))) {
                case Outcome.Failed<byte[]>(var fault) -> {
                    return Outcome.failed(fault);
                }
                case Outcome.Done<byte[]>(var answer) -> {
                    int given = answer.length - STATUS;
                    Status status = Status.of(answer);
                    if (status == Status.DONE && given <= wanted) {
                        System.arraycopy(answer, 0, all, at, given);
                    }
                    Arrays.fill(answer, (byte) 0);
                    if (status == Status.TROUBLE || given > wanted) {
                        return Outcome.failed(UNREADABLE);
                    }
                    if (status == Status.NOT_THERE || given == 0) {
                        return Outcome.done(count);
                    }
                    count += given;
                }
            }
        }
        return Outcome.done(count);
    }

    /** Overwrites what is still held. */
    void forget() {
        Arrays.fill(selected, (byte) 0);
        selected = new byte[0];
        located = null;
    }
}
