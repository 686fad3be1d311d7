package banyan.kiosk.upkeep;

import banyan.device.DeviceKind;
import banyan.device.DevicePart;
import banyan.device.FaultRow;
import banyan.device.FaultTable;
import banyan.device.Supply;
import banyan.device.Told;
import banyan.device.Tongue;
import banyan.kiosk.text.Texts;
import java.util.Locale;
import java.util.Optional;

/** What the terminal's parts are called and what they say of themselves, for staff: the same on screen and paper. */
public final class StaffWords {
    private StaffWords() {}

    /** What a part is called. */
    public static String name(Texts texts, Part part) {
        return switch (part.subject()) {
            case Part.Subject.OfDevice(var kind, _, _) -> noun(texts, kind);
            case Part.Subject.OfTerminal(var own) -> texts.say("upkeep.own." + word(own));
        };
    }

    /** What devices of a class are called. */
    public static String noun(Texts texts, DeviceKind kind) {
        return FaultTable.installed().noun(kind, tongue(texts));
    }

    /** What a part of a device is called. */
    public static String noun(Texts texts, DevicePart.Kind part) {
        return texts.say("part." + word(part));
    }

    /** The same, with its number where there are several of it. */
    private static String name(Texts texts, DevicePart part) {
        String noun = noun(texts, part.kind());
        return part.number().isPresent() ? noun + " " + part.number().getAsInt() : noun;
    }

    /** In a few words: which of its parts fails, what it has left, else how it is; nothing of what is well and uses up nothing. */
    public static Optional<String> said(Texts texts, Part part) {
        return part.broken().stream()
                .findFirst()
                .map(broken -> texts.say("upkeep.said.part", "part", name(texts, broken)))
                .or(() -> saidOfAll(texts, part));
    }

    private static Optional<String> saidOfAll(Texts texts, Part part) {
        return part.standing() == Part.Standing.READY
                ? left(texts, part)
                : Optional.of(texts.say(
                        part.is(Part.Own.CELLS)
                                ? "upkeep.said.cells." + word(part.standing())
                                : "upkeep.said." + word(part.standing())));
    }

    private static Optional<String> left(Texts texts, Part part) {
        return part.supplies().stream()
                .filter(supply -> supply.level().counted().isPresent())
                .findFirst()
                .map(supply -> left(texts, supply));
    }

    /** How much of it is left, as far as that is known. */
    static String left(Texts texts, Supply supply) {
        return switch (supply.level()) {
            case Supply.Level.Percent(int value) ->
                texts.say("upkeep.supply.percent", "what", texts.say("supply." + word(supply.kind())), "value", value);
            case Supply.Level.Pieces(int value) ->
                texts.say("upkeep.supply.pieces", "what", texts.say("supply." + word(supply.kind())), "value", value);
            case Supply.Level.Enough _, Supply.Level.Low _, Supply.Level.Out _, Supply.Level.Unknown _ ->
                texts.say("supply." + word(supply.kind()));
        };
    }

    /** What is to be done about it, as one of the numbered jobs; of a device, in the words of the table of faults. */
    public static String job(Texts texts, Part part) {
        return switch (part.subject()) {
            case Part.Subject.OfDevice(var kind, _, var state) -> {
                Told told = FaultTable.installed()
                        .told(kind, state, FaultRow.Reader.STAFF, tongue(texts))
                        .getFirst();
                yield texts.say("upkeep.job.device", "what", told.what(), "then", told.then());
            }
            case Part.Subject.OfTerminal(var own) ->
                texts.say("upkeep.job." + word(own) + "." + word(part.standing()));
        };
    }

    /** Why something was set aside. */
    public static String aside(Texts texts, String code) {
        return texts.say("aside.why." + reason(code));
    }

    private static String reason(String code) {
        if (code.endsWith("-DIFFERS")) {
            return "differs";
        }
        if (code.endsWith("-DAMAGED")) {
            return "damaged";
        }
        if (code.endsWith("-UNPROVEN")) {
            return "unproven";
        }
        return code.startsWith("CERTIFICATE-")
                ? "certificate"
                : code.endsWith("-INVALID") || code.contains("-TOO-") || code.startsWith("MALFORMED") ? "content" : "other";
    }

    private static Tongue tongue(Texts texts) {
        return Tongue.of(texts.language().tag()).orElse(Tongue.EN);
    }

    /** A constant as a key of the texts has it. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
