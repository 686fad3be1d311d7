package banyan.kiosk.visit;

import banyan.device.DeviceKind;
import banyan.device.DeviceState;
import banyan.item.DeviceClass;
import banyan.item.DeviceNeed;
import banyan.item.IdentityLevel;
import banyan.item.ServiceItem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The devices that an item cannot be done without, held against how they stand. Unknown is never good enough. */
final class Required {
    /** The classes that a visit works with: another one would be no help, even where the site has it. */
    static final Set<DeviceKind> OF_USE = EnumSet.of(
            DeviceKind.ID_CARD_READER,
            DeviceKind.DOCUMENT_CAMERA,
            DeviceKind.SIGNATURE_PAD,
            DeviceKind.PRINTER,
            DeviceKind.AUXILIARIES);

    private Required() {}

    /**
     * The first need that nothing meets.
     *
     * @param states how each class of devices stands; empty where the site has none
     */
    static Optional<Availability.Lacking> lacking(
            List<DeviceNeed> needs, Function<DeviceKind, Optional<DeviceState>> states) {
        return needs.stream().flatMap(need -> lacking(need, states).stream()).findFirst();
    }

    private static Optional<Availability.Lacking> lacking(
            DeviceNeed need, Function<DeviceKind, Optional<DeviceState>> states) {
        var there = need.oneOf().stream()
                .map(Required::kind)
                .filter(OF_USE::contains)
                .flatMap(kind -> states
                        .apply(kind)
                        .map(state -> new Availability.Lacking(kind, Optional.of(state)))
                        .stream())
                .toList();
        if (there.stream().anyMatch(one -> one.state().filter(DeviceState::usable).isPresent())) {
            return Optional.empty();
        }
        // What the terminal has can come back; only where it has nothing, that is said.
        return Optional.of(
                there.isEmpty()
                        ? new Availability.Lacking(kind(need.oneOf().getFirst()), Optional.empty())
                        : there.getFirst());
    }

    /** What somebody who comes now must find: before that, also a reader that finds out who he is. */
    static List<DeviceNeed> fromTheBeginning(ServiceItem item) {
        if (item.identity() == IdentityLevel.NONE) {
            return item.devices();
        }
        var all = new ArrayList<DeviceNeed>();
        all.add(new DeviceNeed(List.of(DeviceClass.ID_CARD_READER)));
        all.addAll(item.devices());
        return all;
    }

    static DeviceKind kind(DeviceClass named) {
        return switch (named) {
            case ID_CARD_READER -> DeviceKind.ID_CARD_READER;
            case SMART_CARD_TERMINAL -> DeviceKind.SMART_CARD_TERMINAL;
            case DOCUMENT_CAMERA -> DeviceKind.DOCUMENT_CAMERA;
            case FACE_CAMERA -> DeviceKind.FACE_CAMERA;
            case SCANNER -> DeviceKind.SCANNER;
            case FINGERPRINT_PAD -> DeviceKind.FINGERPRINT_PAD;
            case SIGNATURE_PAD -> DeviceKind.SIGNATURE_PAD;
            case PRINTER -> DeviceKind.PRINTER;
            case RECEIPT_PRINTER -> DeviceKind.RECEIPT_PRINTER;
            case CODE_SCANNER -> DeviceKind.CODE_SCANNER;
            case DOCUMENT_CABINET -> DeviceKind.DOCUMENT_CABINET;
            case AUXILIARIES -> DeviceKind.AUXILIARIES;
        };
    }
}
