package banyan.server.register;

import static banyan.server.register.DemonstrationRegister.row;

import banyan.item.CitizenNumber;
import banyan.server.register.Registers.Queried;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who draws a pension, as the demonstration register makes it up: everybody from an age on, which is all it goes by. */
final class PensionRoll implements Ledger {
    private static final int WOMEN = 50;
    private static final int MEN = 60;

    @Override
    public Set<String> results() {
        return Set.of("source", "drawing", "drawingSince", "reportedDead");
    }

    @Override
    public Queried query(Citizen who, Ask ask) {
        Optional<LocalDate> birth = CitizenNumber.birth(ask.citizen());
        if (birth.isEmpty()) {
            return new Queried.Nothing();
        }
        YearMonth since = YearMonth.from(birth.get().plusYears(CitizenNumber.female(ask.citizen()) ? WOMEN : MEN)).plusMonths(1);
        boolean drawing = !since.isAfter(YearMonth.from(ask.today()));
        // One in a hundred is confused with somebody else, as in life.
        boolean reported = who.made().digit(30) == 9 && who.made().digit(31) == 9;
        SortedMap<String, String> values =
                row("drawing", Boolean.toString(drawing), "reportedDead", Boolean.toString(reported));
        if (drawing) {
            values.put("drawingSince", since.toString());
        }
        return Ledger.found(ask, values, new TreeMap<>());
    }
}
