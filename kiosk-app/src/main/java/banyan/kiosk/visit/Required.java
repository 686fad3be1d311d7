package banyan.kiosk.visit;

import banyan.device.DeviceKind;
import banyan.device.DevicePart;
import banyan.device.DeviceState;
import banyan.item.DeviceClass;
import banyan.item.DeviceNeed;
import banyan.item.DevicePartClass;
import banyan.item.IdentityLevel;
import banyan.item.ServiceItem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The devices, and parts of devices, that an item cannot be done without, held against how they stand. Unknown is never good enough. */
final class Required {
    /** The classes that a visit works with: another one would be no help, even where the site has it. */
    static final Set<DeviceKind> OF_USE = EnumSet.of(
            DeviceKind.ID_CARD_READER,
            DeviceKind.DOCUMENT_CAMERA,
            DeviceKind.SCANNER,
            DeviceKind.SIGNATURE_PAD,
            DeviceKind.PRINTER,
            DeviceKind.AUXILIARIES);

    private Required() {}

    /** How a device and its parts stand. */
    record Stands(DeviceState state, List<DevicePart> parts) {
        /** Whether this can be worked with. A device of one piece, or of parts that its driver does not name, is usable as a whole. */
        private boolean usable(Optional<DevicePart.Kind> needed) {
            return state.usable() && (needed.isEmpty() || parts.isEmpty() || usable(needed.get()));
        }

        private boolean usable(DevicePart.Kind needed) {
            return parts.stream()
                    .filter(part -> part.kind() == needed)
                    .findFirst()
                    .map(DevicePart::mayBeUsed)
                    // Without a tray for certificates there is one paper for all; what else is not there cannot be used.
                    .orElse(needed == DevicePart.Kind.TRAY_CERTIFICATE);
        }
    }

    /**
     * The first need that nothing meets.
     *
     * @param states how each class of devices stands; empty where the site has none
     */
    static Optional<Availability.Lacking> lacking(
            List<DeviceNeed> needs, Function<DeviceKind, Optional<Stands>> states) {
        return needs.stream().flatMap(need -> lacking(need, states).stream()).findFirst();
    }

    private static Optional<Availability.Lacking> lacking(
            DeviceNeed need, Function<DeviceKind, Optional<Stands>> states) {
        var lacking = new ArrayList<Availability.Lacking>();
        for (var choice : need.oneOf()) {
            DeviceKind kind = kind(choice.device());
            Optional<DevicePart.Kind> part = choice.part().map(Required::kind);
            Optional<Stands> there = OF_USE.contains(kind) ? states.apply(kind) : Optional.empty();
            if (there.filter(stands -> stands.usable(part)).isPresent()) {
                return Optional.empty();
            }
            there.map(Stands::state)
                    .map(state -> new Availability.Lacking(kind, Optional.of(state), state.usable() ? part : Optional.empty()))
                    .ifPresent(lacking::add);
        }
        // What the terminal has can come back; only where it has nothing, that is said.
        return Optional.of(
                lacking.isEmpty()
                        ? new Availability.Lacking(kind(need.oneOf().getFirst().device()), Optional.empty())
                        : lacking.getFirst());
    }

    /** What somebody who comes now must find: before that, also a reader that finds out who he is. */
    static List<DeviceNeed> fromTheBeginning(ServiceItem item) {
        if (item.identity() == IdentityLevel.NONE) {
            return item.devices();
        }
        var all = new ArrayList<DeviceNeed>();
        all.add(DeviceNeed.of(DeviceClass.ID_CARD_READER));
        all.addAll(item.devices());
        return all;
    }

    static DevicePart.Kind kind(DevicePartClass named) {
        return switch (named) {
            case FEEDER -> DevicePart.Kind.FEEDER;
            case GLASS -> DevicePart.Kind.GLASS;
            case TRAY_CERTIFICATE -> DevicePart.Kind.TRAY_CERTIFICATE;
        };
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
