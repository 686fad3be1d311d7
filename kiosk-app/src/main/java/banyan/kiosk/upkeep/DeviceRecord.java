package banyan.kiosk.upkeep;

import banyan.device.DeviceKind;
import banyan.device.DeviceState;
import banyan.device.Nameplate;
import banyan.device.Supply;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What is known of one device of this terminal: for the staff's screen, the readiness report and the centre. No personal data.
 *
 * @param id the site's name for it
 * @param place what was counted at this place, whatever piece stood there: {@code done}, {@code pages}, {@code failed CODE}
 * @param piece what was counted of the piece that stands there now; empty where it does not say its number
 */
public record DeviceRecord(
        String id,
        DeviceKind kind,
        DeviceState state,
        Nameplate nameplate,
        Map<String, Long> place,
        Map<String, Long> piece,
        List<Stock> supplies) {
    public DeviceRecord {
        place = Map.copyOf(place);
        piece = Map.copyOf(piece);
        supplies = List.copyOf(supplies);
    }

    /**
     * Something it uses up.
     *
     * @param days whole days until it is used up, by what was used so far; empty where that is not known
     */
    public record Stock(Supply supply, OptionalInt days) {}
}
