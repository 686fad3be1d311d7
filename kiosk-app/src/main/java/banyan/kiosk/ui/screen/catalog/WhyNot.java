package banyan.kiosk.ui.screen.catalog;

import banyan.device.DeviceState;
import banyan.device.FaultRow;
import banyan.device.FaultTable;
import banyan.device.Tongue;
import banyan.kiosk.text.Texts;
import banyan.kiosk.upkeep.StaffWords;
import banyan.kiosk.visit.Availability;

/** Why an item cannot be begun now, in one sentence; of a device, in the words of the table of faults. */
final class WhyNot {
    private WhyNot() {}

    /** The sentence; empty where the item can be begun. */
    static String said(Texts texts, Availability availability) {
        return switch (availability) {
            case Availability.Now() -> "";
            case Availability.Closed(var hours) -> texts.say("items.hours", "hours", hours);
            case Availability.Lacking lacking ->
                // Others may use the device: what is of no use is named, and nothing is said against the rest.
                lacking.part()
                        .map(part -> texts.say("items.lacking.part", "part", StaffWords.noun(texts, part)))
                        .or(() -> lacking.state().map(state -> said(texts, lacking, state)))
                        .orElseGet(() -> none(texts, lacking));
        };
    }

    private static String said(Texts texts, Availability.Lacking lacking, DeviceState state) {
        return FaultTable.installed()
                .told(lacking.kind(), state, FaultRow.Reader.CITIZEN, tongue(texts))
                .getFirst()
                .what();
    }

    private static String none(Texts texts, Availability.Lacking lacking) {
        return texts.say("items.lacking", "device", FaultTable.installed().noun(lacking.kind(), tongue(texts)));
    }

    private static Tongue tongue(Texts texts) {
        return Tongue.of(texts.language().tag()).orElse(Tongue.EN);
    }
}
