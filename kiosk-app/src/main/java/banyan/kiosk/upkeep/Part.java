package banyan.kiosk.upkeep;

import banyan.device.DeviceKind;
import banyan.device.DevicePart;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Supply;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A part of the terminal as staff see it.
 *
 * @param subject what it is
 * @param standing how it stands, in the five words of the screen
 * @param code the fixed code of the fault or warning, where there is one
 * @param supplies what it uses up
 * @param broken which of its own parts cannot be used, those first that it is of no use without
 */
public record Part(
        Subject subject,
        Standing standing,
        Optional<String> code,
        List<Supply> supplies,
        List<DevicePart> broken) {
    public Part {
        supplies = List.copyOf(supplies);
        broken = List.copyOf(broken);
    }

    /** What a part is. */
    public sealed interface Subject {
        /** A device, under the site's own name, as it stands. */
        record OfDevice(DeviceKind kind, String id, DeviceState state) implements Subject {}

        /** Something every terminal has. */
        record OfTerminal(Own own) implements Subject {}
    }

    /** What every terminal has besides its devices. */
    public enum Own {
        /** The way to the centre. */
        CENTRE,
        /** Room for what is filed here. */
        DISK,
        /** What lies in the cells of the document cabinet. */
        CELLS,
        /** The ledger of what was really printed. */
        LEDGER,
        /** The housing's door and what would feel that it is forced. */
        HOUSING,
        /** The power, from the mains or from the battery. */
        POWER
    }

    /** How a part stands, in the order in which staff look at it. */
    public enum Standing {
        /** Somebody has to do something. */
        TO_DO,
        /** Nobody can tell. Never taken for good. */
        UNKNOWN,
        /** It works, but look at it soon. */
        ATTENTION,
        /** Nothing to say. */
        READY
    }

    /** A device as it stands. */
    public static Part of(
            String id, DeviceKind kind, DeviceState state, List<Supply> supplies, List<DevicePart> parts) {
        List<DevicePart> broken = parts.stream()
                .filter(part -> part.standing() instanceof DevicePart.Standing.Broken)
                .sorted(Comparator.comparing(part -> !part.required()))
                .toList();
        var subject = new Subject.OfDevice(kind, id, state);
        return switch (state) {
            case DeviceState.Ready ready ->
                new Part(
                        subject,
                        ready.warnings().isEmpty() ? Standing.READY : Standing.ATTENTION,
                        ready.warnings().stream().sorted().findFirst(),
                        supplies,
                        broken);
            case DeviceState.Busy _ -> new Part(subject, Standing.READY, Optional.empty(), supplies, broken);
            case DeviceState.NeedsHelp(Fault fault) ->
                new Part(subject, Standing.TO_DO, Optional.of(fault.code()), supplies, broken);
            case DeviceState.Absent(Fault fault) ->
                new Part(subject, Standing.TO_DO, Optional.of(fault.code()), supplies, broken);
            case DeviceState.Unknown(_, var why) ->
                new Part(subject, Standing.UNKNOWN, why.map(Fault::code), supplies, broken);
            case DeviceState.Opening _, DeviceState.Closed _ ->
                new Part(subject, Standing.UNKNOWN, Optional.empty(), supplies, broken);
        };
    }

    /** Something the terminal has, as it stands. */
    public static Part of(Own own, Standing standing, Optional<String> code) {
        return new Part(new Subject.OfTerminal(own), standing, code, List.of(), List.of());
    }

    /** Whether it is this one of what every terminal has. */
    public boolean is(Own own) {
        return subject.equals(new Subject.OfTerminal(own));
    }

    /** Whether the terminal stays closed until somebody has seen to it. */
    public boolean isJob() {
        return standing == Standing.TO_DO || standing == Standing.UNKNOWN;
    }
}
