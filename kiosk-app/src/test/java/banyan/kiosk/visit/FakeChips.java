package banyan.kiosk.visit;

import banyan.device.ApplicationProfile;
import banyan.device.CardApplication;
import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.SmartCardTerminal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A terminal for chip cards that holds what a test has put in. */
final class FakeChips extends FakeDevice implements SmartCardTerminal {
    static final String NUMBER = "6212345678901234569";

    private static final Fault GONE =
            new Fault(Fault.Kind.DISCONNECTED, Fault.Remedy.CALL_STAFF, "SMART-CARD-UNPLUGGED");

    private Optional<Outcome<CardApplication>> in = Optional.empty();
    boolean usable = true;
    int reads;

    /** A bank card with this number. */
    void put(String number) {
        in = Optional.of(Outcome.done(new CardApplication("bank-card", Map.of("number", number))));
    }

    /** A card of which reading comes to this. */
    void putFlawed(String code) {
        in = Optional.of(Outcome.failed(new Fault(Fault.Kind.MEDIA, Fault.Remedy.ASK_CITIZEN, code)));
    }

    /** A card that is pulled while it is read. */
    void putAndPull() {
        putFlawed("SMART-CARD-MOVED");
    }

    /** The terminal goes while a card is read. */
    void putAndUnplug() {
        in = Optional.of(Outcome.failed(GONE));
    }

    void pull() {
        in = Optional.empty();
    }

    @Override
    public Outcome<Boolean> awaitCard(Deadline deadline) {
        return usable ? Outcome.done(in.isPresent()) : Outcome.failed(GONE);
    }

    @Override
    public Outcome<CardApplication> read(List<ApplicationProfile> profiles, Deadline deadline) {
        reads++;
        Outcome<CardApplication> read = in.orElse(
                Outcome.failed(new Fault(Fault.Kind.MEDIA, Fault.Remedy.ASK_CITIZEN, "SMART-CARD-ABSENT")));
        if (read instanceof Outcome.Failed<CardApplication>(var fault)
                && (fault.code().equals("SMART-CARD-MOVED") || fault.equals(GONE))) {
            in = Optional.empty();
            usable = !fault.equals(GONE);
        }
        return read;
    }

    @Override
    public Outcome<Boolean> awaitRemoval(Deadline deadline) {
        return usable ? Outcome.done(in.isEmpty()) : Outcome.failed(GONE);
    }

    @Override
    public String id() {
        return "smart-card-terminal";
    }

    @Override
    public DeviceState state() {
        return usable ? DeviceState.ready() : new DeviceState.Absent(GONE);
    }
}
